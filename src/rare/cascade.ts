import { OWNER } from '../compile/program.ts';
import { strikeNow } from '../engine/clocks.ts';
import type { Engine } from '../engine/engine.ts';
import { nextEvent } from '../engine/heap.ts';
import { restore, snapshot } from '../engine/history.ts';
import { advance } from '../engine/replicate.ts';
import { instantEnds } from '../engine/settle.ts';
import { drawTilted } from './tilt.ts';
import { indexOf, kindAt, noteStrike, PLAIN } from './classes.ts';
import { accumulateClock, accumulateMembers } from './cross.ts';
import type { Group, Structure } from './groups.ts';
import { isEntryDown, levelOf } from './level.ts';
import { closeQuiet, keepOut, leaveByThemselves, noteQuiet, openQuiet } from './quiet.ts';
import { frameAt, seedCopy, type Frame, type Walk } from './walk.ts';

/*
 * The cascade. Whatever takes a service down begins with a failure that takes it out of where it usually is, and there
 * is a last moment before that. The measure of such failures is hazard × time along the plain history (the
 * compensator), whatever the state is, so that they can be struck in copies of it wherever there is hazard, and need
 * not be waited for. A copy lives on by itself until its services are where they usually are. What would bring one of
 * them nearer to its failure than it has been in the copy is struck in copies of the copy by the same rule; when it
 * happens by itself the copy ends, for that is counted already. Distances only fall from copy to copy, so there is an
 * end to it.
 */

/** Half of the repairs of what is struck are those that a random moment meets. */
const STRUCK_SHARE = 0.5;

/** Copies do not end, or there are too many. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork';
}

/** Work of a strike itself, in that of an instant in a copy. */
const STRIKE_WORK = 2;

/**
 * The first delays of a copy that vary much, and its first coin, are drawn so that what is rare and long among them is
 * met.
 */
const TILTED_DELAYS = 2;
const TILTED_COINS = 1;
/** Of victims that are repaired each by itself, each is a coin. */
const MOST_VICTIM_COINS = 8;

/** What a copy came to. */
interface Booked {
  /**
   * Weighted seconds of down time of its services, with all copies of it; services that are down together share them.
   */
  total: number;
  /** The same without copies of it, but with what those are expected to come to, for a weight of 1. */
  expected: number;
  /** Instants lived in the copy itself. */
  work: number;
}

const NOTHING: Booked = { total: 0, expected: 0, work: 0 };

type Note = (total: number, incidents: number, cause: number) => void;

/**
 * Lives the plain history on to the given time, striking copies of it. The plain history is what it would be without.
 * @param note of each copy of it: weighted seconds of down time with all that it led to, how often that began, and the
 * cause of what began the copy
 */
export function livePlain(walk: Walk, until: number, note: Note): void {
  const { e, probe, structure } = walk;
  const frame = frameAt(walk, 0);
  probe.listens = true;
  while (e.now < until) {
    const next = nextEvent(e);
    walk.until = Math.min(next, until);
    frame.crossings.count = 0;
    noteQuiet(walk);
    for (const group of structure.groups) lookAtPlain(walk, group, frame);
    if (frame.crossings.count > 0) {
      snapshot(e, frame.kept);
      for (let i = 0; i < frame.crossings.count; i++) {
        const before = walk.incidents;
        const { total } = strike(walk, 0, i);
        note(total, walk.incidents - before, frame.crossings.group[i].cause);
        restore(e, frame.kept);
      }
    }
    if (next >= until) break;
    const group = groupOfNext(walk);
    const wasDown = isEntryDown(e);
    advance(e, next);
    if (!leaveByThemselves(walk, group, frameAt(walk, 1))) {
      probe.drop();
      continue;
    }
    take(walk, frameAt(walk, 1));
    const before = walk.incidents;
    const { cause } = e;
    const { total } = follow(walk, frame, wasDown);
    note(total, walk.incidents - before, cause);
  }
}

/** A copy of what has happened by itself, and is met as often as it happens. */
function follow(walk: Walk, { kept }: Frame, wasDown: boolean): Booked {
  const { e } = walk;
  snapshot(e, kept);
  e.weight = 1;
  seedCopy(walk);
  e.tiltedDelays = TILTED_DELAYS;
  e.tiltedCoins = TILTED_COINS;
  const booked = path(walk, 1, 1, wasDown);
  restore(e, kept);
  return booked;
}

