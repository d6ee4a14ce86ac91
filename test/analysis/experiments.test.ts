import { describe, expect, test } from 'vitest';
import { buildExperimentFigures, describeExperiment } from '../../src/analysis/experiments.ts';
import { addExperimentRun, createTally } from '../../src/observe/tally.ts';
import type { ExperimentRun } from '../../src/observe/experiment.ts';
import { PHASE, STRUCK } from '../../src/observe/names.ts';
import type { Experiment, Injection, Target } from '../../src/model/model.ts';
import { proportionInterval } from '../../src/statistics/intervals.ts';
import { model, service } from './hand-made.ts';

const constant = (value: number) => ({ kind: 'constant', value }) as const;
const step = (target: Target, fields: Partial<Injection> = {}): Injection => ({ target, delaySeconds: 0, down: constant(7200), losesData: false, ...fields });
const zone: Target = { kind: 'domain', text: 'eu-west-1a', domain: 0 };
const active: Target = { kind: 'active', text: 'db.active', services: [0] };
const loseAZone: Experiment = { name: 'lose-a-zone', steps: [step(zone)] };

const stagesOf = (seconds: Partial<Record<keyof typeof PHASE, number>>) => {
  const stages = new Float64Array(PHASE.phases);
  for (const [name, value] of Object.entries(seconds)) stages[PHASE[name as keyof typeof PHASE]] = value;
  return stages;
};
const struck = (whom: number) => Uint8Array.of(whom);
const UNNOTICED: ExperimentRun = { noticed: false, recovered: true, recoverySeconds: 0, lossSeconds: 0, stages: stagesOf({}), struck: struck(STRUCK.standby) };
const FAILED_OVER: ExperimentRun = { noticed: true, recovered: true, recoverySeconds: 100, lossSeconds: 8, stages: stagesOf({ detect: 60, promote: 30, redirect: 10 }), struck: struck(STRUCK.active) };
const LOST: ExperimentRun = { noticed: true, recovered: false, recoverySeconds: 7200, lossSeconds: Infinity, stages: stagesOf({ repair: 7200 }), struck: struck(STRUCK.active) };
const STILL_DOWN: ExperimentRun = { ...FAILED_OVER, recovered: false, recoverySeconds: Infinity, lossSeconds: 0 };

function figures(drills: readonly (readonly [times: number, drill: ExperimentRun])[], rtoSeconds: number | null, rpoSeconds: number | null) {
  const targets = { availability: null, rtoSeconds, rpoSeconds, byKind: [], budgetPerYear: null };
  const tally = createTally({ domains: 1, members: 1, services: 1, clocks: 0, exponentialClocks: 0, ownClocks: 0, shocks: 0, deploys: 0, causes: 1, kindTargets: 0, windowDays: 0, missions: 0, policies: 0, streams: 0, sources: 0, teams: 1, works: 0, repairs: 0, tasks: 0, requests: 0, lines: 0, stocks: 0, orders: 0, maintained: 0, planned: 0 });
  for (const [times, drill] of drills) for (let i = 0; i < times; i++) addExperimentRun(tally, drill, 3, targets);
  return buildExperimentFigures(model({ services: [service('db')], targets }), loseAZone, tally);
}

