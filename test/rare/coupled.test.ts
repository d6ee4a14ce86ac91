import { describe, expect, it, test } from 'vitest';
import { exactUnavailability } from '../../src/bench/rare-cases.ts';
import { compile } from '../../src/compile/compile.ts';
import { finish } from '../../src/engine/turns.ts';
import { parseModel, simulate } from '../../src/index.ts';
import { studentQuantile } from '../../src/random/special/student.ts';
import { estimateRareInTurns } from '../../src/rare/estimate.ts';
import { rareFigures } from '../../src/rare/rare.ts';
import { refusedRare } from '../../src/rare/scope.ts';
import { solveChain } from '../theory/chain.ts';
import { DAY, HOUR, YEAR } from '../theory/harness.ts';
import { randomCoupled } from './random-coupled.ts';

/*
 * People, parts, faults that nobody notices, shards, coordinators, planned work and data: what strikes on copies of
 * states come to where what happens to one service concerns another, or where what takes one out of where it usually is
 * has no hazard, against chains and closed forms.
 */

/** Batches are 50; one honest comparison in 2,000 fails by chance. */
const STANDARD_ERRORS = studentQuantile(49, 1 - 0.00025);

function estimate(text: string, work: number) {
  const model = parseModel(`nines: 1\nname: coupled\n${text}`);
  const { program } = compile(model);
  expect(refusedRare(model, program)).toBeNull();
  const found = finish(estimateRareInTurns(program, 'coupled', work));
  expect(found).toMatchObject({ unreached: null, seldom: null });
  return { model, ...found };
}

/** And that it says something: its own standard error is at most so much of it. */
function expectUnavailability(text: string, exact: number, work = 60_000, mostError = 0.1): void {
  const { unavailability, relativeStandardError } = estimate(text, work);
  expect(relativeStandardError).toBeLessThan(mostError);
  const error = relativeStandardError * unavailability;
  expect(Math.abs(unavailability - exact) / error, `${unavailability} for ${exact}`).toBeLessThan(STANDARD_ERRORS);
}

describe('somebody who repairs', () => {
  /** What is to be repaired, in the order in which it failed: whoever is first is worked on. */
  type Queue = string;
  const served = (queue: Queue, pair: number, other: number): readonly (readonly [number, Queue])[] =>
    queue === '' ? [] : [[queue.startsWith('p') ? pair : other, queue.slice(1)]];

  test('for a pair and a rare other job of a month: the pair is down while both wait, which few histories see', () => {
    const [fail, repair, other, month] = [1 / (100 * DAY), 1 / (6 * HOUR), 1 / (200 * YEAR), 1 / (30 * DAY)];
    const solved = solveChain<Queue>('', (queue) => {
      const down = [...queue].filter((each) => each === 'p').length;
      return [
        ...served(queue, repair, month),
        ...(down < 2 ? [[(2 - down) * fail, `${queue}p`] as const] : []),
        ...(queue.includes('o') ? [] : [[other, `${queue}o`] as const]),
      ];
    });
    const isDown = (queue: Queue) => queue.split('p').length > 2;
    // Without the other job it is a fifth of that.
    const alone = 2 * (fail / repair) ** 2;
    expect(solved.share(isDown) / alone).toBeGreaterThan(1.2);
    expectUnavailability(
      `teams: { crew: { people: 1 } }
components:
  p: { failures: { f: { mtbf: 100 days, mttr: exponential(6 h), repaired-by: crew } } }
  o: { failures: { f: { mtbf: 200 years, mttr: exponential(30 days), repaired-by: crew } } }
services: { s: { component: p, replicas: 2 }, t: { component: o } }
entry: s`,
      solved.share(isDown),
    );
  });
});

test('parts on the shelf: a triple is down while all three wait for the one that is on order', () => {
  const [fail, repair, arrive] = [1 / (200 * DAY), 1 / (6 * HOUR), 1 / (10 * DAY)];
  const solved = solveChain<{ work: number; wait: number; ordered: number }>({ work: 0, wait: 0, ordered: 0 }, ({ work, wait, ordered }) => {
    const up = 3 - work - wait;
    return [
      ...(up > 0 ? [[up * fail, ordered < 1 ? { work: work + 1, wait, ordered: ordered + 1 } : { work, wait: wait + 1, ordered: ordered + 1 }] as const] : []),
      ...(work > 0 ? [[work * repair, { work: work - 1, wait, ordered }] as const] : []),
      ...(ordered > 0 ? [[ordered * arrive, wait > 0 ? { work: work + 1, wait: wait - 1, ordered: ordered - 1 } : { work, wait, ordered: ordered - 1 }] as const] : []),
    ];
  });
  expectUnavailability(
    `components: { c: { failures: { f: { mtbf: 200 days, mttr: exponential(6 h), needs-spare: true } }, spares: { stock: 1, lead-time: exponential(10 days) } } }
services: { s: { component: c, replicas: 3 } }`,
    solved.share(({ work, wait }) => work + wait === 3),
  );
});

