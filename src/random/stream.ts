/**
 * Streams of random numbers: rows of four doubles in one Float64Array, so that a simulation's whole
 * randomness is copied with its state. The generator is Alea (Baagøe 2010), seeded by `seedrandom`.
 */
import alea from 'seedrandom/lib/alea.js';

/**
 * Doubles a row: Alea's s0, s1, s2 (multiples of 2^-32 in [0, 1)) and carry c (an integer).
 * Row r of `states` is states[r * STREAM_STRIDE ...]; the owner is whoever draws from it.
 */
export const STREAM_STRIDE = 4;

/** A zeroed array for so many streams. Each row must be seeded before it is drawn from. */
export function createStreams(rows: number): Float64Array {
  return new Float64Array(rows * STREAM_STRIDE);
}

/**
 * Seeds one row from (seed, replication, purpose). Different triples give different seed strings:
 * the purpose's length is part of it, so no seed can imitate another stream. A few microseconds;
 * not for the hot loop.
 */
export function seedStream(
  states: Float64Array,
  row: number,
  seed: string,
  replication: number,
  purpose: string,
): void {
  const state = alea(`${purpose.length}:${purpose}/${replication}/${seed}`, { state: true }).state();
  const at = row * STREAM_STRIDE;
  states[at] = state.s0;
  states[at + 1] = state.s1;
  states[at + 2] = state.s2;
  states[at + 3] = state.c;
}

/** One step: a multiple of 2^-32 in [0, 1), the same bits as seedrandom's `alea(...)()`. May be 0. */
export function uniform32(states: Float64Array, row: number): number {
  const at = row * STREAM_STRIDE;
  const t = 2091639 * states[at] + states[at + 3] * 2.3283064365386963e-10;
  const c = Math.floor(t);
  const next = t - c;
  states[at] = states[at + 1];
  states[at + 1] = states[at + 2];
  states[at + 2] = next;
  states[at + 3] = c;
  return next;
}

/**
 * Two steps: uniform on the open interval (0, 1): an odd multiple of 2^-53, all 2^52 equally likely.
 * Never 0 and never 1, exact (nothing is rounded), and as likely as 1 - u.
 */
export function uniform53(states: Float64Array, row: number): number {
  // Both steps at once: the carry need not wait for memory in between, which saves a third of the time.
  const at = row * STREAM_STRIDE;
  const t = 2091639 * states[at] + states[at + 3] * 2.3283064365386963e-10;
  const c = Math.floor(t);
  const high = t - c;
  const t2 = 2091639 * states[at + 1] + c * 2.3283064365386963e-10;
  const c2 = Math.floor(t2);
  const low = t2 - c2;
  states[at] = states[at + 2];
  states[at + 1] = high;
  states[at + 2] = low;
  states[at + 3] = c2;
  return high + (Math.floor(low * 1048576) + 0.5) * 2.220446049250313e-16;
}
