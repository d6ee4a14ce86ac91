import { buildComparison } from '../analysis/comparison.ts';
import { controlledDifferences } from '../analysis/controlled.ts';
import { buildReport } from '../analysis/figures.ts';
import { knownOutages } from '../analysis/known-outages.ts';
import { precisionReached } from '../analysis/precision.ts';
import type { ComparisonReport } from '../analysis/report.ts';
import { groupingOf } from '../analysis/sample.ts';
import { COUNT } from '../observe/counts.ts';
import { refusedBy } from '../analysis/theorems.ts';
import { compile } from '../compile/compile.ts';
import type { Compiled } from '../compile/program.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { chooseRunner } from './choose-runner.ts';
import { drive } from './drive.ts';
import { exactOf, NOT_CALCULATED } from './exact.ts';
import type { Results } from './job.ts';
import { checkOptions, type SimulateOptions } from './options.ts';
import type { CompareOptions } from './compare-options.ts';
import { makePlan, type Plan } from './plan.ts';
import { nothingToReport } from './nothing.ts';
import type { Platform } from './pool.ts';
import { withTexts } from './compare-texts.ts';
import { checkSimulateArguments } from './simulate-arguments.ts';
import { throttled } from './throttled.ts';

/** `compare` with the platform given: null for none, or one whose workers a test has its hands on. */
export async function compareOn(
  platform: Platform | null,
  models: readonly Model[],
  options: CompareOptions,
): Promise<ComparisonReport> {
  check(models, options);
  const start = performance.now();
  options.signal?.throwIfAborted();
  const compiled = models.map((model) => compile(model, { bySource: true }));
  const plan = planOf(models, compiled, options);
  const events =
    plan.precision === null ? models.reduce((sum, model) => sum + eventsPerYear(model), 0) * plan.years : Infinity;
  const runner = chooseRunner(platform, { workers: options.workers, events, batches: plan.batches }, options.onNotice);
  const programs = compiled.map(({ program }) => program);
  let exacts = models.map(() => NOT_CALCULATED);
  const report = ({ tallies, pairs, sample }: Results, partial: boolean, isWatched: boolean): ComparisonReport => {
    const seconds = (performance.now() - start) / 1000;
    const compared = models.map((model, i) => ({
      model,
      tally: tallies[i],
      report: buildReport({
        model,
        compiled: compiled[i],
        tally: tallies[i],
        outages: knownOutages(model),
        plan,
        seconds,
        workers: runner.workers,
        partial,
        exact: exacts[i],
      }),
    }));
    // A regression takes too long to be looked at ten times a second.
    const controlled =
      isWatched || !plan.grouping
        ? null
        : controlledDifferences(programs, plan.grouping, sample, tallies[0].counts[COUNT.replications]);
    return withTexts(buildComparison(compared, pairs, controlled), models);
  };
  const deadline = start + (options.maxTime ?? Infinity) * 1000;
  const precise = ({ tallies }: Results): boolean =>
    plan.precision !== null &&
    tallies.every((tally, i) => precisionReached(models[i], tally, plan, knownOutages(models[i])));
  const progress = throttled(options.onProgress, runner.window > 1);
  try {
    const { results, merged } = await drive(
      runner,
      { programs, plan },
      {
        signal: options.signal,
        deadline,
        enough: precise,
        onMerged: progress && ((soFar) => progress(() => report(soFar, true, true))),
      },
    );
    if (merged === 0) throw nothingToReport(options.signal);
    exacts = await Promise.all(models.map(exactOf));
    return report(results, merged < plan.batches && !precise(results), false);
  } finally {
    await runner.close();
  }
}

function check(models: readonly Model[], options: CompareOptions): void {
  if (!Array.isArray(models)) throw new TypeError('models must be a list of what parseModel returns.');
  if (models.length < 2) throw new RangeError(`models must be at least two, not ${models.length}.`);
  for (const model of models) checkSimulateArguments(model, options);
  checkOptions(options as SimulateOptions);
  const odd = models.find(({ currency }) => currency !== models[0].currency);
  if (odd !== undefined)
    throw new RangeError(`models must reckon in one currency, not in ${models[0].currency} and ${odd.currency}.`);
}

/** One plan for all: what is to be compared has to be cut up alike. */
function planOf(models: readonly Model[], compiled: readonly Compiled[], options: CompareOptions): Plan {
  const most = (of: (model: Model) => number) => models.reduce((largest, model) => Math.max(largest, of(model)), 0);
  const [first] = models;
  const simulation = {
    ...first.simulation,
    years: most((model) => model.simulation.years),
    warmUpSeconds: most((model) => model.simulation.warmUpSeconds),
  };
  const plan = makePlan({ ...first, simulation }, options, most(eventsPerYear) * models.length);
  // Without a warm-up the history does not begin in the steady state, in which it is known what is to be expected.
  const isProved = models.every((model) => refusedBy(model, 'chance taken out of differences') === null);
  const grouping =
    plan.warmUpSeconds > 0 && isProved
      ? groupingOf(
          compiled.map(({ program }) => program),
          plan.replications,
        )
      : null;
  return { ...plan, grouping, rivals: models.map(({ targets, losses }) => ({ goals: targets, losses })) };
}
