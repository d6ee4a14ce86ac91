import type { RareFigures } from '../analysis/report-rare.ts';
import type { Compiled } from '../compile/program.ts';
import type { Model } from '../model/model.ts';
import { rareFiguresInTurns } from '../rare/rare.ts';
import { createPause } from './pause.ts';

/** Instants lived in copies and in the plain histories that they are of: a second or two. */
const WORK = 1_000_000;

/** What strikes on copies come to. The same model and seed have the same bits, whatever else is run. */
export async function rareOf(
  model: Model,
  compiled: Compiled,
  seed: string,
  isOver: () => boolean,
): Promise<RareFigures> {
  const pause = createPause();
  const turns = rareFiguresInTurns(model, compiled, seed, WORK);
  for (;;) {
    if (isOver()) return { refused: 'the run was ended before' };
    const turn = turns.next();
    if (turn.done === true) return figures(turn.value);
    await pause();
  }
}

type Struck = ReturnType<typeof rareFiguresInTurns> extends Generator<unknown, infer T> ? T : never;

function figures(struck: Struck): RareFigures {
  if ('refused' in struck) return struck;
  const { unavailability, ci95, incidentsPerYear, meanSeconds, relativeStandardError, largestShare } = struck.estimate;
  return {
    unavailability: { mean: unavailability, ci95 },
    incidentsPerYear,
    meanSeconds,
    relativeStandardError,
    largestShare,
    verdict: struck.trust.verdict,
    lowerBound: struck.trust.lowerBound,
  };
}
