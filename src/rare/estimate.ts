import type { Program } from '../compile/program.ts';
import { advance } from '../engine/replicate.ts';
import { start } from '../engine/start.ts';
import { nextEvent } from '../engine/heap.ts';
import type { Turns } from '../engine/turns.ts';
import { drawMean } from '../random/draw-table.ts';
import { studentQuantile } from '../random/special/student.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { drawAges } from './ages.ts';
import { livePlain, TooMuchWork } from './cascade.ts';
import { beginHistory, beginPass, createClasses, freeze } from './classes.ts';
import { structureOf, type Structure } from './groups.ts';
import { fullLevel, levelOf } from './level.ts';
import { createWalk, createWalkStreams, seedWalk, type Walk } from './walk.ts';

/** Histories of their own, from whose spread the interval follows. */
const BATCHES = 50;
/** Pilots are over when so many in a row have met no new class; there are never more than this. */
const QUIET_PILOTS = 3;
const MOST_PILOTS = 30;
/** Events of one pilot's plain history, about. */
const PILOT_EVENTS = 2000;
/** The share of all work that is plain, an event of it being worth an instant in a copy. */
const PLAIN_SHARE = 0.3;
const MOST_YEARS = 1e7;
/** Clocks begin in the steady state; roles and restarts settle in this. */
const WARM_UP_SECONDS = SECONDS_PER_YEAR;
/** What is whole less often than this has copies that hardly end. */
const SELDOM = 0.01;
/** A class that struck less often than this says little by itself. */
const FEW_STRIKES = 20;

type Interval = readonly [low: number, high: number];

export interface RareEstimate {
  /** The entry's, in the long run, with Student's interval over the batches. */
  readonly unavailability: number;
  readonly ci95: Interval;
  /** Times a year that the entry goes down; and how long it then is, seconds: null where it never was. */
  readonly incidentsPerYear: { readonly mean: number; readonly ci95: Interval };
  readonly meanSeconds: { readonly mean: number; readonly ci95: Interval } | null;
  /** Infinity: nothing was ever down. */
  readonly relativeStandardError: number;
  /** The largest share of it that came of one failure in a plain history, with all copies of its copies. */
  readonly largestShare: number;
  /** The largest share of it that came of a class with fewer than 20 strikes. */
  readonly thinShare: number;
  /** A service that never failed in any copy of a pilot; null: there is none. Its index. */
  readonly unreached: number | null;
  /** Years of plain history, strikes on copies, and instants lived in them. */
  readonly years: number;
  readonly strikes: number;
  readonly work: number;
}

/** What pilots found out; batches follow from it, each by itself. */
interface RarePlan {
  readonly seed: string;
  readonly walk: Walk;
  readonly yearsPerBatch: number;
  readonly batches: number;
  readonly unreached: number | null;
}

/**
 * What a batch came to: seconds of down time, times that it began, the most that one failure in its plain history led
 * to, and the work.
 */
interface RareBatch {
  readonly seconds: number;
  readonly incidents: number;
  readonly largest: number;
  readonly work: number;
}

/**
 * The entry's unavailability in the long run, from strikes on copies.
 * @param program one that `scope.ts` lets pass
 * @param work instants to be lived, in plain histories and in copies, beside those of pilots: a million are about a
 * second
 * @throws TooMuchWork if copies do not end
 */
export function* estimateRareInTurns(program: Program, seed: string, work: number): Turns<RareEstimate> {
  const plan = yield* planRareInTurns(program, seed, work);
  const batches: RareBatch[] = [];
  while (batches.length < plan.batches) {
    yield;
    batches.push(liveBatch(plan, batches.length));
  }
  return summary(plan, batches);
}

export function* planRareInTurns(program: Program, seed: string, work: number): Turns<RarePlan> {
  const structure = structureOf(program);
  const walk = yield* pilot(structure, seed);
  const pilots = pilotYears(structure);
  const years = Math.min(MOST_YEARS, ((PLAIN_SHARE * work) / PILOT_EVENTS) * pilots);
  const canFail = structure.services.filter((service) => structure.groupsOf[service].length > 0);
  const unreached = canFail.find((service) => walk.reached[structure.likeOf[service]] === 0) ?? null;
  walk.classes = freeze(walk.classes, work * (1 - PLAIN_SHARE), years / pilots, walk.streams);
  return { seed, walk, yearsPerBatch: years / BATCHES, batches: BATCHES, unreached };
}

/** The same plan and batch are the same bits, whatever else was lived before. */
export function liveBatch({ walk, seed, yearsPerBatch }: RarePlan, batch: number): RareBatch {
  begin(walk, seed, batch, yearsPerBatch);
  let largest = 0;
  const seconds = livePlain(walk, walk.e.horizon, (total) => {
    largest = Math.max(largest, total);
  });
  return { seconds, incidents: walk.incidents, largest, work: walk.work };
}

