import { useMemo, useRef } from 'preact/hooks';
import { change } from '../state/history.ts';
import { reading, text } from '../state/store.ts';
import { amountOf, type Amount } from '../text/amount.ts';
import { entriesBelow, outlineOf } from '../text/outline.ts';
import { parameterTexts, rewrite } from '../text/parameters.ts';
import { AmountRow } from './amount-row.tsx';
import { ExpressionRow } from './expression-row.tsx';
import { factorOf } from '../text/unit.ts';
import { nameOf } from '../text/name.ts';

/** The model's parameters, each to be dragged or typed; a change rewrites that value in the text and nothing else. */
export function Sliders() {
  const now = text.value;
  const parameters = useMemo(() => parameterTexts(now), [now]);
  const others = useMemo(() => entriesBelow(outlineOf(now).entries, ['parameters']).map(({ path }) => path[1]), [now]);
  const starts = useStarts(nameOf(now));
  const set = (name: string, written: string, group: string | undefined, within?: number) => {
    // The text may have changed since this row was drawn.
    const parameter = parameterTexts(text.peek()).find((each) => each.name === name);
    if (parameter !== undefined)
      change(rewrite(text.peek(), parameter, written), `set ${name} to ${written}`, { group, within });
  };
  if (others.length === 0) {
    return (
      <p class="model-hint">
        This model has no parameters. A figure with a name can be dragged here, and used in any field by it.
      </p>
    );
  }
  const left = others.filter((name) => !parameters.some((parameter) => parameter.name === name));
  return (
    <div class="model-rows">
      {parameters.map(({ name, written, note, least, most }) => {
        const amount = amountOf(written);
        const problem = problemOf(name);
        return amount === null ? (
          <ExpressionRow
            key={name}
            name={name}
            written={written}
            note={note}
            problem={problem}
            onSet={(value) => set(name, value, undefined)}
          />
        ) : (
          <AmountRow
            key={name}
            name={name}
            amount={amount}
            start={starts(name, amount)}
            least={boundOf(least, amount)}
            most={boundOf(most, amount)}
            note={note}
            problem={problem}
            onSet={(value, group, within) => set(name, value, `set ${name} ${group}`, within)}
          />
        );
      })}
      {left.length > 0 && <p class="model-hint">To be changed in the text: {left.join(', ')}.</p>}
    </div>
  );
}

/** Where the model says that a parameter ends, in the unit of its value. */
function boundOf(written: string, { unit }: Amount): number | undefined {
  const bound = amountOf(written);
  const ratio = bound === null ? NaN : (bound.value * (factorOf(bound.unit) ?? NaN)) / (factorOf(unit) ?? NaN);
  return Number.isFinite(ratio) ? Number(ratio.toPrecision(12)) : undefined;
}

/**
 * Where each slider began, which its scale is around: it stays while the value moves within a tenth to ten times,
 * and begins anew with another unit or another model.
 */
function useStarts(model: string): (name: string, amount: Amount) => Amount {
  const kept = useRef(new Map<string, Amount>());
  const of = useRef(model);
  if (of.current !== model) {
    of.current = model;
    kept.current.clear();
  }
  return (name, amount) => {
    const start = kept.current.get(name);
    if (start !== undefined && reaches(start, amount)) return start;
    kept.current.set(name, amount);
    return amount;
  };
}

function reaches(start: Amount, { value, unit, kind }: Amount): boolean {
  if (kind === 'share' && start.kind === 'share') return true;
  if (singular(start.unit) !== singular(unit) || (kind === 'number' && start.kind === 'integer')) return false;
  if (start.kind === 'integer') return value >= Math.min(1, start.value) && value <= Math.max(10, 3 * start.value);
  const ratio = value / start.value;
  return start.value === 0 ? value >= 0 && value <= 10 : ratio >= 0.0999 && ratio <= 10.01;
}

function singular(unit: string): string {
  return unit.trim().replace(/s$/, '');
}

/** What is wrong with a parameter, as the model's reader says it. */
function problemOf(name: string): string {
  const read = reading.value;
  if (read === null || read.text !== text.value) return '';
  return (
    read.diagnostics.find(
      ({ path, severity }) =>
        severity === 'error' && (path === `parameters.${name}` || path.startsWith(`parameters.${name}.`)),
    )?.message ?? ''
  );
}
