import { coarseAdd } from '../statistics/coarse.ts';
import { histogramAdd } from '../statistics/histogram.ts';
import { momentsAdd } from '../statistics/moments.ts';
import { sumsAdd } from '../statistics/sums.ts';
import { COUNT, countHistory, countIncident, countRun, countWithinRpo } from './counts.ts';
import type { ExperimentRun } from './experiment.ts';
import { type Figure, figure, ONE } from './figure.ts';
import { COARSE, HISTOGRAM, LARGEST, MOMENTS, SUMS } from './kinds.ts';
import { KIND_FIGURES } from './kind-figures.ts';
import { LARGEST_PARTS, PARTS } from './observation.ts';
import { MISSION_FIGURES } from './mission-figures.ts';
import { SLA_FIGURES } from './sla-figures.ts';
import { PHASE, STRUCK } from './names.ts';
import { countWithin, TIERS } from './tiers.ts';
import type { Incident } from './told.ts';

/*
 * Every figure that a run collects, declared once (`figure.ts`). `tally.ts` makes, fills and merges all of them,
 * `packed.ts` sends them to another thread.
 */

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

/** Moments of what the observation has under the same name, per year. */
function part(name: keyof typeof PARTS): Figure<Float64Array> {
  return figure(MOMENTS, PARTS[name], {
    isPerHistory: true,
    history(store, o, weight) {
      const values = o[name];
      for (let row = 0; row < values.length; row++) momentsAdd(store, row, values[row] / o.years, weight);
    },
  });
}

/** Of all histories the largest of what the observation has under the same name. */
function largest(name: keyof typeof LARGEST_PARTS): Figure<Float64Array> {
  return figure(LARGEST, LARGEST_PARTS[name], { history: (store, o) => LARGEST.merge(store, o[name]) });
}

/** What a run of an experiment has lost, where it was noticed or lost something: of the others that says nothing. */
function isLoss({ noticed, lossSeconds }: ExperimentRun): boolean {
  return noticed || lossSeconds > 0;
}

