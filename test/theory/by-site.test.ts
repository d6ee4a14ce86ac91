import { test } from 'vitest';
import { expectExact, expectTells, live } from './harness.ts';

/** Two sites that fail every 40 h on average for 2 h; found after 10 min, and back in rotation after 20 to 30. */
const SITES = (keys: string, traffic: string) => `domains:
  east: { kind: region, failures: { out: { mtbf: 'uniform(20 h, 60 h)', mttr: constant(2 h) } } }
  west: { kind: region, failures: { out: { mtbf: 'uniform(20 h, 60 h)', mttr: constant(2 h) } } }
components: { app: {} }
services:
  shop: { of: app, sites: [east, west], health-check: { interval: 10 min, unhealthy-threshold: 1, healthy-threshold: 3, timeout: 5 min }${keys} }
  app: { component: app }
${traffic}
sla: { error-rate: 50% }
entry: shop`;

/** Shares of time that a site is out without anybody knowing, and out of rotation; seconds do not matter, hours do. */
const cycle = 40 + 2;
const [unnoticed, out] = [10 / 60 / cycle, (2 - 10 / 60 + 25 / 60) / cycle];
const good = 1 - unnoticed - out;

/** What is answered where the sites have such shares of all requests: they fail independently of each other. */
function answered(east: number, west: number): { readonly requests: number; readonly up: number } {
  const states = [['good', good], ['unnoticed', unnoticed], ['out', out]] as const;
  let [requests, up] = [0, 0];
  for (const [a, chanceA] of states)
    for (const [b, chanceB] of states) {
      const asked = (a === 'out' ? 0 : east) + (b === 'out' ? 0 : west);
      const reached = (a === 'good' ? east : 0) + (b === 'good' ? west : 0);
      const share = asked === 0 ? 0 : reached / asked;
      requests += chanceA * chanceB * share;
      up += chanceA * chanceB * (share >= 0.5 ? 1 : 0);
    }
  return { requests, up };
}

test.each([
  ['those of its own share', 'traffic: { by-site: { east: 70%, west: 30% } }', 0.7, 0.3],
  ['half of them without shares', '', 0.5, 0.5],
])('the loss of a site concerns %s until it is noticed, and nobody after that', (_, traffic, east, west) => {
  const { availability } = live(SITES('', traffic), { replications: 60, years: 5 });
  const { requests, up } = answered(east, west);
  expectExact(availability.requests, requests);
  expectTells(availability.requests, requests, 0.02);
  expectExact(availability, up);
});

test('requests that are sent on concern nobody, whose ever they were', () => {
  const { availability } = live(SITES(', retry: true', 'traffic: { by-site: { east: 70%, west: 30% } }'), { replications: 60, years: 5 });
  expectExact(availability.requests, 1 - (unnoticed + out) ** 2);
});
