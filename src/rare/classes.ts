/*
 * Classes of strikes. All that one class has in store, weight times hazard, is laid end to end, and on average once in
 * every step of it, at a place drawn for that, it strikes with the step as its weight.
 */
import { uniform53 } from '../random/stream.ts';
import { standardExponential } from '../random/ziggurat.ts';

/** Strikes of a class in a pilot, about; of all classes, where they are many, and of each of them then. */
const PILOT_STRIKES = 300;
const ALL_PILOT_STRIKES = 12_000;
const FEWEST_PILOT_STRIKES = 40;
/** In a pilot, before a step is made coarser, in strikes of a class in one; and from one interval without events. */
const MANY_TIMES = 4 / 3;
const MANY_AT_ONCE = 30;
/** So much coarser it is then; and where classes are many, in which nobody knows yet what is to come, sooner. */
const COARSER = 4;
const FEWEST_BEFORE_COARSER = 10;
/** The first step of a class, in what was first found of it. */
const FIRST_STEP = 10;
/** Shares of the work: what follows from variances, and what all classes have alike. */
const BY_VARIANCE = 0.9;
/** A variance that was never above nothing says little. */
const LEAST_SHARE = 1e-3;

/**
 * Along the plain history, in copies that are about one service, and in those about several. A strike in one of the
 * last kind may lead to more of its own class, which a step that has had its one strike would have none for.
 */
export const PLAIN = 0;
const ABOUT_ONE = 1;
const ABOUT_SEVERAL = 2;
/** Where services are coupled: so many copies deep, since what little gets there is what matters there. */
const DEEPEST = 5;
const KINDS = ABOUT_SEVERAL + DEEPEST;

/** @param depth of the copy; 0: a plain history */
export function kindAt(depth: number, isCoupled: boolean, services: number): number {
  if (depth === 0) return PLAIN;
  if (isCoupled) return ABOUT_SEVERAL + Math.min(depth, DEEPEST) - 1;
  return services === 1 ? ABOUT_ONE : ABOUT_SEVERAL;
}

/** What is known of a class, and where it is on its way. */
export interface StrikeClass {
  /**
   * Distance to the failure before the strike; strikes that are as near go by the same step if nothing else is known.
   */
  readonly level: number;
  /** Its strikes have a step each, which leaves little to chance; otherwise the gaps between them are exponential. */
  readonly isSpread: boolean;
  /** Its step comes from a pilot before. */
  isPlanned: boolean;
  /** Expected failures that one strike stands for. */
  step: number;
  /** Steps done, and the place of the next strike, in steps. */
  done: number;
  next: number;
  /**
   * Since `beginPass`: expected failures in all, strikes, seconds of down time for a weight of 1: their sum, of
   * squares; work.
   */
  mass: number;
  strikes: number;
  value: number;
  squares: number;
  work: number;
  /** Strikes begun since the step was set; in pilots only. */
  begun: number;
  /** Of all passes: mean seconds of down time for a weight of 1. */
  known: number;
  knownStrikes: number;
  /** Down time that came of its strikes, theirs and of all that they led to: weighted seconds. */
  carried: number;
}

export interface Classes {
  readonly list: StrikeClass[];
  /** [group][level][kind] */
  readonly at: (StrikeClass | undefined)[];
  readonly isPilot: boolean;
  /** So many of the list have a step from the pilots; others are of one history only, and kept here when it is over. */
  planned: number;
  readonly unplanned: StrikeClass[];
  readonly levels: number;
  /** Whence places are drawn: a row that no snapshot takes back. */
  readonly streams: Int32Array;
}

export function createClasses(groups: number, levels: number, streams: Int32Array, isPilot: boolean): Classes {
  return {
    list: [],
    at: Array<StrikeClass | undefined>(groups * levels * KINDS),
    isPilot,
    planned: Infinity,
    unplanned: [],
    levels,
    streams,
  };
}

/** @param level distance before the strike; @param kind of history in which it is found */
export function indexOf({ levels }: Classes, group: number, level: number, kind: number): number {
  return (group * levels + level) * KINDS + kind;
}

/**
 * Goes on by so many expected failures. Call `strikesNext` until it says no.
 * @returns the class, which is made if there is none yet
 */
export function classOf(classes: Classes, group: number, level: number, kind: number, mass: number): StrikeClass {
  const at = indexOf(classes, group, level, kind);
  let found = classes.at[at];
  if (found === undefined) {
    found = create(level, kind < ABOUT_SEVERAL, unknownStep(classes, level, mass));
    found.next = placeAfter(classes, found, 0);
    classes.at[at] = found;
    classes.list.push(found);
  }
  if (classes.isPilot) coarsen(classes, found, mass);
  return found;
}

function pilotStrikes({ list }: Classes): number {
  return Math.min(PILOT_STRIKES, Math.max(FEWEST_PILOT_STRIKES, ALL_PILOT_STRIKES / list.length));
}

