import { PROGRAM_VERSION, type Program } from '../compile/program.ts';
import type { Observer } from './observer.ts';
import { createState, slotsOf, type Slots, type State } from './state.ts';

/** One replication at a time over one program. Scalars of the state live here; arrays in `state`. */
export interface Engine {
  readonly program: Program;
  readonly state: State;
  readonly slots: Slots;
  readonly observer: Observer;
  /** Seconds since the observed years began. */
  now: number;
  heapSize: number;
  /** Next ring of the aggregate clock. */
  nextAggregate: number;
  events: number;
  /** Cause of the latest failure, for whatever goes down next, and its clock; −1: a switch back home. */
  cause: number;
  causeClock: number;
  /** End of the observed years, seconds. */
  horizon: number;
  /** Time up to which the entry's downtime is booked. */
  booked: number;
  /** Start of the open incident; NaN when the entry is not down. */
  incidentStart: number;
  incidentCause: number;
  /** Seconds of writes lost in the open incident. */
  incidentLoss: number;
  /** Where what began it stood, −1 outside all domains; how many failures it took; how many services are down by themselves, and since when that is not booked. */
  incidentPlace: number;
  incidentFailures: number;
  blamedCount: number;
  blameSince: number;
  /** Stage that the open incident is in, of `PHASE`, and since when; −1 until its first instant is over. */
  phase: number;
  phaseSince: number;
  /** Not 0: sites have to follow their copies, or an incident is open, so that the instant needs a look when it is over. */
  attention: number;
  /** Services that wait and have to look again when the instant is over; 1: so has whoever waits for a backup. */
  lookingAgain: number;
  domainsBack: number;
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
  /** Seconds of writes lost since the history began, in incidents or not; Infinity: for good. */
  lost: number;
}

/**
 * @param observer its arrays must fit the program and the longest replication
 * @throws if the program was compiled by another version
 */
export function createEngine(program: Program, observer: Observer): Engine {
  if (program.version !== PROGRAM_VERSION) {
    throw new Error(
      `this engine runs programs of version ${PROGRAM_VERSION}, got ${String(program.version)}: reload so that page and workers are of one build`,
    );
  }
  return {
    program,
    state: createState(program),
    slots: slotsOf(program),
    observer,
    // NaN until a replication starts (and a double from the first moment on, for the compiler's sake).
    now: NaN,
    heapSize: 0,
    nextAggregate: NaN,
    events: 0,
    cause: 0,
    causeClock: -1,
    horizon: NaN,
    booked: NaN,
    incidentStart: NaN,
    incidentCause: 0,
    incidentLoss: NaN,
    incidentPlace: -1,
    incidentFailures: 0,
    blamedCount: 0,
    blameSince: NaN,
    phase: -1,
    phaseSince: NaN,
    attention: 0,
    lookingAgain: 0,
    domainsBack: 0,
    hasSites: program.memberCopy.some((copy) => copy >= 0),
    unsettled: 0,
    firstBackup: NaN,
    backlog: 0,
    restorePoint: NaN,
    chainEnd: NaN,
    chainTried: NaN,
    newestFull: NaN,
    oldestFull: NaN,
    lost: NaN,
  };
}
