/**
 * Numbers beside the buffer, and with which of them a history begins: plain fields, since accessors over the buffer
 * cost 12%. What is ever a fraction or no number begins as NaN, for the compiler's sake.
 */
export class Scalars {
  now = NaN;
  /** End of the observed years. */
  horizon = NaN;
  events = 0;
  /** What the history stands for: 1, or less where it is a copy's. Everything that probes are told counts so much. */
  weight = 1;
  /**
   * So many delays, and so many coins, will yet be drawn from another distribution than they have (`tilt.ts`), with
   * the weight for it. 0 in a plain history.
   */
  tiltedDelays = 0;
  tiltedCoins = 0;

  heapSize = 0;
  /**
   * Rings that are drawn ahead (`tape.ts`): when the next one is (Infinity: never), its place among how many, and until
   * when all are drawn.
   */
  nextRing = NaN;
  ringAt = 0;
  ringCount = 0;
  ringsUntil = NaN;

  /** Share of each load at this time of the day. */
  traffic = NaN;

  /** Seconds of the repair of whatever fails now. */
  repair = NaN;
  /** Cause of the latest failure, for whatever goes down next, and its clock; −1: a switch back home. */
  cause = 0;
  causeClock = -1;

  /** Of `ATTENTION`. 0: the instant needs no look when it is over. */
  attention = 0;
  /** Services that wait and have to look again when the instant is over; 1: so has whoever waits for a backup. */
  lookingAgain = 0;
  domainsBack = 0;
  /** 1: backups are out of reach that somebody may read. */
  readersToInterrupt = 0;
  /** How many members, services that only count, and services with an alarm are marked. */
  marked = 0;
  markedShares = 0;
  alarms = 0;
  /** Sites whose copies have changed and which have not followed yet. */
  unsettled = 0;

  /** Routes that are cut; 1: who reaches whom has changed in this instant. */
  routesCut = 0;
  sidesMoved = 0;

  /** 1: members have changed that others are served by within their zone. */
  viewsMoved = 0;

  /** 1: somebody may be free for whoever waits; so many works look whether what they need is there. */
  peopleMoved = 0;
  worksLooking = 0;

  /** So many members look for a domain to be started in; 1: there may be one. */
  movesWaiting = 0;
  movesLooking = 0;

  /** Not 0: somebody could be worked on, and waits for others to be back. */
  maintenanceWaits = 0;

  /** Before this no backup was made; −Infinity: they have always been. */
  firstBackup = NaN;
  /** Not 0: copies within reach wait for what they have missed. */
  backlog = 0;
  /**
   * Scratch of a restore: to when it leads back; until when what builds upon its full backup may have begun, and the
   * latest drill that has tried it; numbers of full backups, from the newest to the oldest without a gap.
   */
  restorePoint = NaN;
  chainEnd = NaN;
  chainTried = NaN;
  newestFull = NaN;
  oldestFull = NaN;
}

export const SCALARS: Readonly<Scalars> = new Scalars();
export const SCALAR_NAMES = Object.keys(SCALARS) as (keyof Scalars)[];
