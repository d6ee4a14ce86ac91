import { FLEET, OWNER, type Program } from '../compile/program.ts';
import { evaluateAnswer } from '../engine/answer.ts';
import type { Turns } from '../engine/turns.ts';
import { drawMean } from '../random/draw-table.ts';
import type { Goals } from '../observe/told.ts';
import { meanOf, ratioOfMeans, type Replicated } from '../statistics/replicated.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { livePlain } from './cascade.ts';
import { beginPass, type Classes, createClasses, freeze } from './classes.ts';
import { type CopiesTold, NO_GOALS } from './copy-probe.ts';
import { isStruck, structureOf, type Structure } from './groups.ts';
import { type RareTold, toldBy } from './told.ts';
import { MOST_YEARS, PILOT_EVENTS, usualOf, type Usual } from './usual.ts';
import { begin, createWalk, createWalkStreams, type Walk } from './walk.ts';

/** Histories of their own, from whose spread the interval follows. */
const BATCHES = 50;
/**
 * Pilots are over when so many in a row have met no new class; there are never more than this, and few more once they
 * have taken a second.
 */
const QUIET_PILOTS = 3;
const MOST_PILOTS = 30;
const FEWEST_PILOTS = 6;
const MOST_PILOT_WORK = 1_000_000;
/** The share of all work that is plain, an event of it being worth an instant in a copy. */
const PLAIN_SHARE = 0.3;
/** A class that struck less often than this says little by itself. */
const FEW_STRIKES = 20;
const ENOUGH_OF_WIDE = 1000;

type Interval = readonly [low: number, high: number];
/** What began with one cause: seconds of down time a year, and how often. */
interface RareCause {
  /** Its row. */
  readonly cause: number;
  readonly downtimePerYear: Replicated;
  readonly incidentsPerYear: Replicated;
}

export interface RareEstimate {
  /** The entry's, in the long run, with an interval over the batches. */
  readonly unavailability: number;
  readonly ci95: Interval;
  /** Times a year that the entry goes down; and how long it then is, seconds: null where it never was. */
  readonly incidentsPerYear: Replicated;
  readonly meanSeconds: Replicated | null;
  /** By what took a service out of where it usually is, whatever came on top of it; the most down time first. */
  readonly byCause: readonly RareCause[];
  readonly told: RareTold;
  /** Infinity: nothing was ever down. */
  readonly relativeStandardError: number;
  /** The largest share of it that came of one failure in a plain history, with all copies of its copies. */
  readonly largestShare: number;
  /** The largest share of it that came of a class with fewer than 20 strikes. */
  readonly thinShare: number;
  /** A service that never failed in any copy of a pilot; null: there is none. Its index. */
  readonly unreached: number | null;
  /** Cause of what has no hazard by which it could be struck, and is met too seldom by itself; null: there is none. */
  readonly seldom: number | null;
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
  readonly seldom: number | null;
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
  /** [cause] the same. */
  readonly causeSeconds: Float64Array;
  readonly causeIncidents: Float64Array;
  readonly told: CopiesTold;
}

/**
 * The entry's unavailability in the long run, from strikes on copies.
 * @param program one that `scope.ts` lets pass
 * @param work instants to be lived, in plain histories and in copies, beside those of pilots: a million are about a
 * second
 * @throws TooMuchWork if copies do not end
 */
export function* estimateRareInTurns(
  program: Program,
  seed: string,
  work: number,
  goals = NO_GOALS,
): Turns<RareEstimate> {
  return yield* liveInTurns(yield* planRareInTurns(program, seed, work, goals));
}

export function* liveInTurns(plan: RarePlan): Turns<RareEstimate> {
  const batches: RareBatch[] = [];
  while (batches.length < plan.batches) {
    yield;
    batches.push(liveBatch(plan, batches.length));
  }
  return summary(plan, batches);
}

export function* planRareInTurns(program: Program, seed: string, work: number, goals = NO_GOALS): Turns<RarePlan> {
  return planOf(yield* pilotsInTurns(program, seed, goals), seed, work);
}

/** What pilots know, from which any number of plans can be made. */
interface Piloted {
  readonly usual: Usual;
  readonly walk: Walk;
  readonly classes: Classes;
}

/** @param goals that what happens in copies is held against */
export function* pilotsInTurns(program: Program, seed: string, goals = NO_GOALS): Turns<Piloted> {
  const structure = structureOf(program);
  const usual = usualOf(structure, seed);
  const walk = yield* pilot(structure, usual, seed, goals);
  return { usual, walk, classes: walk.classes };
}

/** Only the last plan of the same pilots can be lived. */
export function planOf({ usual, walk, classes }: Piloted, seed: string, work: number): RarePlan {
  const { structure } = walk;
  const { program } = structure;
  const years = Math.min(MOST_YEARS, ((PLAIN_SHARE * work) / PILOT_EVENTS) * usual.years);
  const canFail = structure.counted.filter((service) => canGoDown(structure, service) && takesDown(program, service));
  const unreached = canFail.find((service) => walk.reached[structure.likeOf[service]] === 0) ?? null;
  walk.classes = freeze(classes, work * (1 - PLAIN_SHARE), years / usual.years, walk.streams);
  const seldom = seldomOf(program, years);
  return { seed, walk, yearsPerBatch: years / BATCHES, batches: BATCHES, unreached, seldom };
}

