import type { Program } from '../compile/program.ts';
import type { ExperimentRun } from './experiment.ts';
import { createObservation, MOST_FAILURES, PHASE, STRUCK, type Observation, type Observer } from './observer.ts';
import { createHistogram, histogramAdd, histogramMerge } from '../statistics/histogram.ts';
import { coarseAdd, coarseMerge, createCoarse } from '../statistics/coarse.ts';
import { createMoments, momentsAdd, momentsMerge } from '../statistics/moments.ts';
import { countWithin, TIERS } from './tiers.ts';

/** Rows of `replications`: one value a replication, per simulated year. */
export const REPLICATION_ROW = {
  down: 0,
  out: 1,
  degraded: 2,
  unanswered: 3,
  incidents: 4,
  loss: 5,
  permanent: 6,
  rows: 7,
} as const;
/**
 * Entries of `counts`. `censored`: incidents that had not ended when they were followed no further. Of an experiment a
 * replication is a run, and `noticed`, `recovered` and `permanent` count the runs in which the entry was down, ended
 * serving with nothing lost for good, lost data for good.
 */
export const COUNT = {
  replications: 0,
  years: 1,
  events: 2,
  metAvailability: 3,
  metRto: 4,
  metRpo: 5,
  perfectYears: 6,
  withinRto: 7,
  withinRpo: 8,
  noticed: 9,
  recovered: 10,
  permanent: 11,
  censored: 12,
  entries: 13,
} as const;

/**
 * What a run has seen so far: flat arrays that cross to another thread as they are. Two tallies merge element by
 * element, and in any grouping and order the result is the same bits, because every sum in it is exact.
 */
export interface Tally {
  /** [COUNT] */
  readonly counts: Float64Array;
  /** Moments, [REPLICATION_ROW]: seconds (incidents, losses: number) per year. */
  readonly replications: Float64Array;
  /** Moments, one row: seconds down in a year. */
  readonly years: Float64Array;
  /** Moments, [service]: seconds down per year, one value a replication. */
  readonly services: Float64Array;
  /** Seconds of the longest time down, [service]. */
  readonly serviceLongest: Float64Array;
  /** Moments, [cause]: the entry's seconds down per year and incidents per year, one value a replication. */
  readonly causeDown: Float64Array;
  readonly causeIncidents: Float64Array;
  /**
   * The same seconds by service, domain + 1, stage and number of failures, and the incidents by the last; one value a
   * replication.
   */
  readonly serviceBlame: Float64Array;
  readonly domainBlame: Float64Array;
  readonly phaseDown: Float64Array;
  readonly failuresDown: Float64Array;
  readonly failuresIncidents: Float64Array;
  /** Moments, one row each: seconds to recover from an incident; seconds of writes lost in one. */
  readonly recovery: Float64Array;
  readonly loss: Float64Array;
  /** Moments, [PHASE]: seconds that an incident spent in each stage. */
  readonly stages: Float64Array;
  /** Histograms of a year's downtime, an incident's recovery time and its data loss, seconds. */
  readonly yearHistogram: Float64Array;
  readonly recoveryHistogram: Float64Array;
  readonly lossHistogram: Float64Array;
  /** Coarse histograms, [cause]: recovery time and data loss of the incidents that it began. */
  readonly causeRecovery: Float64Array;
  readonly causeLoss: Float64Array;
  /** Coarse histograms, [service]: how long each was down at a time, and the writes lost in it. */
  readonly serviceRecovery: Float64Array;
  readonly serviceLoss: Float64Array;
  /** [service × 2 × tiers] of those times, how many were over within each tier's limit, and lost no more than it. */
  readonly serviceWithin: Float64Array;
  /**
   * [service × 2] of an experiment: runs in which the faults struck its active, and in which they struck only a standby
   * of it.
   */
  readonly struck: Float64Array;
}

/** Moments of what the observation has under the same name. */
const PARTS = ['serviceBlame', 'domainBlame', 'phaseDown', 'failuresDown', 'failuresIncidents'] as const;

/** What each year is held against; null: no such target. */
export interface Goals {
  readonly availability: number | null;
  readonly rtoSeconds: number | null;
  readonly rpoSeconds: number | null;
}

