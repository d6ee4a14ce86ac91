import { useId, useRef } from 'preact/hooks';
import type { SensitivityInput } from '../../src/analysis/report-explanation.ts';
import { amountText } from '../../src/plots/data/amounts.ts';
import { nameText } from '../../src/plots/data/text.ts';
import { AmountRow } from '../model/amount-row.tsx';
import { amountOf, type Amount } from '../text/amount.ts';
import { ExpressionRow } from '../model/expression-row.tsx';
import { reading, text } from '../state/store.ts';
import { setInput } from './change-input.ts';
import { placeOf } from './places.ts';

interface ChosenInputProps {
  readonly input: SensitivityInput;
  /** Names of those that have a row. */
  readonly inputs: readonly string[];
  readonly onChoose: (name: string) => void;
}

/** The input that was chosen last, to be typed or dragged: the same value in the same text as its handle. */
export function ChosenInput({ input, inputs, onChoose }: ChosenInputProps) {
  const id = useId();
  const place = placeOf(text.value, input);
  const amount = place?.amount ?? null;
  const start = useRef<Amount | null>(null);
  // A slider's scale stays while the value moves on it.
  if (amount !== null && (start.current === null || !reaches(start.current, amount))) start.current = amount;
  return (
    <div class="why-chosen no-print">
      <div class="field-inline">
        <label for={id}>Change</label>
        <select id={id} class="input" value={input.name} onChange={(event) => onChoose(event.currentTarget.value)}>
          {(inputs.includes(input.name) ? inputs : [input.name, ...inputs]).map((name) => (
            <option key={name} value={name}>
              {nameText(name).slice(0, 80)}
            </option>
          ))}
        </select>
      </div>
      {place === null ? (
        <p class="small muted">
          Its {amountText(input.value, input.unit)} is not written in the text as a value of its own: it follows from
          others, or is filled in.
        </p>
      ) : amount !== null && start.current !== null ? (
        <AmountRow
          name={nameText(input.name)}
          amount={amount}
          start={start.current}
          note=""
          problem={problemOf()}
          onSet={(written, group, within) => setInput(input, withArgument(written, place.with), group, within)}
        />
      ) : parameterIn(place.written) !== null ? (
        <p class="small muted">
          In the text it is <code>{place.written}</code>, a parameter:{' '}
          {inputs.includes(place.written) ? 'it has a row of its own.' : 'change that one.'}
        </p>
      ) : (
        <ExpressionRow
          name={nameText(input.name)}
          written={place.written}
          note=""
          problem={problemOf()}
          onSet={(written) => setInput(input, written, undefined)}
        />
      )}
    </div>
  );
}

/** What was typed may be an amount, which goes where the old one was, or anything else, which replaces all of it. */
function withArgument(written: string, put: (amount: Amount) => string): string {
  const amount = amountOf(written);
  return amount === null ? written : put(amount);
}

function reaches(start: Amount, { value, unit, kind }: Amount): boolean {
  return (
    start.unit.trim().replace(/s$/, '') === unit.trim().replace(/s$/, '') &&
    start.kind === kind &&
    value >= start.value / 10.001 &&
    value <= start.value * 10.001
  );
}

function parameterIn(written: string): string | null {
  return Object.keys(reading.value?.parameterUnits ?? {}).find((name) => name === written.trim()) ?? null;
}

/** What is wrong with the text as it is, as the model's reader says it. */
function problemOf(): string {
  const read = reading.value;
  if (read === null || read.text !== text.value || read.model !== null) return '';
  return read.diagnostics.find(({ severity }) => severity === 'error')?.message ?? '';
}
