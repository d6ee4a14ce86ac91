import type { Program } from '../compile/program.ts';

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

/**
 * What one history comes to, as it is lived: sums over whatever the probe was told, each part with the weight that the
 * history had then. Nothing is kept beyond that, so memory does not grow with the years.
 */
export interface Observation {
  /** Whole years observed in this replication. */
  years: number;
  /** Events processed, warm-up included. */
  events: number;
  /** Seconds in each year in which the entry was down, fully out (answering nothing), degraded; [year]. */
  readonly downByYear: Float64Array;
  readonly outByYear: Float64Array;
  readonly degradedByYear: Float64Array;
  /** Seconds × share of requests not answered, [year]. */
  readonly unansweredByYear: Float64Array;
  /** Incidents that began in each year, their longest recovery time and largest data loss in seconds, [year]. */
  readonly incidentsByYear: Float64Array;
  readonly longestByYear: Float64Array;
  readonly worstLossByYear: Float64Array;
  /** Seconds of writes lost, [year]. */
  readonly lossByYear: Float64Array;
  /** Times that data was lost for good, [year]. */
  readonly permanentByYear: Float64Array;
  /** Seconds down over the whole replication, [service]. */
  readonly serviceDown: Float64Array;
  /** Seconds of its longest time down, within the observed years, [service]. */
  readonly serviceLongest: Float64Array;
  /** Seconds of the entry's downtime and number of incidents by the failure that began each, [cause]. */
  readonly causeDown: Float64Array;
  readonly causeIncidents: Float64Array;
  /**
   * The same seconds by the service that was down by itself, [service] (several at a time: in equal parts); by the
   * domain in which the failure stood that began it, [domain + 1] (0: outside all); by stage, [PHASE]; and by how many
   * failures it took, [0 to MOST_FAILURES], with the number of incidents.
   */
  readonly serviceBlame: Float64Array;
  readonly domainBlame: Float64Array;
  readonly phaseDown: Float64Array;
  readonly failuresDown: Float64Array;
  readonly failuresIncidents: Float64Array;
}

/** Is told of what has ended. `weight`: what it stands for, 1 in a plain history. */
export interface Observer {
  readonly observation: Observation;
  /**
   * An incident that began inside the observed years has ended, or is followed no further.
   * @param recoverySeconds its whole length, also past the horizon; Infinity: it had not ended (it is censored)
   * @param lossSeconds writes lost in it; Infinity: all that there was, for good
   * @param stages seconds of it in each stage, [PHASE]; the probe's own array, to be copied
   */
  incident(recoverySeconds: number, lossSeconds: number, cause: number, stages: Float64Array, weight: number): void;
  /**
   * A service, the entry or any other, was down within the observed years, and is not any more. Times and losses as for
   * `incident`.
   */
  serviceOutage(service: number, seconds: number, lossSeconds: number, weight: number): void;
  /** Writes were lost while the entry was not down; Infinity: all that there was, for good. */
  lossWithoutIncident(lossSeconds: number, weight: number): void;
}

/** Arrays that fit a program and its longest history. */
export function createObservation(counts: Program['counts'], longestYears: number): Observation {
  const perYear = () => new Float64Array(longestYears);
  return {
    years: 0,
    events: 0,
    downByYear: perYear(),
    outByYear: perYear(),
    degradedByYear: perYear(),
    unansweredByYear: perYear(),
    incidentsByYear: perYear(),
    longestByYear: perYear(),
    worstLossByYear: perYear(),
    lossByYear: perYear(),
    permanentByYear: perYear(),
    serviceDown: new Float64Array(counts.services),
    serviceLongest: new Float64Array(counts.services),
    causeDown: new Float64Array(counts.causes),
    causeIncidents: new Float64Array(counts.causes),
    serviceBlame: new Float64Array(counts.services),
    domainBlame: new Float64Array(counts.domains + 1),
    phaseDown: new Float64Array(PHASE.phases),
    failuresDown: new Float64Array(MOST_FAILURES + 1),
    failuresIncidents: new Float64Array(MOST_FAILURES + 1),
  };
}

/** Nothing has been seen of a history of so many years. */
export function resetObservation(o: Observation, years: number): void {
  o.years = years;
  o.events = 0;
  for (const field of Object.values(o) as (number | Float64Array)[]) if (typeof field !== 'number') field.fill(0);
}
