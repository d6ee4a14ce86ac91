import { missionFigures } from '../analysis/mission.ts';
import type { Report } from '../analysis/report.ts';
import { exactMissionOf } from './exact.ts';
import { compile } from '../compile/compile.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Model } from '../model/model.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Job } from './job.ts';
import type { Course } from './study.ts';

const RUNS = 10_000;
const BATCHES = 40;
/** All runs together: some seconds. They are followed past the mission for as long as that allows. */
const EVENTS = 3e7;
/** Fewer runs, where the mission alone takes more; but so many at least. */
const FEWEST_RUNS = 400;

/** From new to the first incident, ten thousand times; null where nobody asks. */
export function missionJob(model: Model, seed: string): Job | null {
  const seconds = model.simulation.missionSeconds;
  if (seconds === null) return null;
  const perSecond = Math.max(eventsPerYear(model), 1) / SECONDS_PER_YEAR;
  const runs = Math.min(RUNS, Math.max(FEWEST_RUNS, Math.floor(EVENTS / (perSecond * seconds))));
  const limitSeconds = Math.max(seconds, EVENTS / runs / perSecond);
  const replicationsPerBatch = Math.ceil(runs / BATCHES);
  return {
    programs: [compile(model).program],
    plan: {
      ...{ seed, years: 0, yearsPerReplication: 1, replications: runs, replicationsPerBatch },
      batches: Math.ceil(runs / replicationsPerBatch),
      ...{ warmUpSeconds: 0, precision: null, goals: model.targets, mission: { seconds, limitSeconds } },
    },
  };
}

/** What a mission comes to, where one is asked for: of those of its runs that were made before all was over. */
export async function missionOf(
  course: Pick<Course<unknown>, 'isOver' | 'drive'>,
  model: Model,
  job: Job | null,
): Promise<{ readonly figures: Pick<Report, 'mission'>; readonly isWhole: boolean }> {
  if (job === null) return { figures: {}, isWhole: true };
  if (course.isOver()) return { figures: {}, isWhole: false };
  const { results, merged } = await course.drive(job);
  const { seconds, limitSeconds } = job.plan.mission!;
  const causes = compile(model).names.causes;
  const made = merged === 0 ? {} : { mission: missionFigures(results.tallies[0], causes, seconds, limitSeconds) };
  return { figures: made, isWhole: merged === job.plan.batches };
}

/** With what a mission comes to beside the years; partial where it was not made whole. */
export async function withMission(
  course: Pick<Course<unknown>, 'isOver' | 'drive'>,
  model: Model,
  report: Report,
  job: Job | null,
): Promise<Report> {
  const { figures, isWhole } = await missionOf(course, model, job);
  const run = isWhole ? report.run : { ...report.run, partial: true };
  if (figures.mission === undefined) return { ...report, run };
  const exact = await exactMissionOf(model, figures.mission.seconds);
  return { ...report, mission: { ...figures.mission, ...(exact === null ? {} : { exact }) }, run };
}
