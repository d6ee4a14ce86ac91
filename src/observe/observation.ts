import type { Program } from '../compile/program.ts';
import { MOST_FAILURES, PHASE, PLANNED_ROW, SLA } from './names.ts';
import { views } from './views.ts';

export const DAYS_PER_YEAR = 365.25;

/** How many rows something has in a program. */
export type Rows = (counts: Program['counts']) => number;

/**
 * What a history adds up to beside its years: so many rows of each. A tally has the moments of every row, a value a
 * history, under the same name (`figures.ts`).
 */
export const PARTS = {
  /** [service] seconds down, over all years. */
  serviceDown: (counts) => counts.services,
  /** [cause] seconds of the entry's downtime, and number of its incidents, by the failure that began each. */
  causeDown: (counts) => counts.causes,
  causeIncidents: (counts) => counts.causes,
  /** [cause] how often it happened, whatever came of it. */
  causeFailures: (counts) => counts.causes,
  /** [service] the same seconds by the service that was down by itself (several at a time: in equal parts). */
  serviceBlame: (counts) => counts.services,
  /** [domain + 1] by the domain in which the failure stood that began it, 0: outside all. */
  domainBlame: (counts) => counts.domains + 1,
  /** [PHASE] by stage. */
  phaseDown: () => PHASE.phases,
  /** [0 to MOST_FAILURES] by how many failures it took, and the number of incidents. */
  failuresDown: () => MOST_FAILURES + 1,
  failuresIncidents: () => MOST_FAILURES + 1,
  /** [team] seconds × people held within its hours; seconds in which nobody was free. */
  teamBusy: (counts) => counts.teams,
  teamNobodyFree: (counts) => counts.teams,
  /** [PLANNED_ROW] seconds of the entry's downtime, and incidents, by the planned work that began each, if any. */
  plannedDown: (counts) => counts.planned * PLANNED_ROW.rows,
  plannedIncidents: (counts) => counts.planned * PLANNED_ROW.rows,
  /** [service] members worked on, and seconds that they had waited for it; where any are. */
  maintained: (counts) => (counts.maintained > 0 ? counts.services : 0),
  maintenanceWait: (counts) => (counts.maintained > 0 ? counts.services : 0),
} as const satisfies Record<string, Rows>;

/**
 * The largest there was in a history, whatever its weight: so many rows of each. A tally has the largest of all
 * histories.
 */
export const LARGEST_PARTS = {
  /** [service] seconds of its longest time down, within the observed years. */
  serviceLongest: (counts) => counts.services,
} as const satisfies Record<string, Rows>;

/** What it adds up to, [year]. */
const BY_YEAR = [
  /** Seconds in which the entry was down, fully out (answering nothing), degraded. */
  'downByYear',
  'outByYear',
  'degradedByYear',
  /** Seconds × share of requests not answered. */
  'unansweredByYear',
  /** Incidents that began in the year, their longest recovery time and largest data loss in seconds. */
  'incidentsByYear',
  'longestByYear',
  'worstLossByYear',
  /** Seconds of writes lost; times that data was lost for good. */
  'lossByYear',
  'permanentByYear',
] as const;

const ALL_PARTS = { ...PARTS, ...LARGEST_PARTS };
const PART_NAMES = Object.keys(ALL_PARTS) as (keyof typeof ALL_PARTS)[];

type Arrays = Readonly<
  Record<keyof typeof ALL_PARTS | (typeof BY_YEAR)[number] | 'worstByKind' | 'slaDownByWindow' | 'sla', Float64Array>
>;

/**
 * What one history comes to, as it is lived: sums over whatever the probe was told, each part with the weight that the
 * history had then. Nothing is kept beyond that, so memory does not grow with the years.
 */
export interface Observation extends Arrays {
  /** Whole years observed in this history. */
  years: number;
  /** Events processed, warm-up included. */
  events: number;
  /**
   * Targets by kind of disruption, and [year × those] the longest incident, or the largest loss (Infinity: for good),
   * that is held against each (`worstByKind`). `slaDownByWindow`: [window] seconds down as the SLA counts them, the
   * last perhaps cut off; `sla`: [SLA].
   */
  readonly kindTargets: number;
  readonly windowDays: number;
  /** All arrays, one after the other. */
  readonly numbers: Float64Array;
}

/** Arrays that fit a program and its longest history: views on one, so that all of it is forgotten in one go. */
export function createObservation(counts: Program['counts'], longestYears: number): Observation {
  const rows: [name: keyof Arrays, length: number][] = [
    ...BY_YEAR.map((name): [keyof Arrays, number] => [name, longestYears]),
    ['worstByKind', longestYears * counts.kindTargets],
    ['slaDownByWindow', counts.windowDays === 0 ? 0 : Math.ceil((longestYears * DAYS_PER_YEAR) / counts.windowDays)],
    ['sla', counts.windowDays === 0 ? 0 : SLA.entries],
    ...PART_NAMES.map((name): [keyof Arrays, number] => [name, ALL_PARTS[name](counts)]),
  ];
  return {
    ...{ years: 0, events: 0, kindTargets: counts.kindTargets, windowDays: counts.windowDays },
    ...views((next) => Object.fromEntries(rows.map(([name, length]) => [name, next(length)])) as Arrays),
  };
}

/** Nothing has been seen of a history of so many years. */
export function resetObservation(o: Observation, years: number): void {
  o.years = years;
  o.events = 0;
  o.numbers.fill(0);
}