/** It has something that strikes it, or sites that may be down. */
function canGoDown({ groupsOf, isCoupled, program }: Structure, service: number): boolean {
  const { memberCopy, serviceMembers } = program;
  return groupsOf[service].length > 0 || (isCoupled && memberCopy[serviceMembers[service]] >= 0);
}

/** Whether the entry is down where that service answers nothing. */
function takesDown(p: Program, service: number): boolean {
  const shares = new Float64Array(p.counts.services).fill(1);
  shares[service] = 0;
  return evaluateAnswer(p, shares, new Float64Array(p.answerDepth + 1), p.entry) < p.downBelow;
}

/** A cause without hazard that so many years seldom have; null: none. */
function seldomOf(p: Program, years: number): number | null {
  for (let at = 0; at < p.fleets.length; at += FLEET.stride) {
    if (isStruck(p, at)) continue;
    const often = (years * SECONDS_PER_YEAR * p.fleets[at + FLEET.clocks]) / secondsBetween(p, at);
    const isWide = p.draws.isWide[downDrawOf(p, at)] === 1;
    if (often < (isWide ? ENOUGH_OF_WIDE : FEW_STRIKES)) return p.fleets[at + FLEET.cause];
  }
  return null;
}

/** What it is down for is drawn as it is, so that it takes many to meet the long ones. */
function downDrawOf(p: Program, at: number): number {
  if (p.fleets[at + FLEET.ownerKind] !== OWNER.deploy) return p.fleets[at + FLEET.downDraw];
  return p.deployRecoveryDraw[p.fleets[at + FLEET.owner] - p.counts.shocks];
}

function secondsBetween(p: Program, at: number): number {
  if (p.fleets[at + FLEET.ownerKind] !== OWNER.deploy)
    return drawMean(p.draws, p.fleets[at + FLEET.upDraw]) + drawMean(p.draws, p.fleets[at + FLEET.downDraw]);
  const deploy = p.fleets[at + FLEET.owner] - p.counts.shocks;
  return drawMean(p.draws, p.deployEveryDraw[deploy]) / p.deployFailureRate[deploy];
}

/** The same plan and batch are the same bits, whatever else was lived before. */
export function liveBatch({ walk, seed, yearsPerBatch }: RarePlan, batch: number): RareBatch {
  begin(walk, seed, batch, yearsPerBatch);
  const causes = walk.e.program.counts.causes;
  const causeSeconds = new Float64Array(causes);
  const causeIncidents = new Float64Array(causes);
  let seconds = 0;
  let largest = 0;
  livePlain(walk, walk.horizon, (total, incidents, cause) => {
    seconds += total;
    largest = Math.max(largest, total);
    causeSeconds[cause] += total;
    causeIncidents[cause] += incidents;
  });
  const told = walk.probe.close(yearsPerBatch);
  return { seconds, incidents: walk.incidents, largest, work: walk.work, causeSeconds, causeIncidents, told };
}

/** Finds out what classes there are, and what their strikes are worth: of that only the steps are kept. */
function* pilot(structure: Structure, usual: Usual, seed: string, goals: Goals): Turns<Walk> {
  const streams = createWalkStreams();
  const classes = createClasses(structure.likes, structure.levels, streams, true);
  const walk = createWalk(structure, usual, streams, classes, goals);
  let known = 0;
  let work = 0;
  for (let pass = 0, quiet = 0; pass < MOST_PILOTS && quiet < QUIET_PILOTS; pass++) {
    if (pass >= FEWEST_PILOTS && work > MOST_PILOT_WORK) break;
    yield;
    beginPass(classes);
    begin(walk, `pilots/${seed}`, pass, usual.years);
    livePlain(walk, walk.horizon, () => undefined);
    work += walk.work;
    quiet = classes.list.length === known ? quiet + 1 : 0;
    known = classes.list.length;
  }
  return walk;
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
    meanSeconds: ratioOfMeans(
      batches.map(({ seconds }) => seconds),
      batches.map(({ incidents }) => incidents),
    ),
    byCause: causesOf(batches, years),
    told: toldBy(
      plan.walk.structure,
      batches.map(({ told }) => told),
    ),
    relativeStandardError: down.mean > 0 ? down.error / down.mean : Infinity,
    largestShare: share(Math.max(...batches.map(({ largest }) => largest))),
    thinShare: share(Math.max(0, ...all.filter(({ strikes }) => strikes < FEW_STRIKES).map(({ carried }) => carried))),
    unreached: plan.unreached,
    seldom: plan.seldom,
    years: years * batches.length,
    strikes: all.reduce((sum, { strikes }) => sum + strikes, 0),
    work: batches.reduce((sum, { work }) => sum + work, 0),
  };
}

function causesOf(batches: readonly RareBatch[], years: number): RareCause[] {
  return Array.from(batches[0].causeSeconds, (_, cause) => ({
    cause,
    downtimePerYear: meanOf(batches.map(({ causeSeconds }) => causeSeconds[cause] / years)),
    incidentsPerYear: meanOf(batches.map(({ causeIncidents }) => causeIncidents[cause] / years)),
  }))
    .filter(({ downtimePerYear }) => downtimePerYear.mean > 0)
    .sort((a, b) => b.downtimePerYear.mean - a.downtimePerYear.mean);
}