/** In a pilot nobody knows how much is to come: what strikes too often strikes less often from then on. */
function coarsen(classes: Classes, each: StrikeClass, mass: number): void {
  const once = mass / each.step / MANY_AT_ONCE;
  const share = pilotStrikes(classes) / PILOT_STRIKES;
  const many = MANY_TIMES * PILOT_STRIKES * share * (each.isPlanned ? 1 : share);
  if (each.begun < Math.max(FEWEST_BEFORE_COARSER, many) && once < 1) return;
  setStep(each, ((each.step * COARSER) / (each.isPlanned ? 1 : share)) * Math.max(1, once));
  each.begun = 0;
}

/** One that no pilot has met has little in store: the coarsest step of those as near to a failure, or of all. */
function unknownStep({ isPilot, list }: Classes, level: number, mass: number): number {
  if (isPilot) return mass * FIRST_STEP;
  const alike = list.filter((each) => each.level === level);
  return Math.min(Math.max(...(alike.length > 0 ? alike : list).map((each) => each.step)), 1);
}

function create(level: number, isSpread: boolean, step: number): StrikeClass {
  return {
    level,
    isSpread,
    isPlanned: false,
    step,
    done: 0,
    next: 0,
    mass: 0,
    strikes: 0,
    value: 0,
    squares: 0,
    work: 0,
    begun: 0,
    known: 0,
    knownStrikes: 0,
    carried: 0,
  };
}

/** The place of the next strike from there on. */
function placeAfter(classes: Classes, { isSpread }: StrikeClass, from: number): number {
  return from + (isSpread ? uniform53(classes.streams, 0) : standardExponential(classes.streams, 0));
}

/** Takes the next strike before the given place, in steps. @returns its place; −1: there is none */
export function strikeBefore(classes: Classes, each: StrikeClass, until: number): number {
  if (each.next >= until) return -1;
  const place = each.next;
  each.begun++;
  each.next = placeAfter(classes, each, each.isSpread ? Math.floor(place) + 1 : place);
  return place;
}

/** A strike of the class is over. @param value seconds of down time for a weight of 1, what it led to being expected */
export function noteStrike(each: StrikeClass, value: number, work: number, carried: number): void {
  each.strikes++;
  each.value += value;
  each.squares += value * value;
  each.work += work;
  each.carried += carried;
  each.knownStrikes++;
  each.known += (value - each.known) / each.knownStrikes;
}

/** Where it stands in its own measure stays. */
function setStep(each: StrikeClass, step: number): void {
  const left = ((each.next - each.done) * each.step) / step;
  each.step = step;
  each.done = 0;
  each.next = left;
}

/** Another history begins: all start anew, and what was not planned is not there. */
export function beginHistory(classes: Classes): void {
  for (const each of classes.list.splice(classes.planned)) {
    classes.at[classes.at.indexOf(each)] = undefined;
    classes.unplanned.push(each);
  }
  for (const each of classes.list) {
    each.done = 0;
    each.next = placeAfter(classes, each, 0);
  }
}

/** After a pilot: the next one strikes each class about as often. */
export function beginPass(classes: Classes): void {
  const strikes = pilotStrikes(classes);
  for (const each of classes.list) {
    if (each.mass > 0) each.step = each.mass / strikes;
    each.isPlanned = true;
    each.begun = each.mass = each.strikes = each.value = each.squares = each.work = 0;
  }
}

/**
 * Steps that make the variance smallest for so much work (Neyman 1934): strikes in proportion to mass √(E y² / work),
 * and a tenth of the work spread evenly.
 * @param scale history to come, in that of the pass that was last
 */
export function freeze(from: Classes, work: number, scale: number, streams: Int32Array): Classes {
  const known = from.list.filter((each) => each.strikes > 0);
  const workOf = (each: StrikeClass) => each.work / each.strikes;
  const wishes = known.map((each) => each.mass * Math.sqrt(each.squares / each.strikes / workOf(each)));
  const most = wishes.reduce((sum, wish, i) => sum + wish * workOf(known[i]), 0);
  const classes = createClasses(0, from.levels, streams, false);
  classes.at.length = from.at.length;
  known.forEach((each, i) => {
    const even = work / known.length / workOf(each);
    const share = most > 0 ? (work * wishes[i]) / most : even;
    const strikes = BY_VARIANCE * share + (1 - BY_VARIANCE) * Math.max(even, LEAST_SHARE);
    const copy = { ...create(each.level, each.isSpread, (each.mass * scale) / strikes), known: each.known };
    copy.knownStrikes = each.knownStrikes;
    classes.list.push(copy);
    classes.at[from.at.indexOf(each)] = copy;
  });
  classes.planned = classes.list.length;
  return classes;
}