/** Hazard of what would take a service out of where it usually is. */
function lookAtPlain(walk: Walk, group: Group, { crossings }: Frame): void {
  const { e, quiet, wasQuiet } = walk;
  if (group.firstMember >= 0) {
    const service = group.services[0];
    const level = quiet[service];
    if (wasQuiet[service] === 0 || levelOf(e, service) > level) return;
    accumulateMembers(walk, crossings, group, level, PLAIN, 1);
    return;
  }
  if (e.state.clockDown[group.firstClock] !== 0) return;
  for (let i = 0; i < group.services.length; i++) {
    const service = group.services[i];
    if (wasQuiet[service] === 0) continue;
    // A false alarm takes no member, and the service out of its quiet all the same.
    if (group.most[i] > 0 && levelOf(e, service) - group.most[i] >= quiet[service]) continue;
    accumulateClock(walk, crossings, group, group.firstClock, quiet[service], PLAIN, 1);
    return;
  }
}

/** The state is that of the interval in which it was found; what becomes of it is left in the engine. */
function strike(walk: Walk, depth: number, crossing: number): Booked {
  const { e, classes, probe, structure } = walk;
  const parent = frameAt(walk, depth);
  const child = frameAt(walk, depth + 1);
  const { group: groups, clock: clocks, time, level } = parent.crossings;
  const group = groups[crossing];
  const each =
    classes.at[indexOf(classes, group.alike, level[crossing], kindAt(depth, structure.isCoupled, walk.own.length))]!;
  const weight = each.step;
  e.now = time[crossing];
  // The time before it is the parent's.
  if (isEntryDown(e)) probe.settlePart(e, 0);
  e.weight = weight;
  seedCopy(walk);
  if (depth === 0) openQuiet(walk, group.services, child);
  else openLike(walk, parent, child);
  const scratch = structure.program.counts.streams;
  const repair =
    group.downDraw < 0 || group.kind === OWNER.commonCause ? 0 : drawTilted(e, group.downDraw, scratch, STRUCK_SHARE);
  e.tiltedDelays = TILTED_DELAYS;
  e.tiltedCoins = TILTED_COINS + coinsOf(structure, group);
  const wasDown = isEntryDown(e);
  strikeNow(e, clocks[crossing], repair);
  if (e.attention !== 0) instantEnds(e);
  // What takes no time follows in the same instant.
  if (nextEvent(e) === e.now) advance(e, e.now);
  const counts = depth === 0 ? keepOut(walk, child) : fallsTo(walk, child);
  if (counts) take(walk, child);
  else probe.drop();
  const booked = counts ? path(walk, depth + 1, weight, wasDown) : NOTHING;
  noteStrike(each, booked.expected, STRIKE_WORK + booked.work, booked.total);
  return booked;
}

/** So many coins say whom it hits. */
function coinsOf({ program: { shockMemberOffsets: offsets } }: Structure, { kind, owner }: Group): number {
  if (kind === OWNER.commonCause) return Math.min(MOST_VICTIM_COINS, offsets[owner + 1] - offsets[owner]);
  return kind === OWNER.shock ? 1 : 0;
}

/** A copy of a copy is about the same services. */
function openLike({ own }: Walk, parent: Frame, child: Frame): void {
  child.least.fill(-1);
  for (const service of own) child.least[service] = parent.least[service];
  child.open = parent.open;
  child.natural = parent.natural;
}

/** Whether one of the copy's services is nearer to its failure than ever; that is noted. */
function fallsTo({ e, own, structure }: Walk, { least }: Frame): boolean {
  let falls = false;
  for (const service of own) {
    if (structure.isStruck[service] === 0) continue;
    const level = levelOf(e, service);
    if (level >= least[service]) continue;
    least[service] = level;
    falls = true;
  }
  return falls;
}

/** @param weight that it was struck with; @param wasDown the entry was, before it was struck */
function path(walk: Walk, depth: number, weight: number, wasDown: boolean): Booked {
  const { e, probe } = walk;
  const frame = frameAt(walk, depth);
  let total = 0;
  let expected = 0;
  let work = 0;
  noteIncident(walk, frame, wasDown);
  closeQuiet(walk, frame);
  while (frame.open > 0 || followsIncident(walk)) {
    work++;
    if (++walk.work > walk.mostWork) throw new TooMuchWork();
    walk.until = nextEvent(e);
    const part = isEntryDown(e) ? ownPart(walk, frame) : 0;
    const own = e.weight * part * (walk.until - e.now);
    total += own;
    expected += own;
    frame.crossings.count = 0;
    const kind = kindAt(depth, walk.structure.isCoupled, walk.own.length);
    if (frame.open > 0) for (const group of walk.family) expected += lookAtCopy(walk, group, frame, kind);
    if (frame.crossings.count > 0) {
      snapshot(e, frame.kept);
      for (let i = 0; i < frame.crossings.count; i++) {
        total += strike(walk, depth, i).total;
        restore(e, frame.kept);
      }
    }
    const isDown = isEntryDown(e);
    if (isDown) settleUntil(walk, part);
    // What brings a service nearer to its failure without being one, a role that moves, was not struck.
    const isFailure = happen(walk, frame);
    if (fallsTo(walk, frame) && isFailure) {
      probe.drop();
      break;
    }
    take(walk, frame);
    noteIncident(walk, frame, isDown);
    closeQuiet(walk, frame);
  }
  return { total, expected: expected / weight, work };
}