test('faults that nobody notices until the yearly check: 1 of 3 by the average probability of failure on demand', () => {
  const [mtbf, every] = [50 * YEAR, YEAR];
  // Simpson's rule; the repair takes no time.
  const steps = 400;
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * (1 - Math.exp(-((i / steps) * every) / mtbf)) ** 3;
  expectUnavailability(
    `components: { valve: { failures: { stuck: { mtbf: 50 years, mttr: 0 s, latent: true } }, check: { every: 1 year } } }
services: { valves: { component: valve, replicas: 3 } }`,
    sum / (3 * steps),
  );
});

test('one shard with a leader elects as a quorum does, whose value is exact', () => {
  const unit = "components: { c: { failures: { f: { mtbf: 60 days, mttr: '6 h' } } } }";
  const quorum = parseModel(`nines: 1\nname: q\n${unit}\nservices: { s: { component: c, replicas: 3, mode: quorum, elect: exponential(10 s) } }`);
  expectUnavailability(
    `${unit}\nservices: { s: { component: c, replicas: 3, mode: sharded, shards: 1, copies: 3, required: 2, leader: true, elect: exponential(10 s) } }`,
    exactUnavailability(quorum),
  );
});

test.each([
  ['planned work', 'maintenance: { every: 30 days, takes: exponential(12 h) }', 12 / 720],
  ['bad deploys', 'deploy: { every: 7 days, change-failure-rate: 20%, recovery: exponential(1 h) }', 0.2 / 168],
])('%s has no hazard, and is met as often as it happens', (_, work, exact) => {
  expectUnavailability(`components: { c: { failures: { f: { mtbf: 10000 years, mttr: 1 h } } } }\nservices: { s: { component: c, ${work} } }`, exact);
});

interface Sampled {
  readonly mean: number;
  readonly ci95: readonly [number, number];
}

/** In errors of both, each on the side on which the other is: what is skewed has a larger one above. */
function errorsApart(a: Sampled, b: Sampled): number {
  const [low, high] = a.mean < b.mean ? [a, b] : [b, a];
  return (high.mean - low.mean) / (Math.hypot(low.ci95[1] - low.mean, high.mean - high.ci95[0]) / 1.96);
}

/** `NINES_MODELS=300 npx vitest run test/rare/coupled.test.ts -t random` has as many. */
const MODELS = Number(process.env.NINES_MODELS ?? 10);

test('on random models with whatever strikes accept, they agree with a plain run within four combined errors', async () => {
  let compared = 0;
  for (let seed = 0; seed < MODELS; seed++) {
    const text = randomCoupled(seed);
    const model = parseModel(text);
    const compiled = compile(model);
    const figures = rareFigures(model, compiled, `random ${seed}`, MODELS > 10 ? 20_000 : 4_000);
    if ('refused' in figures) continue;
    const { unavailability, ci95, incidentsPerYear } = figures.estimate;
    const { availability, incidents } = await simulate(model, { years: 50, seed: 'random', workers: 0 });
    const { mean, ci95: interval } = availability;
    expect(errorsApart({ mean: unavailability, ci95 }, { mean: 1 - mean, ci95: [1 - interval[1], 1 - interval[0]] }), text).toBeLessThan(4);
    expect(errorsApart(incidentsPerYear, incidents.perYear), text).toBeLessThan(4);
    compared++;
  }
  expect(compared).toBeGreaterThan(MODELS / 3);
}, 20_000 * MODELS);

test('any of two that are alone is a pair', () => {
  const unit = 'components: { c: { failures: { f: { mtbf: 60 days, mttr: exponential(6 h) } } } }';
  const pair = parseModel(`nines: 1\nname: p\n${unit}\nservices: { s: { needs: [t] }, t: { component: c, replicas: 2 } }\nentry: s`);
  expectUnavailability(`${unit}\nservices: { s: { needs: [{ any-of: [t, u] }] }, t: { component: c }, u: { component: c } }\nentry: s`, exactUnavailability(pair));
});

describe('exact values of chains of what couples services', () => {
  it.each([
    ['a want that is worth half of all', "services: { s: { component: c, replicas: 2, wants: { t: 50% } }, t: { component: c, replicas: 2 } }\nentry: s"],
    ['a failover that waits for what it needs', "services: { s: { component: c, replicas: 2, mode: active-passive, failover: { detect: exponential(1 min), promote: exponential(1 min) }, needs: [t] }, t: { component: c, replicas: 2 } }\nentry: s"],
    ['replication that a rebuild follows', "services: { s: { component: c, replicas: 2, mode: active-passive, failover: { detect: exponential(1 min), promote: exponential(1 min), rebuild: exponential(10 h) }, replication: { mode: sync } } }"],
    ['sites', "domains: { r: { kind: region, domains: { a: { kind: zone }, b: { kind: zone } } } }\nservices: { s: { of: t, sites: zone, mode: active-active, required: 1 }, t: { component: c, replicas: 2 } }\nentry: s"],
  ])('%s', (_, text) => {
    const whole = `components: { c: { failures: { f: { mtbf: 60 days, mttr: exponential(6 h) } } } }\n${text}`;
    expectUnavailability(whole, exactUnavailability(parseModel(`nines: 1\nname: x\n${whole}`)));
  });
});
