import alea from 'seedrandom/lib/alea.js';
import { expect, test } from 'vitest';
import { createTally, observe } from '../../src/observe/tally.ts';
import { compile } from '../../src/compile/compile.ts';
import { nextEvent } from '../../src/engine/heap.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { createSnapshot, restore, snapshot } from '../../src/engine/history.ts';
import { advance } from '../../src/engine/replicate.ts';
import { SCALAR_NAMES } from '../../src/engine/scalars.ts';
import { start } from '../../src/engine/start.ts';
import { parseModel } from '../../src/model/index.ts';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { randomModel, randomSites } from './random-model.ts';
import { randomPeople } from './random-people.ts';

const MODELS = 60;
const SNAPSHOTS = 3;

/** So many instants further, and after each of them every bit that the history has. */
function live(e: Engine, instants: number): number[] {
  return Array.from({ length: instants }, () => {
    advance(e, nextEvent(e));
    return hash(e);
  });
}

/** FNV-1a over every bit that the history has, what the probe knows of what is open included. */
function hash(e: Engine): number {
  const now = createSnapshot(e);
  snapshot(e, now);
  let value = 0x811c9dc5;
  for (const { buffer } of [now.bytes, now.scalars, now.open])
    for (const byte of new Uint8Array(buffer)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}

test.each([
  ['a random model', randomModel],
  ['a random model of sites and backups', randomSites],
  ['a random model with people and parts', randomPeople],
])('%s that is left at any instant and taken up again lives through the same, to the last bit', (_, random) => {
  const dice = alea('snapshots', { state: true });
  for (let seed = 0; seed < MODELS; seed++) {
    const model = parseModel(random(seed));
    const { program } = compile(model);
    const e = createEngine(program, new CountingProbe(program, observe(createTally(program.counts), program.counts, 200, model.targets), seed % 3 === 0));
    start(e, 'snapshots', seed, 200, SECONDS_PER_YEAR, 200 * SECONDS_PER_YEAR);
    const kept = createSnapshot(e);
    for (let i = 0; i < SNAPSHOTS; i++) {
      if (nextEvent(e) === Infinity) break;
      live(e, Math.floor(dice() * 40));
      snapshot(e, kept);
      const first = live(e, 25);
      restore(e, kept);
      expect(live(e, 25), `snapshot ${i} of model ${seed}`).toEqual(first);
    }
  }
});

test('a snapshot holds every number that the engine keeps beside its buffer', () => {
  const model = parseModel(randomSites(1));
  const { program } = compile(model);
  const e = createEngine(program, new CountingProbe(program, observe(createTally(program.counts), program.counts, 1, model.targets)));
  expect(Object.entries(e).filter(([, value]) => typeof value === 'number').map(([name]) => name).sort()).toEqual([...SCALAR_NAMES].sort());
});