export const FIGURES = {
  /** [COUNT] */
  counts: figure(SUMS, () => COUNT.entries, {
    incident: countIncident,
    loss: countWithinRpo,
    history: countHistory,
    run: countRun,
  }),
  /** [REPLICATION_ROW] seconds (incidents, losses: number) per year. */
  replications: figure(MOMENTS, () => REPLICATION_ROW.rows, {
    isPerHistory: true,
    history(store, o, weight) {
      const add = (row: number, byYear: Float64Array) => {
        let sum = 0;
        for (let year = 0; year < o.years; year++) sum += byYear[year];
        momentsAdd(store, row, sum / o.years, weight);
      };
      add(REPLICATION_ROW.down, o.downByYear);
      add(REPLICATION_ROW.out, o.outByYear);
      add(REPLICATION_ROW.degraded, o.degradedByYear);
      add(REPLICATION_ROW.unanswered, o.unansweredByYear);
      add(REPLICATION_ROW.incidents, o.incidentsByYear);
      add(REPLICATION_ROW.loss, o.lossByYear);
      add(REPLICATION_ROW.permanent, o.permanentByYear);
    },
  }),
  /** Seconds down in a year, and their histogram. */
  years: figure(MOMENTS, ONE, {
    history(store, o, weight) {
      for (let year = 0; year < o.years; year++) momentsAdd(store, 0, o.downByYear[year], weight);
    },
  }),
  yearHistogram: figure(HISTOGRAM, ONE, {
    history(store, o, weight) {
      for (let year = 0; year < o.years; year++) histogramAdd(store, o.downByYear[year], weight);
    },
  }),
  serviceDown: part('serviceDown'),
  causeDown: part('causeDown'),
  causeIncidents: part('causeIncidents'),
  causeFailures: part('causeFailures'),
  serviceBlame: part('serviceBlame'),
  domainBlame: part('domainBlame'),
  phaseDown: part('phaseDown'),
  failuresDown: part('failuresDown'),
  failuresIncidents: part('failuresIncidents'),
  teamBusy: part('teamBusy'),
  teamNobodyFree: part('teamNobodyFree'),
  plannedDown: part('plannedDown'),
  plannedIncidents: part('plannedIncidents'),
  maintained: part('maintained'),
  maintenanceWait: part('maintenanceWait'),
  /** [team] seconds that requests waited for somebody free. */
  teamWait: figure(MOMENTS, (counts) => counts.teams, {
    waited: (store, team, seconds, weight) => momentsAdd(store, team, seconds, weight),
  }),
  teamWaits: figure(COARSE, (counts) => counts.teams, {
    waited: (store, team, seconds, weight) => coarseAdd(store, team, seconds, weight),
  }),
  /** [service] seconds of the longest time down. */
  serviceLongest: largest('serviceLongest'),
  /** Seconds to recover from an incident, and of it in each stage, [PHASE]. What has not ended has no length. */
  recovery: figure(MOMENTS, ONE, {
    incident: (store, { recoverySeconds }, weight) => addFinite(store, recoverySeconds, weight),
    run: (store, { noticed, recoverySeconds }, weight) => noticed && addFinite(store, recoverySeconds, weight),
  }),
  stages: figure(MOMENTS, () => PHASE.phases, {
    incident: addStages,
    run: (store, run, weight) => run.noticed && addStages(store, run, weight),
  }),
  /** It counts above all others here. */
  recoveryHistogram: figure(HISTOGRAM, ONE, {
    incident: (store, { recoverySeconds }, weight) => histogramAdd(store, recoverySeconds, weight),
    run: (store, { noticed, recoverySeconds }, weight) => noticed && histogramAdd(store, recoverySeconds, weight),
  }),
  /**
   * Seconds of writes lost in an incident, or without one. What is lost for good has no length, and counts above all
   * others.
   */
  loss: figure(MOMENTS, ONE, {
    loss: addFinite,
    run: (store, run, weight) => isLoss(run) && addFinite(store, run.lossSeconds, weight),
  }),
  lossHistogram: figure(HISTOGRAM, ONE, {
    loss: histogramAdd,
    run: (store, run, weight) => isLoss(run) && histogramAdd(store, run.lossSeconds, weight),
  }),
  ...KIND_FIGURES,
  ...SLA_FIGURES,
  ...MISSION_FIGURES,
  /** [cause] recovery time and data loss of the incidents that it began. */
  causeRecovery: figure(COARSE, (counts) => counts.causes, {
    incident: (store, { cause, recoverySeconds }, weight) =>
      recoverySeconds < Infinity && coarseAdd(store, cause, recoverySeconds, weight),
  }),
  causeLoss: figure(COARSE, (counts) => counts.causes, {
    incident: (store, { cause, lossSeconds }, weight) =>
      lossSeconds < Infinity && coarseAdd(store, cause, lossSeconds, weight),
  }),
  /** [service] how long each was down at a time, and the writes lost in it. */
  serviceRecovery: figure(COARSE, (counts) => counts.services, {
    outage: (store, { service, seconds }, weight) => coarseAdd(store, service, seconds, weight),
  }),
  serviceLoss: figure(COARSE, (counts) => counts.services, {
    outage: (store, { service, lossSeconds }, weight) => coarseAdd(store, service, lossSeconds, weight),
  }),
  /** [service × 2 × tiers] of those times, how many were over within each tier's limit, and lost no more than it. */
  serviceWithin: figure(SUMS, (counts) => counts.services * 2 * TIERS.length, {
    outage: (store, { service, seconds, lossSeconds }, weight) =>
      countWithin(store, service * 2 * TIERS.length, seconds, lossSeconds, weight),
  }),
  /** [service × 2] of an experiment: runs in which the faults struck its active, and in which only a standby of it. */
  struck: figure(SUMS, (counts) => counts.services * 2, {
    run(store, { struck }, weight) {
      struck.forEach((whom, service) => {
        if (whom !== STRUCK.nobody) sumsAdd(store, 2 * service + (whom === STRUCK.active ? 0 : 1), weight);
      });
    },
  }),
} as const;

function addFinite(store: Float64Array, seconds: number, weight: number): void {
  if (seconds < Infinity) momentsAdd(store, 0, seconds, weight);
}

function addStages(
  store: Float64Array,
  { recoverySeconds, stages }: Pick<Incident, 'recoverySeconds' | 'stages'>,
  weight: number,
): void {
  if (recoverySeconds === Infinity) return;
  for (let phase = 0; phase < PHASE.phases; phase++) momentsAdd(store, phase, stages[phase], weight);
}
