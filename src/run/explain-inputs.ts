import { type TimeInput, timeInputs } from '../analysis/sensitivity/inputs.ts';
import { weighInputs } from '../analysis/sensitivity/order.ts';
import type { Report } from '../analysis/report.ts';
import type { ParsedModel } from '../model/index.ts';
import { type Change, type NamedEnd, simulatesAlike } from './explain-change.ts';
import { decidedTimes, isDecision } from './explain-decided.ts';
import { readParameter, type Reading } from './explain-parameters.ts';
import { createPause } from './pause.ts';

/** A model of a thousand racks has thousands of inputs: this many are varied, the weightiest ones. */
const MOST_INPUTS = 100;

function changeOfTime(base: ParsedModel, input: TimeInput, factor: number): Change {
  const { name, kind, seconds: value, least, change } = input;
  if (least !== undefined) {
    const to = (count: number) => ({ value: count, model: change(base, () => count) });
    const [low, high] = [Math.max(least, Math.floor(value / factor)), Math.max(value + 1, Math.ceil(value * factor))];
    return { name, kind, value, unit: '', low: to(low), high: to(high) };
  }
  return {
    ...{ name, kind, value, unit: 's' },
    low: { value: value / factor, model: change(base, (seconds) => seconds / factor) },
    high: { value: value * factor, model: change(base, (seconds) => seconds * factor) },
  };
}

/** One of them by its name; null: there is none like that. */
export function findChange(
  base: ParsedModel,
  { name, kind }: Pick<NamedEnd, 'name' | 'kind'>,
  factor: number,
  reading: Reading,
): Change | null {
  if (kind === 'parameter')
    return Object.hasOwn(base.parameters, name) ? readParameter(base, name, factor, reading) : null;
  const input = timeInputs(base).find((each) => each.name === name && each.kind === kind);
  return input === undefined ? null : changeOfTime(base, input, factor);
}

/**
 * All that can be varied, what is likely to matter most first.
 * @param report of the model as it is
 * @returns null: the signal was aborted
 */
export async function listChanges(
  base: ParsedModel,
  report: Report,
  factor: number,
  reading: Reading,
  signal: AbortSignal | undefined,
): Promise<{ readonly changes: readonly Change[]; readonly leftOut: number } | null> {
  const weights = weighInputs(base, report);
  const found: { readonly weight: number; readonly change: () => Change }[] = [];
  // What is ours to choose says nothing of how the world is, nor do the times that it sets.
  const names = Object.keys(base.parameters).filter((name) => !isDecision(base, name));
  const decided = decidedTimes(base, reading);
  const pause = createPause();
  for (const name of names.slice(0, MOST_INPUTS)) {
    await pause();
    if (signal?.aborted === true) return null;
    const change = readParameter(base, name, factor, reading);
    if (change !== null)
      found.push({
        weight: Math.max(
          ...[change.low, change.high].map(({ model }) => (simulatesAlike(model, base) ? 0 : weights.ofChange(model))),
        ),
        change: () => change,
      });
  }
  for (const input of timeInputs(base).filter(({ name }) => !decided.has(name)))
    found.push({ weight: weights.ofTime(input), change: () => changeOfTime(base, input, factor) });
  found.sort((a, b) => b.weight - a.weight);
  const kept = found.slice(0, MOST_INPUTS);
  return {
    changes: kept.map(({ change }) => change()),
    leftOut: found.length - kept.length + Math.max(0, names.length - MOST_INPUTS),
  };
}
