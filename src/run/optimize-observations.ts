import { longestReplication, type Plan } from './plan.ts';
import { FIRST_OBSERVATIONS } from './optimize-options.ts';
import type { OptimizePlan } from './optimize-plan.ts';

/** An observation should hold about so many events, or handing it out costs as much as living through it, */
const EVENTS = 10_000;
/** and be neither endless for a model in which little happens, */
const MOST_YEARS = 640;
/** nor so short that hardly any of them sees an incident: then it is lengthened, up to so many times. */
const FEWEST_INCIDENTS = 3;
const MOST_LENGTHENING = 16;

/** How candidates are cut up, all of them alike: observation 5 of one is observation 5 of all, and the same history. */
export interface Cut {
  readonly yearsPerReplication: number;
  readonly yearsPerObservation: number;
  /** The most of one candidate. */
  readonly most: number;
}

export function firstCut({ years, eventsPerYear }: Pick<OptimizePlan, 'years' | 'eventsPerYear'>): Cut {
  return cutInto(Math.min(MOST_YEARS, EVENTS / Math.max(eventsPerYear, 1e-9)), years);
}

/** Longer observations where incidents are rare: means of a handful of events are far from normal. */
export function lengthened({ yearsPerObservation }: Cut, years: number, incidentsPerYear: number): Cut {
  let times = 1;
  while (times < MOST_LENGTHENING && incidentsPerYear * yearsPerObservation * times < FEWEST_INCIDENTS) times *= 2;
  return cutInto(yearsPerObservation * times, years);
}

/** The one of all that a search may have; undefined: it may have none like that. */
export function cutWith(plan: OptimizePlan, yearsPerObservation: unknown): Cut | undefined {
  const first = firstCut(plan);
  for (let times = 1; times <= MOST_LENGTHENING; times *= 2) {
    const cut = cutInto(first.yearsPerObservation * times, plan.years);
    if (cut.yearsPerObservation === yearsPerObservation) return cut;
  }
  return undefined;
}

/**
 * Whole replications as long as those of a run of all the years, so that a candidate has the histories that it has
 * there.
 */
function cutInto(wanted: number, years: number): Cut {
  const yearsPerReplication = longestReplication(years);
  const most = Math.min(wanted, years / FIRST_OBSERVATIONS);
  const yearsPerObservation = Math.max(1, Math.floor(most / yearsPerReplication)) * yearsPerReplication;
  return { yearsPerReplication, yearsPerObservation, most: Math.floor(years / yearsPerObservation) };
}

/** A plan whose batches are observations, up to a certain one. */
export function planUpTo(
  { seed, warmUpSeconds }: OptimizePlan,
  { yearsPerReplication, yearsPerObservation }: Cut,
  batches: number,
): Plan {
  const replicationsPerBatch = yearsPerObservation / yearsPerReplication;
  return {
    seed,
    years: batches * yearsPerObservation,
    yearsPerReplication,
    replications: batches * replicationsPerBatch,
    replicationsPerBatch,
    batches,
    warmUpSeconds,
    precision: null,
    goals: { availability: null, rtoSeconds: null, rpoSeconds: null, byKind: [] },
  };
}
