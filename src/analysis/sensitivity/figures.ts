import { differencesBetween, exactDifference, type Lived } from '../comparison.ts';
import { runningCost } from '../cost.ts';
import type { Model } from '../../model/model.ts';
import type { SensitivityEnd, SensitivityInput } from '../report-explanation.ts';

/** Of a change that has lived through the same history. @param pair which one of `pairs` the two are */
export function simulatedEnd(
  value: number,
  base: Lived,
  changed: Lived,
  pairs: Float64Array,
  pair: number,
): SensitivityEnd {
  const { downtimePerYear, cost } = differencesBetween(base, changed, pairs, pair);
  return { value, downtimePerYear, cost };
}

/** Of a change that nothing in a history depends on: what running it costs may be another, and is known exactly. */
export function certainEnd(value: number, base: Model, changed: Model): SensitivityEnd {
  return {
    value,
    downtimePerYear: exactDifference('downtimePerYear', 0),
    cost: exactDifference('cost', runningCost(changed).total - runningCost(base).total),
  };
}

/** The largest effect on downtime first, then on cost; those without any as they were. */
export function rankInputs(inputs: readonly SensitivityInput[]): SensitivityInput[] {
  const effect = (of: 'downtimePerYear' | 'cost', { low, high }: SensitivityInput) =>
    Math.max(Math.abs(low[of].mean), Math.abs(high[of].mean));
  return [...inputs].sort(
    (a, b) => effect('downtimePerYear', b) - effect('downtimePerYear', a) || effect('cost', b) - effect('cost', a),
  );
}