export function createTally(counts: Program['counts']): Tally {
  return {
    counts: new Float64Array(COUNT.entries),
    replications: createMoments(REPLICATION_ROW.rows),
    years: createMoments(1),
    services: createMoments(counts.services),
    serviceLongest: new Float64Array(counts.services),
    causeDown: createMoments(counts.causes),
    causeIncidents: createMoments(counts.causes),
    serviceBlame: createMoments(counts.services),
    domainBlame: createMoments(counts.domains + 1),
    phaseDown: createMoments(PHASE.phases),
    failuresDown: createMoments(MOST_FAILURES + 1),
    failuresIncidents: createMoments(MOST_FAILURES + 1),
    recovery: createMoments(1),
    loss: createMoments(1),
    stages: createMoments(PHASE.phases),
    yearHistogram: createHistogram(),
    recoveryHistogram: createHistogram(),
    lossHistogram: createHistogram(),
    causeRecovery: createCoarse(counts.causes),
    causeLoss: createCoarse(counts.causes),
    serviceRecovery: createCoarse(counts.services),
    serviceLoss: createCoarse(counts.services),
    serviceWithin: new Float64Array(counts.services * 2 * TIERS.length),
    struck: new Float64Array(counts.services * 2),
  };
}

export function mergeTally(into: Tally, from: Tally): void {
  for (let i = 0; i < COUNT.entries; i++) into.counts[i] += from.counts[i];
  momentsMerge(into.replications, from.replications);
  momentsMerge(into.years, from.years);
  momentsMerge(into.services, from.services);
  from.serviceLongest.forEach((longest, i) => (into.serviceLongest[i] = Math.max(into.serviceLongest[i], longest)));
  momentsMerge(into.causeDown, from.causeDown);
  momentsMerge(into.causeIncidents, from.causeIncidents);
  for (const parts of PARTS) momentsMerge(into[parts], from[parts]);
  momentsMerge(into.recovery, from.recovery);
  momentsMerge(into.loss, from.loss);
  momentsMerge(into.stages, from.stages);
  histogramMerge(into.yearHistogram, from.yearHistogram);
  histogramMerge(into.recoveryHistogram, from.recoveryHistogram);
  histogramMerge(into.lossHistogram, from.lossHistogram);
  coarseMerge(into.causeRecovery, from.causeRecovery);
  coarseMerge(into.causeLoss, from.causeLoss);
  coarseMerge(into.serviceRecovery, from.serviceRecovery);
  coarseMerge(into.serviceLoss, from.serviceLoss);
  for (let i = 0; i < into.serviceWithin.length; i++) into.serviceWithin[i] += from.serviceWithin[i];
  for (let i = 0; i < into.struck.length; i++) into.struck[i] += from.struck[i];
}

/** The buffers that may be transferred instead of copied. */
export function tallyBuffers(tally: Tally): ArrayBuffer[] {
  return Object.values(tally).map((array: Float64Array) => array.buffer as ArrayBuffer);
}

/** An observer that counts into the tally; call `addReplication` after each replication. */
export function observe(tally: Tally, counts: Program['counts'], longestYears: number, goals: Goals): Observer {
  const observation = createObservation(counts, longestYears);
  // Held against the goals here and not in the histograms: a constant time that is just the goal is within it.
  const rto = goals.rtoSeconds ?? Infinity;
  const rpo = goals.rpoSeconds ?? Infinity;
  const lossWithoutIncident = (lossSeconds: number) => {
    if (lossSeconds <= rpo && lossSeconds < Infinity) tally.counts[COUNT.withinRpo]++;
    // What is lost for good has no length: it counts above all others and in no mean.
    histogramAdd(tally.lossHistogram, lossSeconds);
    if (lossSeconds < Infinity) momentsAdd(tally.loss, 0, lossSeconds);
  };
  return {
    observation,
    incident(recoverySeconds, lossSeconds, cause, stages) {
      histogramAdd(tally.recoveryHistogram, recoverySeconds);
      if (recoverySeconds < Infinity) {
        if (recoverySeconds <= rto) tally.counts[COUNT.withinRto]++;
        momentsAdd(tally.recovery, 0, recoverySeconds);
        coarseAdd(tally.causeRecovery, cause, recoverySeconds);
        for (let phase = 0; phase < PHASE.phases; phase++) momentsAdd(tally.stages, phase, stages[phase]);
      } else {
        // It has no length: as what is lost for good, it counts above all others and in no mean.
        tally.counts[COUNT.censored]++;
      }
      if (lossSeconds < Infinity) coarseAdd(tally.causeLoss, cause, lossSeconds);
      lossWithoutIncident(lossSeconds);
    },
    lossWithoutIncident,
    serviceOutage(service, seconds, lossSeconds) {
      coarseAdd(tally.serviceRecovery, service, seconds);
      coarseAdd(tally.serviceLoss, service, lossSeconds);
      countWithin(tally.serviceWithin, service * 2 * TIERS.length, seconds, lossSeconds);
    },
  };
}

