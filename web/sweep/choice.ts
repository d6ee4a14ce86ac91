import { computed, signal } from '@preact/signals';
import { parameterTexts } from '../text/parameters.ts';
import { text } from '../state/store.ts';
import { ownRange, type Range, valuesOf } from './range.ts';

/*
 * What is to be varied, as it stands in the form. Outlives the view.
 */

/** More points than this and nobody waits for them. */
const MOST_POINTS = 200;
/** As many curves as there are colours and dashes. */
const MOST_CURVES = 6;
const FEW = 3;

/** Parameters that can be varied: those whose value can be rewritten in the text. */
export const parameters = computed(() => parameterTexts(text.value));

/** What is varied unasked: what is ours to decide; where nothing says that it is, all but assumptions. */
export const decisions = computed(() => {
  const decided = parameters.value.filter(({ is }) => is === 'decision');
  return decided.length > 0 ? decided : parameters.value.filter(({ is }) => is !== 'assumption');
});

const chosen = signal<readonly [first: string, second: string]>(['', '']);
/** Ranges that somebody has changed, or that have been simulated, by the parameter's name. */
const ranges = signal<ReadonlyMap<string, Range>>(new Map());

/** A parameter of the form. */
export interface AxisChoice {
  readonly name: string;
  readonly written: string;
  readonly range: Range;
}

export type Which = 'first' | 'second';

export const first = computed<AxisChoice | null>(() =>
  choiceOf(has(chosen.value[0]) ? chosen.value[0] : (decisions.value[0]?.name ?? ''), 'first'),
);
export const second = computed<AxisChoice | null>(() =>
  chosen.value[1] === first.value?.name ? null : choiceOf(chosen.value[1], 'second'),
);

function has(name: string): boolean {
  return parameters.value.some((parameter) => parameter.name === name);
}

function choiceOf(name: string, which: Which): AxisChoice | null {
  const parameter = parameters.value.find((each) => each.name === name);
  if (parameter === undefined) return null;
  return {
    name,
    written: parameter.written,
    range: ranges.value.get(`${which} ${name}`) ?? ownRange(parameter, which === 'second' ? FEW : undefined),
  };
}

/** @param name empty: none, which is for the second alone */
export function chooseParameter(which: Which, name: string): void {
  chosen.value = which === 'first' ? [name, chosen.peek()[1]] : [first.peek()?.name ?? '', name];
}

export function chooseRange(which: Which, changes: Partial<Range>): void {
  const axis = (which === 'first' ? first : second).peek();
  if (axis !== null)
    ranges.value = new Map([...ranges.peek(), [`${which} ${axis.name}`, { ...axis.range, ...changes }]]);
}

/** What is wrong with the form, in a sentence; empty: nothing is. */
export const fault = computed(() => {
  const [along, across] = [first.value, second.value];
  if (along === null) return 'Choose a parameter to vary: all of them are assumptions.';
  const [values, curves] = [valuesOf(along.range), across === null ? null : valuesOf(across.range)];
  if (values.problem !== '') return `${along.name}: ${values.problem}`;
  if (curves === null) return '';
  if (curves.problem !== '') return `${across!.name}: ${curves.problem}`;
  if (curves.texts.length > MOST_CURVES) return `${across!.name}: at most ${MOST_CURVES} curves can be told apart.`;
  const points = values.texts.length * curves.texts.length;
  return points > MOST_POINTS ? `${points} points are too many: at most ${MOST_POINTS}.` : '';
});
