import type { DifferenceId } from '../../src/analysis/differences.ts';
import type { PatternEffect } from '../../src/analysis/report-explanation.ts';
import type { Difference } from '../../src/analysis/report.ts';
import { differenceText } from '../../src/report/comparison/difference.ts';
import { ninesGained } from '../../src/report/explanation/patterns.ts';

interface Bought {
  readonly text: string;
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
            tone: TONES[difference.verdict],
          },
        ];
  const nines = ninesGained(effect);
  const parts = [
    ...(nines !== '–' ? [{ text: `${nines} nines`, tone: TONES[down.verdict] }] : []),
    ...part('downtimePerYear', down, 'down a year'),
    ...part('dataLossPerYear', lost, 'of writes lost a year'),
    ...part('cost', cost, 'a year in all'),
  ];
  return parts.length > 0 ? parts : [{ text: 'no difference seen', tone: 'muted' }];
}
