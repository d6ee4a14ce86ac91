import type { Loss, Report, Verdict } from '../analysis/report.ts';
import { type Assertion, chancesIn, judge } from './assertion.ts';
import type { Figure, Measured } from './figures.ts';

const VERDICTS = { holds: 'met', fails: 'missed', undecided: 'undecided' } as const;

/**
 * Whether a report keeps to an assertion where each bound is so many times as far from the value as the report has it.
 */
export function judgeWidened(assertion: Assertion): (report: Report, widening: number) => Verdict {
  return (report, widening) => {
    const figure: Figure = { kind: assertion.figure.kind, read: (of) => widened(assertion.figure.read(of), widening) };
    return VERDICTS[judge({ ...assertion, figure }, report).verdict];
  };
}

/** Why no value can be looked for at which an assertion begins to hold, as a sentence; null: it can. */
export function whyNotSolved(text: string): string | null {
  return chancesIn([text]).length === 0
    ? null
    : "a value is looked for where inputs that nobody knows are at their medians: leave out 'with', and vary over a " +
        'few values to see in how many worlds it holds at each.';
}

function widened({ value, interval: [low, high] }: Measured, times: number): Measured {
  if (typeof value !== 'number') return { value, interval: [low, high] };
  const bound = (end: Loss | null) =>
    typeof end !== 'number' || !Number.isFinite(end) ? end : value + times * (end - value);
  return { value, interval: [bound(low), bound(high)] };
}
