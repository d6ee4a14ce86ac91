import { computed, signal } from '@preact/signals';
import type { SolvedFigures, SweepReport } from '../../src/analysis/report.ts';
import { parameterText } from '../../src/plots/data/parameter-text.ts';
import { whole } from '../../src/units/figure.ts';
import { followStudy, type Followed } from '../desk/follow.ts';
import { model, seed, text, years } from '../state/store.ts';
import { first } from './choice.ts';
import { firstGoal } from './goals.ts';
import { sameBut } from './parameters.ts';

/** The search for where a goal turns along the first parameter. Outlives the view. */
interface Solve {
  readonly report: SweepReport | null;
  readonly state: 'running' | 'over';
  readonly problem: string;
  readonly parameter: string;
  readonly text: string;
}

const typed = signal<string | null>(null);
/** Default: the model's first target. */
export const goal = computed(() => typed.value ?? firstGoal(model.value));
export const solve = signal<Solve | null>(null);
let following: Followed | null = null;

/** Only a range has something between its ends. */
export const canSolve = computed(() => first.value !== null && first.value.range.spacing !== 'list');
/** It is of the model as it is, leaving aside what was varied, and of the parameter that is shown. */
export const isCurrent = computed(
  () =>
    solve.value !== null &&
    solve.value.parameter === first.value?.name &&
    sameBut(solve.value.text, text.value, [solve.value.parameter]),
);

export function chooseGoal(written: string): void {
  typed.value = written.trim() === '' ? null : written;
}

export function startSolve(): void {
  const axis = first.peek();
  if (axis === null || !canSolve.peek()) return;
  following?.drop();
  solve.value = { report: null, state: 'running', problem: '', parameter: axis.name, text: text.peek() };
  const vary = { [axis.name]: `${axis.range.from}..${axis.range.to}` };
  const mine = followStudy(
    { kind: 'solve', text: text.peek(), seed: seed.peek(), years: years.peek(), vary, goal: goal.peek() },
    ({ report, isOver, problem }) => {
      const present = solve.peek();
      if (present === null || following !== mine) return;
      solve.value = {
        ...present,
        report: report?.kind === 'sweep' ? report : present.report,
        state: isOver ? 'over' : 'running',
        problem,
      };
    },
  );
  following = mine;
}

export function stopSolve(): void {
  following?.stop();
}

/** What a search has found, in a sentence or two. */
export function solvedText({ solved, units, asked }: Pick<SweepReport, 'solved' | 'units' | 'asked'>): string {
  if (solved === undefined) return 'It was stopped before it knew.';
  const { parameter, assertion, ends, met, missed, undecided } = solved;
  const text = (value: number) => parameterText(value, units[parameter]);
  if (ends[0] === ends[1]) {
    if (ends[0] === 'undecided') return `${assertion} is undecided at both ends of the range: more years would tell.`;
    return `${assertion} is ${ends[0]} at both ends of the range: it does not turn between them.`;
  }
  const open =
    undecided.length === 0
      ? ''
      : ` Between them, ${text(undecided[0])}${undecided.length > 1 ? ` to ${text(undecided.at(-1)!)}` : ''} ` +
        `stays open after ${whole(asked.years)} years.`;
  return `${assertion} is ${turn(solved, text)}.${met !== null && missed !== null ? open : ''}`;
}

/** From the smaller value to the larger one, as one reads a scale. */
function turn({ parameter, met, missed }: SolvedFigures, text: (value: number) => string): string {
  if (met === null) return `surely missed at ${parameter} = ${text(missed!)}, and nowhere surely met`;
  if (missed === null) return `surely met at ${parameter} = ${text(met)}, and nowhere surely missed`;
  return met < missed
    ? `met up to ${parameter} = ${text(met)} and missed from ${text(missed)} on`
    : `missed up to ${parameter} = ${text(missed)} and met from ${text(met)} on`;
}
