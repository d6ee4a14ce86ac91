import type { Estimate } from '../analysis/report-estimate.ts';
import { scaled } from '../analysis/estimates.ts';
import { FOR_GOOD } from '../analysis/for-good.ts';
import type { RareFigures, RareTimes as Times } from '../analysis/report-rare.ts';
import type { Loss, QuantileInterval } from '../analysis/report-times.ts';
import { perStage } from '../analysis/stages.ts';
import type { Compiled } from '../compile/program.ts';
import type { Model } from '../model/model.ts';
import { rareFiguresInTurns } from '../rare/rare.ts';
import type { RareTimes } from '../rare/told.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { createPause } from './pause.ts';
import type { Plan } from './plan.ts';

/** Instants lived in copies and in the plain histories that they are of, at most: a second or two. */
const WORK = 1_000_000;
/** As precise as this where nobody has asked for more. */
const PRECISION = 0.05;

/** What strikes on copies come to. The same model and seed have the same bits, whatever else is run. */
export async function rareOf(
  model: Model,
  compiled: Compiled,
  { seed, precision }: Pick<Plan, 'seed' | 'precision'>,
  isOver: () => boolean,
): Promise<RareFigures> {
  const pause = createPause();
  const turns = rareFiguresInTurns(model, compiled, seed, {
    work: WORK,
    precision: precision ?? PRECISION,
  });
  for (;;) {
    if (isOver()) return { refused: 'the run was ended before' };
    const turn = turns.next();
    if (turn.done === true) return figures(turn.value, compiled.names.causes, model);
    await pause();
  }
}

type Struck = ReturnType<typeof rareFiguresInTurns> extends Generator<unknown, infer T> ? T : never;

function figures(struck: Struck, causes: readonly string[], { losses, targets }: Model): RareFigures {
  if ('refused' in struck) return struck;
  const { unavailability, ci95, incidentsPerYear, meanSeconds, byCause, relativeStandardError, largestShare, told } =
    struck.estimate;
  const { recovery, stages, losses: lost } = told;
  return {
    unavailability: { mean: unavailability, ci95 },
    incidentsPerYear: plain(incidentsPerYear),
    meanSeconds: meanSeconds === null ? null : plain(meanSeconds),
    byCause: byCause.map(({ cause, downtimePerYear: down, incidentsPerYear: often }) => ({
      cause: causes[cause],
      incidentsPerYear: plain(often),
      downtimePerYear: plain(down),
      share: down.mean / (unavailability * SECONDS_PER_YEAR),
    })),
    recoveryTime: recovery === null ? null : times(recovery, targets.rtoSeconds, null),
    stages:
      stages === null
        ? null
        : perStage(
            (row) => stages[row].mean,
            (row) => plain(stages[row]),
          ),
    losses:
      lost === null
        ? null
        : {
            dataLoss: lost.loss === null ? null : times(lost.loss, targets.rpoSeconds, FOR_GOOD),
            restorablePerYear: plain(lost.restorablePerYear),
            permanentPerYear: plain(lost.permanentPerYear),
          },
    cost: {
      downtime: scaled({ mean: unavailability, ci95 }, SECONDS_PER_YEAR * losses.downtimePerSecond),
      dataLoss: lost === null ? null : scaled(lost.restorablePerYear, losses.dataPerSecond),
    },
    relativeStandardError,
    largestShare,
    verdict: struck.trust.verdict,
    lowerBound: struck.trust.lowerBound,
  };
}

/** Without its standard error, which the interval says. */
function plain({ mean, ci95 }: Estimate): Estimate {
  return { mean, ci95 };
}

/** @param beyond what stands for what is lost for good */
function times<T extends Loss | null>(
  { quantiles, within }: RareTimes,
  goal: number | null,
  beyond: T,
): Times<number | NonNullable<T>> {
  const value = (seconds: number) => (Number.isNaN(seconds) ? null : seconds === Infinity ? beyond : seconds);
  const [p50, p90, p95, p99] = quantiles.map(({ mean }) => value(mean) as number | NonNullable<T> | null);
  const [i50, i90, i95, i99] = quantiles.map(
    ({ ci95: [low, high] }) => [value(low), value(high)] as QuantileInterval<number | NonNullable<T>>,
  );
  const quantileCi95 = { p50: i50, p90: i90, p95: i95, p99: i99 };
  return { p50, p90, p95, p99, quantileCi95, withinTarget: goal === null ? null : plain(within) };
}
