/** What one seed says of a figure. */
export interface Sampled {
  readonly mean: number;
  readonly ci95: readonly [number, number];
}

/** The mean over all seeds, with its standard error. */
export function summed(values: readonly Sampled[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, each) => sum + each.mean, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each.mean - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** How many of the intervals hold the value. */
export function covers(values: readonly Sampled[], value: number): string {
  const held = values.filter(({ ci95: [low, high] }) => low <= value && value <= high).length;
  return `${((100 * held) / values.length).toFixed(1)}%`;
}

export function halfWidth({ ci95: [low, high] }: Sampled): number {
  return (high - low) / 2;
}
