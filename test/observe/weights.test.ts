import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { nextEvent } from '../../src/engine/heap.ts';
import { createSnapshot, restore, snapshot } from '../../src/engine/history.ts';
import { advance, replicate } from '../../src/engine/replicate.ts';
import { start } from '../../src/engine/start.ts';
import { parseModel } from '../../src/model/index.ts';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { LARGEST_PARTS } from '../../src/observe/observation.ts';
import { createTally, observe, type Tally } from '../../src/observe/tally.ts';
import { coarseCount } from '../../src/statistics/coarse.ts';
import { histogramCount } from '../../src/statistics/histogram.ts';
import { momentsCount, momentsMean } from '../../src/statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { randomModel, randomSites } from '../engine/random-model.ts';

const MODELS = 40;
const YEARS = 3;

function watched(text: string) {
  const model = parseModel(text);
  const { program } = compile(model);
  const tally = createTally(program.counts);
  const probe = new CountingProbe(program, observe(tally, program.counts, YEARS, model.targets));
  return { e: createEngine(program, probe), probe, tally };
}

/** Lives a year on with the weight: what a copy of a state would do. */
function excursion(e: Engine, weight: number): void {
  const until = e.now + SECONDS_PER_YEAR;
  e.probe.settle(e);
  e.weight = weight;
  for (let next = nextEvent(e); next <= until; next = nextEvent(e)) advance(e, next);
  e.probe.settle(e);
}

/** All that was counted by the event, by its weight. */
function countsOf({ recovery, loss, recoveryHistogram, causeRecovery, serviceRecovery, serviceWithin }: Tally): number[] {
  const rows = [causeRecovery, serviceRecovery].flatMap((store) => store.map((_, row) => coarseCount(store, row)));
  return [momentsCount(recovery, 0), momentsCount(loss, 0), histogramCount(recoveryHistogram), ...rows, ...serviceWithin.subarray(0, serviceWithin.length / 3)];
}

test.each([
  ['a random model', randomModel],
  ['a random model of sites and backups', randomSites],
])('what happens in a copy of a state counts with the copy’s weight, every figure of it, and leaves the history as it was: %s', (_, random) => {
  let incidents = 0;
  for (let seed = 0; seed < MODELS; seed++) {
    const text = random(seed);
    // One history to the end of its first year, and then a copy of it with the weight 1, or with others.
    const [whole, parts] = [watched(text), watched(text)];
    for (const [{ e, probe }, weights] of [[whole, [1]], [parts, [0.25, 0.5, 2 ** -20]]] as const) {
      start(e, 'copies', seed, YEARS, SECONDS_PER_YEAR, YEARS * SECONDS_PER_YEAR);
      advance(e, SECONDS_PER_YEAR);
      e.probe.settle(e);
      const kept = createSnapshot(e);
      snapshot(e, kept);
      probe.observation.numbers.fill(0);
      const before = JSON.stringify(Array.from(kept.open));
      for (const weight of weights) {
        restore(e, kept);
        excursion(e, weight);
      }
      restore(e, kept);
      const after = new Float64Array(e.probe.openNumbers);
      e.probe.save(after);
      expect([e.weight, JSON.stringify(Array.from(after))]).toEqual([1, before]);
    }
    const total = 0.75 + 2 ** -20;
    // What was counted before the copies, the warm-up and the first year, is in both.
    const first = watched(text);
    start(first.e, 'copies', seed, YEARS, SECONDS_PER_YEAR, YEARS * SECONDS_PER_YEAR);
    advance(first.e, SECONDS_PER_YEAR);
    const earlier = countsOf(first.tally);
    const once = countsOf(whole.tally);
    expect(countsOf(parts.tally), text).toEqual(once.map((count, i) => earlier[i] + total * (count - earlier[i])));
    incidents += once[0] - earlier[0];
    const plain = Array.from(whole.probe.observation.numbers);
    const weighted = Array.from(parts.probe.observation.numbers);
    // Sums over years, but for the largest of what there was, which has no weight.
    const { observation } = whole.probe;
    const names = Object.keys(LARGEST_PARTS) as (keyof typeof LARGEST_PARTS)[];
    const largest = [...names, 'longestByYear' as const, 'worstLossByYear' as const].map((name) => observation[name]).map(({ byteOffset, length }) => [byteOffset / 8, byteOffset / 8 + length]);
    plain.forEach((value, i) => {
      const isLargest = largest.some(([from, to]) => i >= from && i < to);
      expect(Math.abs(weighted[i] - (isLargest ? value : total * value)), `${i}: ${weighted[i]} of ${value}\n${text}`).toBeLessThanOrEqual(1e-9 * (1 + value));
    });
    const [mean, other] = [momentsMean(whole.tally.recovery, 0), momentsMean(parts.tally.recovery, 0)];
    if (earlier[0] === 0 && once[0] > 0) expect(Math.abs(other / mean - 1)).toBeLessThan(1e-12);
  }
  expect(incidents).toBeGreaterThan(100);
});

test('settling in the middle of anything that is open changes no figure', () => {
  for (let seed = 0; seed < MODELS; seed++) {
    const text = randomSites(seed);
    const [plain, settled] = [watched(text), watched(text)];
    replicate(plain.e, 'settled', seed, 1, SECONDS_PER_YEAR);
    start(settled.e, 'settled', seed, 1, SECONDS_PER_YEAR, SECONDS_PER_YEAR);
    for (let next = nextEvent(settled.e); next <= SECONDS_PER_YEAR; next = nextEvent(settled.e)) {
      advance(settled.e, next);
      settled.probe.settle(settled.e);
    }
    settled.probe.horizon(settled.e);
    const { observation: a } = plain.probe;
    const { observation: b } = settled.probe;
    for (const name of ['downByYear', 'degradedByYear', 'serviceDown', 'serviceBlame', 'phaseDown', 'failuresDown'] as const)
      a[name].forEach((value, row) => expect(Math.abs(b[name][row] - value), `${name} ${row}\n${text}`).toBeLessThanOrEqual(1e-6 * (1 + value / 1e6)));
  }
});
