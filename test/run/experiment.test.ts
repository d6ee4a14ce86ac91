import { beforeAll, describe, expect, it } from 'vitest';
import { buildExperimentFigures } from '../../src/analysis/experiments.ts';
import type { ExperimentsReport } from '../../src/analysis/report.ts';
import { compileExperiment } from '../../src/compile/faultload.ts';
import { parseModel } from '../../src/model/index.ts';
import { simulateExperimentLife } from '../../src/run/experiment-life.ts';
import { drive } from '../../src/run/drive.ts';
import { makeExperimentPlan } from '../../src/run/experiment-plan.ts';
import { experiment } from '../../src/run/experiment.ts';
import { hurriedClock } from './hurried-clock.ts';
import { createSerializeOnlyRunner } from './serialize-only.ts';
import { built } from '../built.ts';

/** A shop in two regions, with a database that is backed up, and four questions about it. */
const TEXT = `
nines: 1
name: Drilled shop
domains:
  east: { kind: region, failures: { outage: { mtbf: 1 year, mttr: 4 h } } }
  west: { kind: region, failures: { outage: { mtbf: 1 year, mttr: 4 h } } }
components:
  app: { failures: { crash: { mtbf: 30 days, mttr: 90 s } } }
  database: { failures: { crash: { mtbf: 60 days, mttr: 4 min } } }
services:
  shop:
    of: web
    sites: [east, west]
    mode: active-passive
    replication: { mode: async, lag: 'lognormal(1 s, 20 s)' }
    failover: { detect: 90 s, decide: 'lognormal(5 min, 20 min)', promote: 4 min, redirect: { dns-ttl: 60 s } }
  web: { component: app, replicas: 2, needs: [db] }
  db:
    component: database
    replicas: 2
    mode: active-passive
    replication: { mode: sync }
    failover: { detect: 30 s, promote: 'uniform(15 s, 30 s)', redirect: 5 s, success: 90% }
    data: { size: 100 GB, change-rate: 5 GB/day }
    backup: { full: 1 day, log-shipping: 5 min, restore-rate: 200 MB/s }
entry: shop
targets: { rto: 15 min, rpo: 1 min }
simulation: { seed: 7, warm-up: 30 days }
experiments:
  lose-east: { fail: east, for: 1 day }
  kill-primary: { fail: db.active }
  two-at-once: { fail: [east, db.active], after: 10 min }
  drop-table: { corrupt: db }
`;
const model = parseModel(TEXT);

/** Everything that two equal pieces of work have in common. */
function bits(report: ExperimentsReport): string {
  return JSON.stringify({ ...report, run: { ...report.run, seconds: 0, workers: 0 } });
}

beforeAll(async () => {
  await built();
});

