import { timeInputs } from '../analysis/sensitivity/inputs.ts';
import { checkModel, type ParsedModel } from '../model/index.ts';
import type { Reading } from './explain-parameters.ts';
import { settingOf } from './sweep-vary.ts';

/** Where a decision says nothing of where it may lie, any other value shows what it decides. */
const ELSEWHERE = 2;

/** Whether a parameter is ours to decide, and not an input that the world gives. */
export function isDecision({ parameterMeanings }: ParsedModel, name: string): boolean {
  return Object.hasOwn(parameterMeanings, name) && parameterMeanings[name].is === 'decision';
}

/** Names of the model's times that a decision sets: what is not the same with another value of the decision. */
export function decidedTimes(base: ParsedModel, { text, options, written }: Reading): ReadonlySet<string> {
  const decided = new Set<string>();
  const before = timeInputs(base);
  for (const [name, { is, from, to }] of Object.entries(base.parameterMeanings)) {
    if (is !== 'decision') continue;
    const value = base.parameters[name];
    const stretch = written.get(name)?.stretch ?? null;
    const settings =
      stretch !== null
        ? [stretch((seconds) => seconds * ELSEWHERE).setting]
        : typeof value === 'string'
          ? []
          : [from, to, value * ELSEWHERE, value / ELSEWHERE]
              .filter((each): each is number => each !== null && each !== value)
              .map((each) => settingOf(each, base.parameterUnits[name]));
    const other = settings
      .map(
        (setting) => checkModel(text, { ...options, file: base.file, set: { ...options.set, [name]: setting } }).model,
      )
      .find((model) => model !== null);
    if (other === undefined || other === null) continue;
    const after = new Map(timeInputs(other).map((input) => [input.name, input.seconds]));
    for (const input of before) if (after.get(input.name) !== input.seconds) decided.add(input.name);
  }
  return decided;
}
