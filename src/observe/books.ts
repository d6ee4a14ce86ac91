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
}

export function createBooks({ counts }: Program, observer: Observer): Books {
  return {
    open: createOpen(counts),
    observation: observer.observation,
    observer,
    isInvolved: new Uint8Array(counts.members),
    missing: new Int32Array(counts.services),
  };
}
