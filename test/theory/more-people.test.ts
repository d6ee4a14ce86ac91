import alea from 'seedrandom/lib/alea.js';
import { expect, test } from 'vitest';
import type { Estimate } from '../../src/analysis/report.ts';
import { estimateOf, live } from './harness.ts';

const MODELS = 2;
const LIVES = { replications: 8, years: 2 };
const LIFE_SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A shop of one to five machines, repaired by people who answer and work some hours, with parts. */
function shop(seed: number, people: number, stock: number): string {
  const random = alea(`more people ${seed}`, { state: true });
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const replicas = pick(2, 3, 5);
  return `teams:
  crew: { people: ${people}, acknowledge: '${pick('0 s', 'exponential(2 h)', 'lognormal(30 min, 3 h)')}', escalate: { after: ${pick('1 h', '5 h')}, to: boss }${pick('', ', hours: Mon-Fri 08:00-18:00')} }
  boss: { people: 1, acknowledge: 2 h }
components:
  machine:
    failures:
      breaks: { mtbf: ${pick('20 h', '60 h', "'weibull(2, 60 h)'")}, mttr: '${pick('5 h', 'constant(10 h)', 'lognormal(4 h, 20 h)')}', repaired-by: crew, priority: ${pick(0, 3)} }
      worn: { mtbf: 150 h, mttr: 3 h, repaired-by: crew, needs-spare: true }
    spares: { stock: ${stock}, lead-time: '${pick('2 days', 'exponential(3 days)')}' }
services: { shop: { component: machine, replicas: ${replicas}, required: ${pick(1, 2)} } }`;
}

/** Not worse by more than the two say of themselves. */
function expectNoWorse(before: Estimate, after: Estimate, what: string): void {
  const half = (each: Estimate) => (each.ci95[1] - each.ci95[0]) / 2;
  expect(after.mean, what).toBeGreaterThan(before.mean - Math.hypot(half(before), half(after)) - 1e-12);
}

test('more people, and more parts, never make a system less available than its interval allows', () => {
  for (let seed = 0; seed < MODELS; seed++) {
    const people = [1, 2, 4].map((count) => live(shop(seed, count, 1), LIVES));
    const stock = [0, 1, 3].map((count) => live(shop(seed, 2, count), LIVES));
    for (const [reports, what] of [[people, 'people'], [stock, 'parts']] as const)
      for (let i = 1; i < reports.length; i++) expectNoWorse(reports[i - 1].availability, reports[i].availability, `more ${what} in ${shop(seed, 2, 1)}`);
    // One waits less for more people: their own figure, in lives of their own that each number of people shares.
    const waits = [1, 2, 4].map((count) => LIFE_SEEDS.map((life) => live(shop(seed, count, 1), { replications: 1, years: 2, seed: life }).teams![0].waitSeconds.mean!));
    for (let i = 1; i < waits.length; i++) {
      const { mean, ci95 } = estimateOf(waits[i].map((wait, life) => wait - waits[i - 1][life]));
      expect(mean, `with more people one waits longer in ${shop(seed, 2, 1)}`).toBeLessThanOrEqual((3.5 * (ci95[1] - mean)) / 1.96);
    }
  }
});

/** A protective system of one to three members whose faults nobody notices but a check. */
function guard(seed: number, everyDays: number, coverage: number): string {
  const random = alea(`tighter checks ${seed}`, { state: true });
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  return `components:
  sensor:
    failures: { stuck: { mtbf: '${pick('40 days', 'weibull(2, 60 days)')}', mttr: '${pick('8 h', 'lognormal(4 h, 20 h)')}', latent: true } }
    check: { every: ${everyDays} days, coverage: ${coverage}%, staggered: ${pick('true', 'false')} }
services: { guard: { component: sensor, replicas: ${pick(1, 2, 3)}, required: 1 } }`;
}

test('checks that come more often, or find more, never make a protective system less available than its interval allows', () => {
  for (let seed = 0; seed < MODELS; seed++) {
    const often = [60, 20, 5].map((days) => live(guard(seed, days, 90), LIVES));
    const better = [50, 80, 100].map((coverage) => live(guard(seed, 20, coverage), LIVES));
    for (const reports of [often, better])
      for (let i = 1; i < reports.length; i++) expectNoWorse(reports[i - 1].availability, reports[i].availability, guard(seed, 20, 90));
    // And they do something.
    expect(often[2].availability.mean).toBeGreaterThan(often[0].availability.mean);
  }
});
