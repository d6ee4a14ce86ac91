import { expect, it } from 'vitest';
import type { Explanation } from '../../src/analysis/report-explanation.ts';
import { explainProgressLine } from '../../src/cli/explain-progress.ts';
import { report } from '../report/fixture.ts';

const at = (years: number, sensitivity: Explanation['sensitivity']): Explanation => ({
  ...{ nines: 1, kind: 'explanation', singlePoints: [], cutSets: [], importance: [], gap: { steps: [] }, sensitivity },
  report: { ...report, run: { ...report.run, years, seconds: 10 } },
});
const goal = { years: 10_000, maxTime: null };
const inputs = (finished: number) => ({ factor: 2, years: 500, asked: 20, inputs: new Array(finished).fill(null) as never[] });

it('counts the gap as half of the work where inputs follow, and as all of it where none do', () => {
  expect(explainProgressLine(at(5_000, { factor: 2, years: 0, asked: 0, inputs: [] }), goal)).toMatch(/^█████ +25% {2}the gap: 5,000 years {2}30 s left$/);
  expect(explainProgressLine(at(5_000, null), goal)).toMatch(/^██████████ +50% {2}the gap: 5,000 years {2}10 s left$/);
});

it('counts inputs when the gap is known', () => {
  expect(explainProgressLine(at(10_000, inputs(10)), goal)).toMatch(/^███████████████ +75% {2}10 of 20 inputs {2}4 s left$/);
});

it('is as far as the clock is, where there is a time to keep to', () => {
  expect(explainProgressLine(at(100, inputs(0)), { years: 10_000, maxTime: 20 })).toMatch(/ 50% /);
});
