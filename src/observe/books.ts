import type { Program } from '../compile/program.ts';
import type { Observation } from './observation.ts';
import type { Observer } from './observer.ts';
import { createOpen, type Open } from './open.ts';

/**
 * What is needed to keep the books of a history: what is open in it, what is counted of it, who is told when something
 * ends.
 */
export interface Books {
  readonly open: Open;
  readonly observation: Observation;
  readonly observer: Observer;
  /**
   * Scratch. [member] 1: its loss counts in the open incident; [service] of how many members the loss is not accounted
   * for.
   */
  readonly isInvolved: Uint8Array;
  readonly missing: Int32Array;
  /** [i < returningCount] services whose time down has ended in this instant, if they do not go down again in it. */
  readonly returning: Int32Array;
  returningCount: number;
  /** [service] 1: it is one of them. */
  readonly isReturning: Uint8Array;
  /** [i < lossCount] which service has lost writes in this instant, and how many seconds of them. */
  readonly losers: number[];
  readonly losses: number[];
  lossCount: number;
}

export function createBooks({ counts }: Program, observer: Observer): Books {
  return {
    open: createOpen(counts),
    observation: observer.observation,
    observer,
    isInvolved: new Uint8Array(counts.members),
    missing: new Int32Array(counts.services),
    returning: new Int32Array(counts.services),
    returningCount: 0,
    isReturning: new Uint8Array(counts.services),
    losers: [],
    losses: [],
    lossCount: 0,
  };
}

/** Of an instant that was left in the middle nothing is kept. */
export function forgetInstant(b: Books): void {
  b.isReturning.fill(0);
  b.returningCount = 0;
  b.lossCount = 0;
}
