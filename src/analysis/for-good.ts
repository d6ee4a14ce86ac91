import type { ForGood, Loss } from './report.ts';

/** Stands where a number would. */
export const FOR_GOOD: ForGood = 'for good';

/** Stands where a figure falls among incidents that had not ended. */
export const NO_END = 'no end';

/** As a number to compare with others: more than any. */
export function lossInSeconds(loss: Loss): number {
  return loss === FOR_GOOD ? Infinity : loss;
}

/** Where something was lost for good, no mean and no maximum is a number. */
export function orForGood<T>(isForGood: boolean, value: T): T | ForGood {
  return isForGood ? FOR_GOOD : value;
}
