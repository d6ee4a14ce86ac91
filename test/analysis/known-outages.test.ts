import { describe, expect, test } from 'vitest';
import { knownOutages } from '../../src/analysis/known-outages.ts';
import { missedEvent } from '../../src/analysis/outages.ts';
import { parseModel } from '../../src/model/index.ts';

const model = (text: string) => parseModel(`nines: 1\nname: known\n${text}`);
const YEAR = 31_557_600;

describe('what is known of outages that were not seen', () => {
  const single = model('components: { s: { failures: { f: { mtbf: 9 h, mttr: 1 h } } } }\nservices: { a: { component: s } }\n');

  test('an exponential repair is met at twice its mean, and structure leaves all of a single server', () => {
    const { kinds, structural, isDataAtRisk } = knownOutages(single);
    expect(kinds).toHaveLength(1);
    expect(kinds[0].seconds).toBe(7200);
    expect(kinds[0].perYear).toBeCloseTo(8766 / 10, 9);
    expect(structural).toBeCloseTo(0.1 * YEAR, 3);
    expect(isDataAtRisk).toBe(false);
    expect(missedEvent(knownOutages(single), 1)).toEqual({ outage: 7200, anyOutage: 7200, loss: 0 });
  });

  test('a pair is down by itself for the square of the share that each is', () => {
    const pair = model('components: { s: { failures: { f: { mtbf: 9 h, mttr: 1 h } } } }\nservices: { a: { component: s, replicas: 2 } }\n');
    expect(knownOutages(pair).structural).toBeCloseTo(0.01 * YEAR, 3);
    expect(knownOutages(pair).kinds[0].perYear).toBeCloseTo((2 * 8766) / 10, 9);
  });

  test('of what happens once in five thousand years, ten have missed a thousandth', () => {
    const fire = model(`domains: { r: { kind: region, failures: { burns: { mtbf: 5000 years, mttr: constant(30 days) } } } }
components: { s: { failures: { f: { mtbf: 30 days, mttr: constant(60 s) } } } }
services: { a: { component: s, in: r } }
`);
    // At most twice as many as are to be expected, and half of an interval's room: 10 / 5000 / 2 of it, the rest of the next.
    const part = ((YEAR / (5000 * YEAR + 30 * 86_400)) * 10) / 2;
    const expected = part * 30 * 86_400 + (1 - part) * 60;
    expect(missedEvent(knownOutages(fire), 10).anyOutage).toBeCloseTo(expected, 6);
    expect(missedEvent(knownOutages(fire), 1e6).anyOutage).toBe(30 * 86_400);
  });

  test('a standby that may be held back leaves the structure without a say', () => {
    const held = model(`components: { s: { failures: { f: { mtbf: 9 h, mttr: 1 h } } } }
services: { a: { component: s, replicas: 2, mode: active-passive, failover: { promote: 1 s }, replication: { mode: async, lag: 1 s, max-lag: 2 s } } }
`);
    expect(knownOutages(held).structural).toBe(Infinity);
  });
});
