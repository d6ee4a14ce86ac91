/**
 * Streams of random numbers: rows of four 32-bit words in one Int32Array, so that a simulation's whole randomness is
 * copied with its state. The generator is sfc32 (Doty-Humphrey 2010, PractRand): one step is one word of 32 bits.
 * It is seeded by `seedrandom`, a text at a time.
 */
import alea from 'seedrandom/lib/alea.js';

/** Words a row: sfc32's a, b, c and its counter. Row r of `states` is states[r * STREAM_STRIDE ...]. */
export const STREAM_STRIDE = 4;
/** Words of a key (`keyOf`). */
export const KEY_STRIDE = 3;
/** Steps after which nothing of how two seeds are alike is left; the generator's author takes 12 to 18. */
const MIXING_STEPS = 20;
const TWO_POW_32 = 4294967296;
const UNIT_32 = 2.3283064365386963e-10;
const UNIT_52 = 2.220446049250313e-16;

/** A zeroed array for so many streams, owned by whoever draws. Each row must be seeded before it is drawn from. */
export function createStreams(rows: number): Int32Array {
  return new Int32Array(rows * STREAM_STRIDE);
}

/** Writes 96 bits that stand for a text; other texts have other ones. A few microseconds: not for the hot loop. */
export function keyOf(text: string, into: Int32Array, at: number): void {
  const { s0, s1, s2 } = alea(text, { state: true }).state();
  // Multiples of 2^-32 in [0, 1).
  into[at] = (s0 * TWO_POW_32) | 0;
  into[at + 1] = (s1 * TWO_POW_32) | 0;
  into[at + 2] = (s2 * TWO_POW_32) | 0;
}

/** Writes the key of a history: what all its streams have in common. */
export function keyOfHistory(seed: string, replication: number, into: Int32Array): void {
  keyOf(`history/${replication}/${seed}`, into, 0);
}

/**
 * Seeds a row: the stream of this number among those of one purpose, in one history.
 * @param history its key; @param keys keys of purposes, of which the one at `at` is meant
 */
export function seedRow(
  states: Int32Array,
  row: number,
  history: Int32Array,
  keys: Int32Array,
  at: number,
  number: number,
): void {
  const first = row * STREAM_STRIDE;
  for (let word = 0; word < KEY_STRIDE; word++) states[first + word] = history[word] ^ keys[at + word];
  states[first + KEY_STRIDE] = number + 1;
  for (let step = 0; step < MIXING_STEPS; step++) nextWord(states, row);
}

/** One step: 32 bits, as a signed integer. */
export function nextWord(states: Int32Array, row: number): number {
  const at = row * STREAM_STRIDE;
  const b = states[at + 1];
  const c = states[at + 2];
  const counter = states[at + 3];
  const word = (states[at] + b + counter) | 0;
  states[at] = b ^ (b >>> 9);
  states[at + 1] = (c + (c << 3)) | 0;
  states[at + 2] = (((c << 21) | (c >>> 11)) + word) | 0;
  states[at + 3] = (counter + 1) | 0;
  return word;
}

/** One step: a multiple of 2^-32 in [0, 1). May be 0. */
export function uniform32(states: Int32Array, row: number): number {
  return (nextWord(states, row) >>> 0) * UNIT_32;
}

/**
 * Two steps: uniform on the open interval (0, 1): an odd multiple of 2^-53, all 2^52 equally likely.
 * Never 0 and never 1, exact (nothing is rounded), and as likely as 1 - u.
 */
export function uniform53(states: Int32Array, row: number): number {
  const high = nextWord(states, row) >>> 0;
  const low = nextWord(states, row) >>> 12;
  return high * UNIT_32 + (low + 0.5) * UNIT_52;
}
