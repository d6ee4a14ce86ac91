import type { ExperimentsReport } from '../analysis/report.ts';
import type { Experiment } from '../model/model.ts';
import { nearest } from '../units/index.ts';
import { type Rules, STUDY_RULES, type StudyOptions, wholeNumber } from './options.ts';

/** All experiments begin in the same histories. Ended early, the last one perhaps has fewer runs. */
export interface ExperimentOptions extends StudyOptions<ExperimentsReport> {
  /** Which of the model's experiments, in this order. Default: all, in the model's. */
  readonly names?: readonly string[] | undefined;
  /** How often each is made. Default: 10,000. */
  readonly runs?: number | undefined;
}

export const DEFAULT_RUNS = 10_000;
/** More runs than this narrow no interval that anybody reads. */
export const MOST_RUNS = 1e8;

export const EXPERIMENT_RULES: Rules<ExperimentOptions> = {
  names: {
    what: "a list of experiments' names",
    type: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
    range: (names: string[]) => names.length > 0,
  },
  runs: wholeNumber(1, MOST_RUNS),
  ...STUDY_RULES,
};

/**
 * The experiments that are asked for, each once.
 * @throws RangeError for a name that is none's, with the nearest that is
 */
export function chooseExperiments(
  experiments: readonly Experiment[],
  names: readonly string[] | undefined,
): Experiment[] {
  if (experiments.length === 0) throw new RangeError('the model has no experiments');
  if (names === undefined) return [...experiments];
  const known = new Map(experiments.map((experiment) => [experiment.name, experiment]));
  return [...new Set(names)].map((name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const meant = nearest(name, known.keys());
    const hint = meant === null ? `there are ${[...known.keys()].join(', ')}` : `did you mean '${meant}'?`;
    throw new RangeError(`unknown experiment '${name}': ${hint}`);
  });
}
