import type { Model } from '../../src/model/model.ts';
import { writeShare, writeTime } from '../../src/units/write.ts';

/** The model's targets as goals that can be asked for, in its own words; none where it states none. */
export function goalsOf({ targets, currency }: Pick<Model, 'targets' | 'currency'>): readonly string[] {
  const { availability, rtoSeconds, rpoSeconds, budgetPerYear } = targets;
  return [
    ...(availability === null ? [] : [`availability >= ${writeShare(availability)}`]),
    ...(rtoSeconds === null ? [] : [`rto.p95 <= ${writeTime(rtoSeconds)}`]),
    ...(rpoSeconds === null ? [] : [`rpo.p95 <= ${writeTime(rpoSeconds)}`]),
    ...(budgetPerYear === null ? [] : [`cost.infrastructure <= ${budgetPerYear} ${currency}`]),
  ];
}

/** What a solve looks for where nothing else is said. */
export function firstGoal(model: Pick<Model, 'targets' | 'currency'> | null): string {
  return (model === null ? undefined : goalsOf(model)[0]) ?? 'availability >= 99.95%';
}
