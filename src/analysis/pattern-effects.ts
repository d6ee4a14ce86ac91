import { ln } from '../random/elementary.ts';
import { differencesBetween, exactDifference, type Lived } from './comparison.ts';
import { runningCost } from './cost.ts';
import { eventsOf } from './events.ts';
import { knownOutages } from './known-outages.ts';
import { perYear } from './per-year.ts';
import type { PatternEffect } from './report-explanation.ts';
import type { Model } from '../model/model.ts';

type Effect = Pick<
  PatternEffect,
  'availability' | 'downtimePerYear' | 'dataLossPerYear' | 'cost' | 'runningCostPerYear' | 'nines'
>;

const LN_10 = 2.302585092994046;

/** What a model does otherwise that has lived through the same history. @param pair which of `pairs` the two are */
export function simulatedEffect(base: Lived, changed: Lived, pairs: Float64Array, pair: number): Effect {
  const { availability, downtimePerYear, dataLossPerYear, cost } = differencesBetween(base, changed, pairs, pair);
  const [before, after] = [downtime(base), downtime(changed)];
  return {
    availability,
    downtimePerYear,
    dataLossPerYear,
    cost,
    runningCostPerYear: runningCost(changed.model).total - runningCost(base.model).total,
    nines: before > 0 && after > 0 ? ln(before / after) / LN_10 : null,
  };
}

function downtime({ model, tally }: Lived): number {
  return perYear(model, tally, eventsOf(tally, knownOutages(model))).down.mean;
}

/** Of a change that nothing in a history depends on: what it costs is known exactly. */
export function certainEffect(base: Model, changed: Model): Effect {
  const running = runningCost(changed).total - runningCost(base).total;
  return {
    availability: exactDifference('availability', 0),
    downtimePerYear: exactDifference('downtimePerYear', 0),
    dataLossPerYear: exactDifference('dataLossPerYear', 0),
    cost: exactDifference('cost', running),
    runningCostPerYear: running,
    nines: 0,
  };
}

/** What is shown to take most off the downtime first, then what may, and of equals what costs least. */
export function rankEffects(effects: readonly PatternEffect[]): PatternEffect[] {
  const gain = ({ downtimePerYear: { mean, verdict } }: PatternEffect): number => (verdict === 'undecided' ? 0 : mean);
  const loss = ({ dataLossPerYear }: PatternEffect): number =>
    dataLossPerYear === null || dataLossPerYear.verdict === 'undecided' ? 0 : dataLossPerYear.mean;
  return [...effects].sort(
    (a, b) =>
      gain(a) - gain(b) ||
      loss(a) - loss(b) ||
      a.cost.mean - b.cost.mean ||
      a.downtimePerYear.mean - b.downtimePerYear.mean,
  );
}
