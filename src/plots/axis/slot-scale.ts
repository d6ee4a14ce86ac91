import type { Loss } from '../../analysis/report.ts';
import { logScale } from './scales.ts';
import { logTimeTicks, roundTimes } from './time-ticks.ts';

/** Where in its slot a value stands, as a share of the slot from the axis' end. */
const FROM_EDGE = 0.4;

/** Logarithm of time with a place of its own for no time at all, and where it is asked for one beyond all times. */
export interface SlotScale {
  /** Place in pixels; of what has no bound, in the slot for that. Held within the axis. */
  at(seconds: Loss | null): number;
  readonly ticks: readonly number[];
  /** Place of zero. */
  readonly zero: number;
  /** Place of what has no bound; null: nothing has none. */
  readonly never: number | null;
  /** Ends of the whole axis, and of its logarithmic part. */
  readonly range: readonly [number, number];
  readonly inner: readonly [number, number];
}

/**
 * @param values seconds that have to fit
 * @param range pixels, from zero to the longest time; upwards the second is the smaller one
 * @param slot pixels for each of the slots
 * @param gap pixels that two labels need
 */
export function slotScale(
  values: readonly (Loss | null)[],
  range: readonly [number, number],
  slot: number,
  gap: number,
): SlotScale {
  const seen = values.filter((each) => typeof each === 'number').filter((each) => each > 0);
  const [low, high] = seen.length === 0 ? [1, 3600] : roundTimes(Math.min(...seen), Math.max(...seen));
  const towards = Math.sign(range[1] - range[0]);
  const hasNever = values.some((each) => typeof each !== 'number');
  const inner = [range[0] + towards * slot, range[1] - (hasNever ? towards * slot : 0)] as const;
  const scale = logScale([low, high], inner);
  const zero = range[0] + towards * slot * FROM_EDGE;
  const never = hasNever ? range[1] - towards * slot * FROM_EDGE : null;
  // A tick's label must not run into that of a slot.
  const isApart = (place: number) =>
    Math.abs(place - zero) >= gap * 0.5 && (never === null || Math.abs(place - never) >= gap * 0.75);
  return {
    at: (seconds) => (typeof seconds !== 'number' ? (never ?? range[1]) : seconds > 0 ? scale(seconds) : zero),
    ticks: logTimeTicks([low, high], scale, gap).filter((tick) => isApart(scale(tick))),
    zero,
    never,
    range,
    inner,
  };
}
