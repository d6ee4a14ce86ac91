import type { Experiment, Injection, Model } from '../model/model.ts';
import { experimentHeldAgainst } from '../model/disruptions.ts';
import { writeConstant } from '../model/print/times.ts';
import { KIND_COUNT } from '../observe/kind-figures.ts';
import { proportionInterval } from '../statistics/intervals.ts';
import { writeTime } from '../units/write.ts';
import { lossFigures, recoveryFigures } from './recovery.ts';
import type {
  ExperimentLossFigures,
  ExperimentTarget,
  Estimate,
  ExperimentFigures,
  RecoveryFigures,
} from './report.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';
import { objectiveVerdict } from './targets.ts';

/** The figures of an experiment's runs so far: at least one of them. */
export function buildExperimentFigures(model: Model, experiment: Experiment, tally: Tally): ExperimentFigures {
  const { targets, services } = model;
  const { counts } = tally;
  const runs = counts[COUNT.replications];
  const share = (count: number): Estimate => ({
    mean: counts[count] / runs,
    ci95: proportionInterval(counts[count], runs),
  });
  const recoveryTime = recoveryFigures(tally, targets.rtoSeconds, 0);
  const dataLoss = lossFigures(tally, targets.rpoSeconds, 0);
  const ofKinds = (target: 'rto' | 'rpo', figures: RecoveryFigures | ExperimentLossFigures) =>
    experimentHeldAgainst(model, experiment, target).map((row) => {
      const { kind, goalSeconds } = targets.byKind[row];
      const within = tally.kindCounts[row * KIND_COUNT.entries + KIND_COUNT.within];
      return { ...experimentTarget(target, goalSeconds, figures, within, runs), kind };
    });
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
      ...(targets.rtoSeconds === null
        ? []
        : [experimentTarget('rto', targets.rtoSeconds, recoveryTime, counts[COUNT.withinRto], runs)]),
      ...ofKinds('rto', recoveryTime),
      ...(targets.rpoSeconds === null
        ? []
        : [experimentTarget('rpo', targets.rpoSeconds, dataLoss, counts[COUNT.withinRpo], runs)]),
      ...ofKinds('rpo', dataLoss),
    ],
    ...wandered(services, tally, runs),
  };
}

/**
 * An objective is held against the runs in which it was put to the test: those in which nothing happened say nothing of
 * it.
 */
function experimentTarget(
  target: 'rto' | 'rpo',
  goal: number,
  figures: RecoveryFigures | ExperimentLossFigures,
  within: number,
  runs: number,
): ExperimentTarget {
  const { count, p95, quantileCi95 } = figures;
  const runsMet = (runs - count + within) / runs;
  // Nobody noticed: that is what all of them say.
  if (count === 0) return { target, goal, value: 0, ci95: [0, 0], runsMet, verdict: objectiveVerdict(runs, runs) };
  return { target, goal, value: p95, ci95: quantileCi95.p95, runsMet, verdict: objectiveVerdict(within, count) };
}

/**
 * Whose roles had changed when the faults struck, so that they hit now one and now the other: of several the one that
 * did so most.
 */
function wandered(services: Model['services'], { struck }: Tally, runs: number): Pick<ExperimentFigures, 'wandered'> {
  const shares = services.map(({ name }, i) => ({
    service: name,
    standbyStruck: struck[2 * i + 1] / runs,
    both: Math.min(struck[2 * i], struck[2 * i + 1]),
  }));
  const most = shares.reduce<(typeof shares)[number] | null>(
    (best, each) => (each.both > (best?.both ?? 0) ? each : best),
    null,
  );
  return most === null ? {} : { wandered: { service: most.service, standbyStruck: most.standbyStruck } };
}

/** `fail eu-west-1a for 2 h, after 10 min fail db.active for 4 min`; times are since the experiment began. */
export function describeExperiment({ steps }: Experiment): string {
  return steps
    .map((step) => `${step.delaySeconds > 0 ? `after ${writeTime(step.delaySeconds)} ` : ''}${describeInjection(step)}`)
    .join(', ');
}

function describeInjection({ target, down, losesData }: Injection): string {
  if (target.kind === 'corrupt') return `corrupt ${target.text}`;
  return `fail ${target.text} for ${writeConstant(down)}${losesData ? ', destroying its data' : ''}`;
}
