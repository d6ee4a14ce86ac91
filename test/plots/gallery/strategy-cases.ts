import { FOR_GOOD } from '../../../src/analysis/for-good.ts';
import type { StrategyName } from '../../../src/plots/data/published.ts';
import type { StrategyResult } from '../../../src/plots/data/strategies.ts';
import { makeExperiment } from './make-experiment.ts';
import { spread } from './spread.ts';

export interface StrategyCase {
  readonly id: string;
  readonly title: string;
  readonly results: readonly StrategyResult[];
}

const [MINUTE, HOUR] = [60, 3600];
const RUNS = 1000;

function result(
  strategy: StrategyName,
  lengths: readonly number[],
  losses: readonly number[],
  relative: number | null,
): StrategyResult {
  return { strategy, experiment: makeExperiment({ lengths, losses, rto: HOUR, rpo: 10 * MINUTE }), relative };
}

const AS_PUBLISHED: readonly StrategyResult[] = [
  result(
    'backup-restore',
    spread(RUNS, 3.1 * HOUR, 1.6),
    Array.from({ length: RUNS }, (_, i) => ((i + 0.5) / RUNS) * 24 * HOUR),
    1.12,
  ),
  result('pilot-light', spread(RUNS, 24 * MINUTE, 1.7), spread(RUNS, 2 * MINUTE, 2), 1.31),
  result('warm-standby', spread(RUNS, 8 * MINUTE, 1.6), spread(RUNS, 9, 3), 1.52),
  result('active-active', [...Array<number>(700).fill(0), ...spread(300, 31, 1.2)], Array<number>(RUNS).fill(0), 2.02),
];

/** Every p95 beyond any bound: a third of the runs lost all data. */
function lostForGood({ strategy, experiment, relative }: StrategyResult): StrategyResult {
  return {
    strategy,
    relative,
    experiment: {
      ...experiment,
      dataLoss: {
        ...experiment.dataLoss,
        permanent: 0.33,
        mean: FOR_GOOD,
        p90: FOR_GOOD,
        p95: FOR_GOOD,
        p99: FOR_GOOD,
        max: FOR_GOOD,
        quantileCi95: { ...experiment.dataLoss.quantileCi95, p95: [FOR_GOOD, FOR_GOOD] },
      },
    },
  };
}

export const STRATEGY_CASES: readonly StrategyCase[] = [
  { id: 'strategies-published', title: 'The four strategies', results: AS_PUBLISHED },
  { id: 'strategies-first', title: 'The first strategy is done', results: AS_PUBLISHED.slice(0, 1) },
  {
    id: 'strategies-alike',
    title: 'All four in one spot',
    results: AS_PUBLISHED.map(({ strategy }) => ({ ...AS_PUBLISHED[2], strategy })),
  },
  {
    id: 'strategies-good',
    title: 'Data lost for good, without prices',
    results: [{ ...lostForGood(AS_PUBLISHED[0]), relative: null }, ...AS_PUBLISHED.slice(1)],
  },
];
