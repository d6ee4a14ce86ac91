import { describe, expect, test } from 'vitest';
import { experiment } from '../../../src/run/experiment.ts';
import { simulateExperimentLife } from '../../../src/run/experiment-life.ts';
import { rowOfMany, rowOfOnce } from '../../../web/drill/row.ts';
import { sentenceAt, since, stageParts } from '../../../web/drill/words.ts';
import { runsPlot } from '../../../web/drill/distributions.tsx';
import { shop } from './models.ts';

const targets = { availability: null, rtoSeconds: 900, rpoSeconds: 10, byKind: [], budgetPerYear: null };
const outcome = { noticed: true, recovered: true, recoverySeconds: 115, lossSeconds: 2 };

describe('the row of one run', () => {
  test('holds what came of it against the targets', () => {
    expect(rowOfOnce('fail db.active', outcome, targets)).toEqual({
      test: 'fail db.active',
      noticed: 'yes',
      recovered: 'yes',
      recovery: { values: ['1.92 min'], target: ['RTO 15 min'] },
      loss: { values: ['2 s'], target: ['RPO 10 s'] },
      verdict: 'met',
    });
  });

  test.each([
    ['too long', { ...outcome, recoverySeconds: 901 }, 'missed'],
    ['too much', { ...outcome, lossSeconds: 11 }, 'missed'],
    ['never', { ...outcome, recovered: false }, 'missed'],
    ['all for good', { ...outcome, recovered: false, lossSeconds: Infinity }, 'missed'],
    ['unnoticed', { ...outcome, noticed: false, recoverySeconds: 0, lossSeconds: 0 }, 'met'],
  ])('%s is told by the verdict', (_, came, verdict) => {
    expect(rowOfOnce('', came, targets).verdict).toBe(verdict);
  });

  test('has no verdict without a target, and says what is lost for good', () => {
    const row = rowOfOnce('', { ...outcome, lossSeconds: Infinity, recovered: false }, { ...targets, rtoSeconds: null, rpoSeconds: null });
    expect(row).toMatchObject({ verdict: null, recovered: 'no, data is lost for good', loss: { values: ['all, for good'], target: [] } });
  });
});

describe('the row of many runs', async () => {
  const report = await experiment(shop, { names: ['lose-a-zone'], runs: 400, workers: 0 });
  const figures = report.experiments[0];
  const row = rowOfMany('lose a zone', figures);

  test('has shares, quantiles and the verdict on the runs that were noticed', () => {
    expect(row.noticed).toMatch(/^in \d+(\.\d+)?%$/);
    expect(row.recovered).toBe('in 100%');
    expect(row.recovery.values).toEqual([expect.stringMatching(/^p50 /), expect.stringMatching(/^p95 /)]);
    expect(row.recovery.target).toEqual(['RTO 15 min', expect.stringMatching(/^\d+(\.\d+)?% of noticed runs within$/)]);
    expect(row.verdict).toBe(figures.targets.every(({ verdict }) => verdict === 'met') ? 'met' : 'missed');
  });

  test('one target missed is missed, one undecided is undecided', () => {
    const [rto, rpo] = figures.targets;
    const of = (...verdicts: readonly ('met' | 'missed' | 'undecided')[]) => rowOfMany('', { ...figures, targets: [{ ...rto, verdict: verdicts[0] }, { ...rpo, verdict: verdicts[1] }] }).verdict;
    expect([of('met', 'missed'), of('undecided', 'met'), of('missed', 'undecided'), of('met', 'met')]).toEqual(['missed', 'undecided', 'missed', 'met']);
    expect(rowOfMany('', { ...figures, targets: [] }).verdict).toBeNull();
  });

  test('a quantile that falls among losses for good says so', () => {
    const lost = { ...figures, dataLoss: { ...figures.dataLoss, p95: 'for good' as const } };
    expect(rowOfMany('', lost).loss.values[1]).toBe('p95 all, for good');
  });

  test('goes with plots that say the same', () => {
    const plot = runsPlot(report, figures, 'recoveryTime');
    expect(plot.empty).toBeNull();
    expect(plot.resting).toMatch(/of noticed runs are over within 15 min, the RTO\.$/);
    expect(plot.note).toMatch(figures.noticed.mean < 1 ? /went unnoticed/ : /^$/);
    expect(plot.stops.some(({ text }) => text.includes('(RTO)'))).toBe(true);
    const unnoticed = { ...figures, noticed: { mean: 0, ci95: [0, 0.01] as const }, recoveryTime: { ...figures.recoveryTime, count: 0, histogram: { edges: [0], counts: [] } } };
    expect(runsPlot(report, unnoticed, 'recoveryTime').empty).toMatch(/^Nobody noticed/);
  });
});

describe('what goes on', () => {
  const life = simulateExperimentLife(shop, shop.experiments[0], { run: run() });

  test('is told by the latest stage and how the entry fares', () => {
    expect(sentenceAt(life, 0)).toBe('Just before the fault. web answers.');
    const count = life.events.findIndex(({ text }) => text.startsWith('db: promoting')) + 1;
    expect(sentenceAt(life, count)).toBe('db: promoting db[1]. web is down.');
    expect(sentenceAt(life, life.events.length)).toMatch(/web answers\.$/);
  });

  test('stages add up to the recovery time', () => {
    const parts = stageParts(life.result.stages);
    expect(parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(life.result.recoverySeconds, 6);
    expect(parts.map(({ name }) => name)).toEqual(['detect', 'decide', 'promote', 'redirect']);
  });

  /** One in which the zone holds the active member. */
  function run(): number {
    for (let i = 0; ; i++) if (simulateExperimentLife(shop, shop.experiments[0], { run: i }).start.active[1] === 4) return i;
  }
});

test('times since the fault are as fine as one cares', () => {
  expect([0, 4.25, 52.7, 903.4, 7261, 93_700].map(since)).toEqual(['0 s', '4.3 s', '53 s', '15.1 min', '2.02 h', '26 h']);
});
