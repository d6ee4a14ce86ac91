import { studentQuantile } from '../random/special/student.ts';

/** A mean whose sample was corrected by what chance is known to have done to it. */
export interface ControlledMean {
  readonly mean: number;
  readonly ci95: readonly [number, number];
  /** Of the mean. */
  readonly variance: number;
  /** Controls that said something of their own. */
  readonly controls: number;
}

/**
 * With less than this share of its length left a column follows from those before it, but for what is too rare to have
 * been seen as often as is to be expected: that it should have the mean 0 then says nothing about a sample of this
 * size.
 */
const LEAST_SHARE = 0.1;

/** Controls made orthogonal, and what each has for a mean, which should be 0. */
export interface ControlBasis {
  readonly directions: readonly Float64Array[];
  readonly shifts: readonly number[];
}

/**
 * Controls, columns of the same length whose expected value is 0 each, made orthogonal by modified Gram-Schmidt; a
 * column that follows from those before it counts for nothing.
 * @param most how many may remain: null is returned where there are more
 */
export function controlBasis(columns: readonly Float64Array[], most: number): ControlBasis | null {
  const directions: Float64Array[] = [];
  const shifts: number[] = [];
  for (const column of columns) {
    let shift = meanOf(column);
    const center = shift;
    const rest = column.map((x) => x - center);
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > 0)) continue;
    directions.forEach((direction, i) => {
      const along = dot(rest, direction);
      subtract(rest, direction, along);
      shift -= along * shifts[i];
    });
    const left = Math.sqrt(dot(rest, rest));
    if (left < LEAST_SHARE * length) continue;
    if (directions.length === most) return null;
    directions.push(rest.map((x) => x / left));
    shifts.push(shift / left);
  }
  return { directions, shifts };
}

/**
 * The mean of values by linear regression on controls (Lavenberg & Welch 1981, "A perspective on the use of control
 * variables", Management Science 27:322-335): what the sample has too much of a control is taken out of its mean. Exact
 * for normal samples but for being on the wide side, with Student's t on n − 1 − controls degrees of freedom; the
 * regression's own error is in the interval.
 * @returns null where there are too few values for so many controls
 */
export function controlledMean(
  values: Float64Array,
  { directions, shifts }: ControlBasis,
  confidence = 0.95,
): ControlledMean | null {
  const n = values.length;
  const freedom = n - 1 - directions.length;
  if (freedom < 1) return null;
  let mean = meanOf(values);
  const center = mean;
  const residuals = values.map((x) => x - center);
  let leverage = 0;
  directions.forEach((direction, i) => {
    const along = dot(residuals, direction);
    subtract(residuals, direction, along);
    mean -= along * shifts[i];
    leverage += shifts[i] * shifts[i];
  });
  // As of a sample that has just missed one more residual like its largest: a handful of long ones has not seen the
  // tail.
  const missed = residuals.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / n;
  const variance = (dot(residuals, residuals) / freedom) * (1 / n + leverage) + missed * missed;
  const half = studentQuantile(freedom, (1 + confidence) / 2) * Math.sqrt(variance);
  return { mean, ci95: [mean - half, mean + half], variance, controls: directions.length };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function subtract(from: Float64Array, direction: Float64Array, along: number): void {
  for (let i = 0; i < from.length; i++) from[i] -= along * direction[i];
}
