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

  test('a standby that is broken and nobody knows makes no outage longer: the failover that needs it finds that out', () => {
    const pair = (check: string, of = 'mode: active-passive, failover: { promote: constant(60 s) }') =>
      knownOutages(
        model(`simulation: { warm-up: 10 years }
components: { s: { failures: { f: { mtbf: 9999 h, mttr: constant(1 h), latent: true } } } }
services: { a: { component: s, replicas: 2, ${of}${check} } }
`),
      );
    const looked = pair(', check: { every: 1000 h, coverage: 50% }');
    expect(looked.kinds[0].seconds).toBe(3600);
    expect(looked.besides).toBe(60);
    // How long a second one is met by the first nobody has worked out.
    expect(looked.structural).toBe(Infinity);
    expect(pair('').kinds[0].seconds).toBe(3600);
    // With nobody to fail over to, whoever waits for it waits for the check.
    expect(pair(', check: { every: 1000 h, coverage: 50% }', 'mode: active-active').besides).toBe(7_200_000);
    expect(missedEvent(pair('', 'mode: active-active'), 1).outage).toBe(YEAR);
  });

  /** One failure in 9 h of each of two servers, an hour's work each. */
  const waiting = (team: string, more = '', component = '') =>
    model(`simulation: { warm-up: 10 years }
teams: { ops: { ${team} }${more} }
components: { s: { ${component}failures: { f: { mtbf: 19 h, mttr: 1 h, repaired-by: ops } } } }
services: { a: { component: s, replicas: 2 } }
`);

  test('a repair takes as long as it waits for people: their answer, their longest night, and the queue of the last in line', () => {
    const alone = knownOutages(waiting('people: 1, acknowledge: constant(6 min)'));
    // Cobham: two servers ask once in 20 h each, for 1.1 h; E[S²] = 1 + 1.1².
    const [perHour, busy] = [2 / 20, 0.11];
    const queue = (perHour * (1 + 1.1 ** 2)) / (2 * (1 - busy) ** 2);
    expect(alone.kinds[0].seconds).toBeCloseTo(3600 * (2 + 0.1 + queue), 6);
    expect(alone.structural).toBe(Infinity);
    const many = knownOutages(waiting('people: 1000000, acknowledge: constant(6 min)'));
    expect(many.kinds[0].seconds).toBeCloseTo(3600 * 2.1, 1);
    const office = knownOutages(waiting('people: 1000000, acknowledge: constant(6 min), hours: Mon-Fri 09:00-17:00'));
    // Friday 17:00 to Monday 09:00, and work that takes 168 / 40 times as long.
    expect(office.kinds[0].seconds).toBeCloseTo(3600 * ((2 * 168) / 40 + 0.1 + 64), 0);
  });

  test('nothing is known where people are busy nearly all of the time', () => {
    expect(missedEvent(knownOutages(waiting('people: 1, acknowledge: 9 h')), 1000).outage).toBe(YEAR);
  });

  test('a part that is out of stock takes its order’s time besides', () => {
    const parts = model(`components: { s: { spares: { stock: 1, lead-time: constant(2 days) }, failures: { f: { mtbf: 19 h, mttr: 1 h, needs-spare: true } } } }
services: { a: { component: s, replicas: 2 } }
`);
    expect(knownOutages(parts).kinds[0].seconds).toBeCloseTo(3600 * 2 + 2 * 86_400, 6);
  });
});
