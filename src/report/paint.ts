import type { Verdict } from '../analysis/report.ts';

/** Colours by meaning. Without colour every one of them gives its text back unchanged. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly unsure: (text: string) => string;
}

export function createPaint(color: boolean): Paint {
  const code = (on: number, off: number) =>
    color ? (text: string) => `\u001b[${on}m${text}\u001b[${off}m` : (text: string) => text;
  return { strong: code(1, 22), faint: code(2, 22), good: code(32, 39), bad: code(31, 39), unsure: code(33, 39) };
}

export function verdictPaint(verdict: Verdict, paint: Paint): (text: string) => string {
  return { met: paint.good, missed: paint.bad, undecided: paint.unsure }[verdict];
}
