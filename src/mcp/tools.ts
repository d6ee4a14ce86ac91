import { importFiles, withMoves } from '../import/import.ts';
import { withHcl } from '../import/load-hcl.ts';
import { checkModel, type Diagnostic, ModelError, type ParsedModel } from '../model/index.ts';
import {
  renderCheck,
  renderComparison,
  renderExperiments,
  renderExplanation,
  importSheet,
  renderSheet,
  renderSweep,
  renderTable,
} from '../report/index.ts';
import { checkFigures, checkReport } from '../run/check.ts';
import { compare } from '../run/compare.ts';
import { experiment } from '../run/experiment.ts';
import { explain } from '../run/explain.ts';
import { movesOf } from '../run/question-moves.ts';
import { simulate } from '../run/simulate.ts';
import { sweep } from '../run/sweep.ts';

/** What a tool answers: the figures, and what a person would read of them. */
export interface Answer {
  readonly result: object;
  readonly text: string;
  /** Warnings, or what is wrong. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isError: boolean;
  /** The model's text as it was asked about: a page opens it. */
  readonly model?: string;
}

interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema of its arguments. */
  readonly input: object;
  readonly call: (args: Arguments, signal: AbortSignal) => Promise<Answer>;
}

/** As the schema has checked them. */
interface Arguments {
  readonly model: string;
  readonly models: readonly string[];
  readonly set?: Readonly<Record<string, string | number>>;
  readonly years?: number;
  readonly seed?: string;
  readonly seconds?: number;
  readonly names?: readonly string[];
  readonly runs?: number;
  readonly patterns?: boolean;
  readonly parameter: string;
  readonly range: string;
  readonly assertion: string;
  readonly files: readonly { readonly file: string; readonly text: string }[];
}

/** What one call may take, at most, and unless it says how much. */
const MCP_LIMITS = { seconds: 60, usualSeconds: 20, years: 1_000_000, runs: 100_000, models: 8 } as const;

const MODEL = { type: 'string', maxLength: 1 << 18, description: "the model's text, YAML; see nines://guide" };
const COMMON = {
  set: {
    type: 'object',
    additionalProperties: { type: ['string', 'number'] },
    description: 'other values for the model\'s parameters, such as { "web_replicas": 4, "zone_mtbf": "2 years" }',
  },
  seed: { type: 'string', maxLength: 200, description: "names the random numbers; default: the model's" },
  seconds: {
    type: 'number',
    exclusiveMinimum: 0,
    maximum: MCP_LIMITS.seconds,
    description: `ends with what there is, marked partial, after so many; default ${MCP_LIMITS.usualSeconds}`,
  },
};
const YEARS = {
  type: 'integer',
  minimum: 1,
  maximum: MCP_LIMITS.years,
  description: "years to simulate; default: the model's",
};

const schema = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

