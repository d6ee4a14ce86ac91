import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { parseModel } from '../../src/model/index.ts';
import { compare } from '../../src/run/compare.ts';
import { explain } from '../../src/run/explain.ts';
import { optimize } from '../../src/run/optimize.ts';
import { simulate } from '../../src/run/simulate.ts';
import { sweep } from '../../src/run/sweep.ts';

/** Something of everything that draws: blocks of a fleet, own clocks, checks, failovers that fail, shocks, restores. */
const model = (name: string, replicas: number, warmUp = '1 year') => `
nines: 1
name: ${name}
parameters: { replicas: ${replicas} }
domains:
  a: { kind: zone, failures: { outage: { mtbf: 1 year, mttr: 'lognormal(1 h, 9 h)' } } }
  b: { kind: zone, failures: { outage: { mtbf: 'weibull(2, 400 days)', mttr: 2 h } } }
components:
  server: { cost: 100 USD/year, restart: 1 min, failures: { crash: { mtbf: 60 days, mttr: 'exponential(3 h)' }, disk: { mtbf: 2 years, mttr: 1 day } } }
  database: { cost: 1000 USD/year, failures: { crash: { mtbf: 90 days, mttr: 'gamma(2, 4 h)' } } }
shocks: { deploy: { mtbf: 120 days, mttr: 30 min, hits: [web], probability: 40% } }
services:
  web: { component: server, replicas: replicas, required: 2, across: zone, health-check: { interval: 30 s }, needs: [db] }
  db:
    component: database
    replicas: 2
    across: zone
    mode: active-passive
    replication: { mode: async, lag: exponential(2 s) }
    failover: { detect: 'exponential(1 min)', promote: 'uniform(1 min, 5 min)', success: 90%, retry: 20 min, false-positive: { mtbf: 1 year } }
entry: web
losses: { downtime: 100 USD/h }
simulation: { years: 2000, seed: one, warm-up: ${warmUp} }
`;

/** What a run has seen. How long it took is the machine's affair, and an exact value (here there is none) is not asked for everywhere. */
function figures({ availability, incidents, recoveryTime, dataLoss, cost, run: { years, replications, events, seed } }: Report): object {
  const { exact, ...simulated } = availability;
  expect(exact.value).toBeNull();
  return { simulated, incidents, recoveryTime, dataLoss, cost, years, replications, events, seed };
}

describe.each([500, 37])('the same model, seed and %i years have the same figures, to the last bit,', (years) => {
  const text = model('shop', 4);
  let alone: Report;
  beforeAll(async () => {
    alone = await simulate(parseModel(text), { years, workers: 0 });
  });

  it('in a comparison, whatever it is compared with and at which place', async () => {
    const others = [model('one more', 6), model('many', 12, '2 years')].map((each) => parseModel(each));
    const first = await compare([parseModel(text), ...others], { years, workers: 0 });
    expect(figures(first.models[0])).toEqual(figures(alone));
    const last = await compare([others[0], parseModel(text)], { years, workers: 2 });
    expect(figures(last.models[1])).toEqual(figures(alone));
  });

  it('at the point of a sweep that is the model', async () => {
    const { points } = await sweep(text, { vary: { replicas: '3..5:3' }, years, workers: 0 });
    expect(points.map(({ parameters }) => parameters.replicas)).toEqual([3, 4, 5]);
    expect(figures(points[1].report)).toEqual(figures(alone));
  });

  it('in an explanation, as the end of the gap', async () => {
    const { report, gap } = await explain(text, { years, workers: 0, sensitivity: false });
    expect(figures(report)).toEqual(figures(alone));
    expect(gap.steps.at(-1)!.availability.mean).toBe(alone.availability.mean);
  });

  it('with any seed, and another one has others', async () => {
    const [one, other] = await Promise.all(
      ['x', 'y'].map((seed) => compare([parseModel(text), parseModel(model('one more', 6))], { years, seed, workers: 0 })),
    );
    expect(figures(one.models[0])).toEqual(figures(await simulate(parseModel(text), { years, seed: 'x', workers: 0 })));
    expect(other.models[0].availability.mean).not.toBe(one.models[0].availability.mean);
  });
});

it('a candidate of a search has the figures of a run of as many years, to the last bit', async () => {
  const text = model('shop', 4);
  const { candidates } = await optimize(text, { vary: { replicas: '3..5:3' }, years: 20_000, workers: 0 });
  const [candidate] = candidates.filter(({ years }) => years >= 1000);
  expect(candidate).toBeDefined();
  const at = parseModel(text, { set: { replicas: candidate.parameters.replicas } });
  const alone = await simulate(at, { years: candidate.years, workers: 0 });
  expect(candidate.incidents).toBe(Math.round(alone.incidents.perYear.mean * candidate.years));
  expect([candidate.availability!.mean, candidate.downtimePerYear!.mean]).toEqual([alone.availability.mean, alone.availability.downtimePerYear.mean]);
});
