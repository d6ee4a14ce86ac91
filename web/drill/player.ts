import { batch, computed, signal } from '@preact/signals';
import type { ExperimentLife } from '../../src/run/experiment-life.ts';
import { createReplay, type Replay } from '../life/replay.ts';
import { moment } from '../state/store.ts';
import { beatAt, type Pace, paceOf, timeAt } from './pace.ts';

/*
 * The replay of one run: where it is, whether it plays. Whoever moves it lets the topology show the state of that time.
 */

/** The run that is shown. */
export const shown = signal<{ readonly life: ExperimentLife; readonly pace: Pace } | null>(null);
/** Seconds since the replay began. */
export const position = signal(0);
export const playing = signal(false);
/** Times as fast. */
export const speed = signal(1);

/** Which beat is shown; everything but the clock follows it alone. */
export const beat = computed(() => (shown.value === null ? 0 : beatAt(shown.value.pace, position.value)));
/** Events that have happened. */
export const happened = computed(() => shown.value?.pace.beats[beat.value].count ?? 0);
/** Seconds since the fault. */
export const time = computed(() => (shown.value === null ? 0 : timeAt(shown.value.pace, position.value)));

let replay: Replay | null = null;
let frame = 0;

/** Shows another run from just before the fault, or from its end. */
export function show(life: ExperimentLife, place: 'start' | 'end'): void {
  pause();
  batch(() => {
    replay = createReplay(life);
    const pace = paceOf(life);
    shown.value = { life, pace };
    position.value = place === 'end' ? pace.total : 0;
    showMoment();
  });
}

export function clear(): void {
  pause();
  batch(() => {
    shown.value = null;
    replay = null;
    position.value = 0;
    moment.value = null;
  });
}

export function seek(to: number): void {
  if (shown.peek() === null) return;
  const before = beat.peek();
  batch(() => {
    position.value = Math.min(shown.peek()!.pace.total, Math.max(0, to));
    if (beat.peek() !== before) showMoment();
  });
}

/** To the beat after or before. */
export function step(direction: 1 | -1): void {
  const pace = shown.peek()?.pace;
  if (pace === undefined) return;
  pause();
  const next = pace.beats[beat.peek() + direction];
  if (next !== undefined) seek(next.at);
  else seek(direction > 0 ? pace.total : 0);
}

export function isAtEnd(): boolean {
  return shown.value !== null && position.value >= shown.value.pace.total;
}

function showMoment(): void {
  if (replay === null) return;
  const { membersUp, domainsUp, linksUp, answers, active, stages } = replay.after(happened.peek());
  moment.value = { time: Math.max(0, time.peek()), membersUp, domainsUp, linksUp, answers, active, stages };
}

export function pause(): void {
  playing.value = false;
  cancelAnimationFrame(frame);
}

export function play(): void {
  if (playing.peek() || shown.peek() === null) return;
  playing.value = true;
  if (isAtEnd()) seek(0);
  let last = performance.now();
  const go = (now: number) => {
    if (!playing.peek()) return;
    frame = requestAnimationFrame(go);
    // A tab that was hidden goes on where it was.
    seek(position.peek() + (Math.min(now - last, 250) / 1000) * speed.peek());
    last = now;
    if (isAtEnd()) pause();
  };
  frame = requestAnimationFrame(go);
}
