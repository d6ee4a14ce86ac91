import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { SOURCE, type Program } from '../../src/compile/program.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { nextEvent } from '../../src/engine/heap.ts';
import { advance, replicate } from '../../src/engine/replicate.ts';
import { start } from '../../src/engine/start.ts';
import { parseModel } from '../../src/model/index.ts';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { createTally, observe } from '../../src/observe/tally.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { randomModel, randomSites } from './random-model.ts';

const YEARS = 2;
const NO_GOALS = { availability: null, rtoSeconds: null, rpoSeconds: null, byKind: [] };

function engineOf(program: Program): { readonly e: Engine; readonly probe: CountingProbe } {
  const probe = new CountingProbe(program, observe(createTally(program.counts), program.counts, 10, NO_GOALS));
  return { e: createEngine(program, probe), probe };
}

/** The program with rings drawn ahead for another time, and room for them. */
function drawnAhead(program: Program, times: number): Program {
  const tapeLength = program.tapeLength === 0 ? 0 : 2 * Math.ceil((program.tapeLength * times) / 2 + 64);
  return { ...program, tapeSeconds: program.tapeSeconds * times, tapeLength };
}

function livedOf(program: Program, seed: number): unknown {
  const { e, probe } = engineOf(program);
  replicate(e, 'tape', seed, YEARS, SECONDS_PER_YEAR);
  return structuredClone(probe.observation);
}

describe('how far ahead rings are drawn', () => {
  test.each([
    ['random models', randomModel],
    ['random models of sites and backups', randomSites],
  ])('changes no bit of what happens in %s', (_, random) => {
    for (let seed = 0; seed < 40; seed++) {
      const { program } = compile(parseModel(random(seed)));
      const expected = livedOf(program, seed);
      for (const times of [1 / 256, 1 / 7, 5]) expect(livedOf(drawnAhead(program, times), seed), `${times} of model ${seed}`).toEqual(expected);
    }
  });

  test('fails loudly where there is no room for all the rings', () => {
    const { program } = compile(parseModel(fleet(12, '30 days', '4 h')));
    const { e } = engineOf({ ...program, tapeSeconds: program.tapeSeconds * 100 });
    expect(() => replicate(e, 'tape', 0, YEARS, SECONDS_PER_YEAR)).toThrow(/more rings \(\d+\) than there is room for/);
  });
});

const fleet = (replicas: number, mtbf: string, mttr: string) => `nines: 1
components: { unit: { failures: { crash: { mtbf: ${mtbf}, mttr: '${mttr}' } } } }
services: { web: { component: unit, replicas: ${replicas} } }
entry: web`;

/** When each member fails, and for how long. */
function failuresOf(text: string, members: number, years = 10): string[][] {
  const { program } = compile(parseModel(text));
  const { e } = engineOf(program);
  start(e, 'common', 0, 10, SECONDS_PER_YEAR, 10 * SECONDS_PER_YEAR);
  const failures = Array.from({ length: members }, (): string[] => []);
  const since = new Float64Array(members).fill(NaN);
  for (let next = nextEvent(e); next < years * SECONDS_PER_YEAR; next = nextEvent(e)) {
    advance(e, next);
    for (let clock = 0; clock < members; clock++) {
      const isDown = e.state.clockDown[clock] === 1;
      if (isDown && Number.isNaN(since[clock])) since[clock] = e.now;
      else if (!isDown && !Number.isNaN(since[clock])) {
        failures[clock].push(`${since[clock]} ${(e.now - since[clock]).toPrecision(9)}`);
        since[clock] = NaN;
      }
    }
  }
  return failures;
}

describe('what two models share by name has the same history in both', () => {
  test('members of a fleet that grows, whatever is new', () => {
    const small = failuresOf(fleet(5, '30 days', 'lognormal(1 h, 9 h)'), 5);
    const large = failuresOf(fleet(23, '30 days', 'lognormal(1 h, 9 h)'), 5);
    expect(large).toEqual(small);
    expect(small.every((failures) => failures.length > 80)).toBe(true);
  });

  test('a fleet whose repairs take longer fails at the same moments, but where it is still down', () => {
    const [fast, slow] = ['4 h', '5 h'].map((mttr) => failuresOf(fleet(4, '30 days', mttr), 4).flat().map((each) => each.split(' ')[0]));
    const common = slow.filter((time) => fast.includes(time)).length;
    expect(common / slow.length).toBeGreaterThan(0.97);
    expect(slow.length / fast.length).toBeGreaterThan(0.97);
  });

  test('a fleet that fails less often fails at moments at which the other one does', () => {
    // Both ring once in 2²² seconds.
    const [often, seldom] = ['30 days', '40 days'].map((mtbf) => failuresOf(fleet(4, mtbf, '4 h'), 4).flat().map((each) => each.split(' ')[0]));
    expect(seldom.length).toBeLessThan(often.length);
    expect(seldom.filter((time) => often.includes(time)).length / seldom.length).toBeGreaterThan(0.97);
  });
});

test('a million members ring in fewer than a hundred blocks', () => {
  const { sources } = compile(parseModel(fleet(1_000_000, '5 years', '2 h'))).program;
  const blocks = sources.length / SOURCE.stride;
  expect(blocks).toBeLessThan(100);
  let next = 0;
  for (let block = 0; block < blocks; block++) {
    const [clock, clocks, bits] = sources.subarray(block * SOURCE.stride);
    expect(clock).toBe(next);
    next += clocks;
    expect(clocks <= 2 ** bits && (clocks === 2 ** bits || block === blocks - 1)).toBe(true);
  }
  expect(next).toBe(1_000_000);
});
