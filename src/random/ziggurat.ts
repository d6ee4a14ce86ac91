/**
 * Standard exponential and normal draws by the ziggurat method (Marsaglia & Tsang 2000, "The
 * ziggurat method for generating random variables", J. Statistical Software 5(8)): the density is
 * covered by 256 layers of equal area, and 99 % of the draws end in the part of a layer that lies
 * wholly below it. Unlike the published code, layer and place come from different bits: of one word of
 * 32 bits, 8 choose the layer and the others the place in it.
 *
 * How coarse that is: a draw lies in the middle of one of 2^24 equal cells of its layer (normal: 2^23 on either side),
 * so it is off by less than 2.3e-7 (2.2e-7) of the mean (the deviation), the distribution function is off by less than
 * 2^-24 (2^-23) anywhere, and a mean by less still, since a cell's middle is its mean. A sample would have to be of
 * 10^14 draws to show it. A tail is no coarser: it is a fresh draw beyond where the layers end. Nor are small values
 * of an
 * exponential, which is where two failures fall together: the first 2^16 cells are cut up further, so that P(X < x) is
 * right to one part in 2^17 for any x, however small.
 */
import { exp, ln } from './elementary.ts';
import { nextWord, STREAM_STRIDE, uniform53 } from './stream.ts';

const LAYERS = 256;

/** Where the tail begins, and the area of each layer: where 256 layers close at the top. */
const EXPONENTIAL_TAIL = 7.69711747013104972;
const EXPONENTIAL_AREA = 3.949659822581557e-3;
const NORMAL_TAIL = 3.6541528853610088;
const NORMAL_AREA = 4.928673233974655e-3;

/**
 * Shape [LAYERS + 1]. `edge[i]`: the right edge of layer i, falling; layer 0 holds the tail too,
 * so its edge is the width of a rectangle of the same area. `height[i]`: the density at `edge[i]`.
 */
interface Layers {
  readonly edge: Float64Array;
  readonly height: Float64Array;
}

function buildLayers(
  tail: number,
  area: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
): Layers {
  const edge = new Float64Array(LAYERS + 1);
  const height = new Float64Array(LAYERS + 1);
  edge[0] = area / density(tail);
  edge[1] = tail;
  height[1] = density(tail);
  for (let i = 2; i < LAYERS; i++) {
    height[i] = area / edge[i - 1] + height[i - 1];
    edge[i] = inverse(height[i]);
  }
  edge[LAYERS] = 0;
  height[LAYERS] = 1;
  return { edge, height };
}

const exponential = buildLayers(
  EXPONENTIAL_TAIL,
  EXPONENTIAL_AREA,
  (x) => exp(-x),
  (y) => -ln(y),
);
const normal = buildLayers(
  NORMAL_TAIL,
  NORMAL_AREA,
  (x) => exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * ln(y)),
);
const E_EDGE = exponential.edge;
const E_HEIGHT = exponential.height;
const N_EDGE = normal.edge;
const N_HEIGHT = normal.height;
/** [layer] width of a place in it. */
const E_PLACE = E_EDGE.map((edge) => edge * 5.9604644775390625e-8);
const N_PLACE = N_EDGE.map((edge) => edge * 1.1920928955078125e-7);

/** A draw of the exponential distribution with mean 1. Positive. One step of the stream, mostly. */
export function standardExponential(states: Int32Array, row: number): number {
  const word = nextWord(states, row);
  const layer = word & 255;
  const x = ((word >>> 8) + 0.5) * E_PLACE[layer];
  return x < E_EDGE[layer + 1] && word >>> 24 !== 0 ? x : exponentialOutside(states, row, word);
}

/** So many draws with the given mean, into [from, to): the same as one at a time, with the stream in registers. */
export function exponentials(
  states: Int32Array,
  row: number,
  mean: number,
  into: Float64Array,
  from: number,
  to: number,
): void {
  const at = row * STREAM_STRIDE;
  let a = states[at];
  let b = states[at + 1];
  let c = states[at + 2];
  let counter = states[at + 3];
  for (let i = from; i < to; i++) {
    const word = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    counter = (counter + 1) | 0;
    const layer = word & 255;
    const x = ((word >>> 8) + 0.5) * E_PLACE[layer];
    if (x < E_EDGE[layer + 1] && word >>> 24 !== 0) {
      into[i] = x * mean;
      continue;
    }
    states[at] = a;
    states[at + 1] = b;
    states[at + 2] = c;
    states[at + 3] = counter;
    into[i] = exponentialOutside(states, row, word) * mean;
    a = states[at];
    b = states[at + 1];
    c = states[at + 2];
    counter = states[at + 3];
  }
  states[at] = a;
  states[at + 1] = b;
  states[at + 2] = c;
  states[at + 3] = counter;
}

