import { type Problem, writeData, writeDataRate } from '../../units/index.ts';

/**
 * Everything that this folder says to people. A message says what is wrong and, where one is near, what would be right;
 * where it is wrong is attached by `report.ts`.
 */
export function say(message: string, suggestion: string | null = null): Problem {
  return { message, suggestion };
}

export const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Maps of which there is one, called by their key: nobody says "a targets". */
const CALLED_BY_KEY: ReadonlySet<string> = new Set(['targets', 'losses', 'sla', 'simulation', 'replication']);

export const a = (noun: string) =>
  CALLED_BY_KEY.has(noun) ? `'${noun}'` : `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** With what to type instead, where that is known. */
export const write = (message: string, suggestion: string | null) =>
  say(suggestion === null ? message : `${message}: write '${suggestion}'`, suggestion);

export const TIME_EXAMPLES = "a time such as '30 s', '5 min', '4 h' or '2 days'";

/** Rounded, for reading. */
export function formatData(bytes: number): string {
  return writeData(Number(bytes.toPrecision(3)));
}

export function formatDataRate(bytesPerSecond: number): string {
  return writeDataRate(Number(bytesPerSecond.toPrecision(3)));
}
