import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { DAY, expectExact, HOUR, live, meanOf } from './harness.ts';

/** A vault that is away 5 days of 15, and a database that is backed up to nowhere else. */
const VAULT = (backup: string, disk = '30 days', away = 'mtbf: constant(10 days), mttr: constant(5 days)') => `domains: { vault: { kind: region, failures: { away: { ${away} } } } }
components: { pg: { failures: { disk: { mtbf: ${disk}, mttr: constant(1 h), data: lost } } } }
services: { db: { component: pg, data: { size: 100 GB, change-rate: 1 GB/day }, backup: { ${backup}, copies: [vault] } } }
entry: db`;

/** The same told step by step: every backup is a row in a list, and stands in the vault from when it has been shipped there. */
function tellStepByStep(losses: number, logEvery: number, seed: string): number[] {
  const random = alea(seed, { state: true });
  const result: number[] = [];
  let now = random() * 15 * DAY;
  let restoredAt = 0;
  const cycle = 15 * DAY;
  const isAway = (t: number) => t % cycle >= 10 * DAY;
  const backAt = (t: number) => (isAway(t) ? Math.floor(t / cycle) * cycle + cycle : t);
  while (result.length < losses) {
    const lostAt = now - 30 * DAY * Math.log(1 - random());
    // What was written by the end of each piece of the log, and when that reached the vault.
    let newest = 0;
    for (let end = Math.floor(restoredAt / logEvery) * logEvery; end <= lostAt; end += logEvery) if (backAt(end) <= lostAt) newest = end;
    const repaired = lostAt + HOUR;
    const restored = backAt(repaired);
    result.push(lostAt - Math.max(newest, restoredAt));
    restoredAt = restored;
    // Its disk runs from its repair on, and may die again while the restore waits: then that waits for the disk as well.
    let died = repaired - 30 * DAY * Math.log(1 - random());
    while (died < restoredAt) {
      restoredAt = Math.max(restoredAt, backAt(died + HOUR));
      died = died + HOUR - 30 * DAY * Math.log(1 - random());
    }
    now = restoredAt;
  }
  return result;
}

describe('the only vault is away a third of the time', () => {
  test('what could not be shipped to it is lost: the mean and the quantiles of a history told step by step', () => {
    const { dataLoss } = live(VAULT('full: { every: 1 day }, log-shipping: 5 min, retention: 30 days'), { replications: 100, years: 20 });
    const told = tellStepByStep(8_000, 300, 'vault').sort((a, b) => a - b);
    const mean = told.reduce((a, b) => a + b, 0) / told.length;
    const deviation = Math.sqrt(told.reduce((sum, x) => sum + (x - mean) ** 2, 0) / told.length);
    const error = Math.hypot(deviation / Math.sqrt(told.length), (meanOf(dataLoss).ci95[1] - meanOf(dataLoss).ci95[0]) / 3.92);
    expect(Math.abs(meanOf(dataLoss).mean - mean) / error).toBeLessThan(3.5);
    expect(meanOf(dataLoss).mean / 65_000).toBeCloseTo(1, 1);
    for (const [key, p] of [['p50', 0.5], ['p90', 0.9], ['p95', 0.95]] as const) {
      const rank = told.filter((x) => x <= Number(dataLoss[key])).length / told.length;
      expect(Math.abs(rank - p), key).toBeLessThan(3.5 * Math.sqrt(p * (1 - p) * (1 / told.length + 1 / dataLoss.count)) + 0.005);
    }
    expect(dataLoss.max!).toBeLessThan(5 * DAY + 600);
    expect(dataLoss.max!).toBeGreaterThan(4.9 * DAY);
    expect(dataLoss.permanent).toBe(0);
  });

  test('catches up when it is back, and then loses no more than before', () => {
    const { dataLoss } = live(VAULT('full: 1 day, log-shipping: 10 min', "'uniform(98 days, 196 days)'", 'mtbf: constant(1 h), mttr: constant(1 s)'), { replications: 15, years: 20 });
    // It is away for a second each hour. The log of ten minutes: 5 min on average, and a second's outage delays it for that second.
    expectExact(meanOf(dataLoss), 300);
  });
});

describe('backups that do not restore are not walked through one by one', () => {
  test('five million full backups, none of which restores, are lost for good at once', () => {
    const { dataLoss } = live(
      `components: { pg: { failures: { disk: { mtbf: 1 year, mttr: 1 h, data: lost } } } }
services: { db: { component: pg, data: { size: 1 GB, change-rate: 1 GB/day }, backup: { full: 1 min, restorable: 0%, retention: 10 years } } }
entry: db`,
      { replications: 10, years: 10 },
    );
    expect(dataLoss.permanent).toBe(1);
  });

  test('of incrementals each second the first that does not restore ends the chain, as in a chain of a few', () => {
    const { dataLoss } = live(
      `components: { pg: { failures: { disk: { mtbf: 'uniform(2922 days, 4383 days)', mttr: constant(1 h), data: lost } } } }
services: { db: { component: pg, data: { size: 1 GB }, backup: { full: 1 day, incremental: 1 s, restorable: 99.999%, retention: 100 days } } }
entry: db`,
      { replications: 400, years: 20 },
    );
    // From u uniform in the day's 86,400 incrementals, each with q = 0.99999, applied are K = (q − q^(u+1))/(1 − q) on average.
    const q = 0.99999;
    let lost = 0;
    for (let u = 0.5; u < 86_400; u++) {
      const n = Math.floor(u);
      lost += u - (q - q ** (n + 1)) / (1 - q);
    }
    // The full one itself does not restore 1 time in 100,000, and then a day more is lost.
    expectExact(meanOf(dataLoss), lost / 86_400 + 1e-5 * DAY);
  });
});
