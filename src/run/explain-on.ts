import type { Explanation, SensitivityFigures } from '../analysis/report-explanation.ts';
import { writtenParameters } from '../analysis/sensitivity/written.ts';
import { cutSets, importance, singlePoints } from '../analysis/structure/index.ts';
import { type ParsedModel, parseModel, type ParseOptions } from '../model/index.ts';
import { chooseRunner } from './choose-runner.ts';
import { type GapPlan, type GapResult, planGap } from './explain-gap.ts';
import { listChanges } from './explain-inputs.ts';
import { checkExplainArguments, type ExplainOptions, simulationOptions } from './explain-options.ts';
import { liveSensitivity, planSensitivity, RUNS_FOR_ALL } from './explain-sensitivity.ts';
import { nothingToReport } from './nothing.ts';
import type { Platform } from './pool.ts';
import type { Runner } from './runner.ts';
import { checkSimulateArguments } from './simulate-arguments.ts';
import { throttled } from './throttled.ts';

const DEFAULT_FACTOR = 2;
/** Of the time that there is at most, the gap may take this share where inputs are to follow. */
const SHARE_OF_GAP = 0.5;

/** `explain` with the platform given: null for none, or one whose workers a test has its hands on. */
export async function explainOn(
  platform: Platform | null,
  text: string,
  options: ExplainOptions,
): Promise<Explanation> {
  checkExplainArguments(text, options);
  const start = performance.now();
  const { file, set = {}, workers, signal, onNotice } = options;
  const reading: ParseOptions = { ...(file === undefined ? {} : { file }), set };
  const model = parseModel(text, reading);
  const { years, seed } = simulationOptions(model, options, checkSimulateArguments);
  signal?.throwIfAborted();
  const gapPlan = planGap(model, { years, seed });
  const events = gapPlan.eventsPerYear * gapPlan.plan.years * (options.sensitivity === false ? 1 : RUNS_FOR_ALL);
  const runner = chooseRunner(platform, { workers, events, batches: gapPlan.plan.batches }, onNotice);
  try {
    return await explainWith({ model, text, reading, options, gapPlan, runner, start });
  } finally {
    await runner.close();
  }
}

interface Course {
  readonly model: ParsedModel;
  readonly text: string;
  readonly reading: ParseOptions;
  readonly options: ExplainOptions;
  readonly gapPlan: GapPlan;
  readonly runner: Runner;
  readonly start: number;
}

async function explainWith({ model, text, reading, options, gapPlan, runner, start }: Course): Promise<Explanation> {
  const { signal, maxTime = Infinity, sensitivity: isAsked = true, factor = DEFAULT_FACTOR, onNotice } = options;
  const structure = { singlePoints: singlePoints(model), cutSets: cutSets(model), importance: importance(model) };
  const explanation = ({ report, gap }: GapResult, sensitivity: SensitivityFigures | null): Explanation => {
    const run = { ...report.run, seconds: (performance.now() - start) / 1000 };
    return { nines: 1, kind: 'explanation', report: { ...report, run }, ...structure, gap, sensitivity };
  };
  const deadline = start + maxTime * 1000;
  const progress = throttled(options.onProgress, runner.window > 1);
  const { years, seed } = gapPlan.plan;
  const nothing: SensitivityFigures | null = isAsked ? { factor, years: 0, asked: 0, inputs: [] } : null;

  const lived = await gapPlan.live(runner, {
    signal,
    deadline: isAsked ? start + maxTime * 1000 * SHARE_OF_GAP : deadline,
    onMerged: progress && ((result) => progress(() => explanation(result(), nothing))),
  });
  if (lived === null) throw nothingToReport(signal);
  if (!isAsked || signal?.aborted === true) return explanation(lived, nothing);

  const written = writtenParameters(text, reading);
  const found = await listChanges(model, lived.report, factor, { text, options: reading, written, onNotice }, signal);
  if (found === null) return explanation(lived, nothing);
  if (found.leftOut > 0)
    onNotice?.(
      `The model has ${found.leftOut.toLocaleString('en-US')} inputs more than the ${found.changes.length} weightiest that are varied.`,
    );
  const sensitivity = await liveSensitivity(model, planSensitivity(found.changes, factor, years, seed), runner, {
    signal,
    deadline,
    onMerged: progress && ((figures) => progress(() => explanation(lived, figures()))),
  });
  return explanation(lived, sensitivity);
}
