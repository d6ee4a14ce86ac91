import { fitText, textWidth } from '../axis/labels.ts';
import { linearScale } from '../axis/scales.ts';
import type { TornadoEnd, TornadoRow } from '../data/sensitivity.ts';
import type { Size } from '../frame/types.ts';

/** Below this width names stand above the bars. */
const NARROW = 560;
const TOP = 26;
const BELOW = 42;
/** Between a bar and what is written at its end. */
export const GAP = 7;

export interface TornadoLayout {
  readonly narrow: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly rowHeight: number;
  /** Within its row. */
  readonly barTop: number;
  readonly barHeight: number;
  readonly left: number;
  readonly right: number;
  readonly nameRoom: number;
  /** Lowest and highest change on the axis. */
  readonly domain: readonly [number, number];
  /** From a change to pixels. */
  readonly x: (change: number) => number;
  readonly ticks: readonly number[];
}

function rowHeightOf(width: number): number {
  return width < NARROW ? 50 : 36;
}

export function tornadoHeight(rows: readonly TornadoRow[], width: number): number {
  return TOP + rows.length * rowHeightOf(width) + BELOW;
}

/** @param steps gives ticks from 0 to a highest value, at most so many */
export function layOutTornado(
  rows: readonly TornadoRow[],
  steps: (high: number, most: number) => readonly number[],
  { width }: Size,
): TornadoLayout {
  const narrow = width < NARROW;
  const names = Math.max(0, ...rows.map(({ label, valueText }) => Math.max(textWidth(label), textWidth(valueText))));
  const nameRoom = narrow ? width - 20 : Math.min(names + 4, width * 0.34);
  const left = narrow ? 4 : nameRoom + 18;
  const right = width - 6;
  const [low, high] = reach(rows);
  // What is written at the ends needs room on both sides.
  const words = Math.max(...rows.flatMap((row) => [textWidth(row.low.label), textWidth(row.high.label)]), 20);
  const room = Math.min(words + GAP + 4, (right - left) * 0.2);
  const x = linearScale([low, high], [left + room, right - room]);
  const most = Math.max(3, Math.min(8, Math.floor((right - left) / 72)));
  return {
    ...{
      narrow,
      top: TOP,
      bottom: TOP + rows.length * rowHeightOf(width) + 2,
      rowHeight: rowHeightOf(width),
      barTop: narrow ? 24 : 10,
      barHeight: 16,
    },
    ...{ left, right, nameRoom, domain: [low, high], x, ticks: ticksOf(low, high, steps, most) },
  };
}

/** Zero included; a whisker far longer than any bar is cut rather than flattening all bars. */
function reach(rows: readonly TornadoRow[]): readonly [number, number] {
  const ends = rows.flatMap(({ low, high }) => [low.change, high.change]);
  const [least, most] = [Math.min(0, ...ends.map(({ mean }) => mean)), Math.max(0, ...ends.map(({ mean }) => mean))];
  const longest = Math.max(-least, most);
  if (longest === 0) return [-1, 1];
  const lowest = Math.min(least, Math.max(-longest * 1.5, ...[Math.min(...ends.map(({ ci95 }) => ci95[0]))]));
  const highest = Math.max(most, Math.min(longest * 1.5, Math.max(...ends.map(({ ci95 }) => ci95[1]))));
  const span = highest - lowest;
  // The model's own value never stands at the very edge.
  return [Math.min(lowest, -0.06 * span), Math.max(highest, 0.06 * span)];
}

function ticksOf(
  low: number,
  high: number,
  steps: (high: number, most: number) => readonly number[],
  most: number,
): readonly number[] {
  const step = steps(high - low, most)[1] ?? Math.max(high, -low);
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-9); i++) ticks.push(i * step);
  return ticks;
}

/** Both ends on the same side of the model's own value: each then has half of the row's height. */
export function isFolded({ low, high }: TornadoRow): boolean {
  return low.change.mean * high.change.mean > 0;
}

/**
 * Where a handle can go: pixels of both ends and of the model's value; at least so long to either side that it can be
 * hit.
 */
export interface Track {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

const LEAST = 44;

export function trackOf(
  { low, high }: TornadoRow,
  { x, left, right }: Pick<TornadoLayout, 'x' | 'left' | 'right'>,
): Track {
  const middle = x(0);
  const [atLow, atHigh] = [x(low.change.mean) - middle, x(high.change.mean) - middle];
  // Towards the side where the end is; where both are on one side, smaller values lie to the left.
  const towardsLow =
    atLow * atHigh < 0 || (atLow !== 0 && atHigh === 0)
      ? Math.sign(atLow)
      : atHigh !== 0 && atLow === 0
        ? -Math.sign(atHigh)
        : -1;
  const held = (place: number) => Math.min(right, Math.max(left, place));
  return {
    low: held(middle + towardsLow * Math.max(LEAST, Math.abs(atLow))),
    middle,
    high: held(middle - towardsLow * Math.max(LEAST, Math.abs(atHigh))),
  };
}

export function endLabel(end: TornadoEnd, room: number): string {
  return fitText(end.label, room);
}
