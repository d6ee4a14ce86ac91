import type { TornadoRow } from '../../src/plots/data/sensitivity.ts';
import type { Track } from '../../src/plots/tornado/layout.ts';
import type { SensitivityInput } from '../../src/analysis/report-explanation.ts';

/*
 * Where a handle stands for a value, and the other way round: at the model's own value on the axis' zero, at the values
 * that were tried at the ends of the bars, between them by ratio. What it stands on is then about what to expect.
 */

type Ends = Pick<SensitivityInput, 'value'> & {
  readonly low: { readonly value: number };
  readonly high: { readonly value: number };
};

/** Pixels on the track; beyond its ends, the end. */
export function placeOfValue(value: number, { value: middle, low, high }: Ends, track: Track): number {
  const isLess = Math.abs(value) < Math.abs(middle);
  const [end, at] = isLess ? [low.value, track.low] : [high.value, track.high];
  const share = shareOf(value, middle, end);
  return track.middle + (at - track.middle) * Math.min(1, Math.max(0, share));
}

/** The value at a place of the track. */
export function valueAt(place: number, { value: middle, low, high }: Ends, track: Track): number {
  const towardsLow = Math.sign(place - track.middle) === Math.sign(track.low - track.middle);
  const [end, at] = towardsLow ? [low.value, track.low] : [high.value, track.high];
  const share = at === track.middle ? 0 : Math.min(1, Math.max(0, (place - track.middle) / (at - track.middle)));
  return between(middle, end, share);
}

/** 0 at `from`, 1 at `to`, by ratio where both have one. */
function shareOf(value: number, from: number, to: number): number {
  if (from === to) return 0;
  return value / from > 0 && to / from > 0
    ? Math.log(value / from) / Math.log(to / from)
    : (value - from) / (to - from);
}

function between(from: number, to: number, share: number): number {
  return to / from > 0 ? from * (to / from) ** share : from + (to - from) * share;
}

/** What the bars lead to expect of a value: of the change at its end, as much as it is on the way there. */
export function expectedChange(
  value: number,
  { value: middle, low, high }: Ends,
  row: Pick<TornadoRow, 'low' | 'high'>,
): number {
  const isLess = Math.abs(value) < Math.abs(middle);
  const [end, change] = isLess ? [low.value, row.low.change.mean] : [high.value, row.high.change.mean];
  const share = Math.min(1, Math.max(0, shareOf(value, middle, end)));
  return share === 0 ? 0 : change * share;
}
