import type { Experiment, Injection, Model } from '../model/model.ts';
import { writeConstant } from '../model/print/times.ts';
import { histogramAddRepeated, histogramCount, histogramQuantile, histogramQuantileInterval } from '../statistics/histogram.ts';
import { momentsCount, momentsMax } from '../statistics/moments.ts';
import { proportionInterval } from '../statistics/intervals.ts';
import { writeTime } from '../units/write.ts';
import { lossFigures, recoveryFigures } from './recovery.ts';
import type { DrillTarget, Estimate, ExperimentFigures } from './report.ts';
import { COUNT, type Tally } from './tally.ts';
import { objectiveVerdict } from './targets.ts';

/** The figures of an experiment's runs so far: at least one of them. */
export function buildExperimentFigures({ targets }: Model, experiment: Experiment, tally: Tally): ExperimentFigures {
  const { counts } = tally;
  const runs = counts[COUNT.replications];
  const share = (count: number): Estimate => ({ mean: counts[count] / runs, ci95: proportionInterval(counts[count], runs) });
  const recoveryTime = recoveryFigures(tally, targets.rtoSeconds, 0);
  const dataLoss = lossFigures(tally, targets.rpoSeconds, 0);
  return {
    name: experiment.name,
    what: describeExperiment(experiment),
    runs,
    noticed: share(COUNT.noticed),
    recovered: share(COUNT.recovered),
    recoveryTime,
    dataLoss,
    permanentLoss: share(COUNT.permanent),
    targets: [
      ...(targets.rtoSeconds === null ? [] : [drillTarget('rto', targets.rtoSeconds, tally.recoveryHistogram, tally.recovery, counts[COUNT.withinRto], runs)]),
      ...(targets.rpoSeconds === null ? [] : [drillTarget('rpo', targets.rpoSeconds, tally.lossHistogram, tally.loss, counts[COUNT.withinRpo], runs)]),
    ],
  };
}

/** An objective is held against all runs: one in which nothing happened is within it. */
function drillTarget(target: 'rto' | 'rpo', goal: number, seen: Float64Array, moments: Float64Array, within: number, runs: number): DrillTarget {
  const all = seen.slice();
  const count = histogramCount(seen);
  histogramAddRepeated(all, 0, runs - count);
  const largest = momentsCount(moments, 0) < count ? Infinity : count > 0 ? momentsMax(moments, 0) : 0;
  const finite = (x: number) => (x === Infinity ? null : x);
  const [low, high] = histogramQuantileInterval(all, 0.95, 0, largest) ?? [null, null];
  const met = runs - count + within;
  return {
    target,
    goal,
    value: finite(histogramQuantile(all, 0.95, 0, largest)!),
    ci95: [low === null ? null : finite(low), high === null ? null : finite(high)],
    runsMet: met / runs,
    verdict: objectiveVerdict(met, runs),
  };
}

/** `fail eu-west-1a for 2 h, after 10 min fail db.active for 4 min`; times are since the experiment began. */
export function describeExperiment({ steps }: Experiment): string {
  return steps.map((step) => `${step.delaySeconds > 0 ? `after ${writeTime(step.delaySeconds)} ` : ''}${describeInjection(step)}`).join(', ');
}

function describeInjection({ target, down, losesData }: Injection): string {
  if (target.kind === 'corrupt') return `corrupt ${target.text}`;
  return `fail ${target.text} for ${writeConstant(down)}${losesData ? ', destroying its data' : ''}`;
}
