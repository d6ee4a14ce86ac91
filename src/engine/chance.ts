import { drawMean } from '../random/draw-table.ts';
import { draw } from '../random/draws.ts';
import { ln, log1p } from '../random/elementary.ts';
import { uniform32, uniform53 } from '../random/stream.ts';
import type { Engine } from './engine.ts';

/** A delay, in seconds. That it is as long as it is on average says nothing about when, or how often, it is drawn. */
export function delay(e: Engine, id: number, stream: number): number {
  const { draws } = e.program;
  const seconds = e.tiltedDelays > 0 ? e.tilt!.delay(e, id, stream) : draw(draws, id, e.state.streams, stream);
  if (e.probe.notesChance) e.probe.delay(e, stream, seconds - drawMean(draws, id));
  return seconds;
}

/** True with the given chance, drawn from the stream. A certainty draws nothing. */
export function happens(e: Engine, stream: number, probability: number): boolean {
  if (probability >= 1) return true;
  const does =
    e.tiltedCoins > 0 ? e.tilt!.coin(e, stream, probability) : uniform32(e.state.streams, stream) < probability;
  if (e.probe.notesChance) e.probe.chance(e, stream, does ? 0 : 1, 1 - probability);
  return does;
}

/**
 * Of so many trials one after the other, each of which hits with the given chance: how many miss before the first hit;
 * all of them if none hits. One draw, however many there are.
 */
export function missesBeforeHit(e: Engine, stream: number, probability: number, most: number): number {
  if (most <= 0 || probability >= 1) return 0;
  const misses = probability <= 0 ? most : runLength(e, stream, log1p(-probability), most);
  if (e.probe.notesChance) e.probe.chance(e, stream, misses, Math.min(misses + 1, most) * (1 - probability));
  return misses;
}

/** The same the other way round: how many hit before the first miss. */
export function hitsBeforeMiss(e: Engine, stream: number, probability: number, most: number): number {
  if (most <= 0 || probability >= 1) return Math.max(0, most);
  const hits = probability <= 0 ? 0 : runLength(e, stream, ln(probability), most);
  if (e.probe.notesChance) e.probe.chance(e, stream, hits < most ? 1 : 0, Math.min(hits + 1, most) * (1 - probability));
  return hits;
}

/** How long it goes on, by inversion of the geometric distribution. @param lnChance that it goes on once more */
function runLength(e: Engine, stream: number, lnChance: number, most: number): number {
  return Math.min(most, Math.floor(ln(uniform53(e.state.streams, stream)) / lnChance));
}

/** From a failure to the health check's verdict: U(0, interval) and the fixed part given, seconds. */
export function checkDelay(e: Engine, service: number, fixed: number): number {
  const stream = e.program.operationStream[service];
  const u = uniform32(e.state.streams, stream);
  if (e.probe.notesChance) e.probe.delay(e, stream, (u - 0.5) * e.program.checkInterval[service]);
  return u * e.program.checkInterval[service] + fixed;
}
