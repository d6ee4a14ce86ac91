import { PROGRAM_VERSION, type Program } from '../compile/program.ts';
import type { Probe } from './probe.ts';
import { createState, type State } from './state.ts';
import { slotsOf, type Slots } from './timers.ts';

/** One replication at a time over one program. Scalars of the state live here; arrays in `state`. */
export interface Engine {
  readonly program: Program;
  readonly state: State;
  readonly slots: Slots;
  readonly probe: Probe<Engine>;
  /** Seconds since the observed years began. */
  now: number;
  heapSize: number;
  /** Rings that are drawn ahead (`tape.ts`): when the next one is (Infinity: never), its place among how many, and until when all are drawn. */
  nextRing: number;
  ringAt: number;
  ringCount: number;
  ringsUntil: number;
  /** Scratch: where rings of each stretch of time begin as they are put in order. */
  readonly buckets: Int32Array;
  /** Seconds of the repair of whatever fails now. */
  repair: number;
  events: number;
  /** Cause of the latest failure, for whatever goes down next, and its clock; −1: a switch back home. */
  cause: number;
  causeClock: number;
  /** End of the observed years, seconds. */
  horizon: number;
  /** Not 0: sites have to follow their copies, or a probe follows something, so that the instant needs a look when it is over. */
  attention: number;
  /** Services that wait and have to look again when the instant is over; 1: so has whoever waits for a backup. */
  lookingAgain: number;
  domainsBack: number;
  /** 1: backups are out of reach that somebody may read. */
  readersToInterrupt: number;
  /** How many members, services that only count, and services with an alarm are marked. */
  marked: number;
  markedShares: number;
  alarms: number;
  /** Some service works on sites. */
  readonly hasSites: boolean;
  /** Sites whose copies have changed and which have not followed yet. */
  unsettled: number;
  /** Before this no backup was made; −Infinity: they have always been. Not 0: copies within reach wait for what they have missed. */
  firstBackup: number;
  backlog: number;
  /** Scratch of a restore: to when it leads back; until when what builds upon its full backup may have begun, and the latest drill that
   * has tried it; numbers of full backups, from the newest to the oldest without a gap. */
  restorePoint: number;
  chainEnd: number;
  chainTried: number;
  newestFull: number;
  oldestFull: number;
  /** What the history stands for: 1, or less where it is a copy's. Everything that probes are told counts so much. */
  weight: number;
  /**
   * So many delays, and so many coins, will yet be drawn from another distribution than they have (`tilt.ts`), with
   * the weight for it. 0 in a plain history.
   */
  tiltedDelays: number;
  tiltedCoins: number;
}

/**
 * @param probe what it keeps must fit the program and the longest replication
 * @throws if the program was compiled by another version
 */
export function createEngine(program: Program, probe: Probe<Engine>): Engine {
  if (program.version !== PROGRAM_VERSION) {
    throw new Error(
      `this engine runs programs of version ${PROGRAM_VERSION}, got ${String(program.version)}: reload so that page and workers are of one build`,
    );
  }
  return {
    program,
    state: createState(program),
    slots: slotsOf(program),
    probe,
    // NaN until a replication starts (and a double from the first moment on, for the compiler's sake).
    now: NaN,
    heapSize: 0,
    nextRing: NaN,
    ringAt: 0,
    ringCount: 0,
    ringsUntil: NaN,
    buckets: new Int32Array(program.tapeLength / 2 + 1),
    repair: NaN,
    events: 0,
    cause: 0,
    causeClock: -1,
    horizon: NaN,
    attention: 0,
    lookingAgain: 0,
    domainsBack: 0,
    readersToInterrupt: 0,
    marked: 0,
    markedShares: 0,
    alarms: 0,
    hasSites: program.memberCopy.some((copy) => copy >= 0),
    unsettled: 0,
    firstBackup: NaN,
    backlog: 0,
    restorePoint: NaN,
    chainEnd: NaN,
    chainTried: NaN,
    newestFull: NaN,
    oldestFull: NaN,
    weight: 1,
    tiltedDelays: 0,
    tiltedCoins: 0,
  };
}
