import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Model } from '../../src/model/model.ts';
import type { ExperimentAsk } from '../desk/types.ts';
import { breakCalls } from '../topology/break-key.ts';
import type { Element } from '../../src/topology/elements.ts';
import { timeWords } from '../../src/topology/words.ts';
import { begin } from './choice.ts';
import { durationOf } from './duration.ts';
import { allTargets, type BreakTarget, targetsOf } from './targets.ts';

/** A way to break what is chosen on the topology. */
export function BreakElement({ element, model }: { readonly element: Element; readonly model: Model }) {
  const targets = targetsOf(element, model);
  return targets.length === 0 ? null : <BreakForm groups={[{ group: '', targets }]} takesFocus />;
}

/** A way to break anything, without the drawing. */
export function BreakAnything({ model }: { readonly model: Model }) {
  return <BreakForm groups={allTargets(model)} />;
}

interface FormProps {
  readonly groups: readonly { readonly group: string; readonly targets: readonly BreakTarget[] }[];
  /** The key on the topology leads here. */
  readonly takesFocus?: boolean;
}

const TIMES = [
  { value: '3600', name: '1 h' },
  { value: '86400', name: '1 day' },
  { value: 'typed', name: 'another time' },
] as const;

/** Presses of the key that have been answered. */
let answered = 0;

function BreakForm({ groups, takesFocus = false }: FormProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState('');
  const [wanted, setTime] = useState<string>('own');
  const [typed, setTyped] = useState('30 min');
  const [isLost, setLost] = useState(false);
  const targets = groups.flatMap((group) => group.targets);
  const target = targets.find((each) => keyOf(each) === chosen) ?? targets[0];
  const repair = target?.repair ?? null;
  // What never fails by itself has no time of its own.
  const time = wanted === 'own' && repair === null ? '3600' : wanted;
  const forSeconds = time === 'own' ? null : time === 'typed' ? durationOf(typed) : Number(time);
  const isWrong = target?.what === 'fail' && time === 'typed' && forSeconds === null;
  useEffect(() => {
    if (!takesFocus || breakCalls.value === answered) return;
    answered = breakCalls.value;
    button.current?.focus();
  }, [takesFocus, breakCalls.value]);
  if (target === undefined) return <p class="muted">The model has nothing that could be broken.</p>;
  return (
    <form
      class="break-form"
      aria-label="Break it"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) begin(askOf(target, forSeconds, isLost));
      }}
    >
      {targets.length === 1 ? (
        <p class="break-what">{target.label}</p>
      ) : (
        <What groups={groups} value={keyOf(target)} onChange={setChosen} />
      )}
      {target.what === 'fail' && <HowLong {...{ repair, time, setTime, typed, setTyped, isWrong }} />}
      {target.what === 'fail' && target.isLink !== true && (
        <label class="switch">
          <input type="checkbox" checked={isLost} onChange={(event) => setLost(event.currentTarget.checked)} />
          Its data is lost
        </label>
      )}
      <button ref={button} type="submit" class="button break-button" disabled={isWrong}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M9,1L3,9h4l-1,6l6,-8h-4z" fill="currentColor" />
        </svg>
        {target.what === 'corrupt' ? 'Drop the data' : target.isLink === true ? 'Cut it' : 'Break it'}
      </button>
    </form>
  );
}

interface WhatProps extends Pick<FormProps, 'groups'> {
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function What({ groups, value, onChange }: WhatProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>What</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {groups.map(({ group, targets }) =>
          group === '' ? (
            <Options targets={targets} />
          ) : (
            <optgroup key={group} label={group}>
              <Options targets={targets} />
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

interface HowLongProps {
  /** Its own time to be repaired; null: it has none. */
  readonly repair: BreakTarget['repair'];
  readonly time: string;
  readonly setTime: (time: string) => void;
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** What is typed is no time. */
  readonly isWrong: boolean;
}

function HowLong({ repair, time, setTime, typed, setTyped, isWrong }: HowLongProps) {
  const id = useId();
  return (
    <>
      <div class="field">
        <label for={`${id}-time`}>For how long</label>
        <select id={`${id}-time`} value={time} onChange={(event) => setTime(event.currentTarget.value)}>
          {repair !== null && <option value="own">as its repair takes: {timeWords(repair)}</option>}
          {TIMES.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {time === 'typed' && (
        <div class="field">
          <label for={`${id}-typed`}>That is</label>
          <input
            id={`${id}-typed`}
            class="break-time"
            value={typed}
            maxLength={40}
            spellcheck={false}
            autocomplete="off"
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-error` : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          {isWrong && (
            <span class="field-error" id={`${id}-error`}>
              A time with its unit, such as 90 min or 2 days
            </span>
          )}
        </div>
      )}
    </>
  );
}

function Options({ targets }: { targets: readonly BreakTarget[] }) {
  return (
    <>
      {targets.map((each) => (
        <option key={keyOf(each)} value={keyOf(each)}>
          {each.label}
        </option>
      ))}
    </>
  );
}

const keyOf = ({ what, text }: BreakTarget) => `${what} ${text}`;

function askOf(
  { what, text, isLink = false }: BreakTarget,
  forSeconds: number | null,
  losesData: boolean,
): ExperimentAsk {
  return what === 'fail'
    ? { fail: [text], forSeconds, losesData: losesData && !isLink }
    : { corrupt: [text], forSeconds: null, losesData: false };
}
