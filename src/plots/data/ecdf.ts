import type { Histogram } from '../../analysis/report.ts';

/**
 * A sample's cumulative distribution, from its histogram. Between two places the share is taken to rise evenly: a bin
 * is 6% wide, so that nobody sees the difference.
 */
export interface Ecdf {
  /** Observations. */
  readonly count: number;
  /** Share of observations that are exactly 0. */
  readonly zero: number;
  /** The bins' edges beyond zero, ascending, in seconds; empty without a positive observation. */
  readonly x: readonly number[];
  /** share[i]: of observations below x[i], zeros included. Begins at `zero`, ends at 1. */
  readonly share: readonly number[];
}

export function ecdf({ edges, counts }: Histogram): Ecdf {
  const count = counts.reduce((sum, each) => sum + each, 0);
  if (count === 0) return { count: 0, zero: 0, x: [], share: [] };
  const first = edges[0] === 0 ? 1 : 0;
  const zeros = first === 1 ? counts[0] : 0;
  const zero = zeros / count;
  if (counts.length === first) return { count, zero, x: [], share: [] };
  const x = [edges[first]];
  const share = [zero];
  let below = zeros;
  for (let i = first; i < counts.length; i++) {
    below += counts[i];
    x.push(edges[i + 1]);
    share.push(below / count);
  }
  return { count, zero, x, share };
}

/** Share of observations of at most `value`; 0 for no observations. */
export function shareAtMost(e: Ecdf, value: number): number {
  const [low, high, part] = around(e, value);
  return low + (high - low) * part;
}

/** Between which shares `shareAtMost` certainly lies: what is known before and after the bin of `value`. */
export function shareBounds(e: Ecdf, value: number): readonly [number, number] {
  const [low, high, part] = around(e, value);
  return part === 0 ? [low, low] : [low, high];
}

function around({ count, zero, x, share }: Ecdf, value: number): readonly [low: number, high: number, part: number] {
  if (count === 0 || value < 0) return [0, 0, 0];
  if (x.length === 0 || value <= x[0]) return [zero, zero, 0];
  if (value >= x[x.length - 1]) return [1, 1, 0];
  let [low, high] = [0, x.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle] <= value) low = middle;
    else high = middle;
  }
  return [share[low], share[high], (value - x[low]) / (x[high] - x[low])];
}

/** The value that a share `p` of observations stays below; null for no observations. */
export function quantile({ count, zero, x, share }: Ecdf, p: number): number | null {
  if (count === 0) return null;
  if (p <= zero || x.length === 0) return 0;
  const at = share.findIndex((each) => each >= p);
  if (at <= 0) return at < 0 ? x[x.length - 1] : x[0];
  return x[at - 1] + ((p - share[at - 1]) / (share[at] - share[at - 1])) * (x[at] - x[at - 1]);
}

/** Without the places inside a flat stretch: the same line with fewer points. */
export function corners({ x, share }: Ecdf): readonly (readonly [x: number, share: number])[] {
  const points: (readonly [number, number])[] = [];
  for (let i = 0; i < x.length; i++) {
    const flat = i > 0 && i < x.length - 1 && share[i - 1] === share[i] && share[i] === share[i + 1];
    if (!flat) points.push([x[i], share[i]]);
  }
  return points;
}
