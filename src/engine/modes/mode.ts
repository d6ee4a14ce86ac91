import type { Engine } from '../engine.ts';

/**
 * How a service makes use of its members: what it does when they stop and start, when their data are destroyed, when
 * its timers run out. All of it is told once everything that strikes at that time has struck. A mode reads what it
 * likes and writes what is of its own service; what it does to others goes by holds and marks.
 */
export interface Mode {
  /** Something holds the member that worked. */
  memberStops(e: Engine, service: number, member: number): void;
  /** Nothing holds the member any more. */
  memberStarts(e: Engine, service: number, member: number): void;
  /** Something more, or less, holds a member that does not work; or somebody knows now that it does not. */
  memberNoticed(e: Engine, service: number, member: number): void;
  /** The member's own timer has run out. */
  memberTimer(e: Engine, service: number, member: number): void;
  /** The timer of the service's stage has run out. */
  stageEnds(e: Engine, service: number): void;
  /** It is time to go home. */
  failbackDue(e: Engine, service: number): void;
  /** A health check takes the active that works for dead. */
  falseAlarm(e: Engine, service: number): void;
  /** The member's copy of the data is destroyed, and enough of the others are left. */
  copyLost(e: Engine, service: number, member: number): void;
  /** Too few copies are left. Told once, until there are data again. */
  dataLost(e: Engine, service: number): void;
  /**
   * Whether the member, which works, may be taken out for planned work now. Where it is to be switched away from first,
   * that begins (`workedOn`), and it is not taken out yet.
   */
  mayTakeOut(e: Engine, service: number, member: number): boolean;
  /** It is being taken out, and knows it: nobody has to find out. */
  takenOut(e: Engine, service: number, member: number): void;
  /** Nobody is worked on any more, nor about to be; the member that was may have broken meanwhile. */
  workEnds(e: Engine, service: number, member: number): void;
  /** Counts of members that work, or what its sites answer, have changed. */
  refreshShare(e: Engine, service: number): void;
  /** The instant is over, and something that the service may have waited for is there. */
  looksAgain(e: Engine, service: number): void;
  /** All that happens at that time has happened, and its members reach each other otherwise than before. */
  sidesMove(e: Engine, service: number): void;
  /** Backups are out of reach that it may be reading. */
  backupsGone(e: Engine, service: number): void;
}

/** What a mode without such a thing does about it. */
export const nothing = (): void => undefined;
export const always = (): boolean => true;
