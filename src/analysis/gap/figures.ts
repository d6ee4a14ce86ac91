import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { arithmeticAvailability } from '../arithmetic.ts';
import { differencesBetween, type Lived } from '../comparison.ts';
import { complement, ofTime, perReplication, scaled } from '../estimates.ts';
import { largestEvents } from '../events.ts';
import { pairsOf } from '../pairs.ts';
import type { Estimate, Report } from '../report.ts';
import type { GapFigures, GapStep } from '../report-explanation.ts';
import { slowestRepair } from '../slowest-repair.ts';
import { COUNT, REPLICATION_ROW } from '../tally.ts';
import type { GapCourse } from './steps.ts';

const NOTHING: Estimate = { mean: 0, ci95: [0, 0] };

/**
 * What each reality takes off. The first step is the arithmetic's own, of the barest of the models: its own copy of its
 * domains to every replica. The second holds what the sample happens to be off beside what is shared; all others are
 * paired differences, so that together they are what lies between the arithmetic and the report.
 * @param lived of each of `course.models`
 * @param report of the last one
 */
export function buildGap({ models, steps }: GapCourse, lived: readonly Lived[], pairs: Float64Array, report: Report): GapFigures {
  const last = models.length - 1;
  const downtimes = lived.map((each, i) => (i === last ? estimateOf(report.availability.downtimePerYear) : downtime(each)));
  const availabilities = downtimes.map((down, i) => (i === last ? estimateOf(report.availability) : complement(ofTime(scaled(down, 1 / SECONDS_PER_YEAR)))));
  const bare = arithmeticAvailability(models[0]);
  const claimed = (1 - bare) * SECONDS_PER_YEAR;
  const neighbours = pairsOf(models.length);

  const added = (at: number, absent: boolean): Estimate => {
    if (absent) return NOTHING;
    const { mean, ci95 } = downtimes[at];
    if (at === 0) return { mean: mean - claimed, ci95: [ci95[0] - claimed, ci95[1] - claimed] };
    const pair = neighbours.findIndex(([from, to]) => from === at - 1 && to === at);
    return estimateOf(differencesBetween(lived[at - 1], lived[at], pairs, pair).downtimePerYear);
  };
  const arithmetic: GapStep = { step: 'arithmetic', availability: certain(bare), downtimePerYear: certain(claimed), added: null, absent: false };
  return {
    steps: [
      arithmetic,
      ...steps.map(({ step, model, absent }): GapStep => ({ step, availability: availabilities[model], downtimePerYear: downtimes[model], added: added(model, absent), absent })),
    ],
  };
}

function downtime({ model, tally }: Lived): Estimate {
  const { outage } = largestEvents(tally, slowestRepair(model));
  return perReplication(tally.replications, REPLICATION_ROW.down, tally.counts[COUNT.replications], outage);
}

function certain(value: number): Estimate {
  return { mean: value, ci95: [value, value] };
}

/** Without what else stands beside it. */
function estimateOf({ mean, ci95 }: Estimate): Estimate {
  return { mean, ci95 };
}
