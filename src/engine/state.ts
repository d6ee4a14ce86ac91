import { listed } from '../compile/program.ts';

/** Stages of an active-passive service (`stage`). */
export const STAGE = {
  serving: 0,
  detecting: 1,
  deciding: 2,
  waiting: 3,
  betweenAttempts: 4,
  promoting: 5,
  redirecting: 6,
  restoring: 7,
} as const;

/** A table with a row for each stage, as it is looked up: [STAGE]. */
export function byStage<T>(rows: Readonly<Record<keyof typeof STAGE, T>>): readonly T[] {
  return listed(STAGE, rows);
}

/** Stages of a quorum (`stage`). */
export const QUORUM = { serving: 0, electing: 1, stopped: 2 } as const;
