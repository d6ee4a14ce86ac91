import type { Explanation, PatternFigures, SensitivityFigures } from '../analysis/report-explanation.ts';
import { writtenParameters } from '../analysis/sensitivity/written.ts';
import { cutSets, importance, singlePoints } from '../analysis/structure/index.ts';
import { type ParsedModel, parseModel, type ParseOptions } from '../model/index.ts';
import { planDoubt, withDoubt } from './doubt.ts';
import { type GapResult, planGap } from './explain-gap.ts';
import { listChanges } from './explain-inputs.ts';
import { livePatterns, planPatterns } from './explain-patterns.ts';
import { explanationRemake } from './explain-remake.ts';
import { EXPLAIN_RULES, type ExplainOptions } from './explain-options.ts';
import { liveSensitivity, planSensitivity, RUNS_FOR_ALL } from './explain-sensitivity.ts';
import { checkTextArguments } from './options.ts';
import type { OpenRunner } from './runner.ts';
import { conduct, type Course, type Study } from './study.ts';

const DEFAULT_FACTOR = 2;
/** Of the time that there is at most, the gap may take this share where inputs are to follow. */
const SHARE_OF_GAP = 0.5;
const NOT_THE_TEXT =
  "text must be the model's text: its parameters are varied in it, and what parseModel returns no longer has them.";

/** `explain` with the runner given. */
export function explainOn(open: OpenRunner, text: string, options: ExplainOptions): Promise<Explanation> {
  return conduct(open, options, () => explanationStudy(text, options));
}

export function explanationStudy(text: string, options: ExplainOptions): Study<Explanation> {
  checkTextArguments(text, options, EXPLAIN_RULES, NOT_THE_TEXT);
  const {
    file,
    set = {},
    years,
    seed,
    sensitivity: isAsked = true,
    factor = DEFAULT_FACTOR,
    patterns = false,
  } = options;
  const reading: ParseOptions = { ...(file === undefined ? {} : { file }), set };
  const model = parseModel(text, reading);
  const gap = planGap(model, { years, seed });
  const varied = { text, reading, model, factor };
  const doubt = planDoubt([model], gap.plan);
  return {
    remake: explanationRemake(varied, gap, doubt),
    events: gap.eventsPerYear * gap.plan.years * (isAsked || patterns ? RUNS_FOR_ALL : 1),
    batches: gap.plan.batches,
    async conduct(course) {
      const structure = { singlePoints: singlePoints(model), cutSets: cutSets(model), importance: importance(model) };
      const explanation = (lived: GapResult, sensitivity: SensitivityFigures | null): Explanation => {
        const report = { ...lived.report, run: { ...lived.report.run, seconds: course.seconds() } };
        return { nines: 1, kind: 'explanation', report, ...structure, gap: lived.gap, sensitivity };
      };
      const nothing: SensitivityFigures | null = isAsked ? { factor, years: 0, asked: 0, inputs: [] } : null;
      const parts = (isAsked ? 1 : 0) + (patterns ? 1 : 0);
      const deadline = parts > 0 ? course.after(SHARE_OF_GAP) : course.deadline;
      const tell = (result: () => GapResult) => course.tell(() => explanation(result(), nothing));
      const known = await gap.live(course, deadline, tell);
      const isDoubted = doubt !== null && known?.report.run.partial === false;
      const lived = isDoubted ? { ...known, report: await withDoubt(course, known.report, doubt) } : known;
      if (lived === null || parts === 0 || course.signal?.aborted === true) return lived && explanation(lived, nothing);
      const sensitivity = isAsked
        ? await sensitivityOf(course, varied, gap.plan, lived, (figures) =>
            course.tell(() => explanation(lived, figures())),
          )
        : null;
      const explained = explanation(lived, sensitivity ?? nothing);
      if (!patterns) return explained;
      const tried = await patternsOf(course, varied, gap.plan, (figures) =>
        course.tell(() => ({ ...explained, patterns: figures() })),
      );
      return { ...explained, report: explanation(lived, null).report, ...(tried === null ? {} : { patterns: tried }) };
    },
  };
}

async function patternsOf(
  course: Course<Explanation>,
  { text, reading, model }: Varied,
  { years, seed }: { readonly years: number; readonly seed: string },
  onMerged: (figures: () => PatternFigures) => void,
): Promise<PatternFigures | null> {
  const plan = await planPatterns(text, reading, model, { years, seed }, course.signal);
  return plan && livePatterns(plan, course, onMerged);
}

interface Varied {
  readonly text: string;
  readonly reading: ParseOptions;
  readonly model: ParsedModel;
  readonly factor: number;
}

/** @returns null: the signal was aborted before it was known what can be varied */
async function sensitivityOf(
  course: Course<Explanation>,
  { text, reading, model, factor }: Varied,
  { years, seed }: { readonly years: number; readonly seed: string },
  { report }: GapResult,
  onMerged: (figures: () => SensitivityFigures) => void,
): Promise<SensitivityFigures | null> {
  const written = writtenParameters(text, reading);
  const sources = { text, options: reading, written, onNotice: course.notice };
  const found = await listChanges(model, report, factor, sources, course.signal);
  if (found === null) return null;
  const { changes, leftOut } = found;
  if (leftOut > 0) {
    const more = leftOut.toLocaleString('en-US');
    course.notice(`The model has ${more} inputs more than the ${changes.length} weightiest that are varied.`);
  }
  return liveSensitivity(model, planSensitivity(changes, factor, years, seed), course, onMerged);
}
