import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SensitivityInput } from '../../src/analysis/report-explanation.ts';
import { changeText, type TornadoFigure, type TornadoRow } from '../../src/plots/data/sensitivity.ts';
import { type TornadoLayout, trackOf } from '../../src/plots/tornado/layout.ts';
import { type Amount, write } from '../model/amount.ts';
import { ladder, rungOf } from '../model/ladder.ts';
import { text } from '../state/store.ts';
import { setInput } from './change-input.ts';
import { placeOf, siValue } from './places.ts';
import { expectedChange, placeOfValue, valueAt } from './travel.ts';

/** Key presses closer together than this are one step of the history. */
const KEYS_MILLISECONDS = 1_000;
/** Steps of a drag reach the text at most this often. */
const STEP_MILLISECONDS = 50;
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
 * A slider over a bar, for an input whose value stands in the text: at the zero line as long as the value is that of the
 * tornado, towards an end of the bar as it is dragged there. Each step rewrites the text, and so runs the model.
 */
export function Handle({ row, input, layout, top, figure, currency, onChoose }: HandleProps) {
  const place = useMemo(() => placeOf(text.value, input), [text.value, input]);
  const amount = place?.amount ?? null;
  const track = trackOf(row, layout);
  const drag = useRef({ count: 0, held: false });
  const sending = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; latest: (() => void) | null }>({
    timer: undefined,
    latest: null,
  });
  useEffect(() => () => clearTimeout(sending.current.timer), []);
  // While it is held, the handle is where the hand is and not where the nearest round value is.
  const [ahead, setAhead] = useState<number | null>(null);
  if (place === null || amount === null || amount.value === 0 || input.value === 0 || track.low === track.high)
    return null;

  const left = Math.min(track.low, track.high);
  const right = Math.max(track.low, track.high);
  const now = siValue(amount);
  // In the text's own unit, as the reader gave it: shares by hundreds, prices by the hour.
  const scale = now === 0 ? 1 : amount.value / now;
  const rungs = ladder({ value: Number((input.value * scale).toPrecision(12)), kind: amount.kind });
  const at = ahead ?? placeOfValue(now, input, track);

  const set = (value: number, group: string, within?: number) => {
    const next: Amount = { ...amount, value };
    if (next.value !== amount.value) setInput(input, place.with(next), group, within);
  };
  const go = (to: number) =>
    set(
      rungs[rungOf(rungs, valueAt(to, input, track) * scale)],
      `drag ${drag.current.count}`,
      drag.current.held ? undefined : KEYS_MILLISECONDS,
    );
  const slide = (to: number) => {
    if (!drag.current.held) return go(to);
    setAhead(to);
    sending.current.latest = () => go(to);
    sending.current.timer ??= setTimeout(() => {
      sending.current.timer = undefined;
      sending.current.latest?.();
      sending.current.latest = null;
    }, STEP_MILLISECONDS);
  };
  const key = (event: KeyboardEvent) => {
    // To the right goes to the right; up is more.
    const more = track.high > track.low ? 1 : -1;
    const steps = { ArrowRight: more, ArrowLeft: -more, ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key];
    if (steps === undefined && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    const ends = [rungOf(rungs, input.low.value * scale), rungOf(rungs, input.high.value * scale)];
    const to =
      steps === undefined
        ? ends[event.key === 'Home' ? 0 : 1]
        : Math.min(ends[1], Math.max(ends[0], rungOf(rungs, amount.value) + steps));
    set(rungs[to], `keys ${drag.current.count}`, KEYS_MILLISECONDS);
  };
  const release = (to: number) => {
    clearTimeout(sending.current.timer);
    sending.current = { timer: undefined, latest: null };
    if (drag.current.held && ahead !== null) go(to);
    drag.current.held = false;
    setAhead(null);
  };
  const isMoved = Math.abs(now / input.value - 1) > 1e-9;
  return (
    <>
      {isMoved && (
        <span
          class="why-moved"
          style={{
            left: `${Math.min(track.middle, at)}px`,
            width: `${Math.abs(at - track.middle)}px`,
            top: `${top + layout.barTop + layout.barHeight / 2}px`,
          }}
        />
      )}
      <input
        type="range"
        class="why-handle"
        style={{
          left: `${left - THUMB / 2}px`,
          width: `${right - left + THUMB}px`,
          top: `${top + layout.barTop + layout.barHeight / 2}px`,
        }}
        min={left}
        max={right}
        step="any"
        value={at}
        aria-label={row.label}
        aria-valuetext={`${write(amount)}${isMoved ? `, ${row.valueText} in the tornado; about ${changeText(expected(input, row, now), figure, currency)} a year to be expected` : ''}`}
        onFocus={onChoose}
        onKeyDown={key}
        onPointerDown={() => {
          drag.current = { count: drag.current.count + 1, held: true };
          onChoose();
        }}
        onPointerUp={(event) => release(Number(event.currentTarget.value))}
        onPointerCancel={(event) => release(Number(event.currentTarget.value))}
        onInput={(event) => slide(Number(event.currentTarget.value))}
      />
    </>
  );
}

/** Without an interval: it is a guess between two that were simulated. */
function expected(input: SensitivityInput, row: TornadoRow, value: number) {
  const mean = Number(expectedChange(value, input, row).toPrecision(2));
  return { mean, ci95: [mean, mean] as const, varianceRemoved: null, verdict: 'undecided' as const };
}
