import type { Program } from '../compile/program.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createSnapshot, type Snapshot } from '../engine/history.ts';
import { advance } from '../engine/replicate.ts';
import { start } from '../engine/start.ts';
import { createStreams, KEY_STRIDE, keyOf, keyOfHistory, seedRow } from '../random/stream.ts';
import { SOURCE } from '../compile/program.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Goals } from '../observe/told.ts';
import { drawAges } from './ages.ts';
import { beginHistory, type Classes } from './classes.ts';
import { CopyProbe } from './copy-probe.ts';
import type { Group, Structure } from './groups.ts';
import { places } from './level.ts';
import { TILT } from './tilt.ts';

/** Strikes that an interval without events has in store, in the order in which they were found. */
export interface Crossings {
  count: number;
  readonly clock: number[];
  readonly time: number[];
  readonly group: Group[];
  readonly level: number[];
}

/** What is kept of a copy while copies of it are lived: one for each depth. */
export interface Frame {
  readonly kept: Snapshot;
  readonly crossings: Crossings;
  /** [service] its own: the smallest distance to its failure so far; −1: no service of this copy, or not any more. */
  readonly least: Int32Array;
  open: number;
  /** Failures that happened by themselves and brought an own service nearer. */
  natural: number;
}

/** One thread's way through plain histories and their copies. */
export interface Walk {
  readonly e: Engine;
  readonly probe: CopyProbe;
  /** End of the plain history, in which copies are struck: seconds. What is counted in copies ends later. */
  horizon: number;
  readonly structure: Structure;
  classes: Classes;
  readonly frames: Frame[];
  /** [service] from this distance on it is where it usually is. */
  readonly quiet: Int32Array;
  /** [stock] so many parts are on order, at most, where it usually is. */
  readonly partsOnOrder: Int32Array;
  /** [service] 1: it was there at the beginning of the interval of the plain history. */
  readonly wasQuiet: Uint8Array;
  /** Choices that no snapshot takes back: row 0 the places of strikes, row 1 who of those that are alike is struck. */
  readonly streams: Int32Array;
  /** End of the interval, without events, that is looked at: seconds on the history's clock. */
  until: number;
  /** Times that the entry went down, each with its weight and the share of it that is the copy's. */
  incidents: number;
  /** [`Structure.likeOf`] 1: such a service was down in a copy of its own. */
  readonly reached: Uint8Array;
  /** Services that the copies under way are about, and groups that can bring one of them nearer to its failure. */
  own: readonly number[];
  family: readonly Group[];
  /** [services] such groups. */
  readonly families: Map<string, readonly Group[]>;
  /**
   * Copies so far in this history; key of the history's copies; key of their purpose; rows that each copy draws anew.
   */
  copies: number;
  readonly history: Int32Array;
  readonly purpose: Int32Array;
  readonly rows: readonly number[];
  /** Instants lived in copies, strikes, and the most that are lived in one history. */
  work: number;
  readonly mostWork: number;
}

/** Instants in copies of one history: what takes more does not end. */
const MOST_WORK = 3_000_000;

/** So many checks find what was there at the beginning. */
const CHECKS_TO_SETTLE = 10;

const PLACES = 0;
export const CHOICES = 1;

export function createWalk(
  structure: Structure,
  { quiet, partsOnOrder }: Pick<Walk, 'quiet' | 'partsOnOrder'>,
  streams: Int32Array,
  classes: Classes,
  goals: Goals,
): Walk {
  const { program } = structure;
  const probe = new CopyProbe(program, goals);
  const purpose = new Int32Array(KEY_STRIDE);
  keyOf('purpose/copies', purpose, 0);
  const e = createEngine(program, probe);
  e.tilt = TILT;
  return {
    e,
    probe,
    horizon: 0,
    structure,
    classes,
    frames: [],
    quiet,
    partsOnOrder,
    wasQuiet: new Uint8Array(places(program)),
    streams,
    until: NaN,
    incidents: 0,
    reached: new Uint8Array(structure.likes),
    own: [],
    family: [],
    families: new Map(),
    copies: 0,
    history: new Int32Array(KEY_STRIDE),
    purpose,
    rows: rowsOfCopies(program),
    work: 0,
    mostWork: MOST_WORK,
  };
}

/**
 * Rings do not depend on what happens, so that a copy goes on with those that are there; everything else is drawn
 * anew.
 */
function rowsOfCopies({ counts, sources }: Program): number[] {
  const rings = new Set<number>();
  for (let at = 0; at < sources.length; at += SOURCE.stride)
    rings.add(sources[at + SOURCE.rings]).add(sources[at + SOURCE.repairs]);
  return Array.from({ length: counts.streams + 1 }, (_, row) => row).filter((row) => !rings.has(row));
}

/** Keys of the history: the same for any number of workers. */
function seedWalk(walk: Walk, seed: string, replication: number): void {
  keyOfHistory(`copies/${seed}`, replication, walk.history);
  walk.copies = 0;
  walk.work = 0;
  walk.incidents = 0;
  for (const row of [PLACES, CHOICES]) seedRow(walk.streams, row, walk.history, walk.purpose, 0, -2 - row);
}

/** A history of its own, at the moment from which on it is looked at. */
export function begin(walk: Walk, seed: string, replication: number, years: number): void {
  const { e, probe } = walk;
  seedWalk(walk, seed, replication);
  beginHistory(walk.classes);
  walk.horizon = years * SECONDS_PER_YEAR;
  probe.listens = false;
  // What has an end is the plain history, and not what is counted.
  start(e, `rare/${seed}`, replication, years, warmUpOf(e.program), Infinity);
  drawAges(e, probe, e.program.counts.streams);
  advance(e, 0);
  e.now = 0;
}

/**
 * Clocks begin in the steady state; roles, people and restarts settle in a year. What is not known to begin there has
 * gone through many of its checks by then.
 */
function warmUpOf({ startsSteady, inspectEvery, drillEvery }: Program): number {
  if (startsSteady) return SECONDS_PER_YEAR;
  return Math.max(SECONDS_PER_YEAR, CHECKS_TO_SETTLE * Math.max(...inspectEvery, ...drillEvery));
}

export function createWalkStreams(): Int32Array {
  return createStreams(2);
}

/** The copy that is lived from now on draws what no other one draws. */
export function seedCopy(walk: Walk): void {
  const { e, rows, history, purpose } = walk;
  const number = walk.copies++ * rows.length;
  for (let i = 0; i < rows.length; i++) seedRow(e.state.streams, rows[i], history, purpose, 0, number + i);
}

export function frameAt(walk: Walk, depth: number): Frame {
  while (walk.frames.length <= depth)
    walk.frames.push({
      kept: createSnapshot(walk.e),
      crossings: { count: 0, clock: [], time: [], group: [], level: [] },
      least: new Int32Array(places(walk.structure.program)).fill(-1),
      open: 0,
      natural: 0,
    });
  return walk.frames[depth];
}
