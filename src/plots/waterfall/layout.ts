import { textWidth } from '../axis/labels.ts';
import { type NinesScale, ninesScale } from '../axis/nines-scale.ts';
import { linearScale } from '../axis/scales.ts';
import { linearTimeTicks } from '../axis/time-ticks.ts';
import { axisEnd } from '../data/causes.ts';
import { type GapRow, ninesText, signedTime } from '../data/gap.ts';
import type { Size } from '../frame/types.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';

/**
 * What the lengths are. time: minutes a year, so that the bars add up, but a step a hundredth of the largest is a hair;
 * nines: what each step takes off a count of nines, in which small steps near the claim are as visible as the large
 * ones.
 */
export type Measure = 'time' | 'nines';

/** Below this width names and figures stand above the bars. */
const NARROW = 560;
const [HEAD, NARROW_HEAD] = [22, 6];
const [BELOW, NINES_BELOW] = [40, 56];

export interface WaterfallLayout {
  readonly narrow: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly rowHeight: number;
  readonly barTop: number;
  readonly barHeight: number;
  /** Ends of the axis. */
  readonly left: number;
  readonly right: number;
  /** Right edges of the columns with what is added and the nines that are left; unused where it is narrow. */
  readonly adds: number;
  readonly leaves: number;
  /** From seconds a year to pixels. */
  readonly x: (downtime: number) => number;
  /** Where a whole begins. */
  readonly zero: number;
  /** Of an axis of time. */
  readonly ticks: readonly number[];
  /** null: the axis is one of time. */
  readonly nines: NinesScale | null;
}

export function layOutWaterfall(rows: readonly GapRow[], measure: Measure, { width }: Size): WaterfallLayout {
  const narrow = width < NARROW;
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(textWidth));
  const nameWidth = narrow ? 0 : widest(rows.map(({ label }) => label)) * 1.12;
  const leaves = width - 4;
  const adds = leaves - (narrow ? 0 : Math.max(textWidth('leaves'), widest(rows.map(({ to }) => ninesText(to)))) + 22);
  const addsWidth = narrow ? 0 : Math.max(textWidth('adds a year'), widest(rows.map(addedText))) + 22;
  const left = narrow ? 4 : nameWidth + 16;
  const right = narrow ? width - 14 : Math.max(left + 80, adds - addsWidth);
  const top = narrow ? NARROW_HEAD : HEAD;
  const rowHeight = narrow ? 46 : 30;
  const shape = {
    narrow,
    top,
    bottom: top + rows.length * rowHeight + 4,
    rowHeight,
    barTop: narrow ? 22 : 7,
    barHeight: 16,
    left,
    right,
    adds,
    leaves,
  };
  if (measure === 'nines') {
    const nines = ninesScale([1, ...rows.map(({ to }) => Math.min(1, to / SECONDS_PER_YEAR))], [left, right]);
    return { ...shape, x: (downtime) => nines.x(downtime / SECONDS_PER_YEAR), zero: left, ticks: [], nines };
  }
  const high = axisEnd(
    rows.map(({ from, to, interval }) => ({ value: Math.max(from, to), high: interval?.[1] ?? to })),
  );
  const x = linearScale([0, high > 0 ? high : 1], [left, right]);
  return {
    ...shape,
    x,
    zero: left,
    ticks: high > 0 ? linearTimeTicks(high, Math.max(2, Math.min(6, Math.floor((right - left) / 90)))) : [0],
    nines: null,
  };
}

export function waterfallHeight(rows: readonly GapRow[], measure: Measure, width: number): number {
  const [top, row] = width < NARROW ? [NARROW_HEAD, 46] : [HEAD, 30];
  return top + rows.length * row + 4 + (measure === 'nines' ? NINES_BELOW : BELOW);
}

/** What stands in the column of what a row adds. */
export function addedText({ added, absent, to }: GapRow): string {
  if (added === null) return signedTime({ mean: to, ci95: [to, to] }).slice(1);
  return absent ? '–' : signedTime(added);
}
