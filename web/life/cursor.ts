import { batch, signal } from '@preact/signals';
import type { Life } from '../../src/run/life.ts';
import { drilling, moment } from '../state/store.ts';
import { countAt, createReplay, nextInstant, previousInstant, type Replay } from './replay.ts';
import { including, type Window } from './window.ts';

/*
 * The time that is looked at, and the part of the year around it. Whoever moves the cursor lets the topology show the
 * state of that time.
 */

export const cursor = signal(0);
export const span = signal<Window>({ from: 0, to: 1 });
/** Events that have happened at the cursor. */
export const happened = signal(0);

let shown: Life | null = null;
let replay: Replay | null = null;

export function beginAt(life: Life): void {
  batch(() => {
    shown = life;
    replay = createReplay(life);
    span.value = { from: 0, to: life.length };
    cursor.value = 0;
    happened.value = countAt(life.events, 0);
    letGo();
  });
}

export function seek(time: number): void {
  if (!shown || !replay) return;
  const { length, events } = shown;
  const to = Math.min(length, Math.max(0, time));
  const count = countAt(events, to);
  const state = replay.after(count);
  batch(() => {
    cursor.value = to;
    happened.value = count;
    span.value = including(span.value, to, length);
    moment.value = { time: to, ...state };
  });
}

/** To the next instant in which something happens, or the one before. */
export function step(direction: 1 | -1): boolean {
  if (!shown) return false;
  const time = direction > 0 ? nextInstant(shown.events, cursor.peek()) : previousInstant(shown.events, cursor.peek());
  if (time === null) return false;
  seek(time);
  return true;
}

/** To the beginning of the next incident, or the one before. */
export function stepIncident(direction: 1 | -1): void {
  const starts = shown?.incidents.map(({ start }) => ({ time: start })) ?? [];
  const time = direction > 0 ? nextInstant(starts, cursor.peek()) : previousInstant(starts, cursor.peek());
  if (time !== null) seek(time);
}

/** The topology is at rest again, unless a drill has it by now. */
export function letGo(): void {
  if (drilling.peek() === null) moment.value = null;
}
