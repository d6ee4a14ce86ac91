import { describe, expect, test } from 'vitest';
import { parseModel } from '../../../src/model/index.ts';
import { experiment } from '../../../src/run/experiment.ts';
import { experimentFor, watchExperiment } from '../../../web/desk/experiments.ts';
import type { ExperimentProgress } from '../../../web/desk/types.ts';
import { shop } from './models.ts';

const ASK = { fail: ['db.active'], forSeconds: 3600, losesData: true };
const drill = experimentFor(shop, ASK)!;

describe('what is asked for', () => {
  test('is an experiment of the model, its own or a new one', () => {
    expect(experimentFor(shop, { experiment: 'lose-a-zone' })).toBe(shop.experiments[0]);
    expect(drill.steps).toMatchObject([{ target: { kind: 'active', text: 'db.active' }, down: { kind: 'constant', value: 3600 }, losesData: true, delaySeconds: 0 }]);
    expect(experimentFor(shop, { corrupt: ['db'], forSeconds: null, losesData: false })?.steps[0].target.kind).toBe('corrupt');
  });

  test('is nothing where the model has no such thing', () => {
    expect(experimentFor(shop, { experiment: 'gone' })).toBeNull();
    expect(experimentFor(shop, { ...ASK, fail: ['cache'] })).toBeNull();
    expect(experimentFor(shop, { fail: ['zb'], forSeconds: null, losesData: false })).toBeNull();
  });
});

describe('many runs', () => {
  const all = async (next: () => Promise<ExperimentProgress | null>) => {
    const news: ExperimentProgress[] = [];
    for (let one = await next(); one !== null; one = await next()) news.push(one);
    return news;
  };

  test('are those that anybody gets with the same seed', async () => {
    const watched = watchExperiment(null, shop, drill, { seed: 'x', runs: 300 });
    const news = await all(() => watched.next());
    const { experiments } = await experiment({ ...shop, experiments: [drill] }, { seed: 'x', runs: 300, workers: 0 });
    expect(news.at(-1)).toMatchObject({ done: 300, runs: 300, isOver: true });
    expect(news.at(-1)!.report!.experiments).toEqual(experiments);
  });

  test('are made at the median of what nobody knows', async () => {
    const text = (mttr: string) =>
      `nines: 1\nparameters: { fix: ${mttr} }\ncomponents: { c: { failures: { f: { mtbf: 30 days, mttr: fix } } } }\nservices: { s: { component: c } }\n`;
    const runsOf = async (mttr: string) => {
      const model = parseModel(text(mttr));
      const watched = watchExperiment(null, model, experimentFor(model, { fail: ['s[0]'], forSeconds: null, losesData: false })!, { seed: 'x', runs: 200 });
      return (await all(() => watched.next())).at(-1)!.report!.experiments;
    };
    const median = parseModel(text('1 h to 4 h')).parameters.fix;
    expect(await runsOf('1 h to 4 h')).toEqual(await runsOf(`${median} s`));
  });

  test('keep what is finished when they are stopped', async () => {
    const watched = watchExperiment(null, shop, drill, { seed: '', runs: 1_000_000 });
    const first = await watched.next();
    watched.stop();
    const rest = await all(() => watched.next());
    expect(first!.isOver).toBe(false);
    expect(rest.at(-1)!.isOver).toBe(true);
    expect(rest.at(-1)!.done).toBeGreaterThan(0);
    expect(rest.at(-1)!.done).toBeLessThan(1_000_000);
  });

  test('are not heard of any more once they are dropped', async () => {
    const watched = watchExperiment(null, shop, drill, { seed: '', runs: 1_000_000 });
    const waiting = watched.next();
    watched.drop();
    expect(await waiting).toBeNull();
    expect(await watched.next()).toBeNull();
  });
});
