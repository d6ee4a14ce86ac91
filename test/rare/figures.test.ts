import { describe, expect, test } from 'vitest';
import { exactly } from '../../src/analysis/exact/exact.ts';
import { modelOf } from '../../src/bench/rare-cases.ts';
import { finish } from '../../src/engine/turns.ts';
import { PHASE } from '../../src/observe/names.ts';
import { studentQuantile } from '../../src/random/special/student.ts';
import { estimateRareInTurns } from '../../src/rare/estimate.ts';
import type { RareTimes } from '../../src/rare/told.ts';
import { normalCdf } from '../../src/random/special/normal.ts';

/*
 * What copies of states say of incidents and losses one by one, beside how much of them there is.
 */

const WORK = 40_000;
/** Batches are 50; one honest comparison in 2,000 fails by chance. */
const STANDARD_ERRORS = studentQuantile(49, 1 - 0.00025);
const SHARES = [0.5, 0.9, 0.95, 0.99];

function told(text: string) {
  const { model, program } = modelOf({ name: '', text });
  return { model, ...finish(estimateRareInTurns(program, 'figures', WORK, model.targets)) };
}

/** Intervals of 95%, widened to those of one in 2,000, have the share at the quantile. */
function expectQuantiles({ quantiles }: RareTimes, cdf: (seconds: number) => number): void {
  quantiles.forEach(({ mean, ci95: [low, high] }, i) => {
    const error = Math.max(cdf(high) - SHARES[i], SHARES[i] - cdf(low)) / studentQuantile(49, 0.975);
    expect(Number.isNaN(high) || error < 0.1, `${SHARES[i]} is known to ${error}`).toBe(true);
    expect(Math.abs(cdf(mean) - SHARES[i]), `${mean} for ${SHARES[i]}`).toBeLessThan(STANDARD_ERRORS * (Number.isNaN(error) ? 0.01 : error) + 0.005);
  });
}

function expectWithin({ mean, error }: { readonly mean: number; readonly error: number }, exact: number, most = 0.1): void {
  expect(error / exact).toBeLessThan(most);
  expect(Math.abs(mean - exact), `${mean} ± ${error} for ${exact}`).toBeLessThan(STANDARD_ERRORS * error);
}

describe('recovery times', () => {
  test('a pair is down until the first of two repairs ends, which few of a million years see', () => {
    const { model, told: { recovery, stages }, meanSeconds } = told(`targets: { rto: 1 h }
components: { c: { failures: { f: { mtbf: 50000 h, mttr: 2 h } } } }
services: { s: { component: c, replicas: 2 } }`);
    const cdf = (seconds: number) => 1 - Math.exp(-seconds / 3600);
    expectQuantiles(recovery!, cdf);
    const [low, high] = recovery!.within.ci95;
    expect(model.targets.rtoSeconds).toBe(3600);
    expect(high - low).toBeLessThan(0.15);
    expect(Math.abs(recovery!.within.mean - cdf(3600))).toBeLessThan(STANDARD_ERRORS * (high - low) / 4);
    expectWithin(meanSeconds!, 3600);
    expect(stages![PHASE.repair].mean / meanSeconds!.mean).toBeCloseTo(1, 9);
  });
});

describe('writes lost', () => {
  test('a failover of an asynchronous pair loses a lognormal lag', () => {
    const { told: { losses } } = told(`components: { db: { failures: { crash: { mtbf: 5000 days, mttr: constant(1 min) } } } }
services: { db: { component: db, replicas: 2, mode: active-passive, replication: { mode: async, lag: 'lognormal(1 s, 20 s)' }, failover: { promote: 20 s } } }`);
    const sigma = Math.log(20) / 1.6448536269514722;
    expectQuantiles(losses!.loss!, (x) => normalCdf(Math.log(x) / sigma));
    // Each failure of either member is one of the active half of the time.
    expectWithin(losses!.restorablePerYear, (8766 / 120_000) * Math.exp((sigma * sigma) / 2));
  });

  test('three copies that heal are lost for good as the last one goes, once in millions of years', () => {
    const { model, told: { losses } } = told(`components: { disk: { failures: { crash: { mtbf: 24000 h, mttr: 24 h, data: lost } } } }
services: { store: { component: disk, replicas: 3 } }`);
    const exact = exactly(model).dataLoss!.permanentPerYear;
    expect(exact).toBeLessThan(1e-5);
    expectWithin(losses!.permanentPerYear, exact);
    expect(losses!.loss!.quantiles.every(({ mean }) => mean === Infinity)).toBe(true);
  });
});
