import type { Engine } from './engine.ts';
import { drawMean } from '../random/draw-table.ts';
import { draw } from '../random/draws.ts';

/*
 * How far chance has been from what was to be expected, source by source, in the observed years: what a comparison can
 * then take out of its differences (`analysis/controls.ts`). Noted only where each source has a stream of its own.
 */

/** A delay, in seconds. That it is as long as it is on average says nothing about when, or how often, it is drawn. */
export function delay(e: Engine, id: number, stream: number): number {
  const { draws, bySource } = e.program;
  const seconds = draw(draws, id, e.state.streams, stream);
  if (bySource) noteDelay(e, stream, seconds - drawMean(draws, id));
  return seconds;
}

/** @param excess seconds above the mean */
export function noteDelay(e: Engine, stream: number, excess: number): void {
  if (isObserved(e)) e.state.excess[stream] += excess;
}

/** @param misses 1: it did not happen; 0: it did. @param expected the chance that it does not */
export function noteChance(e: Engine, stream: number, misses: number, expected: number): void {
  if (isObserved(e)) e.state.misses[stream] += misses - expected;
}

export function noteStrike(e: Engine, clock: number): void {
  if (isObserved(e)) e.state.strikes[clock]++;
}

function isObserved({ now, horizon }: Engine): boolean {
  return now >= 0 && now < horizon;
}
