import type { Claim } from '../analysis/claims.ts';
import { chancesOf } from '../analysis/doubt.ts';
import type { CandidateDoubt, OptimizationReport } from '../analysis/report-optimization.ts';
import { worldFigures } from '../analysis/world.ts';
import { type DoubtPlan, drawnOf, liveWorlds, planDoubt, type Way, type WorldRecipe } from './doubt.ts';
import type { Job } from './job.ts';
import type { OptimizePlan } from './optimize-plan.ts';

/** Of those on the frontier, beside the best: each is lived through in every world. */
const MOST = 12;

/** Of a job: whose world. */
export interface DoubtRecipe extends WorldRecipe {
  readonly candidate: number;
}

/** The worlds of a candidate, all of them those of every other; null: nothing is asked, or all inputs are known. */
function candidateDoubt(plan: OptimizePlan, candidate: number): DoubtPlan | null {
  if (plan.constraints.length === 0) return null;
  const model = plan.modelAt(candidate);
  return planDoubt([model], { seed: plan.seed, years: model.simulation.years });
}

export function jobOfWorld(plan: OptimizePlan, { candidate, world }: DoubtRecipe): Job | null {
  const doubt = candidateDoubt(plan, candidate);
  return doubt?.draws.draws[world] === undefined ? null : { ...doubt.at(world).job, recipe: { candidate, world } };
}

/**
 * With the chance that those who matter, the best and the frontier, keep to all that is asked: the search itself is
 * made where inputs that nobody knows are at their medians.
 */
export async function withChances(
  course: Way,
  plan: OptimizePlan,
  report: OptimizationReport,
): Promise<OptimizationReport> {
  const { best, leading, frontier } = report;
  const named = [best ?? leading, ...frontier.map(({ candidate }) => candidate)].filter((each) => each !== null);
  const candidates = [...report.candidates];
  for (const candidate of [...new Set(named)].slice(0, MOST)) {
    const doubt = candidateDoubt(plan, candidate);
    const found = doubt && (await chanceOf(course, plan, candidate, doubt));
    if (found !== null) candidates[candidate] = { ...candidates[candidate], doubt: found };
    else if (doubt !== null) return { ...report, candidates, run: { ...report.run, partial: true } };
  }
  return { ...report, candidates };
}

/** null: it was ended before the last world. */
async function chanceOf(
  course: Way,
  { constraints }: OptimizePlan,
  candidate: number,
  doubt: DoubtPlan,
): Promise<CandidateDoubt | null> {
  const claims: Claim[] = constraints.map(({ figure, operator, goal }) => ({ figure, operator, goal }));
  const withCandidate = {
    ...course,
    drive: (job: Job) => course.drive({ ...job, recipe: { ...(job.recipe as WorldRecipe), candidate } }),
  };
  const worlds = await liveWorlds(withCandidate, doubt, ({ models, compiled }, { tallies }) =>
    worldFigures(models[0], compiled[0], tallies[0], claims),
  );
  if (worlds === null) return null;
  const { all, each } = chancesOf(drawnOf(doubt), worlds, claims);
  return { worlds: worlds.length, years: doubt.years, chance: all, constraints: each };
}
