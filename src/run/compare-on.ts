import { buildComparison } from '../analysis/comparison.ts';
import { controlledDifferences } from '../analysis/controlled.ts';
import { buildReport } from '../analysis/figures.ts';
import { knownOutages } from '../analysis/known-outages.ts';
import { missionDifference } from '../analysis/mission-difference.ts';
import { precisionReached } from '../analysis/precision.ts';
import type { ComparisonReport, Report } from '../analysis/report.ts';
import { groupingOf } from '../analysis/sample.ts';
import { COUNT } from '../observe/counts.ts';
import { refusedBy } from '../analysis/theorems.ts';
import { compile } from '../compile/compile.ts';
import type { Compiled } from '../compile/program.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { planDoubt, withDoubts } from './doubt.ts';
import { exactOf, NOT_CALCULATED } from './exact.ts';
import type { Results } from './job.ts';
import { checkModelArgument, checkOptions, SIMULATE_RULES } from './options.ts';
import type { CompareOptions } from './compare-options.ts';
import { missionJob, withMission } from './mission.ts';
import { makePlan, type Plan, rivalOf } from './plan.ts';
import type { OpenRunner } from './runner.ts';
import { conduct, type Study } from './study.ts';
import { withTexts } from './compare-texts.ts';

/** `compare` with the runner given. */
export function compareOn(
  open: OpenRunner,
  models: readonly Model[],
  options: CompareOptions,
): Promise<ComparisonReport> {
  return conduct(open, options, () => comparison(models, options));
}

export function comparison(models: readonly Model[], options: CompareOptions): Study<ComparisonReport> {
  check(models, options);
  const compiled = models.map((model) => compile(model));
  const plan = planOf(models, compiled, options);
  const programs = compiled.map(({ program }) => program);
  const job = { programs, plan };
  const missions = models.map((model) => missionJob(model, plan.seed));
  const doubt = planDoubt(models, plan, options.chances);
  const outages = models.map(knownOutages);
  const precise = ({ tallies }: Results): boolean =>
    plan.precision !== null && tallies.every((tally, i) => precisionReached(models[i], tally, plan, outages[i]));
  return {
    events:
      plan.precision === null ? models.reduce((sum, model) => sum + eventsPerYear(model), 0) * plan.years : Infinity,
    batches: plan.batches,
    *jobs() {
      yield job;
      for (const mission of missions) if (mission !== null) yield mission;
      if (doubt !== null) for (const world of doubt.worlds()) yield world.job;
    },
    async conduct(course) {
      let exacts = models.map(() => NOT_CALCULATED);
      const report = (results: Results, partial: boolean, isWatched: boolean): ComparisonReport => {
        const { tallies, pairs, sample } = results;
        const told = { plan, seconds: course.seconds(), workers: course.workers, partial };
        const compared = models.map((model, i) => {
          const own = { model, compiled: compiled[i], tally: tallies[i], outages: outages[i], exact: exacts[i] };
          return { model, tally: tallies[i], report: buildReport({ ...own, ...told }) };
        });
        const isPlain = isWatched || !plan.grouping;
        // A regression takes too long to be looked at ten times a second.
        const controlled = isPlain
          ? null
          : controlledDifferences(programs, plan.grouping, sample, tallies[0].counts[COUNT.replications]);
        return withTexts(buildComparison(compared, pairs, controlled), models);
      };
      const { results, merged } = await course.drive(job, {
        enough: plan.precision === null ? undefined : precise,
        onMerged: (soFar) => course.tell(() => report(soFar, true, true)),
      });
      if (merged === 0) return null;
      exacts = await Promise.all(models.map(exactOf));
      const compared = report(results, merged < plan.batches && !precise(results), false);
      const timed: Report[] = [];
      for (const [i, own] of compared.models.entries())
        timed.push(await withMission(course, models[i], own, missions[i]));
      const differences = compared.differences.map((each) => ({
        ...each,
        ...missionDifference(timed[each.from], timed[each.to]),
      }));
      const whole = { ...compared, models: timed, differences };
      return doubt === null ? whole : withDoubts(course, whole, doubt);
    },
  };
}

function check(models: readonly Model[], options: CompareOptions): void {
  if (!Array.isArray(models)) throw new TypeError('models must be a list of what parseModel returns.');
  if (models.length < 2) throw new RangeError(`models must be at least two, not ${models.length}.`);
  models.forEach(checkModelArgument);
  checkOptions(options, SIMULATE_RULES);
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
    models.every(({ simulation: { warmUpSeconds } }) => warmUpSeconds > 0) && isProved
      ? groupingOf(
          compiled.map(({ program }) => program),
          plan.replications,
        )
      : null;
  return { ...plan, grouping, rivals: models.map(rivalOf) };
}
