import { drawInputs } from '../model/worlds.ts';
import { atMostOf, surfaceOf } from '../statistics/surface.ts';
import { DRAWS, type Drawn, rangeOf } from './doubt.ts';
import type { ExperimentFigures } from './report.ts';
import { OBJECTIVE_SHARE } from './targets.ts';

/**
 * An experiment with what inputs that nobody knows leave of it: the range of the mean time to recover, and in how many
 * worlds each target is met, with the error of their few runs taken out (as `doubt.ts` does it for years).
 * @param runs of each world
 * @param worlds what its runs came to in each, in the order of the draws
 */
export function withExperimentDoubt(
  figures: ExperimentFigures,
  drawn: Drawn,
  runs: number,
  worlds: readonly ExperimentFigures[],
): ExperimentFigures {
  const draws = drawInputs(drawn.inputs, DRAWS, `${drawn.seed}/more`);
  const targets = figures.targets.map((target, i) => {
    const counts = worlds.map((world) => (target.target === 'rto' ? world.recoveryTime : world.dataLoss).count);
    const over = worlds.map((world, w) => Math.min(counts[w], Math.round(world.runs * (1 - world.targets[i].runsMet))));
    const isMet = atMostOf(drawn.draws, over, counts, 1 - OBJECTIVE_SHARE);
    // Nobody noticed anything in any world: it is met.
    const chance = isMet === null ? 1 : draws.filter((z) => isMet(z)).length / draws.length;
    return { ...target, chance };
  });
  const means = worlds.map(({ recoveryTime: { mean } }) => mean);
  const known = means.every((mean) => mean !== null);
  const errors = worlds.map(({ recoveryTime: { mean, ci95 } }) => {
    const half = mean === null || ci95 === null ? 0 : (ci95[1] - ci95[0]) / 2 / 1.96;
    return half * half;
  });
  const surface = known ? surfaceOf(drawn.draws, means as number[], errors, true) : null;
  const values = surface === null ? [] : draws.map((z, i) => surface.at(z, i)).sort((a, b) => a - b);
  const inputs = drawn.inputs.map((parameter, i) => ({ parameter, share: surface?.shares[i] ?? 0 }));
  return {
    ...figures,
    targets,
    doubt: {
      ...{ worlds: worlds.length, runs, recoveryTime: values.length === 0 ? null : rangeOf(values) },
      inputs: inputs.sort((a, b) => b.share - a.share),
    },
  };
}
