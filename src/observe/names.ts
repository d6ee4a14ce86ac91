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
  /** It waits until what its failover needs is back. */
  coordinator: 6,
  overload: 7,
  /** Members wait until they may be started elsewhere, or are. */
  rescheduling: 8,
  /** Planned work on a member. */
  work: 9,
  /** All that is broken in a service has failed without anybody's noticing. */
  undetected: 10,
  repair: 11,
  /** Nothing of these, nor is anybody at work: it waits for parts, for people who are there, for their hours. */
  parts: 12,
  people: 13,
  hours: 14,
  phases: 15,
} as const;

/** Entries of `failuresDown`: so many failures and more count as one kind. */
export const MOST_FAILURES = 3;

/**
 * Entries of `sla`: seconds down and incidents as the SLA counts them; of whole windows how many there were, how many
 * were broken, years with a broken one, credits owed with the sums of their squares and cubes.
 */
export const SLA = {
  down: 0,
  incidents: 1,
  windows: 2,
  broken: 3,
  yearsBroken: 4,
  credits: 5,
  creditSquares: 6,
  creditCubes: 7,
  entries: 8,
} as const;

/** Whom of a service an experiment's faults struck: nobody, only such as stood by, or the active. */
export const STRUCK = { nobody: 0, standby: 1, active: 2 } as const;

/** Rows of `plannedDown` and `plannedIncidents`: each of `PLANNED` (`compile/program-planned.ts`), and all of those. */
export const PLANNED_ROW = { none: 0, maintenance: 1, deploy: 2, all: 3, rows: 4 } as const;
