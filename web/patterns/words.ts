import type { DifferenceId } from '../../src/analysis/differences.ts';
import type { PatternEffect } from '../../src/analysis/report-explanation.ts';
import type { Difference } from '../../src/analysis/report.ts';
import { differenceRange, differenceText } from '../../src/report/comparison/difference.ts';
import { ninesGained } from '../../src/report/explanation/patterns.ts';

interface Bought {
  readonly text: string;
  /** `−25 min to −19 min`, with 95% confidence; empty where it is exact. */
  readonly range: string;
  readonly tone: 'good' | 'bad' | 'muted';
}

const TONES = { better: 'good', worse: 'bad', undecided: 'muted' } as const;

/** What a pattern buys: nines, time down, data lost and money, as far as a difference is shown. */
export function boughtBy(effect: PatternEffect, currency: string): readonly Bought[] {
  const { downtimePerYear: down, dataLossPerYear: lost, cost } = effect;
  const part = (id: DifferenceId, difference: Difference | null, name: string): Bought[] =>
    difference === null || difference.verdict === 'undecided'
      ? []
      : [
          {
            text: `${differenceText(id, difference.mean, difference.ci95, currency)} ${name}`,
            range: rangeOf(id, difference, currency),
            tone: TONES[difference.verdict],
          },
        ];
  const nines = ninesGained(effect);
  const parts = [
    ...(nines !== '–' ? [{ text: `${nines} nines`, range: '', tone: TONES[down.verdict] }] : []),
    ...part('downtimePerYear', down, 'down a year'),
    ...part('dataLossPerYear', lost, 'of writes lost a year'),
    ...part('cost', cost, 'a year in all'),
  ];
  // A price alone would not say what it is for.
  if (down.verdict !== 'undecided' || parts.some(({ tone }) => tone === 'good')) return parts;
  const range = rangeOf('downtimePerYear', down, currency);
  return [{ text: 'no difference in downtime seen', range, tone: 'muted' }, ...parts];
}

function rangeOf(id: DifferenceId, { mean, ci95 }: Difference, currency: string): string {
  return ci95[0] === ci95[1] ? '' : differenceRange(id, { mean, ci95 }, currency);
}
