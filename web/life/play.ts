import { signal } from '@preact/signals';
import { cursor, seek, step } from './cursor.ts';
import { life } from './choice.ts';

const DAY = 86_400;

/** How fast time passes: so many events a second, or so much simulated time a second. */
export const SPEEDS = [
  { name: '1 event a second', events: 1, seconds: 0 },
  { name: '4 events a second', events: 4, seconds: 0 },
  { name: '15 events a second', events: 15, seconds: 0 },
  { name: '1 hour a second', events: 0, seconds: DAY / 24 },
  { name: '1 day a second', events: 0, seconds: DAY },
  { name: '1 week a second', events: 0, seconds: 7 * DAY },
  { name: '1 month a second', events: 0, seconds: 30 * DAY },
] as const;

export const speed = signal(1);
export const playing = signal(false);

/** The drawing follows at most this often, so that a slow machine keeps up. */
const LEAST_MILLISECONDS = 40;
let frame = 0;

export function pause(): void {
  playing.value = false;
  cancelAnimationFrame(frame);
}

export function play(): void {
  if (playing.peek()) return;
  playing.value = true;
  if (cursor.peek() >= (life.peek()?.length ?? 0)) seek(0);
  let last = performance.now();
  const go = (now: number) => {
    if (!playing.peek()) return;
    frame = requestAnimationFrame(go);
    const { events, seconds } = SPEEDS[speed.peek()];
    const elapsed = now - last;
    if (elapsed < (events > 0 ? 1000 / events : LEAST_MILLISECONDS)) return;
    last = now;
    const length = life.peek()?.length ?? 0;
    if (events > 0) {
      if (!step(1)) pause();
    } else {
      // A tab that was hidden goes on where it was.
      seek(cursor.peek() + (Math.min(elapsed, 250) / 1000) * seconds);
      if (cursor.peek() >= length) pause();
    }
  };
  frame = requestAnimationFrame(go);
}
