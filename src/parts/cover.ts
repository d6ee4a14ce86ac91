import type { Range } from '../run/stretch.ts';

/**
 * Of ranges that may overlap, those that together have the most without having anything twice; in order.
 * (Weighted interval scheduling.)
 */
export function bestCover<T extends Range>(ranges: readonly T[]): T[] {
  const sorted = [...ranges].sort((a, b) => a.end - b.end || a.from - b.from);
  const best: { readonly size: number; readonly last: number; readonly before: number }[] = [];
  sorted.forEach(({ from, end }, i) => {
    const before = lastEndingBy(sorted, i, from);
    const size = end - from + (before < 0 ? 0 : best[before].size);
    const without = i === 0 ? null : best[i - 1];
    best.push(without !== null && without.size >= size ? without : { size, last: i, before });
  });
  const cover: T[] = [];
  for (let at = best.length - 1; at >= 0; at = best[at].before) cover.unshift(sorted[best[at].last]);
  return cover;
}

/** Of the first `count`, the last one that ends by then; −1: none. */
function lastEndingBy(sorted: readonly Range[], count: number, at: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What ranges in order leave out of all from 0 to `end`. */
export function gapsIn(ranges: readonly Range[], end: number): Range[] {
  const gaps: Range[] = [];
  let at = 0;
  for (const range of [...ranges, { from: end, end }]) {
    if (range.from > at) gaps.push({ from: at, end: range.from });
    at = range.end;
  }
  return gaps;
}
