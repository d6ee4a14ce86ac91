import { describe, expect, it, test } from 'vitest';
import { CASES, exactIncidentsPerYear, exactUnavailability, FLEET, modelOf } from '../../src/bench/rare-cases.ts';
import { exactly } from '../../src/analysis/exact/exact.ts';
import { compile } from '../../src/compile/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { advance } from '../../src/engine/replicate.ts';
import { start } from '../../src/engine/start.ts';
import { parseModel } from '../../src/model/index.ts';
import { studentQuantile } from '../../src/random/special/student.ts';
import { AgeProbe } from '../../src/rare/ages.ts';
import { finish } from '../../src/engine/turns.ts';
import { estimateRareInTurns, liveBatch, planRareInTurns, summary } from '../../src/rare/estimate.ts';
import { rareFigures } from '../../src/rare/rare.ts';
import { refusedRare } from '../../src/rare/scope.ts';
import { YEAR } from '../theory/harness.ts';
import { trustOf } from '../../src/rare/trust.ts';
import { randomChain, randomIndependent } from '../theory/random-small-model.ts';


/** Instants to be lived: some tens of milliseconds. */
const WORK = 60_000;
/** As `expectExact`: one honest comparison in 2,000 fails by chance; with Student's tails, since batches are 50. */
const STANDARD_ERRORS = studentQuantile(49, 1 - 0.00025);

function expectWithin({ mean, error }: { readonly mean: number; readonly error: number }, exact: number): void {
  expect(Math.abs(mean - exact), `${mean} ± ${error} for ${exact}`).toBeLessThan(STANDARD_ERRORS * error + 1e-9 * exact);
}

describe.each(CASES)('$name', (each) => {
  it('has its exact unavailability, incidents and their length within its own errors, and that of the first is below a seventh of it', () => {
    const { model, program } = modelOf(each);
    expect(refusedRare(model, program)).toBeNull();
    const exact = exactUnavailability(model);
    const estimate = finish(estimateRareInTurns(program, 'exact', WORK));
    const error = estimate.relativeStandardError * estimate.unavailability;
    expect(error / exact, 'relative standard error').toBeLessThan(1 / 7);
    expect(Math.abs(estimate.unavailability - exact) / error, `${estimate.unavailability} for ${exact}`).toBeLessThan(STANDARD_ERRORS);
    const incidents = exactIncidentsPerYear(model);
    if (incidents !== null) {
      expectWithin(estimate.incidentsPerYear, incidents);
      expectWithin(estimate.meanSeconds!, (exact / incidents) * YEAR);
    }
    expect(estimate.unreached).toBeNull();
  });
});

test('of random small models of every mode the estimates scatter around the exact values as their errors say, and so does how often it goes down', () => {
  const distances: number[] = [];
  for (let seed = 0; seed < 40; seed++) {
    const text = seed % 2 === 0 ? randomChain(seed) : randomIndependent(seed);
    const model = parseModel(text);
    const { program } = compile(model);
    if (refusedRare(model, program) !== null) continue;
    if (exactly(model).availability.value === null) continue;
    const exact = exactUnavailability(model);
    if (exact === 0) continue;
    const { incidentsPerYear, unavailability, relativeStandardError } = finish(estimateRareInTurns(program, `random ${seed}`, 5_000));
    const incidents = exactIncidentsPerYear(model);
    if (incidents !== null) expectWithin(incidentsPerYear, incidents);
    distances.push((unavailability - exact) / (relativeStandardError * unavailability));
    expect(Math.abs(distances.at(-1)!), text).toBeLessThan(STANDARD_ERRORS);
  }
  const count = distances.length;
  expect(count).toBeGreaterThan(10);
  // Their squares have the mean 1 and, with Student's tails, the variance 2.2.
  const squares = distances.reduce((sum, x) => sum + x * x, 0) / count;
  expect(Math.abs(squares - 1)).toBeLessThan(3.5 * Math.sqrt(2.2 / count));
});

test('of a fleet in which the rare is fifteen failures at once, the shares say that it is not to be trusted', () => {
  const { model, compiled } = modelOf(FLEET);
  const figures = rareFigures(model, compiled, 'fleet', WORK);
  expect(figures).toMatchObject({ trust: { verdict: 'none', lowerBound: true } });
});

test.each([
  ['restart', "restart: 'lognormal(1 min, 1 h)', ", ''],
  ['slow start', '', ", health-check: { interval: 10 s, slow-start: 'lognormal(1 min, 1 h)' }"],
])('a %s that varies so much that copies would miss the long ones is refused by name', (what, restart, check) => {
  const model = parseModel(`nines: 1
components: { one: { ${restart}failures: { crash: { mtbf: 50 days, mttr: 6 h } } } }
services: { db: { component: one, replicas: 3, required: 2${check} } }
entry: db`);
  expect(refusedRare(model, compile(model).program)).toBe(`a ${what} varies so much that copies would miss the long ones`);
});

test.each(["'constant(500 years)', mttr: 1 h", "'constant(100 h)', mttr: 'lognormal(1 h, 24 h)'"])('what has no hazard and is met too seldom for what it draws is refused by name: %s', (f) => {
  const text = `components: { c: { failures: { f: { mtbf: ${f} }, g: { mtbf: 1 day, mttr: 10 min } } } }\nservices: { s: { component: c } }`;
  const { model, compiled } = modelOf({ name: '', text });
  expect(rareFigures(model, compiled, 'seldom', 2_000)).toEqual({ refused: 's/f has no hazard, and comes too seldom to be met: more plain years meet it' });
});

