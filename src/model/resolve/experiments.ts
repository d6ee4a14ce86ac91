import type { Distribution } from '../../random/distribution.ts';
import { mean } from '../../random/moments.ts';
import { durationOf, inSequence } from '../experiments/experiment.ts';
import { asTyped } from '../experiments/names.ts';
import { Targets } from '../experiments/target.ts';
import type { Field } from '../language/kinds.ts';
import type { DocumentFields, ExperimentFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Experiment, Model, Target } from '../model.ts';
import { formatNumber, SECONDS_PER_YEAR, type Problem } from '../../units/index.ts';
import type { Report } from '../report.ts';
import { isBad, valueOr } from './fields.ts';
import { MODEL_LIMITS } from './limits.ts';

/**
 * The model's questions. `settled`: what it says of services and domains is sound, so that what is not there is
 * missing.
 */
export function resolveExperiments(
  { experiments }: DocumentFields,
  model: Model,
  settled: boolean,
  report: Report,
): Experiment[] {
  const targets = new Targets(model, (word, candidates) => report.nearest(word, candidates));
  const known = new Map<string, Target | Problem>();
  let count = 0;
  return valueOr(experiments, []).map(({ name, at, field }) => {
    const fields: ExperimentFields = field.ok ? field.value.fields : {};
    const fail = valueOr(fields.fail, []);
    const corrupt = valueOr(fields.corrupt, []);
    count += fail.length + corrupt.length;
    if (count > MODEL_LIMITS.injections) {
      report.error(at, messages.tooManyInjections(MODEL_LIMITS.injections));
      return { name, steps: [] };
    }
    tooLong(fields, fail.length + corrupt.length, report);
    const silent = field.ok && !field.value.incomplete && !isBad(fields.fail) && !isBad(fields.corrupt);
    if (silent && fail.length + corrupt.length === 0) report.error(at, messages.emptyExperiment());
    noEffects(fields, fail.length, corrupt.length, report);
    if (!settled) return { name, steps: [] };
    const find = (text: Field<string>, what: 'fail' | 'corrupt'): { target: Target; down: Distribution }[] => {
      if (!text.ok) return [];
      const key = `${what} ${text.value}`;
      const target = known.get(key) ?? targets.find(text.value, what);
      known.set(key, target);
      if (!('kind' in target)) {
        report.error(text.at, asTyped(target, text.at.path.endsWith(']')));
        return [];
      }
      const down = durationOf(model, target, valueOr(fields.for, null));
      if (down === null && !isBad(fields.for)) report.error(text.at, messages.noDuration(text.value));
      return down === null ? [] : [{ target, down }];
    };
    const strikes = [
      ...fail.flatMap((text) => find(text, 'fail')),
      ...corrupt.flatMap((text) => find(text, 'corrupt')),
    ];
    return { name, steps: inSequence(strikes, valueOr(fields.after, 0), valueOr(fields.data, 'kept') === 'lost') };
  });
}

/** Whether something stays failed, or strikes so much later, that nobody waits for the end. */
function tooLong({ for: duration, after }: ExperimentFields, strikes: number, report: Report): void {
  const limit = MODEL_LIMITS.experimentYears * SECONDS_PER_YEAR;
  const times = [
    [duration, duration?.ok === true ? mean(duration.value) : 0],
    [after, valueOr(after, 0) * Math.max(0, strikes - 1)],
  ] as const;
  for (const [field, seconds] of times) {
    if (field !== undefined && seconds > limit)
      report.error(
        field.at,
        messages.experimentTooLong(
          formatNumber(seconds / SECONDS_PER_YEAR),
          formatNumber(MODEL_LIMITS.experimentYears),
        ),
      );
  }
}

/** Keys that say something of what is not there. */
function noEffects(
  { for: duration, after, data }: ExperimentFields,
  failing: number,
  corrupted: number,
  report: Report,
): void {
  if (failing === 0 && corrupted > 0) {
    if (duration !== undefined)
      report.warning(duration.at, messages.noEffect('for', 'corrupted data stays so until it is restored'));
    if (data !== undefined) report.warning(data.at, messages.noEffect('data', 'corrupted data is lost in any case'));
  }
  if (after !== undefined && failing + corrupted === 1)
    report.warning(after.at, messages.noEffect('after', 'only one thing happens'));
}
