interface AliasTable {
  readonly threshold: Float64Array;
  readonly other: Int32Array;
}

/**
 * Alias table for an O(1) choice in proportion to weights (Walker 1977; built as in Vose 1991). With u uniform in
 * [0, n) and i = ⌊u⌋, the choice is i if u < threshold[i], else other[i].
 */
export function aliasTable(weights: ArrayLike<number>): AliasTable {
  const n = weights.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += weights[i];
  const threshold = new Float64Array(n);
  const other = new Int32Array(n);
  const scaled = Float64Array.from(weights, (w) => (w * n) / total);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < n; i++) (scaled[i] < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!;
    const more = large[large.length - 1];
    threshold[less] = less + scaled[less];
    other[less] = more;
    scaled[more] -= 1 - scaled[less];
    if (scaled[more] < 1) small.push(large.pop()!);
  }
  // What is left has weight 1 up to rounding: always itself.
  for (const i of [...small, ...large]) {
    threshold[i] = i + 1;
    other[i] = i;
  }
  return { threshold, other };
}
