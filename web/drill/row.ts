import { FOR_GOOD, NO_END } from '../../src/analysis/for-good.ts';
import type {
  ExperimentTarget,
  ExperimentFigures,
  Loss,
  QuantileInterval,
  Verdict,
} from '../../src/analysis/report.ts';
import type { Targets } from '../../src/model/model.ts';
import type { ExperimentLife } from '../../src/run/experiment-life.ts';
import { duration, knownOf, percent } from '../../src/units/figure.ts';
import { formatDuration, formatPercent } from '../../src/units/format.ts';

/** A drill's row as drills are reported: what was done, and what came of it. */
export interface DrillRow {
  readonly test: string;
  readonly noticed: string;
  readonly recovered: string;
  readonly recovery: Measured;
  readonly loss: Measured;
  /** null: no target to hold it against. */
  readonly verdict: Verdict | null;
}

/** A time against its target. */
export interface Measured {
  /** A line each: `p50 1 min 24 s`, `p95 7 min`. */
  readonly values: readonly string[];
  /** `RTO 15 min`, and of many runs `97% of noticed runs within`; empty without a target. */
  readonly target: readonly string[];
}

/** Of one run. */
export function rowOfOnce(
  test: string,
  { noticed, recovered, recoverySeconds, lossSeconds }: Omit<ExperimentLife['result'], 'stages'>,
  { rtoSeconds, rpoSeconds }: Pick<Targets, 'rtoSeconds' | 'rpoSeconds'>,
): DrillRow {
  const missed =
    (rtoSeconds !== null && (!recovered || recoverySeconds > rtoSeconds)) ||
    (rpoSeconds !== null && lossSeconds > rpoSeconds);
  return {
    test,
    noticed: noticed ? 'yes' : 'no',
    recovered: recovered ? 'yes' : lossSeconds === Infinity ? 'no, data is lost for good' : 'no',
    recovery: {
      values: [
        !noticed ? 'no downtime' : recoverySeconds === Infinity ? 'no end in 30 days' : duration(recoverySeconds),
      ],
      target: goal('RTO', rtoSeconds),
    },
    loss: { values: [lossText(lossSeconds)], target: goal('RPO', rpoSeconds) },
    verdict: rtoSeconds === null && rpoSeconds === null ? null : missed ? 'missed' : 'met',
  };
}

/** Of many. */
export function rowOfMany(
  test: string,
  { noticed, recovered, recoveryTime, dataLoss, targets }: ExperimentFigures,
): DrillRow {
  const of = (name: 'rto' | 'rpo') => targets.filter(({ target }) => target === name);
  return {
    test,
    noticed: `in ${percent(noticed.mean, noticed.ci95)}`,
    recovered: `in ${percent(recovered.mean, recovered.ci95)}`,
    recovery: {
      values: quantiles(recoveryTime, recoveryTime.quantileCi95, 'no downtime'),
      target: goalOfMany('RTO', of('rto'), recoveryTime.withinTarget),
    },
    loss: {
      values: quantiles(dataLoss, dataLoss.quantileCi95, 'nothing'),
      target: goalOfMany('RPO', of('rpo'), dataLoss.withinTarget),
    },
    verdict: worst(targets),
  };
}

function lossText(seconds: number): string {
  if (seconds === Infinity) return 'all, for good';
  return seconds === 0 ? 'nothing' : duration(seconds);
}

function goal(name: string, seconds: number | null): string[] {
  return seconds === null ? [] : [`${name} ${formatDuration(seconds)}`];
}

function goalOfMany(name: string, targets: readonly ExperimentTarget[], within: number | null): string[] {
  if (targets.some(({ kind }) => kind !== undefined))
    return targets.map((each) => `${name} ${each.kind} ${formatDuration(each.goal)}: ${each.verdict}`);
  return targets.length === 0
    ? []
    : [
        ...goal(name, targets[0].goal),
        within === null ? 'put to the test in no run' : `${formatPercent(within, 3)} of noticed runs within`,
      ];
}

type Some = { readonly count: number; readonly p50: Loss | null; readonly p95: Loss | null };
type Bounds = { readonly p50: QuantileInterval<Loss>; readonly p95: QuantileInterval<Loss> };

/** `p50 1 min 30 s`, `p95 2 min`, `p95 for good`. */
function quantiles({ p50, p95, count }: Some, bounds: Bounds, nothing: string): string[] {
  if ((p50 === 0 && p95 === 0) || count === 0) return [nothing];
  const say = (value: Loss | null, interval: QuantileInterval<Loss>) =>
    value === null ? NO_END : value === FOR_GOOD ? 'all, for good' : duration(value, knownOf(interval));
  return [`p50 ${say(p50, bounds.p50)}`, `p95 ${say(p95, bounds.p95)}`];
}

/** That of all targets together: one that is missed decides. */
function worst(targets: readonly ExperimentTarget[]): Verdict | null {
  for (const verdict of ['missed', 'undecided', 'met'] as const)
    if (targets.some((target) => target.verdict === verdict)) return verdict;
  return null;
}
