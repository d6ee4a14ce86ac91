import { expect, test } from 'vitest';
import { atLeastOf, choose, expectExact, expectTells, live } from './harness.ts';

test('k of n inside zones inside regions: condition on the domains', () => {
  const { availability } = live(
    `domains:
  r1:
    kind: region
    failures: { outage: { mtbf: 95 days, mttr: 5 days } }
    domains:
      a: { kind: zone, failures: { outage: { mtbf: 45 days, mttr: constant(5 days) } } }
      b: { kind: zone, failures: { outage: { mtbf: 45 days, mttr: 5 days } } }
  r2:
    kind: region
    failures: { outage: { mtbf: 95 days, mttr: 5 days } }
    domains:
      c: { kind: zone, failures: { outage: { mtbf: 45 days, mttr: 5 days } } }
components: { unit: { failures: { fault: { mtbf: 18 days, mttr: 2 days } } } }
services: { s: { component: unit, replicas: 6, required: 3, across: zone } }
entry: s`,
    { replications: 300, years: 10 },
  );
  // Two members in each zone. Given which zones are reachable, the members that may be up are independent.
  const region = 0.95;
  const zone = 0.9;
  let exact = 0;
  for (let mask = 0; mask < 32; mask++) {
    const up = (bit: number) => ((mask >> bit) & 1) === 1;
    const chance = (up(0) ? region : 1 - region) * (up(1) ? region : 1 - region) * [2, 3, 4].reduce((p, bit) => p * (up(bit) ? zone : 1 - zone), 1);
    const zones = (up(0) && up(2) ? 1 : 0) + (up(0) && up(3) ? 1 : 0) + (up(1) && up(4) ? 1 : 0);
    exact += chance * atLeastOf(3, 2 * zones, 0.9);
  }
  expectExact(availability, exact);
  // The bare arithmetic takes every replica for independent, and is wrong by far more than the interval.
  expect(availability.arithmetic).toBeCloseTo(atLeastOf(3, 6, region * zone * 0.9), 12);
  expect(availability.arithmetic).toBeGreaterThan(availability.ci95[1]);
});

test('a domain that fails takes down all that is in it, and causes add up to the whole', () => {
  const report = live(
    `domains: { dc: { failures: { power: { mtbf: 95 days, mttr: 5 days } } } }
components: { unit: { failures: { fault: { mtbf: 18 days, mttr: 2 days } } } }
services: { s: { component: unit, replicas: 2, in: dc } }
entry: s`,
    { replications: 400, years: 10 },
  );
  expectExact(report.availability, 0.95 * (1 - 0.1 ** 2));
  const { byCause } = report.incidents;
  expect(byCause.map((c) => c.cause).sort()).toEqual(['dc/power', 's/fault']);
  expect(byCause.reduce((sum, c) => sum + c.share, 0)).toBeCloseTo(1, 12);
  expect(byCause.reduce((sum, c) => sum + c.downtimePerYear, 0)).toBeCloseTo(report.availability.downtimePerYear.mean, 3);
});

test('after its domain returns a member needs its restart time', () => {
  const { availability } = live(
    `domains: { dc: { failures: { power: { mtbf: 90 days, mttr: constant(5 days) } } } }
components: { unit: { restart: 5 days } }
services: { s: { component: unit, in: dc } }
entry: s`,
    { replications: 400, years: 10 },
  );
  // An outage during the restart starts it anew: per cycle of 95 days, 5 down and min(restart, time up) restarting.
  const restarting = 90 * (1 - Math.exp(-5 / 90));
  expectExact(availability, 1 - (5 + restarting) / 95);
});

test('a shock strikes each member independently with its probability at the same instant', () => {
  const { availability, incidents } = live(
    `components: { unit: { failures: { fault: { mtbf: 18 days, mttr: 2 days } } } }
shocks: { deploy: { mtbf: 45 days, mttr: 5 days, hits: [s], probability: 40% } }
services: { s: { component: unit, replicas: 3, required: 2 } }
entry: s`,
    { replications: 300, years: 10 },
  );
  const shock = 0.1;
  let given = 0;
  for (let struck = 0; struck <= 3; struck++) {
    given += choose(3, struck) * 0.4 ** struck * 0.6 ** (3 - struck) * atLeastOf(2, 3 - struck, 0.9);
  }
  const exact = (1 - shock) * atLeastOf(2, 3, 0.9) + shock * given;
  expectExact(availability, exact);
  expectTells(availability, exact, 0.02);
  expect(incidents.byCause.map((c) => c.cause)).toContain('deploy');
});

test('a shock with certainty takes down every service that it hits', () => {
  const { availability, services } = live(
    `components: { unit: { failures: { fault: { mtbf: 18 days, mttr: 2 days } } } }
shocks: { certificate: { mtbf: 45 days, mttr: 'uniform(0 days, 10 days)', hits: [a, b] } }
services: { a: { component: unit, replicas: 2, needs: [b] }, b: { component: unit } }
entry: a`,
    { replications: 400, years: 10 },
  );
  expectExact(availability, 0.9 * 0.99 * 0.9);
  expectExact(services.b.availability, 0.9 * 0.9);
});
