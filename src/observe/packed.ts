import type { Program } from '../compile/program.ts';
import { momentsAddZeros } from '../statistics/moments.ts';
import { checkVersion, readRuns, runsOf } from './runs.ts';
import { COUNT } from './counts.ts';
import { type Figure, ONE } from './figure.ts';
import type { Store } from './kinds.ts';
import { ALL_FIGURES, type Tally } from './tally.ts';

/*
 * A tally on its way to another thread: only what differs from a tally that saw as many histories in which nothing
 * happened. Most services of many are never down, and of a histogram's bins few have anything in them.
 *
 * Numbers: version; layout (a number that follows from the figures and their rows); histories; then of each figure, in
 * their order, how many arrays follow; of each array its row (0 where a figure has one), its length, its runs
 * (`runs.ts`).
 */
const TALLY_VERSION = 3;

/** @param counts of the program that was simulated */
export function packTally(tally: Tally, counts: Program['counts']): Float64Array {
  const histories = tally.counts[COUNT.replications];
  const out = [TALLY_VERSION, layoutOf(counts), histories];
  for (const [name, figure] of ALL_FIGURES) {
    const arrays = arraysOf(tally[name]);
    const quiet = arraysOf(quietLike(figure, counts, histories));
    const present = [...arrays.keys()].filter((row) => arrays[row] !== null);
    out.push(present.length);
    for (const row of present) writeRow(out, row, arrays[row]!, quiet[row]);
  }
  return Float64Array.from(out);
}

/**
 * The same tally again, to the last bit.
 * @throws if it was packed by another version, or for another program
 */
export function unpackTally(packed: Float64Array, counts: Program['counts']): Tally {
  // What was sent before there were versions is no array.
  const version = packed[0] ?? 1;
  const histories = packed[2];
  checkVersion('tallies', version, TALLY_VERSION, packed[1] === layoutOf(counts));
  let at = 3;
  const stores = ALL_FIGURES.map(([name, figure]) => {
    const store = quietStore(figure, counts, histories);
    for (let left = packed[at++]; left > 0; left--) at = readRow(packed, at, store);
    return [name, store] as const;
  });
  return Object.fromEntries(stores) as Tally;
}

/** As it is when so many histories were seen in which nothing happened. */
function quietStore(
  { create, rows, isPerHistory = false }: Figure<Store>,
  counts: Program['counts'],
  histories: number,
) {
  const store = create(rows(counts));
  if (isPerHistory && histories > 0 && store instanceof Float64Array)
    for (let row = 0; row < rows(counts); row++) momentsAddZeros(store, row, histories);
  return store;
}

const quietStores = new Map<Figure<Store>, Store>();

/** The same to compare with: a histogram is the same each time. */
function quietLike(figure: Figure<Store>, counts: Program['counts'], histories: number): Store {
  if (figure.rows !== ONE) return quietStore(figure, counts, histories);
  const store = quietStores.get(figure) ?? quietStore(figure, counts, histories);
  quietStores.set(figure, store);
  return store;
}

function arraysOf(store: Store): readonly (Float64Array | null)[] {
  return store instanceof Float64Array ? [store] : store;
}

function writeRow(out: number[], row: number, numbers: Float64Array, quiet: Float64Array | null): void {
  const runs = runsOf(numbers, quiet);
  out.push(row, numbers.length, runs.length / 2);
  for (let run = 0; run < runs.length; run += 2) {
    const [start, count] = [runs[run], runs[run + 1]];
    out.push(start, count);
    for (let i = start; i < start + count; i++) out.push(numbers[i]);
  }
}

/** @returns where the next array begins */
function readRow(packed: Float64Array, from: number, store: Store): number {
  const row = packed[from];
  if (!(store instanceof Float64Array)) store[row] = new Float64Array(packed[from + 1]);
  return readRuns(packed, from + 2, store instanceof Float64Array ? store : store[row]!);
}

/** FNV-1a over the figures' names and rows. */
function layoutOf(counts: Program['counts']): number {
  let hash = 0x811c9dc5;
  for (const [name, { rows }] of ALL_FIGURES)
    for (const character of `${name} ${rows(counts)} `)
      hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}
