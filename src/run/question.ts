import type { ComparisonReport, ExperimentsReport, Report, SweepReport } from '../analysis/report.ts';
import type { Explanation } from '../analysis/report-explanation.ts';
import type { OptimizationReport } from '../analysis/report-optimization.ts';
import { describeArgument, isRecord } from '../model/arguments.ts';
import { parseModel, type ParsedModel } from '../model/index.ts';
import { comparison } from './compare-on.ts';
import type { CompareOptions } from './compare-options.ts';
import { experimentStudy } from './experiment-on.ts';
import type { ExperimentOptions } from './experiment-options.ts';
import { explanationStudy } from './explain-on.ts';
import type { ExplainOptions } from './explain-options.ts';
import type { SimulateOptions, StudyOptions } from './options.ts';
import type { OptimizeOptions } from './optimize-options.ts';
import { planOptimization } from './optimize-plan.ts';
import { searchStudy } from './optimize-search.ts';
import { simulation } from './simulate-on.ts';
import type { Study } from './study.ts';
import { gridStudy } from './sweep-on.ts';
import type { SweepOptions } from './sweep-options.ts';
import { solving } from './sweep-solve-on.ts';
import { planSweep } from './sweep-plan.ts';

/** What each kind of study answers with. */
export interface Answers {
  readonly run: Report;
  readonly compare: ComparisonReport;
  readonly sweep: SweepReport;
  readonly experiment: ExperimentsReport;
  readonly optimize: OptimizationReport;
  readonly explain: Explanation;
}

export type Kind = keyof Answers;

/** What decides the figures of each kind of study, beside its models. */
interface Wishes {
  readonly run: Pick<SimulateOptions, 'years' | 'seed' | 'precision' | 'experiments' | 'method' | 'chances'>;
  readonly compare: Pick<CompareOptions, 'years' | 'seed' | 'precision' | 'chances'>;
  readonly sweep: Pick<SweepOptions, 'vary' | 'solve' | 'years' | 'seed' | 'precision'>;
  readonly experiment: Pick<ExperimentOptions, 'names' | 'runs' | 'seed'>;
  readonly optimize: Omit<OptimizeOptions, 'set' | 'files' | keyof StudyOptions<unknown>> &
    Pick<OptimizeOptions, 'seed'>;
  readonly explain: Pick<ExplainOptions, 'years' | 'seed' | 'factor' | 'sensitivity' | 'patterns'>;
}

interface ModelText {
  readonly text: string;
  readonly file: string;
}

/**
 * A study as data: all that its report follows from, so that it can be asked again elsewhere. It is JSON, and may come
 * from a stranger: nothing in it is run.
 */
export interface Question<K extends Kind = Kind> {
  readonly kind: K;
  readonly models: readonly ModelText[];
  readonly set: Readonly<Record<string, string | number>>;
  readonly wishes: Wishes[K];
}

const STUDIES: { [K in Kind]: (question: Question<K>, models: readonly ParsedModel[]) => Promise<Study<Answers[K]>> } =
  {
    run: async ({ wishes }, [model]) => simulation(model, wishes),
    compare: async ({ wishes }, models) => comparison(models, wishes),
    async sweep({ models: [{ text, file }], set, wishes }) {
      const { solve, ...options } = { file, set, ...wishes };
      return solve === undefined ? gridStudy(await planSweep(text, options), {}) : solving(text, { ...options, solve });
    },
    experiment: async ({ wishes }, [model]) => experimentStudy(model, wishes),
    async optimize({ models, set, wishes }) {
      const texts = models.map(({ text }) => text);
      return searchStudy(
        await planOptimization(texts, { set, files: models.map(({ file }) => file), ...wishes }),
        wishes,
      );
    },
    explain: async ({ models: [{ text, file }], set, wishes }) => explanationStudy(text, { file, set, ...wishes }),
  };

/** In the words of the command line. */
const KINDS = Object.keys(STUDIES) as readonly Kind[];

/**
 * The study that a question asks for.
 * @throws what the study itself throws: ModelError, PointError, VaryError, TypeError or RangeError
 */
export async function studyOf<K extends Kind>(question: Question<K>): Promise<Study<Answers[K]>> {
  const { kind, models, set } = question;
  return STUDIES[kind](
    question,
    models.map(({ text, file }) => parseModel(text, { file, set })),
  );
}

/** @throws TypeError for what is no question; its wishes are checked by its study */
export function checkQuestion(value: unknown): Question {
  if (!isRecord(value) || !isRecord(value.set) || !isRecord(value.wishes) || !Array.isArray(value.models))
    throw new TypeError(`a question must be an object with models, set and wishes, not ${describeArgument(value)}.`);
  const { kind, models } = value;
  if (!(KINDS as readonly unknown[]).includes(kind))
    throw new TypeError(`a question's kind must be one of ${KINDS.join(', ')}, not ${describeArgument(kind)}.`);
  const isText = (each: unknown) => isRecord(each) && typeof each.text === 'string' && typeof each.file === 'string';
  if (models.length === 0 || !models.every(isText))
    throw new TypeError('the models of a question must be their texts and files.');
  return value as unknown as Question;
}
