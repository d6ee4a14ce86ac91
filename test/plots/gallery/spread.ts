/** `count` values spread like a log-logistic sample around `median`; no chance in it. */
export function spread(count: number, median: number, factor: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const p = (i + 0.5) / count;
    return median * (p / (1 - p)) ** (Math.log(factor) / 3);
  });
}
