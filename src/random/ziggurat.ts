/**
 * Standard exponential and normal draws by the ziggurat method (Marsaglia & Tsang 2000, "The
 * ziggurat method for generating random variables", J. Statistical Software 5(8)): the density is
 * covered by 256 layers of equal area, and 99 % of the draws end in the part of a layer that lies
 * wholly below it. Unlike the published code, layer and position come from different bits, and a
 * position has 53 of them, so that tails are as fine as doubles are.
 */
import { exp, ln } from './elementary.ts';
import { STREAM_STRIDE, uniform32, uniform53 } from './stream.ts';

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

/** 2^-24 and 2^-57: the second step's place below the first's, and half its unit, so that 0 cannot occur. */
const BELOW = 5.9604644775390625e-8;
const HALF_UNIT = 6.938893903907228e-18;

/** A draw of the exponential distribution with mean 1. Positive. Two steps of the stream, mostly. */
export function standardExponential(states: Float64Array, row: number): number {
  const at = row * STREAM_STRIDE;
  let beyond = 0;
  for (;;) {
    // Two steps of the stream at once, as in uniform53: 8 bits choose the layer, the first step's other
    // 24 and the second's 32 place the draw in it.
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
    const u = high * LAYERS;
    const layer = u | 0;
    const x = (u - layer + (low * BELOW + HALF_UNIT)) * E_EDGE[layer];
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
export function standardNormal(states: Float64Array, row: number): number {
  for (;;) {
    const u = uniform32(states, row) * LAYERS;
    const layer = Math.floor(u);
    // The second step's first bit is the sign.
    const v = uniform32(states, row) * 2;
    const negative = v < 1;
    const x = (u - layer + ((negative ? v : v - 1) * BELOW + HALF_UNIT)) * N_EDGE[layer];
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
function normalTail(states: Float64Array, row: number): number {
  for (;;) {
    const x = standardExponential(states, row) / NORMAL_TAIL;
    if (2 * standardExponential(states, row) > x * x) return NORMAL_TAIL + x;
  }
}
