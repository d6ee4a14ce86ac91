import { ln, log1p } from '../random/elementary.ts';
import { fit, levelOf, valueAt } from './link.ts';
import { inverseDiagonal } from './normal-equations.ts';

/**
 * What follows from inputs that are standard normal: a surface of the second degree in orthogonal polynomials through
 * what single worlds came to, each of which is known but roughly (Sudret 2008, "Global sensitivity analysis using
 * polynomial chaos expansions", Reliability Engineering & System Safety 93:964-979).
 */
export interface Surface {
  /** [input] share of the variance that goes away once it is known (first order), of `ln` of what is positive. */
  readonly shares: readonly number[];
  /**
   * What inputs come to that lie beside the surface by as much as one of the worlds, as far as that was no error of its
   * sample.
   */
  at(inputs: readonly number[], world: number): number;
}

/** Inputs that are multiplied: the same one twice is its second polynomial. */
type Term = readonly number[];

/** Worlds for each term, at least. */
const WORLDS_PER_TERM = 10;

/**
 * @param inputs [world][input] standard normal
 * @param found [world] what it came to
 * @param errors [world] the variance of what it came to
 * @param isPositive whether inputs multiply what cannot be below 0 (a log link, with the weights of counts), or add
 * @returns null: nothing was found in any world
 */
export function surfaceOf(
  inputs: readonly (readonly number[])[],
  found: readonly number[],
  errors: readonly number[],
  isPositive: boolean,
): Surface | null {
  const worlds = found.length;
  const scale = found.reduce((sum, y) => sum + Math.abs(y), 0) / worlds;
  if (!(scale > 0)) return null;
  const y = found.map((value) => value / scale);
  const terms = termsFor(inputs[0].length, worlds);
  const link = isPositive ? 'log' : 'sum';
  const rows = inputs.map((z) => basis(terms, z));
  const { coefficients, root, weights } = fit(rows, y, link);
  const smooth = (row: readonly number[]) => valueAt(levelOf(row, coefficients, link), link);
  const means = rows.map(smooth);
  const of = (value: number, mean: number) => (isPositive ? value / mean - 1 : value - mean);
  const rest = y.map((value, w) => of(value, means[w]));
  const freedom = worlds - terms.length;
  const spread = rest.reduce((sum, r) => sum + r * r, 0) / freedom;
  const noise =
    errors.reduce((sum, error, w) => sum + error / (isPositive ? means[w] * means[w] : 1), 0) /
    (scale * scale * worlds);
  // The surface need not fit: what worlds lie beside it by more than their own error is kept (constrained empirical
  // Bayes: Louis 1984, Ghosh 1992), so that the values' variance is that of the worlds.
  const kept = spread > 0 ? Math.sqrt(Math.max(0, 1 - noise / spread)) : 0;
  const beside = (mean: number, w: number) =>
    scale * (isPositive ? mean * (1 + kept * rest[w]) : mean + kept * rest[w]);
  const pearson = rest.reduce((sum, r, w) => sum + weights[w] * r * r, 0) / freedom;
  const left = kept * kept * spread;
  return {
    shares: sharesOf(terms, coefficients, inverseDiagonal(root, pearson), isPositive ? log1p(left) : left),
    at: (z, world) => beside(smooth(basis(terms, z)), world % worlds),
  };
}

/**
 * The mean of something, as follows from inputs that are standard normal: a surface of the second degree of its
 * logarithm through the worlds' own means, each of which counts by how many it is the mean of. What worlds lie beside
 * it is not kept: of a few things each it is nearly all their own error, and what chance leaves of that would spread
 * the means.
 * @param inputs [world][input] standard normal
 * @param means [world] whatever it says where there are none
 * @returns null: nothing was counted in any world, or all of it is 0
 */
