/**
 * Distributions packed once into flat arrays, for the hot loop: a draw is a switch over a small integer. A table is
 * plain data and crosses to workers as it is. Drawing from it is in `draws.ts`, which whoever only packs does not load.
 */
import type { Distribution } from './distribution.ts';
import { mean, variance } from './moments.ts';
import { distributionFault, isConstant, lognormalSigma, weibullScale } from './parameters.ts';
import { quantile } from './quantile.ts';

export const CONSTANT = 0;
export const EXPONENTIAL = 1;
export const UNIFORM = 2;
export const TRIANGULAR = 3;
export const LOGNORMAL = 4;
export const WEIBULL = 5;
export const GAMMA = 6;
const EMPIRICAL = 7;

/** A coefficient of variation; an exponential's is 1. */
const WIDE = 1.2;

export const PARAMETERS = 4;
/** Offset of the mean within a draw's parameters, for every kind. */
export const MEAN = 3;

/** One draw per row, in the order of the distributions given to `packDraws`, which owns the arrays. */
export interface DrawTable {
  /** Shape [draws]: one of the numbers above. Whatever cannot vary is packed as constant. */
  readonly kind: Uint8Array;
  /**
   * Shape [draws × 4], seconds unless said:
   * constant, exponential: (-, -, -, mean); uniform: (min, max, -, mean); triangular: (min, mode, max, mean);
   * lognormal: (median, sigma of ln X [1], -, mean); weibull: (scale, 1/shape [1], -, mean);
   * gamma: (scale, shape [1], -, mean); empirical: (first [index in values], count [1], -, mean).
   */
  readonly parameters: Float64Array;
  /** Shape [draws], 1: its standard deviation is more than 1.2 times its mean. */
  readonly isWide: Uint8Array;
  /** For each empirical draw, at `first`: its `count` values in ascending order, then their running sums. Seconds. */
  readonly values: Float64Array;
}

/** Packs distributions; a draw's id is its index. Throws a RangeError at the first that is not a distribution. */
export function packDraws(distributions: readonly Distribution[]): DrawTable {
  const kind = new Uint8Array(distributions.length);
  const parameters = new Float64Array(distributions.length * PARAMETERS);
  const isWide = new Uint8Array(distributions.length);
  const values: number[] = [];
  distributions.forEach((d, id) => {
    const fault = distributionFault(d);
    if (fault !== null) throw new RangeError(`distribution ${id} (${d.kind}): ${fault}`);
    isWide[id] = variance(d) > WIDE * mean(d) * (WIDE * mean(d)) ? 1 : 0;
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
  return { kind, parameters, isWide, values: Float64Array.from(values) };
}

/** Whether it forgets how long it has lasted. */
export function isExponential(table: DrawTable, id: number): boolean {
  return table.kind[id] === EXPONENTIAL;
}

/** The exact expected value of a draw, in seconds. */
export function drawMean(table: DrawTable, id: number): number {
  return table.parameters[id * PARAMETERS + MEAN];
}
