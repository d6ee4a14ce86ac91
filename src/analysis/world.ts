import type { Compiled } from '../compile/program.ts';
import type { Model } from '../model/model.ts';
import { COUNT } from '../observe/counts.ts';
import { REPLICATION_ROW } from '../observe/figures.ts';
import type { Tally } from '../observe/tally.ts';
import { momentsEffectiveCount, momentsMean, momentsVariance } from '../statistics/moments.ts';
import { runningCost } from './cost.ts';
import { type Claim, type Rough, witness } from './claims.ts';
import type { WorldDifference, WorldFigures } from './doubt.ts';
import { buildReport } from './figures.ts';
import { outagesByFailure } from './outages.ts';
import { difference, FIGURE } from './pairs.ts';
import type { Exact } from './report-exact.ts';

const NOT_ASKED: Exact = {
  availability: { value: null, method: null, reason: 'It is not calculated for single worlds.' },
  incidents: null,
  dataLoss: null,
};

/** What a few years of one world came to, with the variance of their own error. */
export function worldFigures(model: Model, compiled: Compiled, tally: Tally, claims: readonly Claim[]): WorldFigures {
  const told = { plan: { seed: '' }, seconds: 0, workers: 0, partial: false, exact: NOT_ASKED };
  const report = buildReport({ model, compiled, tally, outages: outagesByFailure(model), ...told });
  const { replications } = tally;
  const count = momentsEffectiveCount(replications, REPLICATION_ROW.down);
  const variance = count > 1 ? momentsVariance(replications, REPLICATION_ROW.down) / count : 0;
  return {
    down: { mean: momentsMean(replications, REPLICATION_ROW.down), variance },
    claims: claims.map((claim) => witness(claim, model, tally, report)),
  };
}

/** What a second model had more than a first in the same history. @param pair as in `pairsOf` */
export function worldDifference(
  [first, second]: readonly [Model, Model],
  tally: Tally,
  pairs: Float64Array,
  pair: number,
): WorldDifference {
  const replications = tally.counts[COUNT.replications];
  const rough = (entry: number): Rough => {
    const { more, less } = difference(pairs, pair, entry);
    // The two are never both there: E[more · less] = 0.
    const together = more.variance + less.variance + 2 * more.mean * less.mean;
    return { mean: more.mean - less.mean, variance: replications > 1 ? together / replications : 0 };
  };
  const cost = rough(FIGURE.cost);
  const running = runningCost(second).total - runningCost(first).total;
  return { down: rough(FIGURE.down), cost: { ...cost, mean: cost.mean + running } };
}