test('what is seldom whole, with copies that would not end, is refused', () => {
  const text = `components: { c: { failures: { f: { mtbf: 100 h, mttr: 10 h } } } }
services: { s: { component: c, replicas: 200, required: 100, retry: true, health-check: { interval: 10 s } } }`;
  const { model, compiled } = modelOf({ name: '', text });
  expect(rareFigures(model, compiled, 'seldom', WORK)).toEqual({ refused: expect.stringContaining('seldom where it usually is') as string });
});

test.each([
  [0.01, 0.001, 0, 'interval', false],
  [0.01, 0.02, 0, 'two half-widths', false],
  [0.01, 0.06, 0, 'order of magnitude', true],
  [0.21, 0.001, 0, 'none', true],
  [0.01, 0.001, 0.02, 'none', true],
])('with the relative error %f, a family of %f and a thin class of %f of it, it is trusted: %s', (relativeStandardError, largestShare, thinShare, verdict, lowerBound) => {
  const { program } = modelOf(CASES[0]);
  const estimate = { ...finish(estimateRareInTurns(program, 'trust', 500)), relativeStandardError, largestShare, thinShare };
  expect(trustOf(estimate)).toEqual({ verdict, lowerBound });
});

test('a batch is the same bits by itself as after others, and the estimate is that of its batches in any order', () => {
  const { program } = modelOf(CASES[7]);
  const plan = finish(planRareInTurns(program, 'bits', 5_000));
  const inOrder = Array.from({ length: plan.batches }, (_, batch) => liveBatch(plan, batch));
  const again = finish(planRareInTurns(program, 'bits', 5_000));
  const backwards = Array.from({ length: again.batches }, (_, i) => liveBatch(again, again.batches - 1 - i)).reverse();
  expect(backwards).toEqual(inOrder);
  expect(summary(again, backwards).ci95).toEqual(summary(plan, inOrder).ci95);
  expect(finish(estimateRareInTurns(program, 'bits', 5_000)).unavailability).toBe(summary(plan, inOrder).unavailability);
});

test('strikes leave the plain history as it was, to the last bit', () => {
  for (const each of [CASES[3], CASES[7], CASES[14], CASES.at(-1)!]) {
    const { program } = modelOf(each);
    const plan = finish(planRareInTurns(program, 'plain', 5_000));
    const { strikes } = summary(plan, [liveBatch(plan, 3), liveBatch(plan, 4)]);
    expect(strikes).toBeGreaterThan(10);
    const struck = plan.walk.e;
    const plain = createEngine(program, new AgeProbe(program));
    start(plain, 'rare/plain', 4, plan.yearsPerBatch, YEAR, plan.walk.horizon);
    advance(plain, plan.walk.horizon);
    // Events up to the horizon are the same ones, at the same times; what is drawn for the ages is apart.
    const { streams, rings } = { streams: program.counts.streams, rings: struck.state.nextRings };
    expect(rings).toEqual(plain.state.nextRings);
    advance(struck, plan.walk.horizon);
    expect([struck.events, struck.now]).toEqual([plain.events, plain.now]);
    expect(struck.state.clockDown).toEqual(plain.state.clockDown);
    expect(struck.state.heapTime.subarray(0, struck.heapSize)).toEqual(plain.state.heapTime.subarray(0, plain.heapSize));
    expect(struck.state.streams.subarray(0, streams * 4)).toEqual(plain.state.streams.subarray(0, streams * 4));
  }
});

describe('what strikes on copies are not proved for is refused by name', () => {
  const unit = "components: { c: { failures: { f: { mtbf: 1000 h, mttr: 1 h } } } }\n";
  it.each([
    ['standbys that wear less', "components: { c: { standby-failures: 30%, failures: { f: { mtbf: 'weibull(2, 1000 h)', mttr: 1 h } } } }\nservices: { s: { component: c, replicas: 2, mode: active-passive } }", 'remembers how it began'],
    ['wear that begins new', "components: { c: { failures: { f: { mtbf: 'weibull(2, 1000 h)', mttr: 1 h, latent: true } }, check: { every: 1 year } } }\nservices: { s: { component: c } }", 'remembers how it began'],
    ['constant times where all begin new at once', "components: { c: { failures: { f: { mtbf: constant(40 days), mttr: 5 h } } } }\nservices: { s: { component: c, replicas: 2 } }\nshocks: { bad: { mtbf: 90 days, mttr: 6 h, hits: [s], probability: 40%, repair: each } }", 'remembers how it began'],
    ['a large fleet that does not retry', `${unit}services: { s: { component: c, replicas: 30, health-check: { interval: 10 s } } }`, 'two of them too little'],
    ['a day of commissioning', `${unit}services: { s: { component: c } }\nsimulation: { warm-up: 0 s }`, 'warm-up: 0 s'],
    ['a restart that varies much', "components: { c: { restart: 'lognormal(1 min, 1 h)', failures: { f: { mtbf: 1000 h, mttr: 1 h } } } }\nservices: { s: { component: c } }", 'restart'],
    ['half a service', `${unit}services: { s: { component: c, replicas: 30, required: 30, below-required: degraded } }\nsla: { error-rate: 10% }`, 'two of them too little'],
    ['a fleet of thousands', `${unit}services: { s: { component: c, replicas: 3000, required: 2990 } }`, '2000 members'],
  ])('%s', (_, text, reason) => {
    const { model, program } = modelOf({ name: '', text });
    expect(refusedRare(model, program)).toContain(reason);
  });
});
