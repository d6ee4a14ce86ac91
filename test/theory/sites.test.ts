import { describe, expect, test } from 'vitest';
import { solveChain } from './chain.ts';
import { atLeastOf, choose, expectExact, expectTells, HOUR, live, meanOf } from './harness.ts';
import { COVERAGE, FAIL, pairChain, REPAIR } from './pair.ts';

/** MTBF 240 h, MTTR 24 h. */
const SERVER = 'components: { app: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }';
const A = REPAIR / (FAIL + REPAIR);
const REGIONS = 'domains: { east: { kind: region }, west: { kind: region } }';
const either = (a: number) => 1 - (1 - a) ** 2;

describe('active-passive sites with exponential stages are their Markov chain', () => {
  const STAGES = 'detect: exponential(2 h), promote: exponential(3 h), redirect: exponential(1 h), retry: exponential(6 h)';
  const models = {
    'one server in each of two sites': (success: string) => `${REGIONS}
${SERVER}
services:
  shop: { of: app, sites: [east, west], mode: active-passive, failover: { ${STAGES}, success: ${success} } }
  app: { component: app }
entry: shop`,
    'two replicas': (success: string) => `${SERVER}
services:
  shop: { component: app, replicas: 2, mode: active-passive, failover: { ${STAGES}, success: ${success} } }
entry: shop`,
    'one server in each of two sites, behind services that only need one another': (success: string) => `${REGIONS}
${SERVER}
services:
  front: { needs: [shop] }
  shop: { of: stack, sites: [east, west], mode: active-passive, failover: { ${STAGES}, success: ${success} } }
  stack: { needs: [tier] }
  tier: { needs: [app] }
  app: { component: app }
entry: front`,
  };
  for (const [name, model] of Object.entries(models)) {
    for (const [success, coverage] of [['100%', 1], ['70%', COVERAGE]] as const) {
      test(`${name}, ${success} of the promotions succeed`, () => {
        const solved = pairChain(coverage);
        const exact = solved.share((s) => s.stage === 'serving');
        const { availability, incidents, recoveryTime, services } = live(model(success), { replications: 150, years: 10 });
        expectExact(availability, exact);
        expectTells(availability, exact, 0.03);
        const incidentsPerHour = solved.entries((s) => s.stage !== 'serving');
        expectExact(incidents.perYear, incidentsPerHour * 8766);
        expectExact(meanOf(recoveryTime), ((1 - exact) / incidentsPerHour) * HOUR);
        for (const [copy, figures] of Object.entries(services)) if (copy.startsWith('app@')) expectExact(figures.availability, A);
      });
    }
  }
});

