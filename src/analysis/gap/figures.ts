import type { Model } from '../../model/model.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { arithmeticAvailability, arithmeticUnavailability } from '../arithmetic.ts';
import { differencesBetween, type Lived } from '../comparison.ts';
import { complement, ofTime, scaled } from '../estimates.ts';
import { eventsOf } from '../events.ts';
import { independentAvailability } from '../exact/independence.ts';
import { knownOutages } from '../known-outages.ts';
import { pairsOf } from '../pairs.ts';
import { perYear } from '../per-year.ts';
import type { Estimate, Report } from '../report.ts';
import type { GapFigures, GapStep } from '../report-explanation.ts';
import type { GapCourse } from './steps.ts';

const NOTHING: Estimate = { mean: 0, ci95: [0, 0] };

/**
 * What each reality takes off. The first step is the arithmetic's own, of the barest of the models: to every replica
 * its own copy of the domains that only some of them are in. The second is exact as well, where it can be calculated;
 * all others are paired differences, and the last is what these years happen to be off, so that together they are what
 * lies between the arithmetic and the report. Without a bare arithmetic there is nothing to begin with, and there are
 * no steps.
 * @param lived of each of `course.models`
 * @param report of the last one
 */
export function buildGap(
  { models, steps }: GapCourse,
  lived: readonly Lived[],
  pairs: Float64Array,
  report: Report,
): GapFigures {
  const last = models.length - 1;
  const bare = arithmeticAvailability(models[0]);
  const lacking = arithmeticUnavailability(models[0]);
  if (bare === null || lacking === null) return { steps: [] };
  const claimed = lacking * SECONDS_PER_YEAR;
  const neighbours = pairsOf(models.length);
  const between = (from: number, to: number): Estimate =>
    estimateOf(
      differencesBetween(
        lived[from],
        lived[to],
        pairs,
        neighbours.findIndex(([a, b]) => a === from && b === to),
      ).downtimePerYear,
    );
  const calculated = sharedDowntime(models[0]);
  // The same to rounding: then nothing is shared.
  const isNothingShared = calculated !== null && Math.abs(calculated - claimed) <= 1e-9 * claimed;
  const shared = isNothingShared ? claimed : calculated;
  const sampled = lived.map((each, i) =>
    i === last ? estimateOf(report.availability.downtimePerYear) : downtime(each),
  );
  // From a level that is known; with what chance did to it added last.
  const downtimes =
    shared === null ? sampled : sampled.map((_, i) => (i === 0 ? certain(shared) : moved(between(0, i), shared)));
  const availabilities = downtimes.map((down, i) =>
    shared === null && i === last
      ? estimateOf(report.availability)
      : complement(ofTime(scaled(down, 1 / SECONDS_PER_YEAR))),
  );

  const added = (at: number, absent: boolean): Estimate => {
    if (absent) return NOTHING;
    return at === 0 ? moved(downtimes[0], -claimed) : between(at - 1, at);
  };
  const arithmetic: GapStep = {
    step: 'arithmetic',
    availability: certain(bare),
    downtimePerYear: certain(claimed),
    added: null,
    absent: false,
  };
  return {
    steps: [
      arithmetic,
      ...steps.map(({ step, model, absent }, i): GapStep => {
        const isAbsent = absent || (i === 0 && isNothingShared);
        return {
          step,
          availability: availabilities[model],
          downtimePerYear: downtimes[model],
          added: added(model, isAbsent),
          absent: isAbsent,
        };
      }),
      ...(shared === null ? [] : [chance(sampled[0].mean - shared, report)]),
    ],
  };
}

/**
 * Seconds a year of the barest model that shares its domains: its failures are independent, so that it needs no sample;
 * null where it is too large.
 */
function sharedDowntime(model: Model): number | null {
  const exact = independentAvailability(model);
  return 'value' in exact ? (1 - exact.value) * SECONDS_PER_YEAR : null;
}

function chance(seconds: number, { availability }: Report): GapStep {
  return {
    step: 'chance',
    availability: estimateOf(availability),
    downtimePerYear: estimateOf(availability.downtimePerYear),
    added: certain(seconds),
    absent: false,
  };
}

function moved({ mean, ci95: [low, high] }: Estimate, by: number): Estimate {
  return { mean: mean + by, ci95: [Math.max(low + by, by < 0 ? -Infinity : 0), high + by] };
}

function downtime({ model, tally }: Lived): Estimate {
  return perYear(model, tally, eventsOf(tally, knownOutages(model))).down;
}

function certain(value: number): Estimate {
  return { mean: value, ci95: [value, value] };
}

/** Without what else stands beside it. */
function estimateOf({ mean, ci95 }: Estimate): Estimate {
  return { mean, ci95 };
}
