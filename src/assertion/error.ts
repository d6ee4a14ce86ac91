/** An assertion that cannot be read: what is wrong and, where something is near, what would be right. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}
