/**
 * Drawing from distributions in the hot loop: distributions are packed once into flat arrays, and a
 * draw is a switch over a small integer. A table is plain data and crosses to workers as it is.
 */
import type { Distribution } from './distribution.ts';
import { exp, ln } from './elementary.ts';
import { standardGamma } from './gamma.ts';
import { mean } from './moments.ts';
import { distributionFault, isConstant, lognormalSigma, weibullScale } from './parameters.ts';
import { quantile } from './quantile.ts';
import { uniform53 } from './stream.ts';
import { standardExponential, standardNormal } from './ziggurat.ts';

const CONSTANT = 0;
const EXPONENTIAL = 1;
const UNIFORM = 2;
const TRIANGULAR = 3;
const LOGNORMAL = 4;
const WEIBULL = 5;
const GAMMA = 6;
const EMPIRICAL = 7;

const PARAMETERS = 4;
/** Offset of the mean within a draw's parameters, for every kind. */
const MEAN = 3;

/** One draw per row, in the order of the distributions given to `packDraws`, which owns the arrays. */
export interface DrawTable {
  /** Shape [draws]: a number per kind, private to this file. Whatever cannot vary is packed as constant. */
  readonly kind: Uint8Array;
  /**
   * Shape [draws × 4], seconds unless said:
   * constant, exponential: (-, -, -, mean); uniform: (min, max, -, mean); triangular: (min, mode, max, mean);
   * lognormal: (median, sigma of ln X [1], -, mean); weibull: (scale, 1/shape [1], -, mean);
   * gamma: (scale, shape [1], -, mean); empirical: (first [index in values], count [1], -, mean).
   */
  readonly parameters: Float64Array;
  /** For each empirical draw, at `first`: its `count` values in ascending order, then their running sums. Seconds. */
  readonly values: Float64Array;
}

/** Packs distributions; a draw's id is its index. Throws a RangeError at the first that is not a distribution. */
export function packDraws(distributions: readonly Distribution[]): DrawTable {
  const kind = new Uint8Array(distributions.length);
  const parameters = new Float64Array(distributions.length * PARAMETERS);
  const values: number[] = [];
  distributions.forEach((d, id) => {
    const fault = distributionFault(d);
    if (fault !== null) throw new RangeError(`distribution ${id} (${d.kind}): ${fault}`);
    const at = id * PARAMETERS;
    const pack = (code: number, a: number, b: number, c: number): void => {
      kind[id] = code;
      parameters.set([a, b, c, mean(d)], at);
    };
    if (isConstant(d)) {
      pack(CONSTANT, 0, 0, 0);
      parameters[at + MEAN] = quantile(d, 1);
      return;
    }
    switch (d.kind) {
      case 'constant':
        return;
      case 'exponential':
        return pack(EXPONENTIAL, 0, 0, 0);
      case 'uniform':
        return pack(UNIFORM, d.min, d.max, 0);
      case 'triangular':
        return pack(TRIANGULAR, d.min, d.mode, d.max);
      case 'lognormal':
        return pack(LOGNORMAL, d.median, lognormalSigma(d.median, d.p95), 0);
      case 'weibull':
        return pack(WEIBULL, weibullScale(d.shape, d.mean), 1 / d.shape, 0);
      case 'gamma':
        return pack(GAMMA, d.mean / d.shape, d.shape, 0);
      case 'empirical': {
        pack(EMPIRICAL, values.length, d.values.length, 0);
        const sorted = [...d.values].sort((x, y) => x - y);
        values.push(...sorted);
        let sum = 0;
        for (const v of sorted) values.push((sum += v));
        return;
      }
    }
  });
  return { kind, parameters, values: Float64Array.from(values) };
}

/** Whether it forgets how long it has lasted. */
export function isExponential(table: DrawTable, id: number): boolean {
  return table.kind[id] === EXPONENTIAL;
}

/** The exact expected value of a draw, in seconds. */
export function drawMean(table: DrawTable, id: number): number {
  return table.parameters[id * PARAMETERS + MEAN];
}

/** A draw, in seconds, >= 0. A constant takes nothing from the stream. */
export function draw(table: DrawTable, id: number, states: Float64Array, row: number): number {
  const p = table.parameters;
  const at = id * PARAMETERS;
  switch (table.kind[id]) {
    case CONSTANT:
      return p[at + MEAN];
    case EXPONENTIAL:
      return p[at + MEAN] * standardExponential(states, row);
    case UNIFORM:
      return p[at] + uniform53(states, row) * (p[at + 1] - p[at]);
    case TRIANGULAR:
      return triangular(p[at], p[at + 1], p[at + 2], uniform53(states, row));
    case LOGNORMAL:
      return p[at] * exp(p[at + 1] * standardNormal(states, row));
    case WEIBULL:
      return p[at] * exp(p[at + 1] * ln(standardExponential(states, row)));
    case GAMMA:
      return p[at] * standardGamma(p[at + 1], states, row);
    default:
      return table.values[p[at] + Math.floor(uniform53(states, row) * p[at + 1])];
  }
}

/**
 * A draw of the equilibrium residual, in seconds: what is left of a lifetime that is found running
 * (density (1 - F(x)) / mean, Cox 1962). It is a uniform share of a lifetime drawn with weights in
 * proportion to its length. A mean of 0 gives 0.
 */
export function drawResidual(table: DrawTable, id: number, states: Float64Array, row: number): number {
  // Memoryless: no share is taken.
  if (table.kind[id] === EXPONENTIAL) return draw(table, id, states, row);
  return uniform53(states, row) * drawLengthBiased(table, id, states, row);
}

function drawLengthBiased(table: DrawTable, id: number, states: Float64Array, row: number): number {
  const p = table.parameters;
  const at = id * PARAMETERS;
  switch (table.kind[id]) {
    case CONSTANT:
      return p[at + MEAN];
    case UNIFORM: {
      const low = p[at] * p[at];
      return Math.sqrt(low + uniform53(states, row) * (p[at + 1] * p[at + 1] - low));
    }
    case TRIANGULAR:
      for (;;) {
        // Rejection by x / max: at least one in three is taken, for the mean is at least max / 3.
        const x = triangular(p[at], p[at + 1], p[at + 2], uniform53(states, row));
        if (uniform53(states, row) * p[at + 2] < x) return x;
      }
    case LOGNORMAL:
      return p[at] * exp(p[at + 1] * (p[at + 1] + standardNormal(states, row)));
    case WEIBULL:
      return p[at] * exp(p[at + 1] * ln(standardGamma(1 + p[at + 1], states, row)));
    case GAMMA:
      return p[at] * standardGamma(p[at + 1] + 1, states, row);
    default:
      return lengthBiasedValue(table.values, p[at], p[at + 1], uniform53(states, row));
  }
}

/** Inverse of the distribution function at u. */
function triangular(min: number, mode: number, max: number, u: number): number {
  const width = max - min;
  const below = mode - min;
  return u * width < below ? min + Math.sqrt(u * width * below) : max - Math.sqrt((1 - u) * width * (max - mode));
}

/** The first value whose running sum exceeds u times the total, by bisection. */
function lengthBiasedValue(values: Float64Array, first: number, count: number, u: number): number {
  const sums = first + count;
  const target = u * values[sums + count - 1];
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[sums + middle] > target) high = middle;
    else low = middle + 1;
  }
  return values[first + low];
}
