import { expect, it } from 'vitest';
import type { PatternEffect } from '../../src/analysis/report-explanation.ts';
import type { Difference } from '../../src/analysis/report.ts';
import { ninesGained } from '../../src/report/explanation/patterns.ts';

const difference = (mean: number, verdict: Difference['verdict']): Difference => ({ mean, ci95: [mean - 1, mean + 1], varianceRemoved: null, verdict });
const gained = (nines: PatternEffect['nines'], mean: number, verdict: Difference['verdict']): string =>
  ninesGained({ nines, downtimePerYear: difference(mean, verdict) });

it('nines are gained or lost where the downtime is shown to differ, and nowhere else', () => {
  expect(gained(0.71, -1000, 'better')).toBe('+0.7');
  expect(gained(-0.36, 400, 'worse')).toBe('−0.4');
  expect(gained(0.02, -60, 'undecided')).toBe('–');
  expect(gained(0.04, -60, 'better')).toBe('–');
  expect(gained(null, -60, 'better')).toBe('–');
});
