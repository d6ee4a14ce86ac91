/** What the process ends with. */
export const EXIT = {
  ok: 0,
  assertionFailed: 1,
  undecided: 2,
  usage: 64,
  model: 65,
  internal: 70,
  /** Ctrl-C before there was anything to report. */
  interrupted: 130,
} as const;

/** The command line asks for something that cannot be: its message is all that the person needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was worked out could not be written: its message is one line for people. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}
