import { describe, expect, test } from 'vitest';
import { DAY, expectExact, expectTells, HOUR, live, YEAR } from './harness.ts';

const EVERY = 7 * DAY;
const BAD = 0.2;
const RECOVERY = 3 * HOUR;
const LIVES = { replications: 40, years: 60 };

const service = (keys: string, deploy: string) => `components: { server: { failures: { crash: { mtbf: 1000000 years, mttr: 1 s } } } }
services: { web: { component: server, ${keys}, deploy: { every: 7 days, change-failure-rate: 20%, recovery: 3 h${deploy} } } }`;

/** Of a year, where each bad one takes the service down for so many seconds on average. */
function expectDown(text: string, seconds: number, share = 1, tells = 0.1): void {
  const { availability, incidents } = live(text, LIVES);
  const exact = 1 - (BAD * share * seconds) / EVERY;
  expectExact(availability, exact);
  expectTells(availability, exact, tells);
  expectExact(incidents.perYear, (BAD * share * YEAR) / EVERY);
}

describe('deploys as a compound process: so many a year, of which so many are bad, each for so long', () => {
  test('take every member down for the recovery', () => expectDown(service('replicas: 3', ''), RECOVERY));

  test('are recovered from once the health check has noticed, and served after it has noticed that as well', () => {
    // U(0, 20 s) + 2 × 20 s + 5 s until it is noticed, U(0, 20 s) + 20 s until the only member is taken back.
    const check = 'health-check: { interval: 20 s, timeout: 5 s }';
    expectDown(service(check, ''), 55 + RECOVERY + 30);
  });

  test('wait for whoever is to roll them back', () => {
    const team = 'teams: { on-call: { acknowledge: 30 min } }\n';
    expectDown(team + service('replicas: 2', ', repaired-by: on-call'), HOUR / 2 + RECOVERY, 1, 0.2);
  });

  const canary = ', canary: { members: 1, bake: 4 h, catches: 60% }';

  test('found in a canary that nobody misses harm nobody', () => {
    expectDown(service('replicas: 4, required: 3', canary), RECOVERY, 0.4);
  });

  test('found in a canary that is missed last half the bake less than others', () => {
    expectDown(service('replicas: 4, required: 4', canary), 0.6 * (2 * HOUR) + 0.4 * (4 * HOUR) + RECOVERY);
  });

  test('reach a standby first, and the active when they are not found there', () => {
    const pair = 'replicas: 2, mode: active-passive, failover: { detect: 30 s, promote: 1 min }';
    expectDown(service(pair, ''), 30 + RECOVERY);
    expectDown(service(pair, canary), 30 + RECOVERY, 0.4);
  });

  test('reach all sites at once, as they are the same changes, or one site first', () => {
    const sites = (deploy: string) => `domains: { a: { kind: region }, b: { kind: region } }
components: { server: { failures: { crash: { mtbf: 1000000 years, mttr: 1 s } } } }
services:
  shop: { of: web, sites: region }
  web: { component: server, replicas: 2, deploy: { every: 7 days, change-failure-rate: 20%, recovery: 3 h${deploy} } }`;
    expectDown(sites(''), RECOVERY);
    expectDown(sites(', canary: { members: 2, bake: 4 h, catches: 60% }'), RECOVERY, 0.4);
  });
});

describe('the times of deploys', () => {
  const alone = (deploy: string, mtbf = '1000000 years') => `components: { server: { failures: { crash: { mtbf: ${mtbf}, mttr: 6 h } } } }
services: { web: { component: server, deploy: { ${deploy} } } }`;
  const expectShare = (text: string, down: number, perYear: number) => {
    const { availability, incidents } = live(text, LIVES);
    expectExact(availability, 1 - down);
    expectTells(availability, 1 - down, 0.1);
    expectExact(incidents.perYear, perYear);
  };

  test('without memory make an alternating renewal process, as each is bad by the toss of a coin', () => {
    const up = (10 * DAY) / 0.3;
    expectShare(alone('every: exponential(10 days), change-failure-rate: 30%, recovery: exponential(1 day)'), DAY / (up + DAY), YEAR / (up + DAY));
  });

  test('of any law count by their mean where a recovery is shorter than any of them', () => {
    expectShare(alone('every: "uniform(3 days, 11 days)", change-failure-rate: 30%, recovery: 12 h'), (0.3 * 0.5) / 7, (0.3 * YEAR) / (7 * DAY));
  });

  test('leave out what is due while a bad one lasts', () => {
    // A bad one lasts over two others; of the third on every other one is bad: a cycle of 3 days and then one more on average.
    expectShare(alone('every: 1 day, change-failure-rate: 50%, recovery: 60 h'), 2.5 / 4, YEAR / (4 * DAY));
  });

  test('have nothing to do with failures: what is up is up of both', () => {
    const own = 30 / 30.25;
    const { availability } = live(alone('every: 7 days, change-failure-rate: 20%, recovery: 3 h', '30 days'), LIVES);
    const exact = own * (1 - (0.2 * 3) / 168);
    expectExact(availability, exact);
    expectTells(availability, exact, 0.1);
  });

  test('are the same for a model with a canary and for one without', () => {
    const [without, with100] = ['', ', canary: { members: 1, bake: 1 h, catches: 100% }'].map((canary) => live(service('replicas: 2', canary), { replications: 2, years: 30 }));
    // Every bad one is found before it is everywhere.
    expect(with100.incidents.perYear.mean).toBe(0);
    expect(with100.incidents.byCause.length).toBe(0);
    expect(without.incidents.perYear.mean).toBeGreaterThan(0);
  });
});
