import { describe, expect, it, test } from 'vitest';
import { exactUnavailability } from '../../src/bench/rare-cases.ts';
import { compile } from '../../src/compile/compile.ts';
import { finish } from '../../src/engine/turns.ts';
import { parseModel } from '../../src/index.ts';
import { studentQuantile } from '../../src/random/special/student.ts';
import { estimateRareInTurns } from '../../src/rare/estimate.ts';
import { refusedRare } from '../../src/rare/scope.ts';
import { HOUR } from '../theory/harness.ts';

/*
 * The network, members that are started elsewhere, shocks that hit domains, standbys that fail less, work that makes
 * members new and requests by site, by strikes on copies of states against closed forms, enumerations and chains.
 */

/** Batches are 50; one honest comparison in 2,000 fails by chance. */
const STANDARD_ERRORS = studentQuantile(49, 1 - 0.00025);

function expectUnavailability(text: string, exact: number, work = 40_000): void {
  const model = parseModel(`nines: 1\nname: carried\n${text}`);
  const { program } = compile(model);
  expect(refusedRare(model, program)).toBeNull();
  const found = finish(estimateRareInTurns(program, 'carried', work));
  expect(found).toMatchObject({ unreached: null, seldom: null });
  expect(found.relativeStandardError).toBeLessThan(0.1);
  const error = found.relativeStandardError * found.unavailability;
  expect(Math.abs(found.unavailability - exact) / error, `${found.unavailability} for ${exact}`).toBeLessThan(STANDARD_ERRORS);
}

type Link = readonly [string, string];
/** Members that fail every 500 days for a day and elect at once; links that are cut every 200 days for a day. */
const quorum = (places: readonly string[], links: readonly Link[]) => `domains: { a: { kind: dc }, b: { kind: dc }, c: { kind: dc } }
links: [ ${links.map(([from, to]) => `{ between: [${from}, ${to}], failures: { cut: { mtbf: 200 days, mttr: 1 day } } }`).join(', ')} ]
components: { etcd: { failures: { crash: { mtbf: 500 days, mttr: 1 day } } } }
services: { etcd: { component: etcd, replicas: ${places.length}, in: [${places.join(', ')}], mode: quorum } }`;

/** Over all states of members and links: no member works and reaches the majority, itself among them. */
function enumerated(places: readonly string[], links: readonly Link[]): number {
  let sum = 0;
  const n = places.length;
  for (let state = 0; state < 2 ** (n + links.length); state++) {
    const works = (i: number) => ((state >> i) & 1) === 0;
    let chance = 1;
    for (let i = 0; i < n; i++) chance *= works(i) ? 500 / 501 : 1 / 501;
    for (let i = 0; i < links.length; i++) chance *= works(n + i) ? 200 / 201 : 1 / 201;
    const reaches = (x: string, y: string) => !links.some((link, i) => !works(n + i) && x !== y && link.includes(x) && link.includes(y));
    const leads = (i: number) => works(i) && places.filter((place, k) => works(k) && reaches(places[i], place)).length > n / 2;
    if (!places.some((_, i) => leads(i))) sum += chance;
  }
  return sum;
}

describe('a network', () => {
  it.each<[string, string[], Link[]]>([
    ['2 + 1', ['a', 'a', 'b'], [['a', 'b']]],
    ['2 + 2 + 1', ['a', 'a', 'b', 'b', 'c'], [['a', 'b'], ['b', 'c'], ['a', 'c']]],
  ])('that parts a quorum of %s: by enumeration of all states', (_, places, links) => {
    expectUnavailability(quorum(places, links), enumerated(places, links));
  });

  it('of two links between the same two, of which both have to be cut', () => {
    expectUnavailability(
      `domains: { a: { kind: dc }, b: { kind: dc } }
links: [ { between: [a, b], failures: { cut: { mtbf: 99 days, mttr: 1 day } } }, { between: [b, a], failures: { cut: { mtbf: 299 days, mttr: 'lognormal(12 h, 3 days)' } } } ]
components: { db: { failures: { crash: { mtbf: 1e9 years, mttr: 1 h } } } }
services: { db: { component: db, replicas: 2, in: [a, b], mode: active-passive, replication: { mode: sync, strict: true }, failover: { promote: 1 s } } }`,
      (1 / 100) * (lognormalMean(0.5, 3) / (299 + lognormalMean(0.5, 3))),
    );
  });
});

