import type { Life, LifeEvent } from '../../src/run/life.ts';

/** An instant in which something happens, and when it is shown. */
interface Beat {
  /** Seconds since the fault; below 0: just before it. */
  readonly time: number;
  /** Seconds since the replay began. */
  readonly at: number;
  /** Events that have happened then. */
  readonly count: number;
}

/**
 * Slow motion: a drill has stages of seconds and of hours, so each instant is held long enough to be read, and the
 * waits between them are shortened, the longer the more.
 */
export interface Pace {
  /** The first is the state just before the fault. */
  readonly beats: readonly Beat[];
  /** Seconds that the replay takes. */
  readonly total: number;
  /** The drill's own length, seconds since the fault. */
  readonly length: number;
}

/** How long what matters stays, seconds; and so much for the first of them only, in a drill of many. */
const HOLD = 0.7;
const UNHURRIED = 60;
const REST_OF_THEM = 20;
/** What only concerns a single member passes more quickly, and all of them together in no more than that. */
const GLANCE = 0.2;
const GLANCES = 15;
/** All waits together. */
const WAITS = 40;
/** Before the fault, and after the last event. */
const LEAD = 0.8;

export function paceOf({ events, length, structure }: Pick<Life, 'events' | 'length' | 'structure'>): Pace {
  const instants = instantsOf(events, structure.entry);
  const major = instants.filter(({ matters }) => matters).length;
  const glance = Math.min(GLANCE, GLANCES / Math.max(1, instants.length - major));
  const hurried = Math.min(HOLD, REST_OF_THEM / Math.max(1, major - UNHURRIED));
  const ends = [...instants.slice(1).map(({ time }) => time), length];
  const waits = instants.map(({ time }, i) => wait(ends[i] - time));
  const scale = Math.min(1, WAITS / Math.max(1e-9, sum(waits)));

  const beats: Beat[] = [{ time: -1, at: 0, count: 0 }];
  let at = LEAD;
  let held = 0;
  instants.forEach(({ time, count, matters }, i) => {
    beats.push({ time, at, count });
    at += (matters ? (held++ < UNHURRIED ? HOLD : hurried) : glance) + waits[i] * scale;
  });
  return { beats, total: at, length: Math.max(length, 0) };
}

/**
 * Seconds on the screen for so long a wait: 0.3 for a second, 1.5 for half a minute, 3 for ten minutes, 5 for a day.
 */
function wait(seconds: number): number {
  return 0.3 * Math.log2(1 + Math.max(0, seconds));
}

interface Instant {
  readonly time: number;
  readonly count: number;
  /** A stage, a wait, a domain, or the entry going down or up: what a drill is about. */
  readonly matters: boolean;
}

function instantsOf(events: readonly LifeEvent[], entry: number): Instant[] {
  const instants: Instant[] = [];
  let fares = 'up';
  events.forEach(({ time, kind, index, state }, i) => {
    const isEntry = kind === 'service' && index === entry;
    const matters =
      kind === 'stage' ||
      kind === 'wait' ||
      kind === 'domain' ||
      kind === 'link' ||
      kind === 'shock' ||
      (isEntry && state !== fares) ||
      time === 0;
    if (isEntry) fares = state;
    const last = instants.at(-1);
    const instant = { time, count: i + 1, matters: matters || (last?.time === time && last.matters) };
    if (last?.time === time) instants[instants.length - 1] = instant;
    else instants.push(instant);
  });
  return instants;
}

/** Index of the beat that is shown at a place of the replay. */
export function beatAt({ beats }: Pace, at: number): number {
  return lastOf(beats, (beat) => beat.at <= at + 1e-9);
}

/** Index of the last beat of which it holds, as it does of all before; 0 where it holds of none. */
function lastOf(beats: readonly Beat[], holds: (beat: Beat) => boolean): number {
  let [low, high] = [0, beats.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(beats[middle])) low = middle;
    else high = middle;
  }
  return low;
}

/** The beat and where time stands when it is over. */
function stretch({ beats, total, length }: Pace, index: number): readonly [from: Beat, to: Pick<Beat, 'at' | 'time'>] {
  const from = beats[index];
  return [from, beats[index + 1] ?? { at: total, time: Math.max(length, from.time) }];
}

/** Seconds since the fault at a place of the replay; between two beats time passes evenly. */
export function timeAt(pace: Pace, at: number): number {
  const index = beatAt(pace, at);
  if (index === 0) return 0;
  const [from, to] = stretch(pace, index);
  const part = to.at > from.at ? Math.min(1, (at - from.at) / (to.at - from.at)) : 1;
  return from.time + (to.time - from.time) * part;
}

/** The place of the replay that shows a time. */
export function placeOf(pace: Pace, time: number): number {
  const index = lastOf(pace.beats, (beat) => beat.time <= time);
  if (index === 0) return 0;
  const [from, to] = stretch(pace, index);
  return to.time > from.time
    ? from.at + (to.at - from.at) * Math.min(1, (time - from.time) / (to.time - from.time))
    : from.at;
}

/** How many seconds of the drill pass in one of the replay. */
export function hurryAt(pace: Pace, at: number): number {
  const index = beatAt(pace, at);
  if (index === 0) return 1;
  const [from, to] = stretch(pace, index);
  return (to.time - from.time) / (to.at - from.at);
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
