import type { Range } from '../run/stretch.ts';
import { type Outline, type Portion, rangeOf } from './part.ts';

/**
 * Portions that fill the gaps: of one of the counts that there are, if its portions fit into them; else all of the
 * first count that are not there.
 */
export function fillingPortions(
  outline: Outline,
  there: readonly Portion[],
  gaps: readonly Range[],
): readonly Portion[] {
  const counts = [...new Set(there.map(({ of }) => of))].sort((a, b) => a - b);
  for (const of of counts) {
    const inside = portionsOf(of).filter((portion) => {
      const { from, end } = rangeOf(outline, portion);
      return from < end && gaps.some((gap) => from >= gap.from && end <= gap.end);
    });
    const size = (ranges: readonly Range[]) => ranges.reduce((sum, { from, end }) => sum + end - from, 0);
    if (size(inside.map((portion) => rangeOf(outline, portion))) === size(gaps)) return inside;
  }
  const had = new Set(there.filter(({ of }) => of === counts[0]).map(({ part }) => part));
  return portionsOf(counts[0]).filter((portion) => {
    const { from, end } = rangeOf(outline, portion);
    return from < end && !had.has(portion.part);
  });
}

function portionsOf(of: number): Portion[] {
  return Array.from({ length: of }, (_, i) => ({ part: i + 1, of }));
}