export function meanFrom(
  inputs: readonly (readonly number[])[],
  means: readonly number[],
  counts: readonly number[],
): ((inputs: readonly number[]) => number) | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const scale = means.reduce((sum, mean, w) => (counts[w] > 0 ? sum + mean * counts[w] : sum), 0) / all;
  if (!(scale > 0)) return null;
  const terms = termsFor(inputs[0].length, inputs.length);
  const rows = inputs.map((z) => basis(terms, z));
  const y = means.map((mean, w) => (counts[w] > 0 ? mean / scale : 1));
  const { coefficients } = fit(rows, y, 'log', counts);
  return (z) => scale * valueAt(levelOf(basis(terms, z), coefficients, 'log'), 'log');
}

/** So near to the limit, as logits, worlds count by half; the limit itself is worth so many observations to each. */
const NEAR = 1;
const OF_LIMIT = 0.5;
const ROUNDS = 3;

/**
 * Whether a share is at most a limit, as follows from inputs that are standard normal: a logistic regression of the
 * second degree on the worlds near to the limit, as what lies far away is not of that shape (locally weighted:
 * Cleveland & Devlin 1988, Journal of the American Statistical Association 83:596-610). Each world's share is drawn
 * towards the limit a little, which never takes it to the other side.
 * @param inputs [world][input] standard normal
 * @param over [world] how many there were of what has the share, of `counts`
 * @returns null: nothing was counted in any world
 */
export function atMostOf(
  inputs: readonly (readonly number[])[],
  over: readonly number[],
  counts: readonly number[],
  limit: number,
): ((inputs: readonly number[]) => boolean) | null {
  if (!counts.some((count) => count > 0)) return null;
  if (over.every((each) => each === 0)) return () => true;
  if (over.every((each, w) => each === counts[w])) return () => false;
  const terms = termsFor(inputs[0].length, inputs.length);
  const rows = inputs.map((z) => basis(terms, z));
  const shares = over.map((each, w) => (each + OF_LIMIT * limit) / (counts[w] + OF_LIMIT));
  const at = log1p(-limit) - ln(limit);
  let near = counts.map((count) => count + OF_LIMIT);
  for (let round = 0; ; round++) {
    const { coefficients } = fit(rows, shares, 'logit', near);
    const above = (row: readonly number[]) => levelOf(row, coefficients, 'logit') + at;
    if (round === ROUNDS) return (z) => above(basis(terms, z)) <= 0;
    near = counts.map((count, w) => {
      const distance = above(rows[w]) / NEAR;
      return (count + OF_LIMIT) / (1 + distance * distance);
    });
  }
}

/** All of the second degree where there are worlds enough, else without products, else without squares. */
function termsFor(inputs: number, worlds: number): Term[] {
  const each = Array.from({ length: inputs }, (_, i) => i);
  const lists: Term[][] = [[[]], each.map((i) => [i]), each.map((i) => [i, i])];
  lists.push(each.flatMap((i) => each.slice(i + 1).map((j) => [i, j])));
  return lists.reduce((terms, more, degree) => {
    const all = [...terms, ...more];
    return degree < 2 || all.length * WORLDS_PER_TERM <= worlds ? all : terms;
  }, []);
}

function basis(terms: readonly Term[], z: readonly number[]): number[] {
  return terms.map(([i, j]) => {
    if (i === undefined) return 1;
    if (j === undefined) return z[i];
    return i === j ? (z[i] * z[i] - 1) / Math.SQRT2 : z[i] * z[j];
  });
}

/** What a coefficient owes to the worlds' own errors is taken out of its square. */
function sharesOf(terms: readonly Term[], coefficients: readonly number[], errors: readonly number[], left: number) {
  const parts = terms.map((_, k) => (k === 0 ? 0 : Math.max(0, coefficients[k] * coefficients[k] - errors[k])));
  const whole = parts.reduce((sum, part) => sum + part, left);
  const inputs = Math.max(0, ...terms.map(([i]) => (i ?? -1) + 1));
  return Array.from({ length: inputs }, (_, input) => {
    const own = terms.reduce((sum, term, k) => (term.every((i) => i === input) ? sum + parts[k] : sum), 0);
    return whole > 0 ? own / whole : 0;
  });
}
