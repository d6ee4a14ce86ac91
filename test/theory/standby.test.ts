import { describe, expect, test } from 'vitest';
import { solveChain } from './chain.ts';
import { expectExact, expectTells, live, YEAR, HOUR } from './harness.ts';

const FAIL = 1 / 240;
const REPAIR = 1 / 24;

const PAIR = (more: string, component = '') => `components: { db: { failures: { crash: { mtbf: 240 h, mttr: 24 h } }${component} } }
services: { db: { component: db, replicas: 2, mode: active-passive, ${more} } }`;

/** So many are down of two, and so many may be repaired at once; one of those that are up serves, the other stands by. */
function pair(dormancy: number, crews = 2) {
  return solveChain<number>(0, (down) => [
    ...(down === 0 ? [[FAIL * (1 + dormancy), 1] as const] : []),
    ...(down === 1 ? [[FAIL, 2] as const, [REPAIR, 0] as const] : []),
    ...(down === 2 ? [[crews * REPAIR, 1] as const] : []),
  ]);
}

describe('a pair whose standby keeps a share of its failure rate is its Markov chain', () => {
  for (const [title, dormancy, text] of [
    ['none of it', 0, PAIR('standby-failures: 0%')],
    ['three tenths, said of the component', 0.3, PAIR("failover: { promote: 0 s }", ', standby-failures: 30%')],
    ['all of it', 1, PAIR('standby-failures: 100%')],
    ['none of it, since it is cold', 0, PAIR('standby: cold, failover: { promote: 0 s }')],
    ['all of it, since it is warm', 1, PAIR('standby: warm, failover: { promote: 0 s }')],
    ['seven tenths, and not what its component says', 0.7, PAIR('standby-failures: 70%', ', standby-failures: 10%')],
  ] as const) {
    test(title, () => {
      const solved = pair(dormancy);
      const exact = 1 - solved.share((down) => down === 2);
      const { availability, incidents } = live(text, { replications: 250, years: 10 });
      expectExact(availability, exact);
      expectTells(availability, exact, 0.04);
      expectExact(incidents.perYear, solved.entries((down) => down === 2) * 8766);
    });
  }
});

describe.each([1, 2])('with %i to repair them, a pair that fails at random is its chain', (crews) => {
  test.each([0, 0.3, 1])('where a standby keeps %d of its failure rate', (dormancy) => {
    const crewed = `teams: { crew: { people: ${crews} } }\n${PAIR(`standby-failures: ${dormancy * 100}%`)}`.replace('mttr: 24 h', 'mttr: 24 h, repaired-by: crew');
    const exact = 1 - pair(dormancy, crews).share((down) => down === 2);
    const { availability } = live(crewed, { replications: 100, years: 10 });
    expectExact(availability, exact);
    expectTells(availability, exact, 0.06);
  });
});

test('standbys that wear at a share of the pace fail when they have worn out, be it as an active or standing by', () => {
  for (const [text, share] of [['50%', 0.5], ['30%', 0.3], ['0%', 0]] as const) {
    const years = 5;
    // Each lasts for 100 h of service, and is repaired in 10 h: when failovers come follows by hand.
    let failures = 0;
    let now = 100;
    let worn = 100 * share;
    while (now < (years * YEAR) / HOUR) {
      failures++;
      const next = now + 100 - worn;
      worn = share * (next - (now + 10));
      now = next;
    }
    const { incidents, availability } = live(
      `components: { db: { failures: { worn: { mtbf: constant(100 h), mttr: constant(10 h) } }, standby-failures: ${text} } }
services: { db: { component: db, replicas: 2, mode: active-passive, failover: { redirect: 1 h } } }`,
      { replications: 2, years, warmUpSeconds: 0 },
    );
    expect(incidents.perYear.mean * years, text).toBeCloseTo(failures, 9);
    expect((1 - availability.mean) * years * YEAR, text).toBeCloseTo(failures * HOUR, 2);
  }
});