/** In the unit of its median. */
const lognormalMean = (median: number, p95: number): number => median * Math.exp((Math.log(p95 / median) / 1.6448536269514722) ** 2 / 2);

test('a shock that hits three zones, each with a chance of its own, two of which are too many', () => {
  const p = 0.05;
  const down = lognormalMean(12, 72);
  expectUnavailability(
    `domains: { a: { kind: zone }, b: { kind: zone }, c: { kind: zone } }
components: { unit: { restart: 0 s } }
services: { s: { component: unit, replicas: 3, across: zone, required: 2 } }
shocks: { flood: { mtbf: 20000 h, mttr: 'lognormal(12 h, 72 h)', hits: [a, b, c], probability: 5% } }`,
    (down / (20_000 + down)) * (3 * p ** 2 * (1 - p) + p ** 3),
  );
});

test('a member is down until it has been started elsewhere, or its zone is back: E min(R + restart, after + start)', () => {
  const [mtbf, mean, moves, restart] = [8_000, 4, 1.5, 0.5];
  expectUnavailability(
    `domains: { r: { kind: region, domains: { a: { kind: zone, failures: { outage: { mtbf: ${mtbf} h, mttr: ${mean} h } } }, b: { kind: zone } } } }
components: { pod: { restart: 30 min } }
services: { web: { component: pod, in: r, across: zone, reschedule: { after: 1 h, start: 30 min } } }`,
    (restart + mean * (1 - Math.exp(-(moves - restart) / mean))) / (mtbf + mean),
  );
});

test('a member that wears out and is made new at its age (Barlow & Hunter 1960)', () => {
  const [age, steps] = [500 * HOUR, 2_000];
  const scale = (1000 * HOUR) / 0.892979511569249;
  const survives = (x: number) => Math.exp(-((x / scale) ** 3));
  let up = 0;
  for (let i = 0; i < steps; i++) up += (survives(((i + 0.5) / steps) * age) * age) / steps;
  const out = (1 - survives(age)) * 48 * HOUR + survives(age) * 6 * HOUR;
  expectUnavailability(
    `components: { pump: { failures: { wear: { mtbf: 'weibull(3, 1000 h)', mttr: constant(48 h) } } } }
services: { line: { component: pump, maintenance: { every: 500 h, takes: 6 h, renews: true } } }`,
    out / (up + out),
  );
});

test.each(['30%', '0%'])('a standby that has %s of the failures, by its chain', (share) => {
  const text = `components: { c: { standby-failures: ${share}, failures: { f: { mtbf: 60 days, mttr: exponential(6 h) } } } }
services: { s: { component: c, replicas: 2, mode: active-passive, failover: { detect: exponential(1 min), promote: exponential(1 min) } } }`;
  expectUnavailability(text, exactUnavailability(parseModel(`nines: 1\nname: x\n${text}`)));
});

test('the loss of a site concerns those of its own share until it is noticed', () => {
  const cycle = 402;
  const [unnoticed, out] = [10 / 60 / cycle, (2 - 10 / 60 + 25 / 60) / cycle];
  // Of 70% and 30% of all requests either is too many to lose; where one is out of rotation the other has all.
  const good = 1 - unnoticed - out;
  const region = (name: string) => `${name}: { kind: region, failures: { out: { mtbf: 'uniform(200 h, 600 h)', mttr: constant(2 h) } } }`;
  expectUnavailability(
    `domains: { ${region('east')}, ${region('west')} }
components: { app: {} }
services:
  shop: { of: app, sites: [east, west], health-check: { interval: 10 min, unhealthy-threshold: 1, healthy-threshold: 3, timeout: 5 min } }
  app: { component: app }
traffic: { by-site: { east: 70%, west: 30% } }
sla: { error-rate: 20% }
entry: shop`,
    1 - good * (good + 2 * out),
  );
});
