/**
 * sqrt(n) times the largest distance between a sample's distribution function and the given one:
 * above 1.95 with probability 0.1 %. Steps of the given function (atoms) are allowed.
 */
export function kolmogorovSmirnov(sample: readonly number[] | Float64Array, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  let most = 0;
  for (let i = 0; i < n; ) {
    let next = i;
    while (next < n && sorted[next] === sorted[i]) next++;
    const below = sorted[i] === 0 ? 0 : cdf(sorted[i] * (1 - 2 ** -50));
    most = Math.max(most, Math.abs(cdf(sorted[i]) - next / n), Math.abs(below - i / n));
    i = next;
  }
  return most * Math.sqrt(n);
}
