/** Bins per octave in a report's histograms. */
const PER_OCTAVE = 16;

/** Number of an edge 2^e (1 + k/16) on the grid that all histograms share: 16 e + k. */
export function gridIndex(edge: number): number {
  const octave = Math.floor(Math.log2(edge));
  return PER_OCTAVE * octave + Math.round((edge / 2 ** octave - 1) * PER_OCTAVE);
}

/**
 * Edges to stop at when reading a plot: all that occur, or every second, fourth… of the grid so that they are at most
 * `most`. They lie on the grid and not on a count from the first, so that they stay put while a run goes on.
 */
export function places(lines: readonly (readonly number[])[], most = 96): readonly number[] {
  const all = [...new Set(lines.flat())].sort((a, b) => a - b);
  const index = all.map(gridIndex);
  for (let stride = 1; ; stride *= 2) {
    const kept = all.filter((_, i) => i === 0 || i === all.length - 1 || index[i] % stride === 0);
    if (kept.length <= Math.max(most, 2)) return kept;
  }
}
