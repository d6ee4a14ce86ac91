import type { Engine } from '../engine/engine.ts';
import { beginExposure, followRoles, strikeExposed } from './exposure.ts';
import type { Luck } from './luck.ts';
import { isObserved } from './observed.ts';

/** @param excess seconds of its repair above the mean */
export function noteStrike(l: Luck, e: Engine, clock: number, excess: number): void {
  if (isObserved(e)) {
    l.strikes[clock]++;
    l.repairExcess[clock] += excess;
  }
  strikeExposed(l, e, clock);
}

/** @param excess seconds above the mean */
export function noteDelay(l: Luck, e: Engine, stream: number, excess: number): void {
  if (isObserved(e)) l.excess[stream] += excess;
}

/** @param misses how often it did not happen @param expected how often that was to be expected */
export function noteChance(l: Luck, e: Engine, stream: number, misses: number, expected: number): void {
  if (isObserved(e)) l.misses[stream] += misses - expected;
}

/** An instant is over: somebody else may be active now. The first one is that in which the history begins. */
export function noteInstant(l: Luck, e: Engine): void {
  if (l.begun[0] === 1) {
    followRoles(l, e);
    return;
  }
  l.begun[0] = 1;
  beginExposure(l, e);
}
