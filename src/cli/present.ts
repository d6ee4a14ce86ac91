import { checkModel } from '../model/index.ts';
import type { Answers, Kind, Question } from '../run/question.ts';
import type { OutputOptions } from './common.ts';
import { presentComparison } from './present-comparison.ts';
import { UsageError } from './exit.ts';
import { presentExperiments } from './present-experiments.ts';
import { FORMATS, type VerdictFormat } from './formats.ts';
import type { Loaded } from './load.ts';
import { readAssertion } from './read-assertion.ts';
import { presentExplanation } from './present-explanation.ts';
import { presentOptimization } from './present-optimization.ts';
import { presentRun } from './present-run.ts';
import { presentSweep } from './present-sweep.ts';

type Options = OutputOptions<VerdictFormat>;
type Present<K extends Kind> = (report: Answers[K], options: Options, asked: Asked) => Promise<number>;

interface Asked {
  readonly question: Question;
  /** As they were written. */
  readonly assertions: readonly string[];
}

/** How the answer to each kind of question is written, as its own command writes it. */
const PRESENT: { readonly [K in Kind]: Present<K> } = {
  async run(report, options, { question, assertions }) {
    const loaded = reload(question);
    const read = assertions.map((text) => readAssertion('--assert', text, loaded.model!));
    return presentRun(report, loaded, read, options, question as Question<'run'>);
  },
  async compare(report, options, { question, assertions }) {
    const read = question.models.map((_, i) => {
      const { model } = reload(question, i);
      return assertions.map((text) => readAssertion('--assert', text, model!));
    });
    return presentComparison(report, read, withoutVerdicts(options));
  },
  sweep: async (report, options) => presentSweep(report, null, withoutVerdicts(options)),
  experiment: (report, options) => presentExperiments(report, options),
  optimize: async (report, options) => presentOptimization(report, withoutVerdicts(options)),
  explain: async (report, options) => presentExplanation(report, withoutVerdicts(options)),
};

/** Writes the answer to a question that was asked elsewhere. @returns the exit code */
export function present<K extends Kind>(
  question: Question<K>,
  assertions: readonly string[],
  report: Answers[K],
  options: Options,
): Promise<number> {
  return PRESENT[question.kind](report, options, { question, assertions });
}

/** One of a question's models; its study has read it without errors. */
function reload({ models, set }: Question, index = 0): Loaded {
  const { text, file } = models[index];
  const settings = Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)]));
  return { source: { text, file }, set: settings, ...checkModel(text, { file, set }) };
}

/** @throws UsageError for a format that only verdicts have */
function withoutVerdicts({ format, ...options }: Options): OutputOptions {
  if (format === 'junit')
    throw new UsageError(`--format takes one of ${FORMATS.join(', ')} for this study, not junit.`);
  return { ...options, format };
}