/** Finds out what classes there are, and what their strikes are worth: of that only the steps are kept. */
function* pilot(structure: Structure, seed: string): Turns<Walk> {
  const streams = createWalkStreams();
  const classes = createClasses(structure.likes, structure.levels, streams, true);
  const walk = createWalk(structure, quietOf(structure, seed), streams, classes);
  const years = pilotYears(structure);
  let known = 0;
  for (let pass = 0, quiet = 0; pass < MOST_PILOTS && quiet < QUIET_PILOTS; pass++) {
    yield;
    beginPass(classes);
    begin(walk, `pilots/${seed}`, pass, years);
    livePlain(walk, walk.e.horizon, () => undefined);
    quiet = classes.list.length === known ? quiet + 1 : 0;
    known = classes.list.length;
  }
  return walk;
}

/** So many years have about as many events as a pilot is to have. */
function pilotYears({ program: { draws }, groups }: Structure): number {
  let perSecond = 0;
  for (const { clocks, upDraw, downDraw } of groups)
    perSecond += (2 * clocks) / (drawMean(draws, upDraw) + drawMean(draws, downDraw));
  return Math.min(MOST_YEARS, PILOT_EVENTS / perSecond / SECONDS_PER_YEAR);
}

/**
 * [service] half of the time it is no further from its failure than this: in a small one that is as far as it can be.
 */
function quietOf(structure: Structure, seed: string): Int32Array {
  const { program, services, levels } = structure;
  const quiet = new Int32Array(program.counts.services);
  const streams = createWalkStreams();
  const walk = createWalk(structure, quiet, streams, createClasses(0, 0, streams, true));
  begin(walk, `quiet/${seed}`, 0, pilotYears(structure));
  const seconds = services.map(() => new Float64Array(levels));
  const { e } = walk;
  while (nextEvent(e) < e.horizon) {
    services.forEach((service, i) => (seconds[i][levelOf(e, service)] += nextEvent(e) - e.now));
    advance(e, nextEvent(e));
  }
  services.forEach((service, i) => {
    const all = seconds[i].reduce((sum, x) => sum + x, 0);
    if (program.serviceOnlyCounts[service] === 0) {
      quiet[service] = Math.max(1, fullLevel(program, service));
      if (seconds[i][quiet[service]] < SELDOM * all) throw new TooMuchWork();
      return;
    }
    let left = all / 2;
    let level = 0;
    while (level < levels - 1 && (left -= seconds[i][level]) > 0) level++;
    quiet[service] = Math.max(1, level);
  });
  return quiet;
}

/** A history of its own, at the moment from which on it is looked at. */
function begin(walk: Walk, seed: string, replication: number, years: number): void {
  const { e, ages } = walk;
  seedWalk(walk, seed, replication);
  beginHistory(walk.classes);
  start(e, `rare/${seed}`, replication, years, WARM_UP_SECONDS, years * SECONDS_PER_YEAR);
  drawAges(e, ages, e.program.counts.streams);
  advance(e, 0);
  e.now = 0;
}

export function summary(plan: RarePlan, batches: readonly RareBatch[]): RareEstimate {
  const { classes } = plan.walk;
  const years = plan.yearsPerBatch;
  const down = meanOf(batches.map(({ seconds }) => seconds / (years * SECONDS_PER_YEAR)));
  const total = batches.reduce((sum, { seconds }) => sum + seconds, 0);
  const share = (seconds: number) => (total > 0 ? seconds / total : 0);
  const all = [...classes.list, ...classes.unplanned];
  return {
    unavailability: down.mean,
    ci95: down.ci95,
    incidentsPerYear: meanOf(batches.map(({ incidents }) => incidents / years)),
    meanSeconds: meanLength(batches),
    relativeStandardError: down.mean > 0 ? down.error / down.mean : Infinity,
    largestShare: share(Math.max(...batches.map(({ largest }) => largest))),
    thinShare: share(Math.max(0, ...all.filter(({ strikes }) => strikes < FEW_STRIKES).map(({ carried }) => carried))),
    unreached: plan.unreached,
    years: years * batches.length,
    strikes: all.reduce((sum, { strikes }) => sum + strikes, 0),
    work: batches.reduce((sum, { work }) => sum + work, 0),
  };
}

/** With its standard error, and Student's interval, of what is never negative. */
function meanOf(values: readonly number[]): { mean: number; error: number; ci95: Interval } {
  const count = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / count;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  const half = studentQuantile(count - 1, 0.975) * error;
  return { mean, error, ci95: [Math.max(0, mean - half), mean + half] };
}

/**
 * A ratio of two means: its error is that of what is left of the one when the other is taken out (Cochran 1977, ch.
 * 6).
 */
function meanLength(batches: readonly RareBatch[]): { mean: number; ci95: Interval } | null {
  const seconds = batches.reduce((sum, each) => sum + each.seconds, 0);
  const incidents = batches.reduce((sum, each) => sum + each.incidents, 0);
  if (incidents === 0) return null;
  const mean = seconds / incidents;
  const { error } = meanOf(batches.map((each) => each.seconds - mean * each.incidents));
  const half = (studentQuantile(batches.length - 1, 0.975) * error * batches.length) / incidents;
  return { mean, ci95: [Math.max(0, mean - half), mean + half] };
}
