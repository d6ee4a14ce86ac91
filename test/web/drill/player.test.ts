import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { simulateExperimentLife } from '../../../src/run/experiment-life.ts';
import { createReplay } from '../../../web/life/replay.ts';
import { beat, clear, happened, isAtEnd, pause, play, playing, position, seek, show, shown, speed, step, time } from '../../../web/drill/player.ts';
import { moment } from '../../../web/state/store.ts';
import { shop } from './models.ts';

const life = simulateExperimentLife(shop, shop.experiments[0], { run: 1 });
let frames: ((now: number) => void)[] = [];
/** Lets so many milliseconds pass on the screen. */
const pass = (milliseconds: number) => {
  const start = performance.now();
  for (let now = 0; now <= milliseconds; now += 16) for (const frame of frames.splice(0)) frame(start + now);
};

beforeEach(() => {
  frames = [];
  globalThis.requestAnimationFrame = (frame) => frames.push(frame);
  globalThis.cancelAnimationFrame = () => (frames = []);
  show(life, 'start');
});
afterEach(() => {
  speed.value = 1;
  clear();
});

describe('the replay', () => {
  test('begins just before the fault', () => {
    expect([beat.value, happened.value, time.value, isAtEnd()]).toEqual([0, 0, 0, false]);
    expect(moment.value).toMatchObject({ membersUp: life.start.membersUp, stages: life.start.stages });
  });

  test('shows on the topology the state after the events of each step', () => {
    const replay = createReplay(life);
    const { beats } = shown.value!.pace;
    for (let i = 1; i < beats.length; i++) {
      step(1);
      expect(beat.value).toBe(i);
      expect(moment.value).toMatchObject(replay.after(beats[i].count));
    }
    step(1);
    expect(isAtEnd()).toBe(true);
    step(-1);
    expect(beat.value).toBe(beats.length - 2);
  });

  test('plays to its end, stops there, and begins anew', () => {
    play();
    pass(500);
    expect([playing.value, beat.value]).toEqual([true, 0]);
    pass(1000);
    expect(beat.value).toBeGreaterThan(0);
    speed.value = 50;
    pass(4000);
    expect([playing.value, isAtEnd(), happened.value]).toEqual([false, true, life.events.length]);
    play();
    expect([playing.value, position.value]).toEqual([true, 0]);
    pause();
    expect(playing.value).toBe(false);
  });

  test('goes where somebody wants it, but not beyond', () => {
    seek(1e9);
    expect(isAtEnd()).toBe(true);
    seek(-5);
    expect([position.value, beat.value]).toEqual([0, 0]);
    show(life, 'end');
    expect([isAtEnd(), happened.value]).toEqual([true, life.events.length]);
  });

  test('leaves the topology at rest', () => {
    clear();
    expect([moment.value, shown.value, happened.value, time.value]).toEqual([null, null, 0, 0]);
    step(1);
    seek(3);
    play();
    expect([position.value, playing.value]).toEqual([0, false]);
  });
});
