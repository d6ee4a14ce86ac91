/** What a queue cannot do: its message is all that the person needs. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
}
