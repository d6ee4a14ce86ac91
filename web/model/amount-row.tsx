import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { amountOf, numberText, write, type Amount } from '../text/amount.ts';
import { ladder, rungOf } from '../text/ladder.ts';

/** Steps of a drag reach the text at most this often. */
const STEP_MILLISECONDS = 50;
/** Key presses closer together than this are one step of the history. */
const KEYS_MILLISECONDS = 1_000;

interface AmountRowProps {
  readonly name: string;
  readonly amount: Amount;
  /** What the slider's scale is around. */
  readonly start: Amount;
  /** Where it ends, in the amount's unit; undefined: as far as it is sensible. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly note: string;
  readonly problem: string;
  /** Calls with the same group, not further apart than `within`, are one step. */
  readonly onSet: (written: string, group: string, within?: number) => void;
}

/** One parameter: its name, a slider, and the number beside its unit, as typed. */
export function AmountRow({ name, amount, start, least, most, note, problem, onSet }: AmountRowProps) {
  const id = useId();
  const rungs = useMemo(() => ladder(start, least, most), [start, least, most]);
  const drag = useRef({ count: 0, held: false });
  const send = useThrottled(onSet);
  // While dragging, the thumb is ahead of the text.
  const [ahead, setAhead] = useState<number | null>(null);
  const shown = ahead ?? amount.value;
  useEffect(() => {
    if (ahead === amount.value) setAhead(null);
  }, [ahead, amount.value]);

  const slide = (rung: number) => {
    const value = rungs[rung];
    setAhead(value);
    send(write({ ...amount, value }), `drag ${drag.current.count}`, drag.current.held ? undefined : KEYS_MILLISECONDS);
  };
  const hold = (held: boolean) => {
    drag.current = { count: drag.current.count + 1, held };
  };
  return (
    <div class="model-row">
      <label class="model-row-name" for={`${id}-slider`}>
        {name}
      </label>
      <NumberField
        id={id}
        name={name}
        amount={{ ...amount, value: shown }}
        problem={problem}
        onSet={(written) => onSet(written, `typed ${drag.current.count}`, KEYS_MILLISECONDS)}
      />
      <input
        id={`${id}-slider`}
        class="model-slider"
        type="range"
        min={0}
        max={rungs.length - 1}
        step={1}
        value={rungOf(rungs, shown)}
        aria-valuetext={write({ ...amount, value: shown })}
        aria-describedby={note === '' ? undefined : `${id}-note`}
        onPointerDown={() => hold(true)}
        onPointerUp={() => hold(false)}
        onPointerCancel={() => hold(false)}
        onBlur={() => setAhead(null)}
        onInput={(event) => slide(Number(event.currentTarget.value))}
      />
      {note !== '' && (
        <p class="model-row-note" id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}

interface NumberFieldProps {
  readonly id: string;
  readonly name: string;
  readonly amount: Amount;
  readonly problem: string;
  readonly onSet: (written: string) => void;
}

/** A number before its unit. A value with another unit may be typed as well. */
function NumberField({ id, name, amount, problem, onSet }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const unit = write(amount).slice(numberText(amount.value).length);
  const wrong = draft === null ? null : faultOf(draft, amount);
  const message = wrong ?? (problem === '' ? null : problem);
  const take = (typed: string) => {
    setDraft(typed);
    if (faultOf(typed, amount) === null) onSet(written(typed, amount));
  };
  const nudge = (steps: number) => {
    const rungs = ladder(amount);
    take(numberText(rungs[Math.min(rungs.length - 1, Math.max(0, rungOf(rungs, amount.value) + steps))]));
  };
  return (
    <>
      <span class="model-row-number">
        <input
          class="input"
          inputMode="decimal"
          autoComplete="off"
          spellcheck={false}
          size={6}
          aria-label={`${name}${unit === '' ? '' : `, in ${unit.trim()}`}`}
          aria-invalid={message !== null}
          aria-describedby={message === null ? undefined : `${id}-fault`}
          value={draft ?? numberText(amount.value)}
          onInput={(event) => take(event.currentTarget.value)}
          onBlur={() => setDraft(null)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') setDraft(null);
            if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              event.preventDefault();
              nudge(event.key === 'ArrowUp' ? 1 : -1);
            }
          }}
        />
        <span class="model-row-unit">{draft !== null && /[a-z%]/i.test(draft) ? '' : unit.trim()}</span>
      </span>
      {message !== null && (
        <p class="model-row-fault" id={`${id}-fault`} role="alert">
          {message}
        </p>
      )}
    </>
  );
}

function written(typed: string, amount: Amount): string {
  const given = amountOf(typed);
  if (given === null) return typed.trim();
  return given.unit === '' ? write({ ...amount, value: given.value }) : typed.trim();
}

/** What is wrong with what was typed, before anything is asked of the worker; null where nothing is. */
function faultOf(typed: string, { kind, unit }: Amount): string | null {
  const given = amountOf(typed);
  if (given === null)
    return unit === '' ? 'Needs a number.' : `Needs a number, with a unit if it is not ${unit.trim()}.`;
  if (given.value < 0) return 'Cannot be negative.';
  if (kind === 'share' && given.unit.trim() !== '%' && given.unit !== '') return 'Needs a share, such as 99.95%.';
  if (kind === 'share' && given.value > 100) return 'A share is at most 100%.';
  return null;
}

/** At most one call in `STEP_MILLISECONDS`; the last one always comes. */
function useThrottled(call: AmountRowProps['onSet']): AmountRowProps['onSet'] {
  const latest = useRef(call);
  latest.current = call;
  const state = useRef<{
    timer: ReturnType<typeof setTimeout> | undefined;
    waiting: Parameters<AmountRowProps['onSet']> | null;
  }>({ timer: undefined, waiting: null });
  useEffect(
    () => () => {
      clearTimeout(state.current.timer);
      if (state.current.waiting !== null) latest.current(...state.current.waiting);
    },
    [],
  );
  return (...args) => {
    const now = state.current;
    if (now.timer !== undefined) {
      now.waiting = args;
      return;
    }
    latest.current(...args);
    const next = () => {
      now.timer = undefined;
      if (now.waiting === null) return;
      latest.current(...now.waiting);
      now.waiting = null;
      now.timer = setTimeout(next, STEP_MILLISECONDS);
    };
    now.timer = setTimeout(next, STEP_MILLISECONDS);
  };
}