describe('with everything at once sites are up as replicas are', () => {
  const availabilityOf = (text: string) => live(text, { replications: 60, years: 10 }).availability;

  test('active-active: as long as one is', () => {
    const model = `${REGIONS}
${SERVER}
services: { shop: { of: app, sites: region }, app: { component: app } }
entry: shop`;
    expectExact(availabilityOf(model), either(A));
  });

  test('a site is up if all of its stack is: k of n servers and a database', () => {
    const site = atLeastOf(2, 3, A) * A;
    const { availability, services } = live(
      `${REGIONS}
${SERVER}
services:
  shop: { of: stack, sites: [east, west] }
  stack: { needs: [web, db] }
  web: { component: app, replicas: 3, required: 2, needs: [db] }
  db: { component: app }
entry: shop`,
      { replications: 80, years: 10 },
    );
    expectExact(availability, either(site));
    for (const name of ['stack@east', 'stack@west']) expectExact(services[name].availability, site);
    expectExact(services['db@west'].availability, A);
  });

  test('regions with their outages, and zones with theirs inside them: sites within sites', () => {
    // Everything at once, so that active-passive is as good as active-active.
    const zone = 100 / 105;
    const region = 200 / 204;
    for (const [outer, inner] of [['active-active', 'active-active'], ['active-passive', 'active-passive'], ['active-passive', 'active-active']]) {
      const model = `domains:
  east: { kind: region, failures: { outage: { mtbf: 200 h, mttr: 4 h } }, domains: { e1: { kind: zone, failures: { outage: { mtbf: 100 h, mttr: 5 h } } }, e2: { kind: zone, failures: { outage: { mtbf: 100 h, mttr: 5 h } } } } }
  west: { kind: region, failures: { outage: { mtbf: 200 h, mttr: constant(4 h) } }, domains: { w1: { kind: zone, failures: { outage: { mtbf: 100 h, mttr: constant(5 h) } } }, w2: { kind: zone, failures: { outage: { mtbf: 100 h, mttr: 5 h } } } } }
${SERVER}
services:
  shop: { of: regional, sites: region, mode: ${outer} }
  regional: { of: app, sites: zone, mode: ${inner} }
  app: { component: app }
entry: shop`;
      expectExact(availabilityOf(model), either(region * either(zone * A)));
    }
  });

  test('a quorum of three sites needs two', () => {
    const model = `domains: { a: { kind: region }, b: { kind: region }, c: { kind: region } }
${SERVER}
services: { shop: { of: app, sites: region, mode: quorum }, app: { component: app } }
entry: shop`;
    expectExact(availabilityOf(model), atLeastOf(2, 3, A));
  });

  test('a service that all sites share is a single point of failure', () => {
    for (const mode of ['active-active', 'active-passive']) {
      const { availability, services } = live(
        `domains: { hub: { kind: region }, east: { kind: region }, west: { kind: region } }
${SERVER}
services:
  shop: { of: stack, sites: [east, west], mode: ${mode} }
  stack: { needs: [app, login] }
  app: { component: app }
  login: { component: app, in: hub }
entry: shop`,
        { replications: 80, years: 10 },
      );
      expectExact(availability, A * either(A));
      expectExact(services.login.availability, A);
    }
  });

  test('two services may work on the same copies', () => {
    const model = `${REGIONS}
${SERVER}
services:
  front: { needs: [reads, writes] }
  reads: { of: app, sites: [east, west] }
  writes: { of: app, sites: [east, west], mode: active-passive }
  app: { component: app }
entry: front`;
    const { availability, services } = live(model, { replications: 150, years: 10 });
    expectExact(availability, either(A));
    for (const name of ['reads', 'writes']) expectExact(services[name].availability, either(A));
  });
});

describe('what strikes all sites at once promotes nobody', () => {
  // A promotion takes longer than the repair: whoever began one would be seen.
  const failover = 'failover: { promote: 10 h }';

  test('a shock', () => {
    const { recoveryTime, incidents } = live(
      `${REGIONS}
components: { app: {} }
shocks: { deploy: { mtbf: 20 days, mttr: constant(5 h), hits: [app] } }
services:
  shop: { of: stack, sites: [east, west], mode: active-passive, ${failover} }
  stack: { needs: [app] }
  app: { component: app, replicas: 2 }
entry: shop`,
      { replications: 50, years: 10 },
    );
    expect([recoveryTime.p50, recoveryTime.max]).toEqual([5 * HOUR, 5 * HOUR]);
    expectExact(incidents.perYear, 365.25 / (20 + 5 / 24));
  });

  test('the domain that all of them lie in, and the service that all of them need', () => {
    for (const struck of ['', 'hub']) {
      const { recoveryTime } = live(
        `domains:
  earth: { ${struck === '' ? 'failures: { outage: { mtbf: 20 days, mttr: constant(5 h) } }, ' : ''}domains: { east: { kind: region }, west: { kind: region }, hub: { kind: region${struck === '' ? '' : ', failures: { outage: { mtbf: 20 days, mttr: constant(5 h) } }'} } } }
components: { app: {} }
services:
  shop: { of: stack, sites: [east, west], mode: active-passive, ${failover} }
  stack: { needs: [app, login] }
  app: { component: app }
  login: { component: app, in: hub }
entry: shop`,
        { replications: 50, years: 10 },
      );
      expect([recoveryTime.p50, recoveryTime.max]).toEqual([5 * HOUR, 5 * HOUR]);
    }
  });
});

