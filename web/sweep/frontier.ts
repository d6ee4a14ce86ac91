import { computed, signal } from '@preact/signals';
import type { OptimizationReport } from '../../src/analysis/report-optimization.ts';
import { parameterSetting } from '../../src/plots/data/parameter-text.ts';
import { followStudy, type Followed } from '../desk/follow.ts';
import { model, seed, text, years } from '../state/store.ts';
import { decisions, parameters } from './choice.ts';
import { goalsOf } from './goals.ts';
import { sameBut, setParameters } from './parameters.ts';
import { ownRange, textOf, valuesOf } from './range.ts';

/*
 * The search for the cheapest combination that keeps to the goals. Outlives the view.
 */

const MOST_CANDIDATES = 500;
/** Parameters that are varied where none says that it is ours to decide, and nobody says otherwise. */
const FIRST = 2;
/** Years that a candidate may take, against what the page simulates. */
const YEARS = 16;

/** A parameter of the form. */
interface ListChoice {
  readonly name: string;
  readonly isOn: boolean;
  /** Values separated by commas. */
  readonly list: string;
}

const chosen = signal<ReadonlyMap<string, { readonly isOn?: boolean; readonly list?: string }>>(new Map());
const typedGoals = signal<string | null>(null);

export const lists = computed<readonly ListChoice[]>(() => {
  const known = chosen.value;
  const varied = decisions.value.filter(({ is }, i) => is === 'decision' || i < FIRST).map(({ name }) => name);
  return parameters.value.map((parameter) => ({
    name: parameter.name,
    isOn: varied.includes(parameter.name),
    list: valuesOf(ownRange(parameter, 3)).texts.join(', '),
    ...known.get(parameter.name),
  }));
});
/** One a line. Default: the model's targets. */
export const goals = computed(() => typedGoals.value ?? (model.value === null ? [] : goalsOf(model.value)).join('\n'));

export function chooseList(name: string, changes: { readonly isOn?: boolean; readonly list?: string }): void {
  chosen.value = new Map([...chosen.peek(), [name, { ...chosen.peek().get(name), ...changes }]]);
}

export function chooseGoals(written: string): void {
  typedGoals.value = written;
}

const varied = computed(() =>
  lists.value
    .filter(({ isOn }) => isOn)
    .map(({ name, list }) => ({ name, ...valuesOf({ spacing: 'list', from: '', to: '', steps: 0, list }) })),
);
export const count = computed(() => varied.value.reduce((product, { texts }) => product * texts.length, 1));
/** What is wrong with the form, in a sentence; empty: nothing is. */
export const fault = computed(() => {
  if (varied.value.length === 0) return 'Choose a parameter to vary.';
  const wrong = varied.value.find(({ problem }) => problem !== '');
  if (wrong !== undefined) return `${wrong.name}: ${wrong.problem}`;
  if (count.value < 2) return 'Give more than one value.';
  return count.value > MOST_CANDIDATES ? `${count.value} candidates are too many: at most ${MOST_CANDIDATES}.` : '';
});

interface Search {
  readonly report: OptimizationReport | null;
  readonly state: 'running' | 'over';
  readonly problem: string;
  readonly notices: readonly string[];
  readonly text: string;
  readonly vary: Readonly<Record<string, readonly string[]>>;
}

export const search = signal<Search | null>(null);
let following: Followed | null = null;

/** It is not of the model as it is, leaving aside what was varied. */
export const isStale = computed(
  () => search.value !== null && !sameBut(search.value.text, text.value, Object.keys(search.value.vary)),
);

export function startSearch(): void {
  if (fault.peek() !== '') return;
  following?.drop();
  const vary = Object.fromEntries(varied.peek().map(({ name, texts }) => [name, texts]));
  for (const { name, isOn, list } of lists.peek()) chooseList(name, { isOn, list });
  search.value = { report: null, state: 'running', problem: '', notices: [], text: text.peek(), vary };
  const ask = {
    kind: 'optimization',
    text: text.peek(),
    seed: seed.peek(),
    years: years.peek() * YEARS,
    vary,
    goals: goals
      .peek()
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  } as const;
  const mine = followStudy(ask, ({ report, isOver, problem, notices }) => {
    const present = search.peek();
    if (present === null || following !== mine) return;
    search.value = {
      ...present,
      report: report?.kind === 'optimization' ? report : present.report,
      state: isOver ? 'over' : 'running',
      problem,
      notices: [...present.notices, ...notices],
    };
  });
  following = mine;
}

/** What is decided by then stays. */
export function stopSearch(): void {
  following?.stop();
}

/** Sets the model to a candidate. */
export function chooseCandidate(index: number): void {
  const found = search.peek();
  const candidate = found?.report?.candidates[index];
  if (found === null || candidate === undefined) return;
  const { units, vary } = found.report!.models[candidate.model];
  setParameters(
    Object.fromEntries(
      vary.map((name) => [
        name,
        textOf(candidate.parameters[name], found.vary[name] ?? []) ??
          parameterSetting(candidate.parameters[name], units[name]),
      ]),
    ),
  );
}
