import { duration } from '../../src/units/figure.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';

/** Share of the axis that belongs to «no downtime», which has no place on a log scale. */
const SLOT = 0.1;
const MOST_TICKS = 6;

interface AxisTick {
  /** 0 at the left end of the axis, 1 at the right. */
  readonly at: number;
  readonly nines: number;
  /** What that many nines allow in a year, as text. */
  readonly downtime: string;
}

/** A nines axis: log of unavailability, better to the right. Positions are shares of its width. */
interface NinesAxis {
  readonly ticks: readonly AxisTick[];
  /** Whether the end of the axis is kept for an unavailability of zero. */
  readonly hasSlot: boolean;
  readonly at: (unavailability: number) => number;
}

/** An axis from whole nines to whole nines that has room for all of these unavailabilities. */
export function ninesAxis(unavailabilities: readonly number[]): NinesAxis {
  const seen = unavailabilities.filter((u) => u > 0).map((u) => -Math.log10(u));
  const hasSlot = unavailabilities.some((u) => u <= 0);
  // A millionth, as 1 − 0.9999 is not quite 0.0001.
  const from = Math.max(0, Math.floor(Math.min(3, ...seen) + 1e-6));
  const to = Math.max(from + 2, Math.ceil(Math.max(4, ...seen) - 1e-6));
  const end = hasSlot ? 1 - SLOT : 1;
  const ofNines = (nines: number) => (end * (Math.min(to, Math.max(from, nines)) - from)) / (to - from);
  const step = Math.ceil((to - from + 1) / MOST_TICKS);
  const ticks: AxisTick[] = [];
  for (let nines = from; nines <= to; nines += step) {
    ticks.push({ at: ofNines(nines), nines, downtime: duration(10 ** -nines * SECONDS_PER_YEAR, null) });
  }
  return { ticks, hasSlot, at: (u) => (u > 0 ? ofNines(-Math.log10(u)) : hasSlot ? 1 - SLOT / 4 : end) };
}