/**
 * Adds what one run of an experiment came to. Recovery times are of the runs that users noticed, data losses of those
 * and of the others that lost something: as of incidents, the rest is told by the shares of all runs.
 */
export function addExperimentRun(tally: Tally, run: ExperimentRun, events: number, goals: Goals): void {
  const { counts } = tally;
  const { recoverySeconds, lossSeconds, stages } = run;
  counts[COUNT.replications]++;
  counts[COUNT.events] += events;
  if (run.recovered) counts[COUNT.recovered]++;
  if (run.noticed) {
    counts[COUNT.noticed]++;
    histogramAdd(tally.recoveryHistogram, recoverySeconds);
    if (recoverySeconds < Infinity) {
      if (recoverySeconds <= (goals.rtoSeconds ?? Infinity)) counts[COUNT.withinRto]++;
      momentsAdd(tally.recovery, 0, recoverySeconds);
      for (let phase = 0; phase < PHASE.phases; phase++) momentsAdd(tally.stages, phase, stages[phase]);
    } else {
      counts[COUNT.censored]++;
    }
  }
  run.struck.forEach((whom, service) => {
    if (whom !== STRUCK.nobody) tally.struck[2 * service + (whom === STRUCK.active ? 0 : 1)]++;
  });
  if (!run.noticed && lossSeconds === 0) return;
  if (lossSeconds === Infinity) counts[COUNT.permanent]++;
  else momentsAdd(tally.loss, 0, lossSeconds);
  // What a run has lost that never came back up, nobody knows yet.
  if (lossSeconds <= (goals.rpoSeconds ?? Infinity) && lossSeconds < Infinity && recoverySeconds < Infinity)
    counts[COUNT.withinRpo]++;
  histogramAdd(tally.lossHistogram, lossSeconds);
}

/** Adds what one replication saw. */
export function addReplication(tally: Tally, o: Observation, goals: Goals, yearSeconds: number): void {
  const { counts } = tally;
  const { years } = o;
  counts[COUNT.replications]++;
  counts[COUNT.years] += years;
  counts[COUNT.events] += o.events;
  const addRow = (row: number, byYear: Float64Array) => {
    let sum = 0;
    for (let year = 0; year < years; year++) sum += byYear[year];
    momentsAdd(tally.replications, row, sum / years);
  };
  addRow(REPLICATION_ROW.down, o.downByYear);
  addRow(REPLICATION_ROW.out, o.outByYear);
  addRow(REPLICATION_ROW.degraded, o.degradedByYear);
  addRow(REPLICATION_ROW.unanswered, o.unansweredByYear);
  addRow(REPLICATION_ROW.incidents, o.incidentsByYear);
  addRow(REPLICATION_ROW.loss, o.lossByYear);
  addRow(REPLICATION_ROW.permanent, o.permanentByYear);
  for (let year = 0; year < years; year++) {
    const down = o.downByYear[year];
    momentsAdd(tally.years, 0, down);
    histogramAdd(tally.yearHistogram, down);
    if (down === 0) counts[COUNT.perfectYears]++;
    if (goals.availability !== null && down <= (1 - goals.availability) * yearSeconds) counts[COUNT.metAvailability]++;
    if (goals.rtoSeconds !== null && o.longestByYear[year] <= goals.rtoSeconds) counts[COUNT.metRto]++;
    if (goals.rpoSeconds !== null && o.worstLossByYear[year] <= goals.rpoSeconds && o.permanentByYear[year] === 0)
      counts[COUNT.metRpo]++;
  }
  o.serviceDown.forEach((down, service) => momentsAdd(tally.services, service, down / years));
  o.serviceLongest.forEach((longest, i) => (tally.serviceLongest[i] = Math.max(tally.serviceLongest[i], longest)));
  o.causeDown.forEach((down, cause) => momentsAdd(tally.causeDown, cause, down / years));
  o.causeIncidents.forEach((incidents, cause) => momentsAdd(tally.causeIncidents, cause, incidents / years));
  for (const parts of PARTS) o[parts].forEach((value, row) => momentsAdd(tally[parts], row, value / years));
}