describe('a site that answers less is a site that answers', () => {
  /** Servers of four that work, and a share of them that is answered; a site is down with none. */
  const STACK = `sla: { error-rate: 80% }
${REGIONS}
${SERVER}`;
  const copy = '  app: { component: app, replicas: 4, required: 4, below-required: degraded }\nentry: shop';

  test('active-active: requests are spread over the sites that are up', () => {
    const { availability } = live(`${STACK}\nservices:\n  shop: { of: app, sites: [east, west] }\n${copy}`, { replications: 150, years: 10 });
    const servers = (up: number) => choose(4, up) * A ** up * (1 - A) ** (4 - up);
    let answered = 0;
    for (let east = 0; east <= 4; east++) {
      for (let west = 0; west <= 4; west++) {
        const sites = (east > 0 ? 1 : 0) + (west > 0 ? 1 : 0);
        if (sites > 0) answered += (servers(east) * servers(west) * (east + west)) / 4 / sites;
      }
    }
    expectExact(availability.requests, answered);
    expectExact(availability, either(1 - (1 - A) ** 4));
  });

  test('active-passive: what is answered is what the active site answers', () => {
    // Where the active site has no server left, the other takes over at once, however few it has.
    const fail = 1 / 24;
    const solved = solveChain({ active: 4, standby: 4 }, ({ active, standby }) => {
      if (active === 0) return [[8 * REPAIR, { active: 1, standby: 0 }]];
      const moves: [number, { active: number; standby: number }][] = [];
      moves.push([active * fail, active > 1 ? { active: active - 1, standby } : { active: standby, standby: 0 }]);
      if (standby > 0) moves.push([standby * fail, { active, standby: standby - 1 }]);
      if (active < 4) moves.push([(4 - active) * REPAIR, { active: active + 1, standby }]);
      if (standby < 4) moves.push([(4 - standby) * REPAIR, { active, standby: standby + 1 }]);
      return moves;
    });
    const { availability } = live(`${STACK.replace('mtbf: 240 h', 'mtbf: 24 h')}\nservices:\n  shop: { of: app, sites: [east, west], mode: active-passive }\n${copy}`, { replications: 60, years: 10 });
    expectExact(availability.requests, [1, 2, 3, 4].reduce((sum, up) => sum + (up / 4) * solved.share(({ active }) => active === up), 0));
    expectExact(availability, solved.share(({ active }) => active > 0));
  });
});

describe('health checks of sites are those of replicas', () => {
  test('down while one of two failed sites is still in rotation, as half of the requests fails', () => {
    // Constant repair, detection 5 to 7 h after the failure: for U(0, 2 h) + 2 × 2 h + 1 h half of the requests fail.
    const { availability } = live(
      `${REGIONS}
components: { app: { failures: { crash: { mtbf: 200 h, mttr: constant(20 h) } } } }
services:
  shop: { of: app, sites: [east, west], health-check: { interval: 2 h, unhealthy-threshold: 3, healthy-threshold: 1, timeout: 1 h } }
  app: { component: app }
entry: shop`,
      { replications: 80, years: 10 },
    );
    // Taken back U(0, 2 h) after the repair; it may have failed again by then, with chance q.
    const q = 1 - -Math.expm1(-2 / 200) / (2 / 200);
    const serving = 200;
    const unnoticed = 6;
    const out = 20 - unnoticed + (20 * q) / (1 - q) + (q * 200) / (1 - q);
    const cycle = serving + unnoticed + out;
    expectExact(availability, ((serving + out) ** 2 - out ** 2) / cycle ** 2);
  });
});
