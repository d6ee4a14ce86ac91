import type { Estimate } from '../analysis/report-estimate.ts';
import type { RareFigures } from '../analysis/report-rare.ts';
import type { Compiled } from '../compile/program.ts';
import type { Model } from '../model/model.ts';
import { rareFiguresInTurns } from '../rare/rare.ts';
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
    if (turn.done === true) return figures(turn.value, compiled.names.causes);
    await pause();
  }
}

type Struck = ReturnType<typeof rareFiguresInTurns> extends Generator<unknown, infer T> ? T : never;

function figures(struck: Struck, causes: readonly string[]): RareFigures {
  if ('refused' in struck) return struck;
  const { unavailability, ci95, incidentsPerYear, meanSeconds, byCause, relativeStandardError, largestShare } =
    struck.estimate;
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
