/** Drawing from packed distributions in the hot loop. */
import {
  CONSTANT,
  type DrawTable,
  EXPONENTIAL,
  GAMMA,
  LOGNORMAL,
  MEAN,
  PARAMETERS,
  TRIANGULAR,
  UNIFORM,
  WEIBULL,
} from './draw-table.ts';
import { exp, ln } from './elementary.ts';
import { standardGamma } from './gamma.ts';
import { uniform53 } from './stream.ts';
import { exponentials, standardExponential, standardNormal } from './ziggurat.ts';

/**
 * A draw, in seconds, >= 0. A constant takes nothing from the stream. Small, so that it is compiled into its callers:
 * a number that a function returns is allocated.
 */
export function draw(table: DrawTable, id: number, states: Int32Array, row: number): number {
  const kind = table.kind[id];
  if (kind === EXPONENTIAL) return table.parameters[id * PARAMETERS + MEAN] * standardExponential(states, row);
  if (kind === CONSTANT) return table.parameters[id * PARAMETERS + MEAN];
  return drawOther(table, id, states, row);
}

/** So many draws one after the other, into [from, to): the same as one at a time. */
export function drawMany(
  table: DrawTable,
  id: number,
  states: Int32Array,
  row: number,
  into: Float64Array,
  from: number,
  to: number,
): void {
  const kind = table.kind[id];
  const mean = table.parameters[id * PARAMETERS + MEAN];
  if (kind === EXPONENTIAL) exponentials(states, row, mean, into, from, to);
  else if (kind === CONSTANT) into.fill(mean, from, to);
  else for (let i = from; i < to; i++) into[i] = drawOther(table, id, states, row);
}

function drawOther(table: DrawTable, id: number, states: Int32Array, row: number): number {
  const p = table.parameters;
  const at = id * PARAMETERS;
  switch (table.kind[id]) {
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
export function drawResidual(table: DrawTable, id: number, states: Int32Array, row: number): number {
  // Memoryless: no share is taken.
  if (table.kind[id] === EXPONENTIAL) return draw(table, id, states, row);
  return uniform53(states, row) * drawLengthBiased(table, id, states, row);
}

/** A draw with weights in proportion to its length, in seconds (density x f(x) / mean): what a random moment meets. */
export function drawLengthBiased(table: DrawTable, id: number, states: Int32Array, row: number): number {
  const p = table.parameters;
  const at = id * PARAMETERS;
  switch (table.kind[id]) {
    case CONSTANT:
      return p[at + MEAN];
    case EXPONENTIAL:
      return p[at + MEAN] * (standardExponential(states, row) + standardExponential(states, row));
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
