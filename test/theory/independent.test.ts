import { describe, expect, test } from 'vitest';
import { atLeastOf, expectExact, expectTells, live } from './harness.ts';

/** MTBF 100 days, MTTR 2 days, whatever the distributions. */
const A = 100 / 102;

describe('the steady-state availability of one repairable unit is MTBF / (MTBF + MTTR) for any distributions', () => {
  // Each pair has means 100 days and 2 days.
  const pairs: Record<string, readonly [up: string, down: string]> = {
    'exponential, exponential': ['100 days', '2 days'],
    'exponential, constant': ['100 days', 'constant(2 days)'],
    'constant, exponential': ['constant(100 days)', '2 days'],
    'uniform, uniform': ['uniform(50 days, 150 days)', 'uniform(1 day, 3 days)'],
    'triangular, triangular': ['triangular(50 days, 100 days, 150 days)', 'triangular(0 days, 2 days, 4 days)'],
    'weibull, gamma': ['weibull(2.5, 100 days)', 'gamma(0.5, 2 days)'],
    'weibull with infant mortality, weibull': ['weibull(0.7, 100 days)', 'weibull(3, 2 days)'],
    'gamma, empirical': ['gamma(4, 100 days)', 'empirical(1 day, 1 day, 4 days)'],
  };
  for (const [name, [up, down]] of Object.entries(pairs)) {
    test(name, () => {
      const { availability } = live(
        `components: { unit: { failures: { fault: { mtbf: '${up}', mttr: '${down}' } } } }
services: { s: { component: unit } }
entry: s`,
        { replications: 400, years: 10 },
      );
      expectExact(availability, A);
      expectTells(availability, A, 0.05);
      expect(availability.arithmetic).toBeCloseTo(A, 12);
    });
  }

  test('lognormal, given by median and p95', () => {
    // mean = median · exp(σ²/2), σ = ln(p95 / median) / 1.6449
    const meanOf = (median: number, p95: number) => median * Math.exp((Math.log(p95 / median) / 1.6448536269514722) ** 2 / 2);
    const up = meanOf(80, 200);
    const down = meanOf(1, 5);
    const { availability } = live(
      `components: { unit: { failures: { fault: { mtbf: 'lognormal(80 days, 200 days)', mttr: 'lognormal(1 day, 5 days)' } } } }
services: { s: { component: unit } }
entry: s`,
      { replications: 800, years: 10 },
    );
    expectExact(availability, up / (up + down));
  });
});

test('a failure mode given by availability and mttr has that availability', () => {
  const { availability } = live(
    `components: { unit: { failures: { fault: { availability: 99.5%, mttr: constant(5 h) } } } }
services: { s: { component: unit } }
entry: s`,
    { replications: 400, years: 10 },
  );
  expectExact(availability, 0.995);
});

test('failure modes of one unit are independent: their availabilities multiply', () => {
  const { availability } = live(
    `components: { unit: { failures: { crash: { mtbf: 10 days, mttr: 1 day }, disk: { mtbf: 50 days, mttr: constant(5 days) } } } }
services: { s: { component: unit } }
entry: s`,
    { replications: 400, years: 10 },
  );
  expectExact(availability, (10 / 11) * (50 / 55));
});

test('services in series multiply, and one needed over two paths counts once', () => {
  const { availability, services } = live(
    `components:
  a: { failures: { fault: { mtbf: 30 days, mttr: 1 day } } }
  b: { failures: { fault: { mtbf: 20 days, mttr: 12 h } } }
  c: { failures: { fault: { mtbf: 60 days, mttr: 2 days } } }
services:
  top: { component: a, needs: [left, right] }
  left: { component: b, needs: [shared] }
  right: { component: b, needs: [shared] }
  shared: { component: c }
entry: top`,
    { replications: 400, years: 10 },
  );
  const a = 30 / 31;
  const b = 40 / 41;
  const c = 60 / 62;
  expectExact(availability, a * b * b * c);
  expectExact(services.left.availability, b * c);
  expect(availability.arithmetic).toBeCloseTo(a * b * b * c, 12);
});

describe('independent replicas under k of n', () => {
  for (const [required, replicas] of [[1, 2], [2, 3], [3, 5], [1, 3]] as const) {
    test(`${required} of ${replicas}`, () => {
      const { availability } = live(
        `components: { unit: { failures: { fault: { mtbf: 18 days, mttr: 2 days } } } }
services: { s: { component: unit, replicas: ${replicas}, required: ${required} } }
entry: s`,
        { replications: 600, years: 10 },
      );
      const exact = atLeastOf(required, replicas, 0.9);
      expectExact(availability, exact);
      expectTells(availability, exact, 0.1);
      expect(availability.arithmetic).toBeCloseTo(exact, 12);
    });
  }
});

test('below required a service that degrades answers healthy/required', () => {
  const { availability } = live(
    `components: { unit: { failures: { fault: { mtbf: 18 days, mttr: 2 days } } } }
services: { s: { component: unit, replicas: 4, required: 4, below-required: degraded } }
entry: s
sla: { error-rate: 30% }`,
    { replications: 600, years: 10 },
  );
  // Three of four answer 75%: more than 1 − 30%, so that down means two or more failed.
  expectExact(availability, atLeastOf(3, 4, 0.9));
  let answered = 0;
  for (let up = 0; up <= 4; up++) answered += (atLeastOf(up, 4, 0.9) - atLeastOf(up + 1, 4, 0.9)) * (up / 4);
  expectExact(availability.requests, answered);
  expectExact(availability.out, 0.1 ** 4);
  expectExact(availability.degraded, 4 * 0.1 * 0.9 ** 3);
});

test('a service that degrades loses what reaches the dead or what the living cannot carry, whichever is more', () => {
  // One of two fails and stays in rotation: half of the requests reach the other, which can carry just that half.
  const { availability } = live(
    `components: { unit: { failures: { fault: { mtbf: 100 h, mttr: constant(1 h) } } } }
services: { s: { component: unit, replicas: 2, required: 2, below-required: degraded, health-check: { interval: 2 h, unhealthy-threshold: 9 } } }
entry: s
sla: { error-rate: 60% }`,
    { replications: 200, years: 10 },
  );
  const up = 100 / 101;
  expectExact(availability.requests, up * up + up * (1 - up));
});

test('a wanted service multiplies by f + (1 − f) × its own share', () => {
  const { availability, services } = live(
    `components: { unit: { failures: { fault: { mtbf: 18 days, mttr: 2 days } } }, cache: { failures: { fault: { mtbf: 9 days, mttr: 1 day } } } }
services: { web: { component: unit, wants: { cache: 96% } }, cache: { component: cache } }
entry: web`,
    { replications: 400, years: 10 },
  );
  // Without the cache 96% are answered: degraded, not down.
  expectExact(availability, 0.9);
  expectExact(availability.degraded, 0.9 * 0.1);
  expectExact(availability.requests, 0.9 * (0.96 + 0.04 * 0.9));
  expectExact(services.cache.availability, 0.9);
});

test('a quorum without election time is a majority of independent members', () => {
  const { availability } = live(
    `components: { etcd: { failures: { fault: { mtbf: 18 days, mttr: 2 days } } } }
services: { etcd: { component: etcd, replicas: 5, mode: quorum } }
entry: etcd`,
    { replications: 600, years: 10 },
  );
  expectExact(availability, atLeastOf(3, 5, 0.9));
});
