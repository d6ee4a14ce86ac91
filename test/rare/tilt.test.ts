import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { strikeNow } from '../../src/engine/clocks.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { nextEvent } from '../../src/engine/heap.ts';
import { advance } from '../../src/engine/replicate.ts';
import { start } from '../../src/engine/start.ts';
import { drawTilted, tiltedCoin, tiltedVictims } from '../../src/rare/tilt.ts';
import { parseModel } from '../../src/model/index.ts';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { createTally, observe } from '../../src/observe/tally.ts';
import { drawMean, packDraws } from '../../src/random/draw-table.ts';
import { quantile } from '../../src/random/quantile.ts';
import { YEAR } from '../theory/harness.ts';

const N = 40_000;

function engineOf(text: string): Engine {
  const model = parseModel(`nines: 1\nname: tilt\n${text}`);
  const { program } = compile(model);
  const e = createEngine(program, new CountingProbe(program, observe(createTally(program.counts), program.counts, 1, model.targets)));
  start(e, 'tilt', 0, 1, YEAR, YEAR);
  return e;
}

/** What is added up comes to the exact value, within 3.5 of its own standard errors. */
function expectMean(values: readonly number[], exact: number): void {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const error = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length / (values.length - 1));
  expect(Math.abs(mean - exact), `${mean} ± ${error} for ${exact}`).toBeLessThanOrEqual(3.5 * error + 1e-12 * exact);
}

/** Draws N times with a fresh weight, and gives back each draw with the weight that it left. */
function weighted(e: Engine, take: () => number): (readonly [weight: number, value: number])[] {
  return Array.from({ length: N }, () => {
    e.weight = 1;
    const value = take();
    return [e.weight, value] as const;
  });
}

const SHOCK = `
components: { c: { failures: { f: { mtbf: 1000 h, mttr: 1 h } } } }
services: { s: { component: c, replicas: 3 } }
shocks: { bad: { mtbf: 5 years, mttr: 1 h, hits: [s], probability: 5% } }
`;

test('a repair that is drawn longer than it is has the weight for it: chances and means stay what they were, at any share', () => {
  const e = engineOf(SHOCK);
  const distributions = [
    { kind: 'exponential', mean: 3600 },
    { kind: 'lognormal', median: 3600, p95: 86_400 },
    { kind: 'weibull', shape: 0.7, mean: 100 },
    { kind: 'constant', value: 5 },
    { kind: 'empirical', values: [...Array<number>(99).fill(1), 5000] },
  ] as const;
  const draws = packDraws(distributions);
  const other: Engine = { ...e, program: { ...e.program, draws } };
  distributions.forEach((distribution, id) => {
    for (const share of [0.5, 0.25]) {
      const drawn = weighted(other, () => drawTilted(other, id, 0, share));
      expectMean(drawn.map(([weight]) => weight), 1);
      expectMean(drawn.map(([weight, x]) => weight * x), drawMean(draws, id));
      const median = quantile(distribution, 0.5);
      if (distribution.kind !== 'constant' && distribution.kind !== 'empirical')
        expectMean(drawn.map(([weight, x]) => weight * (x > median ? 1 : 0)), 0.5);
      expect(Math.max(...drawn.map(([weight]) => weight))).toBeLessThanOrEqual(1 / (1 - share) + 1e-12);
    }
  });
});

test('a coin that is tilted falls on its rare side one time in five, with the weight for it', () => {
  const e = engineOf(SHOCK);
  for (const probability of [0.001, 0.4, 0.9999]) {
    const coins = weighted(e, () => (tiltedCoin(e, 0, probability) ? 1 : 0));
    expectMean(coins.map(([weight, does]) => weight * does), probability);
    expectMean(coins.map(([weight, does]) => weight * (1 - does)), 1 - probability);
    expectMean(coins.map(([, does]) => does), Math.min(Math.max(probability, 0.2), 0.8));
  }
});

test('a tilted shock strikes all three of its victims often, with the weight of three coins of 5%, and never weighs more than two', () => {
  const e = engineOf(SHOCK);
  const hits = weighted(e, () => {
    tiltedVictims(e, 0);
    return e.state.struck.reduce((sum, x) => sum + x, 0);
  });
  [0.95 ** 3, 3 * 0.05 * 0.95 ** 2, 3 * 0.05 ** 2 * 0.95, 0.05 ** 3].forEach((chance, count) => {
    expectMean(hits.map(([weight, victims]) => weight * (victims === count ? 1 : 0)), chance);
  });
  expect(hits.filter(([, victims]) => victims === 3).length).toBeGreaterThan(N / 50);
  expect(Math.max(...hits.map(([weight]) => weight))).toBeLessThanOrEqual(2);
});

test('a clock that is struck is down for the repair that it is given, and would not have failed a second time meanwhile', () => {
  const e = engineOf(`
components: { c: { failures: { f: { mtbf: 'weibull(3, 1000 h)', mttr: 1 h } } } }
services: { s: { component: c, replicas: 5 } }
`);
  // Until all five are up, so that each waits in the queue to fail.
  while (e.state.holds.some((held) => held > 0)) advance(e, nextEvent(e));
  const at = nextEvent(e) - 1;
  e.now = at;
  for (const clock of [3, 0, 4]) {
    const queued = e.heapSize;
    strikeNow(e, clock, 7200);
    // Its failure has gone, its repair has come.
    expect([e.heapSize, e.state.clockDown[clock], e.state.holds[clock]]).toEqual([queued, 1, 1]);
    const { heapSlot, heapTime } = e.state;
    const entries = Array.from(heapSlot.subarray(0, e.heapSize), (slot, i) => [slot, heapTime[i]]);
    expect(entries.filter(([slot]) => slot === clock)).toEqual([[clock, at + 7200]]);
    expect(heapTime[0]).toBe(Math.min(...heapTime.subarray(0, e.heapSize)));
  }
});
