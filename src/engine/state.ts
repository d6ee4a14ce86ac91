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
  /** Detected, or stepped down, and without the coordinators that a decision takes. */
  uncoordinated: 8,
  /** The active is out for planned work, and nobody is ready to take over. */
  inWork: 9,
} as const;

/** A table with a row for each stage, as it is looked up: [STAGE]. */
export function byStage<T>(rows: Readonly<Record<keyof typeof STAGE, T>>): readonly T[] {
  return listed(STAGE, rows);
}

/**
 * Stages of a task (`taskStage`): nobody has acknowledged, it waits for a part, it waits for services that it needs,
 * it is worked on.
 */
export const TASK = { none: 0, asking: 1, forPart: 2, blocked: 3, working: 4 } as const;

/** Stages of a request (`requestStage`): it waits for somebody free; somebody has been asked. */
export const REQUEST = { none: 0, waiting: 1, asked: 2 } as const;

/**
 * Stages of a member that is started elsewhere (`moveStage`): it is at home, or its domain is down and will soon have
 * been for long enough; that is so, and it looks for another; it is being started there; it works there.
 */
export const MOVE = { home: 0, waits: 1, looks: 2, starts: 3, away: 4 } as const;

/** Stages of a quorum (`stage`). */
export const QUORUM = { serving: 0, electing: 1, stopped: 2 } as const;
