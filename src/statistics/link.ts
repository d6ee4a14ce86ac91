import { exp } from '../random/elementary.ts';
import { factorise, type Root, solve } from './normal-equations.ts';

/**
 * How what follows from inputs hangs on the sum of their terms: it is that sum; or its exponential, with the errors of
 * counts; or a chance.
 */
type Link = 'sum' | 'log' | 'logit';

interface Fitted {
  readonly coefficients: readonly number[];
  readonly root: Root;
  /** [observation] that the last step was made with. */
  readonly weights: readonly number[];
}

const MOST_ITERATIONS = 50;
/** A chance nearer to 0 or 1 says no more. */
const MOST_LEVEL = 12;

export function valueAt(level: number, link: Link): number {
  if (link === 'sum') return level;
  return link === 'log' ? exp(level) : 1 / (1 + exp(-level));
}

/**
 * By iterated weighted least squares (Nelder & Wedderburn 1972, Journal of the Royal Statistical Society A
 * 135:370-384); of what only adds one step is all.
 * @param rows the terms of each observation, the first of which is 1
 * @param counts of how many things each observation is the mean; default: of one
 */
export function fit(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  link: Link,
  counts?: readonly number[],
): Fitted {
  let levels = y.map(() => 0);
  for (let step = 0; ; step++) {
    const values = levels.map((level) => valueAt(level, link));
    const weights = values.map((value) => (link === 'sum' ? 1 : link === 'log' ? value : value * (1 - value)));
    const working = y.map((observed, i) => levels[i] + (observed - values[i]) / weights[i]);
    const counted = counts === undefined ? weights : weights.map((weight, i) => weight * counts[i]);
    const root = factorise(rows, counted);
    const coefficients = solve(root, rows, counted, working);
    const next = rows.map((row) => levelOf(row, coefficients, link));
    const change = next.reduce((most, level, i) => Math.max(most, Math.abs(level - levels[i])), 0);
    if (link === 'sum' || change < 1e-9 || step === MOST_ITERATIONS) return { coefficients, root, weights };
    levels = next;
  }
}

export function levelOf(row: readonly number[], coefficients: readonly number[], link: Link): number {
  const level = row.reduce((sum, term, i) => sum + term * coefficients[i], 0);
  return link === 'logit' ? Math.max(-MOST_LEVEL, Math.min(MOST_LEVEL, level)) : level;
}

/**
 * What is to be expected of something once one input is known, for each observation: by regression on that input
 * alone (Strong & Oakley 2013, Medical Decision Making 33:755-765), up to the third degree.
 * @param z [observation] standard normal
 */
export function expectedKnowing(z: readonly number[], y: readonly number[], link: Link): number[] {
  const rows = z.map((x) => [1, x, x * x - 1, x * x * x - 3 * x]);
  const { coefficients } = fit(rows, y, link);
  return rows.map((row) => valueAt(levelOf(row, coefficients, link), link));
}