describe('experiments', () => {
  it('are the same bits on the calling thread and on 1, 2 and 7 workers', async () => {
    const reports = [];
    for (const workers of [0, 1, 2, 7]) reports.push(await experiment(model, { runs: 200, workers }));
    expect(reports.map(({ run }) => run.workers)).toEqual([1, 1, 2, 7]);
    for (const report of reports) expect(bits(report)).toBe(bits(reports[0]));
    expect(reports[0]).toMatchObject({ nines: 1, kind: 'experiments', run: { seed: '7', replications: 800, years: 0, partial: false } });
    expect(JSON.parse(JSON.stringify(reports[0]))).toEqual(reports[0]);
  });

  it('and through a structured clone', async () => {
    const { experiments } = await experiment(model, { runs: 200, workers: 0 });
    for (const [i, each] of model.experiments.entries()) {
      const { program, faultload } = compileExperiment(model, each);
      const { results } = await drive(createSerializeOnlyRunner(), { programs: [program], plan: makeExperimentPlan(model, faultload, { runs: 200 }) }, { enough: () => false });
      expect(buildExperimentFigures(model, each, results.tallies[0])).toEqual(experiments[i]);
    }
  });

  it('come to what a run that is watched comes to', async () => {
    const { experiments } = await experiment(model, { runs: 20, workers: 0 });
    for (const [i, each] of model.experiments.entries()) {
      const outcomes = Array.from({ length: 20 }, (_, run) => simulateExperimentLife(model, each, { run }).result);
      const { recoveryTime, dataLoss, noticed } = experiments[i];
      expect(noticed.mean).toBe(outcomes.filter((outcome) => outcome.noticed).length / 20);
      expect(recoveryTime.max).toBe(Math.max(...outcomes.map(({ recoverySeconds }) => recoverySeconds)));
      expect(dataLoss.max).toBe(Math.max(...outcomes.map(({ lossSeconds }) => lossSeconds)));
    }
  });

  it('are others for another seed, and each its own whatever is made beside it', async () => {
    const all = await experiment(model, { runs: 200, workers: 0 });
    const one = await experiment(model, { names: ['drop-table', 'kill-primary', 'drop-table'], runs: 200, workers: 0 });
    expect(one.experiments).toEqual([all.experiments[3], all.experiments[1]]);
    expect(bits(await experiment(model, { runs: 200, workers: 0, seed: 8 }))).not.toBe(bits(all));
    expect(bits(await experiment(model, { runs: 200, workers: 0, seed: '7' }))).toBe(bits(all));
  });

  it('say what was done, how many runs it took, and what followed', async () => {
    const { experiments } = await experiment(model, { runs: 300, workers: 0 });
    expect(experiments.map(({ name, runs }) => [name, runs])).toEqual(['lose-east', 'kill-primary', 'two-at-once', 'drop-table'].map((name) => [name, 300]));
    expect(experiments[0].what).toBe('fail east for 1 day');
    for (const { recoveryTime, targets, recovered, noticed } of experiments) {
      expect(recoveryTime.count).toBe(Math.round(300 * noticed.mean));
      expect(recovered.mean).toBe(1);
      expect(targets.map(({ target }) => target)).toEqual(['rto', 'rpo']);
      const stages = Object.values(recoveryTime.stages!);
      expect(stages.reduce((sum, each) => sum + each, 0)).toBeCloseTo(recoveryTime.mean!, 3);
    }
    // A dropped table is dropped in every copy: what is left is the backup, half a log's interval old on average.
    expect(experiments[3].dataLoss.mean).toBeGreaterThan(60);
    expect(experiments[3].recoveryTime.stages!.restore).toBeGreaterThan(60);
    expect(experiments[1].dataLoss.p50).toBe(0);
  });

  it('end at the time limit with the runs there are, and begin no other experiment then', async () => {
    const start = performance.now();
    const report = await experiment(model, { runs: 10_000_000, workers: 0, maxTime: 0.5 });
    expect(report.run.partial).toBe(true);
    expect(report.experiments).toHaveLength(1);
    expect(report.experiments[0].runs).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5_000);
    await expect(experiment(model, { maxTime: 0 })).rejects.toThrow('maxTime must be a positive number of seconds, not 0.');
  });

  it('that are interrupted report what there is, as partial', async () => {
    const controller = new AbortController();
    const report = await experiment(model, { runs: 100_000, workers: 0, signal: controller.signal, onProgress: () => controller.abort() });
    expect(report.run.partial).toBe(true);
    expect(report.experiments.length).toBeLessThan(4);
    expect(report.run.replications).toBe(report.experiments.reduce((sum, { runs }) => sum + runs, 0));
    await expect(experiment(model, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('report progress, the experiment under way last', async () => {
    hurriedClock();
    const seen: ExperimentsReport[] = [];
    await experiment(model, { runs: 300, workers: 0, onProgress: (report) => seen.push(report) });
    const all = model.experiments.map(({ name }) => name);
    for (const { run, experiments } of seen) {
      const names = experiments.map(({ name }) => name);
      expect(names).toEqual(all.slice(0, names.length));
      expect(experiments.slice(0, -1).map(({ runs }) => runs)).toEqual(Array(names.length - 1).fill(300));
      expect(run).toMatchObject({ partial: true, replications: experiments.reduce((sum, { runs }) => sum + runs, 0) });
    }
    expect(new Set(seen.map(({ experiments }) => experiments.length)).size).toBeGreaterThan(1);
    const runs = seen.map(({ run }) => run.replications);
    expect(runs).toEqual(runs.toSorted((a, b) => a - b));
  });
});

describe('the plan of an experiment', () => {
  const { faultload } = compileExperiment(model, model.experiments[0]);

  it('is cut into batches by the model and the runs alone', () => {
    const plan = makeExperimentPlan(model, faultload, {});
    expect(plan).toMatchObject({ seed: '7', replications: 10_000, warmUpSeconds: 30 * 86_400, precision: null, faultload });
    expect(plan.batches).toBe(Math.ceil(10_000 / plan.replicationsPerBatch));
    expect(Math.log2(plan.replicationsPerBatch) % 1).toBe(0);
  });

  it.each([1, 2, 15, 100, 1001])('makes exactly the %i runs asked for', (runs) => {
    const { replications, replicationsPerBatch, batches } = makeExperimentPlan(model, faultload, { runs });
    expect(replications).toBe(runs);
    expect((batches - 1) * replicationsPerBatch).toBeLessThan(runs);
    expect(batches * replicationsPerBatch).toBeGreaterThanOrEqual(runs);
  });

  it('makes small batches of large runs', () => {
    const crowd = { ...model, simulation: { ...model.simulation, warmUpSeconds: 1e12 } };
    expect(makeExperimentPlan(crowd, faultload, {}).replicationsPerBatch).toBe(1);
  });
});

describe('the options of experiment', () => {
  it.each([
    [{ names: ['lose-eats'] }, RangeError, "unknown experiment 'lose-eats': did you mean 'lose-east'?"],
    [{ names: ['x'] }, RangeError, "unknown experiment 'x': there are lose-east, kill-primary, two-at-once, drop-table"],
    [{ names: [] }, RangeError, "names must be a list of experiments' names, not an empty one."],
    [{ names: 'lose-east' }, TypeError, "names must be a list of experiments' names, not the string 'lose-east'."],
    [{ runs: 0 }, RangeError, 'runs must be a whole number from 1 to 100000000, not 0.'],
    [{ runs: '5' }, TypeError, "runs must be a whole number from 1 to 100000000, not the string '5'."],
    [{ seed: '' }, RangeError, 'seed must be text or a number, not the empty string.'],
    [{ seed: NaN }, RangeError, 'seed must be text or a number, not NaN.'],
    [{ workers: -1 }, RangeError, 'workers must be a whole number from 0 to 1024, not -1.'],
    [{ signal: {} }, TypeError, 'signal must be an AbortSignal, not an object.'],
    [{ onProgress: 5 }, TypeError, 'onProgress must be a function, not the number 5.'],
    [{ years: 5 }, TypeError, "unknown option 'years': there are names, runs, seed, maxTime, workers, signal, onProgress, onNotice"],
    [null, TypeError, 'options must be an object, not null.'],
  ])('are refused where they make no sense: %j', async (options, kind, message) => {
    await expect(experiment(model, options as never)).rejects.toThrow(new kind(message));
  });

  it('come after a model that has experiments', async () => {
    await expect(experiment(TEXT as never)).rejects.toThrow(/^model must be what parseModel returns, not the string/);
    await expect(experiment({ ...model, experiments: [] })).rejects.toThrow(new RangeError('the model has no experiments'));
  });
});
