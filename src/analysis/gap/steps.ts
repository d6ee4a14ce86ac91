import type { Model } from '../../model/model.ts';
import { alike } from '../alike.ts';
import type { GapStepName } from '../report-explanation.ts';
import {
  withoutCapacity,
  withoutData,
  withoutDeploys,
  withoutDetection,
  withoutFailoverFailure,
  withoutFailoverTime,
  withoutMaintenance,
  withoutShocks,
  withoutWaits,
} from './realities.ts';

/** What is taken away from the model as it is, the last step first. */
const REALITIES: readonly (readonly [step: GapStepName, without: (model: Model) => Model])[] = [
  ['waits', withoutWaits],
  ['deploys', withoutDeploys],
  ['maintenance', withoutMaintenance],
  ['data', withoutData],
  ['shocks', withoutShocks],
  ['capacity', withoutCapacity],
  ['failoverFailure', withoutFailoverFailure],
  ['failoverTime', withoutFailoverTime],
  ['detection', withoutDetection],
];

const OPERATIONS: readonly GapStepName[] = ['maintenance', 'deploys', 'waits'];

export interface GapCourse {
  /** Those that are simulated: each has one reality more than the one before, the last is the model itself. */
  readonly models: readonly Model[];
  /** All that are simulated at all, in the order in which they are added; `model` indexes `models`. */
  readonly steps: readonly { readonly step: GapStepName; readonly model: number; readonly absent: boolean }[];
}

/**
 * The models between the bare arithmetic and the model as it is. A reality that is no part of the model makes no model
 * of its own.
 */
export function gapCourse(model: Model): GapCourse {
  const course: Model[] = [model];
  for (const [, without] of REALITIES) {
    const less = without(course[0]);
    course.unshift(alike(less, course[0]) ? course[0] : less);
  }
  const models = [...new Set(course)];
  const names: GapStepName[] = ['sharedDomains', ...REALITIES.map(([step]) => step).reverse()];
  const steps = names.map((step, i) => ({
    step,
    model: models.indexOf(course[i]),
    absent: i > 0 && course[i] === course[i - 1],
  }));
  // A model in which nobody is named, or nothing changes, has nothing to say of them.
  return { models, steps: steps.filter(({ step, absent }) => !absent || !OPERATIONS.includes(step)) };
}
