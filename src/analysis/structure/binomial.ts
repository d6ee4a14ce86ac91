/** The chances of from, from + 1, … lost; those left out are below 1e-300 of the likeliest. */
export interface Losses {
  readonly from: number;
  readonly chances: Float64Array;
}

const NEGLIGIBLE = 1e-300;

/**
 * How many of n independent members are lost, each with the given chance: outwards from the likeliest, by the ratio of
 * neighbours.
 */
export function binomialLosses(n: number, chance: number): Losses {
  if (chance <= 0 || chance >= 1) return { from: chance <= 0 ? 0 : n, chances: Float64Array.of(1) };
  const odds = chance / (1 - chance);
  const mode = Math.min(n, Math.floor((n + 1) * chance));
  const below: number[] = [];
  const above: number[] = [];
  let total = 1;
  for (let i = mode, p = 1; i > 0; i--) {
    p *= i / ((n - i + 1) * odds);
    if (p < NEGLIGIBLE) break;
    below.push(p);
    total += p;
  }
  for (let i = mode, p = 1; i < n; i++) {
    p *= ((n - i) / (i + 1)) * odds;
    if (p < NEGLIGIBLE) break;
    above.push(p);
    total += p;
  }
  return { from: mode - below.length, chances: Float64Array.from([...below.reverse(), 1, ...above], (p) => p / total) };
}

/** Chance of at least `start` and fewer than `end` lost, summed from the smaller end. */
export function chanceOfRange({ from, chances }: Losses, start: number, end: number): number {
  const first = Math.max(0, start - from);
  const last = Math.min(chances.length, end - from) - 1;
  if (last < first) return 0;
  let sum = 0;
  if (chances[first] < chances[last]) for (let i = first; i <= last; i++) sum += chances[i];
  else for (let i = last; i >= first; i--) sum += chances[i];
  return sum;
}

/** Chance of exactly so many lost. */
export function chanceOf({ from, chances }: Losses, lost: number): number {
  return chances[lost - from] ?? 0;
}
