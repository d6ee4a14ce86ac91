import { alike } from '../analysis/alike.ts';
import { timeInputs } from '../analysis/sensitivity/inputs.ts';
import { weighInputs } from '../analysis/sensitivity/order.ts';
import type { Report } from '../analysis/report.ts';
import type { SensitivityInput } from '../analysis/report-explanation.ts';
import type { Model, ParsedModel } from '../model/index.ts';
import { readParameter, type Reading } from './explain-parameters.ts';
import { createPause } from './pause.ts';

/** An input, and the models in which it is smaller and larger. */
export interface Change extends Pick<SensitivityInput, 'name' | 'kind' | 'value' | 'unit'> {
  readonly low: ChangedEnd;
  readonly high: ChangedEnd;
}

export interface ChangedEnd {
  readonly value: number;
  readonly model: Model;
}

/** A model of a thousand racks has thousands of inputs: this many are varied, the weightiest ones. */
const MOST_INPUTS = 100;

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
  const names = Object.keys(base.parameters);
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
  for (const input of timeInputs(base)) {
    const { name, kind, seconds: value, change } = input;
    found.push({
      weight: weights.ofTime(input),
      change: () => ({
        ...{ name, kind, value, unit: 's' },
        low: { value: value / factor, model: change(base, (seconds) => seconds / factor) },
        high: { value: value * factor, model: change(base, (seconds) => seconds * factor) },
      }),
    });
  }
  found.sort((a, b) => b.weight - a.weight);
  const kept = found.slice(0, MOST_INPUTS);
  return {
    changes: kept.map(({ change }) => change()),
    leftOut: found.length - kept.length + Math.max(0, names.length - MOST_INPUTS),
  };
}

/** Whether two models say the same of everything that happens, and of what it costs. */
export function simulatesAlike(a: Model, b: Model): boolean {
  return alike(substance(a), substance(b));
}

function substance({ domains, components, shocks, services, entry, losses, sla }: Model): object {
  return { domains, components, shocks, services, entry, losses, sla };
}