export const TOOLS: readonly Tool[] = [
  {
    name: 'check',
    title: 'Check a model',
    description:
      'Errors with line, column and what was meant, warnings, single points of failure, cut sets, the exact or the ' +
      'arithmetic availability. Simulates nothing: begin here, and mend what it says.',
    input: schema({ model: MODEL, set: COMMON.set }, ['model']),
    call: (args) =>
      onModel(args, async (model, diagnostics) => {
        const checked = checkFigures(model);
        return { result: checkReport(diagnostics, checked), text: renderCheck(checked) };
      }),
  },
  {
    name: 'simulate',
    title: 'Simulate a model',
    description:
      'Availability, incidents by cause, recovery times, data loss and cost, each with its 95% interval, and whether ' +
      'the targets are met.',
    input: schema({ model: MODEL, years: YEARS, ...COMMON }, ['model']),
    call: (args, signal) =>
      onModel(args, async (model) => {
        const report = await simulate(model, { years: args.years, ...bounds(args, signal) });
        return { result: report, text: renderTable(report) };
      }),
  },
  {
    name: 'compare',
    title: 'Compare models',
    description: 'Two or more models live through the same history: their differences with intervals, and a verdict.',
    input: schema(
      {
        models: { type: 'array', items: MODEL, minItems: 2, maxItems: MCP_LIMITS.models },
        ...{ years: YEARS, ...COMMON },
      },
      ['models'],
    ),
    async call(args, signal) {
      const checked = args.models.map((text) => ({ text, ...checkModel(text, { set: args.set }) }));
      const wrong = checked.find(({ model }) => model === null);
      if (wrong !== undefined) return refused(wrong.diagnostics, `model ${checked.indexOf(wrong) + 1}: `);
      const models = checked.flatMap(({ model }) => model ?? []);
      return guarded(async () => {
        const report = await compare(models, { years: args.years, ...bounds(args, signal) });
        return {
          ...{ result: report, text: renderComparison(report), isError: false },
          diagnostics: checked.flatMap(({ diagnostics }) => diagnostics),
        };
      });
    },
  },
  {
    name: 'explain',
    title: 'Explain a model',
    description:
      'Why: from the bare arithmetic to the simulated figure step by step, what takes it down, what each input does, ' +
      'and with patterns what would help and by how much.',
    input: schema(
      { model: MODEL, years: YEARS, patterns: { type: 'boolean', description: 'try what would help' }, ...COMMON },
      ['model'],
    ),
    call: (args, signal) =>
      onModel(args, async () => {
        const { years, set, patterns = false } = args;
        const report = await explain(args.model, { years, set, patterns, ...bounds(args, signal) });
        return { result: report, text: renderExplanation(report) };
      }),
  },
  {
    name: 'experiment',
    title: "Make a model's experiments",
    description: 'What follows if this fails now: recovered, how soon, what was lost, stage by stage, over many runs.',
    input: schema(
      {
        model: MODEL,
        names: { type: 'array', items: { type: 'string' }, description: 'which experiments; default: all' },
        runs: { type: 'integer', minimum: 1, maximum: MCP_LIMITS.runs, description: 'of each; default 10,000' },
        ...COMMON,
      },
      ['model'],
    ),
    call: (args, signal) =>
      onModel(args, async (model) => {
        const report = await experiment(model, { names: args.names, runs: args.runs, ...bounds(args, signal) });
        return { result: report, text: renderExperiments(report) };
      }),
  },
  {
    name: 'solve',
    title: 'Solve for a parameter',
    description: 'The value of one parameter, within a range, at which an assertion begins to fail or to hold.',
    input: schema(
      {
        model: MODEL,
        parameter: { type: 'string', description: 'its name in the model' },
        range: { type: 'string', description: "such as '10 s..5 min', or '2..12:11' for whole numbers" },
        assertion: { type: 'string', description: "such as 'availability >= 99.95%' or 'rto.p95 <= 15 min'" },
        ...{ years: YEARS, ...COMMON },
      },
      ['model', 'parameter', 'range', 'assertion'],
    ),
    call: (args, signal) =>
      onModel(args, async () => {
        const { parameter, range, assertion, years, set } = args;
        const wishes = { vary: { [parameter]: range }, solve: assertion, years, set };
        const report = await sweep(args.model, { ...wishes, ...bounds(args, signal) });
        return { result: report, text: renderSweep(report) };
      }),
  },
  {
    name: 'draft',
    title: 'Draft a model from configuration',
    description:
      'A model and its numbered questions, each with a sourced default, from Kubernetes manifests, a Patroni file, ' +
      'docker-compose, HAProxy, Terraform files or a Terraform plan as JSON. Says what it left out. Ask people the ' +
      'questions, those first that move the answer most.',
    input: schema(
      {
        files: {
          type: 'array',
          minItems: 1,
          maxItems: 50,
          items: schema({ file: { type: 'string', maxLength: 500 }, text: { type: 'string', maxLength: 1 << 21 } }, [
            'file',
            'text',
          ]),
        },
      },
      ['files'],
    ),
    async call({ files }, signal) {
      const { imported: drafted, problems } = importFiles(await withHcl(files));
      if (drafted !== null) {
        const names = drafted.questions.map(({ parameter }) => parameter);
        const moves = await movesOf(drafted.model, names, { maxTime: MCP_LIMITS.usualSeconds, signal });
        const imported = withMoves(drafted, moves);
        const text = `${renderSheet(importSheet(imported))}\n${imported.model}`;
        return { result: imported, text, diagnostics: [], isError: false, model: imported.model };
      }
      const text = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n');
      return { result: { nines: 1, kind: 'error', message: text }, text, diagnostics: [], isError: true };
    },
  },
];

const bounds = ({ seed, seconds = MCP_LIMITS.usualSeconds }: Arguments, signal: AbortSignal) => ({
  ...{ seed, maxTime: seconds, signal },
});

/** What is done with a model that has no errors. */
async function onModel(
  args: Arguments,
  study: (model: ParsedModel, diagnostics: readonly Diagnostic[]) => Promise<Pick<Answer, 'result' | 'text'>>,
): Promise<Answer> {
  const { model, diagnostics } = checkModel(args.model, { set: args.set });
  if (model === null) return refused(diagnostics);
  return guarded(async () => ({
    ...(await study(model, diagnostics)),
    ...{ diagnostics, isError: false, model: args.model },
  }));
}

function refused(diagnostics: readonly Diagnostic[], which = ''): Answer {
  const text = diagnostics
    .map(({ severity, line, column, message, suggestion }) => {
      const meant = suggestion === null || message.includes(`'${suggestion}'`) ? '' : `; write: ${suggestion}`;
      return `${which}line ${line}, column ${column}: ${severity}: ${message}${meant}`;
    })
    .join('\n');
  return { result: checkReport(diagnostics, null), text, diagnostics, isError: true };
}

/** What somebody asked that cannot be is an answer, and no fault of the server. */
async function guarded(answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ModelError) return refused(error.diagnostics);
    const isAsked = error instanceof RangeError || error instanceof TypeError;
    if (!isAsked && !/^(AssertionError|NothingToReport)$/.test((error as Error).name)) throw error;
    const text = (error as Error).message;
    return { result: { nines: 1, kind: 'error', message: text }, text, diagnostics: [], isError: true };
  }
}
