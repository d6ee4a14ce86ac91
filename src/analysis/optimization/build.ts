import { cautiousVariance } from '../../statistics/selection.ts';
import { meanInterval, proportionInterval } from '../../statistics/intervals.ts';
import { momentsCount } from '../../statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { complement, ofTime, perReplication, scaled } from '../estimates.ts';
import { eventsOf } from '../events.ts';
import type { Estimate } from '../report.ts';
import type { CandidateFigures, ConstraintFigures } from '../report-optimization.ts';
import { COUNT } from '../../observe/counts.ts';
import { REPLICATION_ROW } from '../../observe/figures.ts';
import type { Test } from './constraints.ts';
import type { Contestant, Feasibility } from './contest.ts';
import { type Objective, type Sample, yearsOf } from './sample.ts';
import type { Series } from './series.ts';

/** What the estimates of a candidate come from, and what was decided about its constraints. */
interface CandidateInput {
  readonly sample: Sample;
  readonly contestant: Contestant;
  readonly objective: Objective;
  readonly figure: string;
  readonly tests: readonly Test[];
  readonly feasibility: readonly Feasibility[];
}

type Estimates = Pick<
  CandidateFigures,
  'years' | 'replications' | 'incidents' | 'availability' | 'downtimePerYear' | 'objective' | 'constraints'
> & { readonly total: Estimate };

/** A candidate's estimates, those of a report as there. */
export function estimatesOf({ sample, contestant, objective, figure, tests, feasibility }: CandidateInput): Estimates {
  const { rates, outages } = sample.nature;
  const events = eventsOf(sample, outages);
  const down = perReplication(sample.replications, REPLICATION_ROW.down, events.outage);
  const loss = perReplication(sample.replications, REPLICATION_ROW.loss, events.loss);
  const availability = complement(ofTime(scaled(down, 1 / SECONDS_PER_YEAR)));
  const costs = [scaled(down, rates.downtimePerSecond), scaled(loss, rates.dataPerSecond)];
  const sum = (of: (estimate: Estimate) => number) => costs.reduce((all, each) => all + of(each), rates.infrastructure);
  const total: Estimate = {
    mean: sum(({ mean }) => mean),
    ci95: [sum(({ ci95 }) => ci95[0]), sum(({ ci95 }) => ci95[1])],
  };
  const known: Readonly<Record<string, Estimate | undefined>> = { availability, downtime: down, 'cost.total': total };
  return {
    years: yearsOf(sample),
    replications: sample.counts[COUNT.replications],
    incidents: momentsCount(sample.recovery, 0),
    availability,
    downtimePerYear: down,
    total,
    objective: known[figure] ?? ofSeries(sample.objective, objective.sign, contestant.objectiveEvent),
    constraints: tests.map((test, i) =>
      constraintOf(test, sample, i, feasibility[i], contestant, known[test.wish.figure]),
    ),
  };
}

function constraintOf(
  { wish, held }: Test,
  sample: Sample,
  i: number,
  verdict: Feasibility,
  contestant: Contestant,
  known: Estimate | undefined,
): ConstraintFigures {
  if (known !== undefined) return { verdict, value: known.mean, ci95: known.ci95 };
  const sign = wish.operator === '<=' ? 1 : -1;
  const excess = ofSeries(sample.excesses[i], sign, contestant.excessEvents[i]);
  const [count, within] = sample.held[i];
  if (held !== null && count === 0) return { verdict, value: null, ci95: null };
  if (wish.statistic === 'shareWithin')
    return { verdict, value: within / count, ci95: proportionInterval(Math.round(within), count) };
  // Of a mean of incidents the excess is a year's, and not an incident's.
  const perThing = held === null ? 1 : yearsOf(sample) / count;
  const at = (value: number) => wish.goal + value * perThing;
  return { verdict, value: at(excess.mean), ci95: [at(excess.ci95[0]), at(excess.ci95[1])] };
}

/** The mean of observations with its t interval, as of a sample that has just missed one more event. */
function ofSeries(series: Series, sign: 1 | -1, event: readonly [number, number]): Estimate {
  const n = series.length;
  const mean = series.sum(n) / n;
  const [low, high] = meanInterval(
    mean,
    cautiousVariance((r) => series.at(r), n, ...event),
    n,
  );
  return { mean: sign * mean, ci95: sign > 0 ? [low, high] : [-high, -low] };
}