/**
 * Points of a Poisson process from one that is known up to `until`, into [from, …) of `times`, and behind them the
 * first that is not before `until`. Each has a place among 2^bits, from `first` on, into `places`. Infinity: it does
 * not count, as its place is beyond `most`, or it is not in the share of those that do (times 2^32).
 * @returns behind the last of them
 */
export function markedPoints(
  states: Int32Array,
  row: number,
  until: number,
  gap: number,
  bits: number,
  share: number,
  first: number,
  most: number,
  times: Float64Array,
  places: Int32Array,
  from: number,
): number {
  const shift = 32 - bits;
  const at = row * STREAM_STRIDE;
  let a = states[at];
  let b = states[at + 1];
  let c = states[at + 2];
  let counter = states[at + 3];
  let time = times[from];
  let count = from;
  while (time < until) {
    let word = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    counter = (counter + 1) | 0;
    // The word's first bits say which place; the others, or of many places another word, whether it counts.
    const place = bits === 0 ? 0 : word >>> shift;
    let left = (word << bits) >>> 0;
    if (bits > 8) {
      word = (a + b + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      counter = (counter + 1) | 0;
      left = word >>> 0;
    }
    places[count] = first + place;
    times[count++] = left < share && place < most ? time : Infinity;
    word = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    counter = (counter + 1) | 0;
    const layer = word & 255;
    const x = ((word >>> 8) + 0.5) * E_PLACE[layer];
    if (x < E_EDGE[layer + 1] && word >>> 24 !== 0) {
      time += x * gap;
      continue;
    }
    states[at] = a;
    states[at + 1] = b;
    states[at + 2] = c;
    states[at + 3] = counter;
    time += exponentialOutside(states, row, word) * gap;
    a = states[at];
    b = states[at + 1];
    c = states[at + 2];
    counter = states[at + 3];
  }
  states[at] = a;
  states[at + 1] = b;
  states[at + 2] = c;
  states[at + 3] = counter;
  times[count] = time;
  return count;
}

/** At the very left of a layer, in the part of it that the density does not fill, or in the tail. */
function exponentialOutside(states: Int32Array, row: number, first: number): number {
  let beyond = 0;
  for (let word = first; ; word = nextWord(states, row)) {
    const layer = word & 255;
    // Small values, one in 256, have a place within their cell as well: as fine as they are small.
    const inCell = word >>> 24 === 0 ? uniform53(states, row) : 0.5;
    const x = ((word >>> 8) + inCell) * E_PLACE[layer];
    if (x < E_EDGE[layer + 1]) return beyond + x;
    if (layer === 0) {
      // Memoryless: what lies beyond the tail's start is exponential again.
      beyond += EXPONENTIAL_TAIL;
      continue;
    }
    const y = E_HEIGHT[layer] + uniform53(states, row) * (E_HEIGHT[layer + 1] - E_HEIGHT[layer]);
    if (y < exp(-x)) return beyond + x;
  }
}

/** A draw of the normal distribution with mean 0 and variance 1. */
export function standardNormal(states: Int32Array, row: number): number {
  for (;;) {
    const word = nextWord(states, row);
    const layer = word & 255;
    const negative = (word & 256) !== 0;
    const x = ((word >>> 9) + 0.5) * N_PLACE[layer];
    if (x < N_EDGE[layer + 1]) return negative ? -x : x;
    if (layer === 0) {
      const far = normalTail(states, row);
      return negative ? -far : far;
    }
    const y = N_HEIGHT[layer] + uniform53(states, row) * (N_HEIGHT[layer + 1] - N_HEIGHT[layer]);
    if (y < exp(-0.5 * x * x)) return negative ? -x : x;
  }
}

/** |Z| given that it is beyond the tail's start (Marsaglia 1964). */
function normalTail(states: Int32Array, row: number): number {
  for (;;) {
    const x = standardExponential(states, row) / NORMAL_TAIL;
    if (2 * standardExponential(states, row) > x * x) return NORMAL_TAIL + x;
  }
}
