import type { Explanation } from '../analysis/report-explanation.ts';
import type { ParseOptions } from '../model/index.ts';
import {
  FLAG,
  OF_PARSING,
  type Rules,
  type SimulateOptions,
  STUDY_RULES,
  type StudyOptions,
  YEARS,
} from './options.ts';

/** As for `simulate`; there is no precision to ask for, as every row has its own interval. */
export interface ExplainOptions extends ParseOptions, StudyOptions<Explanation>, Pick<SimulateOptions, 'years'> {
  /** By what each input is divided and multiplied, above 1. Default: 2. */
  readonly factor?: number | undefined;
  /** Whether to vary the inputs at all. Default: true. */
  readonly sensitivity?: boolean | undefined;
  /** Whether to try the patterns that fit the model. Default: false. */
  readonly patterns?: boolean | undefined;
}

export const LARGEST_FACTOR = 1000;

export const EXPLAIN_RULES: Rules<ExplainOptions> = {
  file: OF_PARSING,
  set: OF_PARSING,
  ...STUDY_RULES,
  years: YEARS,
  factor: {
    what: 'a number above 1',
    bounds: `, at most ${LARGEST_FACTOR}`,
    type: (value) => typeof value === 'number',
    range: (factor: number) => factor > 1 && factor <= LARGEST_FACTOR,
  },
  sensitivity: FLAG,
  patterns: FLAG,
};
