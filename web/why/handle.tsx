import { useMemo } from 'preact/hooks';
import type { SensitivityInput } from '../../src/analysis/report-explanation.ts';
import { changeText, type TornadoFigure, type TornadoRow } from '../../src/plots/data/sensitivity.ts';
import { type TornadoLayout, trackOf } from '../../src/plots/tornado/layout.ts';
import { type Amount, write } from '../text/amount.ts';
import { ladder, rungOf } from '../text/ladder.ts';
import { text } from '../state/store.ts';
import { setInput } from './change-input.ts';
import { placeOf, siValue } from './places.ts';
import { expectedChange, placeOfValue, valueAt } from './travel.ts';
import { useDrag } from './use-drag.ts';

/** Key presses closer together than this are one step of the history. */
const KEYS_MILLISECONDS = 1_000;
/** The handle's size, pixels: what a native slider keeps free at its ends. */
const THUMB = 24;

interface HandleProps {
  readonly row: TornadoRow;
  readonly input: SensitivityInput;
  readonly layout: TornadoLayout;
  /** Upper edge of the row, pixels. */
  readonly top: number;
  readonly figure: TornadoFigure;
  readonly currency: string;
  readonly onChoose: () => void;
}

/**
 * A slider over a bar, for an input whose value stands in the text: at the zero line as long as the value is that of
 * the tornado, towards an end of the bar as it is dragged there. Each step rewrites the text, and so runs the model.
 */
export function Handle({ row, input, layout, top, figure, currency, onChoose }: HandleProps) {
  const place = useMemo(() => placeOf(text.value, input), [text.value, input]);
  const amount = place?.amount ?? null;
  const track = trackOf(row, layout);
  const drag = useDrag();
  if (place === null || amount === null || amount.value === 0 || input.value === 0 || track.low === track.high)
    return null;

  const now = siValue(amount);
  const { values, scale } = rungsOf(amount, input, now);
  const at = drag.ahead ?? placeOfValue(now, input, track);
  const set = (value: number, group: string, within?: number) => {
    const next: Amount = { ...amount, value };
    if (next.value !== amount.value) setInput(input, place.with(next), `${group} ${drag.count()}`, within);
  };
  const go = (to: number) =>
    set(
      values[rungOf(values, valueAt(to, input, track) * scale)],
      'drag',
      drag.isHeld() ? undefined : KEYS_MILLISECONDS,
    );
  const key = (event: KeyboardEvent) => {
    const ends = [rungOf(values, input.low.value * scale), rungOf(values, input.high.value * scale)] as const;
    // To the right goes to the right; up is more.
    const to = rungAfter(event.key, rungOf(values, amount.value), ends, track.high > track.low ? 1 : -1);
    if (to === null) return;
    event.preventDefault();
    set(values[to], 'keys', KEYS_MILLISECONDS);
  };
  const left = Math.min(track.low, track.high);
  const right = Math.max(track.low, track.high);
  const middle = `${top + layout.barTop + layout.barHeight / 2}px`;
  const isMoved = Math.abs(now / input.value - 1) > 1e-9;
  return (
    <>
      {isMoved && <Moved from={track.middle} to={at} top={middle} />}
      <input
        type="range"
        class="why-handle"
        style={{ left: `${left - THUMB / 2}px`, width: `${right - left + THUMB}px`, top: middle }}
        min={left}
        max={right}
        step="any"
        value={at}
        aria-label={row.label}
        aria-valuetext={isMoved ? `${write(amount)}, ${moved(input, row, now, figure, currency)}` : write(amount)}
        onFocus={onChoose}
        onKeyDown={key}
        onPointerDown={() => {
          drag.take();
          onChoose();
        }}
        onPointerUp={(event) => drag.release(Number(event.currentTarget.value), go)}
        onPointerCancel={(event) => drag.release(Number(event.currentTarget.value), go)}
        onInput={(event) => drag.slide(Number(event.currentTarget.value), go)}
      />
    </>
  );
}

/**
 * The round values around the tornado's, in the text's own unit as the reader gave it: shares by hundreds, prices by
 * the hour.
 */
function rungsOf(amount: Amount, input: SensitivityInput, now: number) {
  const scale = now === 0 ? 1 : amount.value / now;
  const values = ladder({ value: Number((input.value * scale).toPrecision(12)), kind: amount.kind });
  return { values, scale };
}

/** Where a key leads from a rung; null where it leads nowhere. */
function rungAfter(key: string, rung: number, ends: readonly [number, number], right: 1 | -1): number | null {
  if (key === 'Home' || key === 'End') return ends[key === 'Home' ? 0 : 1];
  const steps = { ArrowRight: right, ArrowLeft: -right, ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[key];
  return steps === undefined ? null : Math.min(ends[1], Math.max(ends[0], rung + steps));
}

/** The way from the tornado's value to the text's. */
function Moved({ from, to, top }: { readonly from: number; readonly to: number; readonly top: string }) {
  return <span class="why-moved" style={{ left: `${Math.min(from, to)}px`, width: `${Math.abs(to - from)}px`, top }} />;
}

function moved(input: SensitivityInput, row: TornadoRow, now: number, figure: TornadoFigure, currency: string): string {
  const change = changeText(expected(input, row, now), figure, currency);
  return `${row.valueText} in the tornado; about ${change} a year to be expected`;
}

/** Without an interval: it is a guess between two that were simulated. */
function expected(input: SensitivityInput, row: TornadoRow, value: number) {
  const mean = Number(expectedChange(value, input, row).toPrecision(2));
  return { mean, ci95: [mean, mean] as const, varianceRemoved: null, verdict: 'undecided' as const };
}
