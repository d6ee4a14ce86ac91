import { computed, signal } from '@preact/signals';
import type { SweepReport } from '../../src/analysis/report.ts';
import { parameterSetting } from '../../src/plots/data/parameter-text.ts';
import type { SweepFigure } from '../../src/plots/data/sweep.ts';
import { followStudy, type Followed } from '../desk/follow.ts';
import { model, reading, seed, text, years } from '../state/store.ts';
import { chooseRange, fault, first, second } from './choice.ts';
import { sameBut, setParameters } from './parameters.ts';
import { textOf, valuesOf } from './range.ts';

/** What is drawn along the parameter. */
export const figure = signal<SweepFigure>('availability');

/** A sweep, done or under way. Outlives the view, so that a visit to another tab loses nothing. */
interface Sweep {
  /** null until the first point. */
  readonly report: SweepReport | null;
  readonly state: 'running' | 'over';
  /** How many points there will be. */
  readonly points: number;
  readonly problem: string;
  readonly notices: readonly string[];
  /** What it is of. */
  readonly text: string;
  readonly seed: string;
  readonly years: number;
  /** As typed; values at which the model has errors are left out of the report. */
  readonly vary: Readonly<Record<string, readonly string[]>>;
}

export const sweep = signal<Sweep | null>(null);
let following: Followed | null = null;

/** How many points there will be: values at which the model has errors are left out. */
export const pointsOf = ({ report, points }: Sweep) =>
  report === null ? points : report.vary.reduce((product, name) => product * report.values[name].length, 1);

/** It is not of the model as it is, leaving aside what was varied. */
export const isStale = computed(() => {
  const found = sweep.value;
  return (
    found !== null &&
    (!sameBut(found.text, text.value, Object.keys(found.vary)) ||
      found.seed !== seed.value ||
      found.years !== years.value)
  );
});

/** A stopped one of the very same model can be gone on with. */
export const canContinue = computed(() => {
  const found = sweep.value;
  return (
    found !== null &&
    found.state === 'over' &&
    found.report?.run.partial === true &&
    found.text === text.value &&
    !isStale.value
  );
});

/** With the value that the model has now, as a point may have been chosen since. */
export const shownReport = computed(() => {
  const report = sweep.value?.report ?? null;
  if (report === null || isStale.value || reading.value?.text !== text.value || model.value === null) return report;
  return {
    ...report,
    model: { ...report.model, parameters: { ...report.model.parameters, ...model.value.parameters } },
  };
});

export function startSweep(): void {
  const [along, across] = [first.peek(), second.peek()];
  if (along === null || fault.peek() !== '') return;
  // From here on they stay, however the model's value moves.
  chooseRange('first', {});
  chooseRange('second', {});
  const vary = Object.fromEntries(
    [along, ...(across === null ? [] : [across])].map(({ name, range }) => [name, valuesOf(range).texts]),
  );
  const points = Object.values(vary).reduce((product, { length }) => product * length, 1);
  begin(
    {
      report: null,
      state: 'running',
      points,
      problem: '',
      notices: [],
      text: text.peek(),
      seed: seed.peek(),
      years: years.peek(),
      vary,
    },
    null,
  );
}

export function continueSweep(): void {
  const stopped = sweep.peek();
  if (stopped !== null && canContinue.peek())
    begin({ ...stopped, state: 'running', problem: '', notices: [] }, stopped.report);
}

function begin(started: Sweep, earlier: SweepReport | null): void {
  following?.drop();
  sweep.value = started;
  const ask = {
    kind: 'sweep',
    text: started.text,
    seed: started.seed,
    years: started.years,
    vary: started.vary,
    earlier,
  } as const;
  const mine = followStudy(ask, ({ report, isOver, problem, notices }) => {
    const present = sweep.peek();
    if (present === null || following !== mine) return;
    sweep.value = {
      ...present,
      report: report?.kind === 'sweep' ? report : present.report,
      state: isOver ? 'over' : 'running',
      problem,
      notices: [...present.notices, ...notices],
    };
  });
  following = mine;
}

/** The points that are there stay. */
export function stopSweep(): void {
  following?.stop();
}

/** Sets the model to a point of the sweep. */
export function choosePoint(index: number): void {
  const found = sweep.peek();
  const point = found?.report?.points[index];
  if (found === null || point === undefined) return;
  const { units, vary } = found.report!;
  setParameters(
    Object.fromEntries(
      vary.map((name) => [
        name,
        textOf(point.parameters[name], found.vary[name]) ?? parameterSetting(point.parameters[name], units[name]),
      ]),
    ),
  );
}
