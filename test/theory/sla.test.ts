import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { DAY, expectExact, live, YEAR } from './harness.ts';

const MINUTE = 60;
const MONTH = YEAR / 12;
/** One member whose outages are rare and exponential: what falls down in a window is a compound Poisson sum. */
const outages = (mtbf: string, mttr: string, sla: string, more = '') => `components: { db: { failures: { outage: { mtbf: ${mtbf}, mttr: ${mttr} } } } }
services: { db: { component: db } }
sla: ${sla}
${more}`;

/** Chance that a Poisson number, of so many on average, of exponential lengths of that mean adds up to more than x. */
function compoundTail(expected: number, mean: number, x: number): number {
  let tail = 0;
  let arrivals = Math.exp(-expected);
  // Gamma(n, mean) is above x where fewer than n arrivals fall into x / mean.
  let term = Math.exp(-x / mean);
  let below = 0;
  for (let n = 1; n < 60; n++) {
    arrivals *= expected / n;
    below += term;
    term *= x / mean / n;
    tail += arrivals * below;
  }
  return tail;
}

const windowsOf = (report: Report) => report.windows!;

describe('windows of an SLA, with rare exponential outages', () => {
  // Two outages a year of 30 min on average: the published 62% of years with a broken month.
  const report = live(
    outages('0.5 years', '30 min', '{ promise: 99.95%, window: month, fee: 50000 USD/month, credits: { 99.99%: 10%, 99%: 30%, 95%: 100% } }'),
    { replications: 2000, years: 10 },
  );
  const perYear = YEAR / (0.5 * YEAR + 30 * MINUTE);
  const tail = (x: number) => compoundTail(perYear / 12, 30 * MINUTE, x);
  const budget = 0.0005 * MONTH;

  test('are broken as often as a compound Poisson process passes the budget', () => {
    expectExact(windowsOf(report).broken, tail(budget));
    expect(windowsOf(report).budgetSeconds).toBeCloseTo(budget, 6);
  });

  test('break 62% of years, as is published: 1 − (1 − p)¹²', () => {
    const exact = 1 - (1 - tail(budget)) ** 12;
    expect(exact).toBeCloseTo(0.62, 2);
    expectExact(windowsOf(report).yearsWithBroken, exact);
  });

  test('owe the fee times what each month fell below', () => {
    const [ten, thirty, all] = [0.0001, 0.01, 0.05].map((share) => tail(share * MONTH));
    expectExact(windowsOf(report).creditsPerYear, 12 * 50_000 * (0.1 * (ten - thirty) + 0.3 * (thirty - all) + all));
  });

  test('leave of the budget what the same process leaves', () => {
    const { p5, p50, p95 } = windowsOf(report).budgetLeft;
    expect([p50, p95]).toEqual([1, 1]);
    // One month in twenty is down for longer than the 95th percentile: within 3.5 standard errors of its rank.
    const used = (1 - p5!) * budget;
    expect(Math.abs(tail(used) - 0.05)).toBeLessThan(3.5 * Math.sqrt((0.05 * 0.95) / (report.run.years * 12)) + 0.05 * 0.004);
  });

  test.each([
    ['day', DAY],
    ['week', 7 * DAY],
    ['quarter', YEAR / 4],
    ['year', YEAR],
  ])('are broken so by the %s as well, whatever is left over at the end of a history', (window, seconds) => {
    const found = live(outages('0.5 years', '30 min', `{ promise: 99.9%, window: ${window} }`), { replications: 400, years: 5, seed: window });
    expectExact(windowsOf(found).broken, compoundTail((perYear * seconds) / YEAR, 30 * MINUTE, 0.001 * seconds));
  });

  test('take the availability target as their promise, and are absent where nothing is promised by the window', () => {
    const targets = 'targets: { availability: 99.9% }';
    expect(live(outages('1 year', '1 h', '{ window: quarter }', targets), { replications: 2, years: 1 }).windows).toMatchObject({ promise: 0.999, window: 'quarter' });
    expect(live(outages('1 year', '1 h', '{ error-rate: 1% }', targets), { replications: 2, years: 1 })).not.toHaveProperty('windows');
  });

  test('count an outage across their border in both, each its part', () => {
    // Down for 36 h, once in a while: it always falls into two or three days, of which it fills the middle one.
    const found = live(outages('20 days', 'constant(36 h)', '{ promise: 99.9999%, window: day }'), { replications: 200, years: 2, seed: 'border' });
    const rate = 1 / (20 * DAY + 36 * 3600);
    // A day is broken if it meets an outage: one begins in it, or in the 36 h before it. No two fall so close but by chance.
    const { mean } = windowsOf(found).broken;
    const down = rate * 36 * 3600;
    // P(no outage meets the day) = P(up at its beginning) × P(no failure for a day).
    expectExact({ mean, ci95: windowsOf(found).broken.ci95 }, 1 - (1 - down) * Math.exp(-1 / 20));
  });
});

describe('what an SLA tolerates', () => {
  const tolerance = 10 * MINUTE;
  const text = outages('10 days', '8 min', '{ tolerates: 10 min, promise: 99.95%, window: month }');
  const report = live(text, { replications: 400, years: 5 });
  const perYear = YEAR / (10 * DAY + 8 * MINUTE);
  const longer = Math.exp(-tolerance / (8 * MINUTE));

  test('is what is over sooner: of exponential outages P(length > t) are its incidents', () => {
    expectExact(report.sla!.incidentsPerYear, perYear * longer);
    expectExact(report.incidents.perYear, perYear);
  });

  test('is no downtime of it, and the others count whole: E[L; L > t] = (t + m) e^(−t/m)', () => {
    expectExact(report.sla!.downtimePerYear, perYear * (tolerance + 8 * MINUTE) * longer);
    expectExact(report.sla!.availability, 1 - (perYear * (tolerance + 8 * MINUTE) * longer) / YEAR);
  });

  test('is still counted by availability itself', () => {
    expectExact(report.availability, (10 * DAY) / (10 * DAY + 8 * MINUTE));
    const plain = live(outages('10 days', '8 min', '{ error-rate: 5% }'), { replications: 400, years: 5 });
    expect(plain.availability.mean).toBe(report.availability.mean);
    expect(plain).not.toHaveProperty('sla');
  });

  test('breaks no window either', () => {
    const all = live(outages('10 days', '8 min', '{ promise: 99.95%, window: month }'), { replications: 400, years: 5 });
    expect(report.windows!.broken.mean).toBeLessThan(all.windows!.broken.mean);
  });
});
