import type { Engine } from './engine.ts';
import { nextEvent } from './heap.ts';
import type { Probe } from './probe.ts';
import { advanced } from './replicate.ts';
import { start } from './start.ts';
import type { Turns } from './turns.ts';

/** Knows when what a mission is about has happened. */
export interface MissionProbe extends Probe<Engine> {
  /** Between two instants. */
  isOver(): boolean;
}

/** Instants in one turn (`turns.ts`). */
const MOST_INSTANTS = 50_000;

/**
 * Lives from the day of commissioning, everything new and up, until the probe has seen what it waits for, and no longer
 * than so many seconds.
 * @param e made with the probe
 */
export function* runMissionInTurns(
  e: Engine,
  probe: MissionProbe,
  seed: string,
  run: number,
  limitSeconds: number,
): Turns<void> {
  start(e, seed, run, 1, 0, limitSeconds);
  for (let instants = 1; !probe.isOver(); instants++) {
    const next = nextEvent(e);
    if (next > limitSeconds) return;
    while (!advanced(e, next)) yield;
    if (instants % MOST_INSTANTS === 0) yield;
  }
}
