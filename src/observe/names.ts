/**
 * Stages of a recovery (`Observer.incident`), the more telling ones first: where several are under way, the first
 * counts.
 */
export const PHASE = {
  restore: 0,
  promote: 1,
  decide: 2,
  detect: 3,
  redirect: 4,
  warmUp: 5,
  repair: 6,
  phases: 7,
} as const;

/** Entries of `failuresDown`: so many failures and more count as one kind. */
export const MOST_FAILURES = 3;

/** Whom of a service an experiment's faults struck: nobody, only such as stood by, or the active. */
export const STRUCK = { nobody: 0, standby: 1, active: 2 } as const;
