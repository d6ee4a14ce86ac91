import type { Exact } from '../analysis/report-exact.ts';
import type { ExactMission } from '../analysis/report-mission.ts';
import type { Model } from '../model/model.ts';

/** What a report says before its run is over. */
export const NOT_CALCULATED: Exact = without('It is calculated when a run is over.');

/** What the report of a sweep's point says: there are many of them. */
export const NOT_ASKED: Exact = without('It is not calculated for the points of a sweep.');

function without(reason: string): Exact {
  return { availability: { value: null, method: null, reason }, incidents: null, dataLoss: null };
}

/** Loaded when it is needed: a page shows its first figures without the solvers. */
export async function exactOf(model: Model): Promise<Exact> {
  const { exactly } = await import('../analysis/exact/exact.ts');
  return exactly(model);
}

/** Likewise, of the first time from new; null where there is none. */
export async function exactMissionOf(model: Model, seconds: number): Promise<ExactMission | null> {
  const { exactMission } = await import('../analysis/exact/first-passage.ts');
  return exactMission(model, seconds);
}