describe('the figures of an experiment', () => {
  const mixed = figures([[50, UNNOTICED], [40, FAILED_OVER], [10, LOST]], 120, 10);

  test('are shares of its runs with the intervals of Clopper and Pearson', () => {
    expect(mixed).toMatchObject({ name: 'lose-a-zone', runs: 100 });
    expect(mixed.noticed).toEqual({ mean: 0.5, ci95: proportionInterval(50, 100) });
    expect(mixed.recovered).toEqual({ mean: 0.9, ci95: proportionInterval(90, 100) });
    expect(mixed.permanentLoss).toEqual({ mean: 0.1, ci95: proportionInterval(10, 100) });
  });

  test('are times of the runs that users noticed', () => {
    expect(mixed.recoveryTime).toMatchObject({ count: 50, mean: 0.8 * 100 + 0.2 * 7200, p50: 100, p90: 7200, max: 7200, withinTarget: 0.8 });
    expect(mixed.recoveryTime.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(figures([[10, UNNOTICED]], 120, 10)).toMatchObject({ recoveryTime: { count: 0, mean: null, p95: null, stages: null }, dataLoss: { count: 0, p95: null } });
  });

  test('have stages that add up to the mean, in the order of a recovery', () => {
    const stages = mixed.recoveryTime.stages!;
    expect(Object.entries(stages)).toEqual(Object.entries({ detect: 48, decide: 0, promote: 24, restore: 0, redirect: 8, warmUp: 0, repair: 1440 }));
    expect(Object.values(stages).reduce((sum, each) => sum + each, 0)).toBe(mixed.recoveryTime.mean);
    const intervals = mixed.recoveryTime.stagesCi95!;
    expect(Object.keys(intervals)).toEqual(Object.keys(stages));
    expect(intervals.decide).toEqual([0, 0]);
    // 48 ± 2 standard errors of 24.2 / √50.
    expect(intervals.detect[0]).toBeCloseTo(41.1, 1);
    expect(intervals.detect[1]).toBeCloseTo(54.9, 1);
    // Few and large: the lower end stays a time.
    expect(figures([[1, LOST], [9, FAILED_OVER]], null, null).recoveryTime.stagesCi95!.repair[0]).toBe(0);
  });

  test('are for good where losses for good are among them, or beyond them', () => {
    expect(mixed.dataLoss).toMatchObject({ count: 50, zero: 0, permanent: 0.2, p50: 8, p90: 'for good', p95: 'for good', max: 'for good', mean: 'for good', ci95: ['for good', 'for good'] });
    expect(mixed.dataLoss).not.toHaveProperty('perYear');
  });

  test('of a single run have no interval of their stages', () => {
    const one = figures([[1, FAILED_OVER]], null, null);
    expect(one.recoveryTime.stages).toMatchObject({ detect: 60 });
    expect(one.recoveryTime.stagesCi95).toBeNull();
  });
});

describe('a target of an experiment', () => {
  test('is met when 95 of 100 runs are within it, and undecided while the runs are too few to tell', () => {
    const verdicts = (drills: readonly (readonly [number, ExperimentRun])[]) => figures(drills, 120, 10).targets.map(({ target, goal, runsMet, verdict }) => [target, goal, runsMet, verdict]);
    expect(verdicts([[1000, FAILED_OVER]])).toEqual([['rto', 120, 1, 'met'], ['rpo', 10, 1, 'met']]);
    expect(verdicts([[900, FAILED_OVER], [100, LOST]])).toEqual([['rto', 120, 0.9, 'missed'], ['rpo', 10, 0.9, 'missed']]);
    expect(verdicts([[95, FAILED_OVER], [5, LOST]])).toEqual([['rto', 120, 0.95, 'undecided'], ['rpo', 10, 0.95, 'undecided']]);
  });

  test('is held against the runs that users noticed, however few: the others do not dilute it', () => {
    const [rto, rpo] = figures([[960, UNNOTICED], [40, LOST]], 120, 10).targets;
    expect(rto).toMatchObject({ value: 7200, runsMet: 0.96, verdict: 'missed' });
    expect(rpo).toMatchObject({ value: 'for good', runsMet: 0.96, verdict: 'missed' });
    const verdicts = (drills: readonly (readonly [number, ExperimentRun])[]) => figures(drills, 120, 10).targets.map(({ verdict }) => verdict);
    expect(verdicts([[900, UNNOTICED], [100, FAILED_OVER]])).toEqual(['met', 'met']);
    expect(verdicts([[997, UNNOTICED], [3, FAILED_OVER]])).toEqual(['undecided', 'undecided']);
  });

  test('is met where enough runs show that nobody notices, and undecided while they are few', () => {
    const verdicts = (runs: number) => figures([[runs, UNNOTICED]], 120, 10).targets.map(({ value, verdict }) => [value, verdict]);
    expect(verdicts(1000)).toEqual([[0, 'met'], [0, 'met']]);
    expect(verdicts(10)).toEqual([[0, 'undecided'], [0, 'undecided']]);
  });

  test('is missed by runs that do not recover: they are no length, and above every quantile', () => {
    const { recoveryTime, targets, recovered } = figures([[800, FAILED_OVER], [200, STILL_DOWN]], 120, 10);
    expect(recoveryTime).toMatchObject({ count: 1000, censored: 200, mean: null, p50: 100, p90: null, p95: null, max: null, withinTarget: 0.8 });
    expect(recovered.mean).toBe(0.8);
    expect(targets).toMatchObject([{ value: null, ci95: [null, null], verdict: 'missed' }, { target: 'rpo', verdict: 'missed' }]);
  });

  test('stands beside whose roles had wandered', () => {
    expect(figures([[400, UNNOTICED], [600, FAILED_OVER]], 120, 10).wandered).toEqual({ service: 'db', standbyStruck: 0.4 });
    expect(figures([[1000, UNNOTICED]], 120, 10).wandered).toBeUndefined();
  });

  test('is there where the model states it', () => {
    expect(figures([[1, UNNOTICED]], null, null).targets).toEqual([]);
    expect(figures([[10, FAILED_OVER]], null, 10).targets).toEqual([{ target: 'rpo', goal: 10, value: 8, ci95: expect.anything(), runsMet: 1, verdict: 'undecided' }]);
  });
});

describe('what was done', () => {
  test('reads as it would be said', () => {
    expect(describeExperiment(loseAZone)).toBe('fail eu-west-1a for 2 h');
    expect(describeExperiment({ name: 'two', steps: [step(zone, { losesData: true }), step(active, { delaySeconds: 600, down: { kind: 'lognormal', median: 7200, p95: 32_400 } })] })).toBe(
      'fail eu-west-1a for 2 h, destroying its data, after 10 min fail db.active for lognormal(2 h, 9 h)',
    );
    expect(describeExperiment({ name: 'drop', steps: [step({ kind: 'corrupt', text: 'db', services: [0] })] })).toBe('corrupt db');
  });
});