/** What the instant told is counted. */
function take({ probe, structure }: Walk, { least }: Frame): void {
  probe.take((service) => structure.isCoupled || least[service] >= 0);
}

/** An incident that is the copy's lasts, though its services are back: others went down in it. */
function followsIncident({ e, probe }: Walk): boolean {
  return probe.share > 0 && isEntryDown(e);
}

/** Books the open incident up to the interval's end, before what happens then. @param part of it that is the copy's */
function settleUntil({ e, probe }: Walk, part: number): void {
  e.now = nextEvent(e);
  probe.settlePart(e, part);
}

/**
 * Hazard of what would bring a service of the copy nearer to its failure than ever. @returns what it is worth,
 * expected
 */
function lookAtCopy(walk: Walk, group: Group, { crossings, least }: Frame, kind: number): number {
  const { e } = walk;
  if (group.firstMember >= 0) {
    const service = group.services[0];
    const level = levelOf(e, service);
    if (level === 0 || level !== least[service]) return 0;
    return accumulateMembers(walk, crossings, group, level, kind, e.weight);
  }
  if (e.state.clockDown[group.firstClock] !== 0) return 0;
  let nearest = Infinity;
  for (let i = 0; i < group.services.length; i++) {
    const service = group.services[i];
    const level = levelOf(e, service);
    if (level > 0 && level - group.most[i] < least[service]) nearest = Math.min(nearest, least[service]);
  }
  if (nearest === Infinity) return 0;
  return accumulateClock(walk, crossings, group, group.firstClock, nearest, kind, e.weight);
}

/**
 * The next instant of the copy. What fails by itself and concerns it is repaired as slowly as a random moment finds,
 * more seldom each time.
 * @returns whether something fails in it that is struck, where it brings a service nearer to its failure
 */
function happen(walk: Walk, frame: Frame): boolean {
  const { e } = walk;
  const { groups } = walk.structure;
  const next = nextEvent(e);
  const clock = nextFailure(e);
  const group = groupOfNext(walk);
  const draw = group < 0 ? -1 : groups[group].downDraw;
  const share = draw < 0 ? 0 : naturalShare(frame, groups[group]);
  if (share > 0) {
    const seconds = drawTilted(e, draw, e.program.counts.streams, share);
    if (clock < e.program.counts.exponentialClocks) {
      e.state.ringRepair[e.state.ringOrder[e.ringAt]] = seconds;
    } else {
      e.now = next;
      e.events++;
      strikeNow(e, clock, seconds);
      if (e.attention !== 0) instantEnds(e);
    }
  }
  advance(e, next);
  return group >= 0 && groups[group].kind !== OWNER.falsePositive;
}

/** The group that fails in the next instant; −1: something else happens. */
function groupOfNext({ e, structure }: Walk): number {
  const clock = nextFailure(e);
  return clock < 0 ? -1 : structure.groupOf[clock];
}

/** The clock that fails in the next instant; −1: something else happens. */
function nextFailure({ nextRing, ringAt, heapSize, slots, state }: Engine): number {
  const queued = heapSize > 0 ? state.heapTime[0] : Infinity;
  const clock = nextRing < queued ? state.ringClock[state.ringOrder[ringAt]] : heapSize > 0 ? state.heapSlot[0] : -1;
  return clock < slots.timers && clock >= 0 && state.clockDown[clock] === 0 ? clock : -1;
}

/** 0: the clock is nothing to a service of the copy. */
function naturalShare(frame: Frame, { services }: Group): number {
  if (!services.some((service) => frame.least[service] >= 0)) return 0;
  return 1 / (2 * (++frame.natural + 1));
}

/** The entry may have gone down: as much of that is the copy's as of those that keep it down. */
function noteIncident(walk: Walk, frame: Frame, wasDown: boolean): void {
  const { e, probe } = walk;
  if (wasDown || !isEntryDown(e)) return;
  probe.share = ownPart(walk, frame);
  const weight = e.weight * probe.share;
  walk.incidents += weight;
  probe.goesDown(weight);
}

/** Of all services that do not answer all, the share that is the copy's; they have been reached. */
function ownPart({ e, own, reached, structure }: Walk, { least }: Frame): number {
  const { ownShare } = e.state;
  const isDown = isEntryDown(e);
  let mine = 0;
  for (const service of structure.isCoupled ? structure.counted : own) {
    if (ownShare[service] === 1 || (!structure.isCoupled && least[service] < 0)) continue;
    if (isDown) reached[structure.likeOf[service]] = 1;
    mine++;
  }
  if (structure.isCoupled) return 1;
  if (mine === 0) return 0;
  let all = 0;
  for (const service of structure.services) if (ownShare[service] < 1) all++;
  return mine / all;
}
