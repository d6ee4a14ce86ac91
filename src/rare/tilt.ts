import { drawMean } from '../random/draw-table.ts';
import { draw, drawLengthBiased } from '../random/draws.ts';
import { power } from '../random/elementary.ts';
import { uniform32 } from '../random/stream.ts';
import type { Engine } from '../engine/engine.ts';
import type { Tilt } from '../engine/tilt.ts';

/*
 * In a copy of a state some draws come from another distribution than they have, so that what is rare and long is met
 * often; the copy's weight is multiplied by the ratio of the two (importance sampling). Each is a mixture with what it
 * replaces, so that a weight never grows by more than the mixture's share of that.
 */

/** Neither side of a tilted coin has less than this. */
const LEAST_CHANCE = 0.2;
/** Chances that victims of a shock are drawn with, each as often as the others, in half of its strikes. */
const VICTIM_CHANCES = [0.1, 0.3, 0.6] as const;

/**
 * Seconds of (1 − share) f + share · x f / mean: what a random moment meets, in so many of the draws. The weight grows
 * by 1 / (1 − share) at most, and falls for the long ones.
 */
export function drawTilted(e: Engine, id: number, stream: number, share: number): number {
  const { draws } = e.program;
  const { streams } = e.state;
  const isLong = uniform32(streams, stream) < share;
  const seconds = isLong ? drawLengthBiased(draws, id, streams, stream) : draw(draws, id, streams, stream);
  const mean = drawMean(draws, id);
  if (mean > 0) e.weight /= 1 - share + (share * seconds) / mean;
  return seconds;
}

/** Only what varies much needs it. */
function tiltedDelay(e: Engine, id: number, stream: number): number {
  if (e.program.draws.isWide[id] === 0) return draw(e.program.draws, id, e.state.streams, stream);
  e.tiltedDelays--;
  return drawTilted(e, id, stream, 0.5);
}

/** Whether it happens. @param probability that it does, neither 0 nor 1 */
export function tiltedCoin(e: Engine, stream: number, probability: number): boolean {
  e.tiltedCoins--;
  const chance = Math.min(Math.max(probability, LEAST_CHANCE), 1 - LEAST_CHANCE);
  const does = uniform32(e.state.streams, stream) < chance;
  e.weight *= does ? probability / chance : (1 - probability) / (1 - chance);
  return does;
}

/** Whom a shock strikes: half of the time as it does, else with one of a few larger chances. */
export function tiltedVictims(e: Engine, shock: number): void {
  const { shockMemberOffsets, shockProbability, shockStream } = e.program;
  const { streams, struck } = e.state;
  const probability = shockProbability[shock];
  const stream = shockStream[shock];
  const first = shockMemberOffsets[shock];
  const end = shockMemberOffsets[shock + 1];
  e.tiltedCoins--;
  const larger = VICTIM_CHANCES.filter((chance) => chance > probability);
  const choice = uniform32(streams, stream) * 2 * larger.length;
  const chance = choice < larger.length ? larger[Math.floor(choice)] : probability;
  let victims = 0;
  for (let i = first; i < end; i++) {
    struck[i] = uniform32(streams, stream) < chance ? 1 : 0;
    victims += struck[i];
  }
  const others = end - first - victims;
  let mixture = larger.length === 0 ? 1 : 0.5;
  for (const each of larger)
    mixture +=
      (0.5 / larger.length) * power(each / probability, victims) * power((1 - each) / (1 - probability), others);
  e.weight /= mixture;
}

/** What an engine is given that lives in copies. */
export const TILT: Tilt<Engine> = { delay: tiltedDelay, coin: tiltedCoin, victims: tiltedVictims };
