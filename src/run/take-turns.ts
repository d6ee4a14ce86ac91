import type { Turns } from '../engine/turns.ts';
import type { Pause } from './pause.ts';

/**
 * Does the work, and lets the thread listen where it has been busy for so long.
 * @param isWanted asked after each time; once it says no, the work is given up
 * @returns what comes of the work; null: given up
 */
export async function takeTurns<T>(turns: Turns<T>, isWanted: () => boolean, pause: Pause): Promise<T | null> {
  for (;;) {
    if (pause.isDue()) {
      await pause();
      if (!isWanted()) return null;
    }
    const turn = turns.next();
    if (turn.done === true) return turn.value;
  }
}
