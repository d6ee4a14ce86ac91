import { describe, expect, test } from 'vitest';
import type { LifeEvent } from '../../../src/run/life.ts';
import { simulateExperimentLife } from '../../../src/run/experiment-life.ts';
import { beatAt, hurryAt, type Pace, paceOf, placeOf, timeAt } from '../../../web/drill/pace.ts';
import { shop } from './models.ts';

const event = (time: number, kind: LifeEvent['kind'] = 'stage', state = 'down', index = 0): LifeEvent => ({ time, kind, index, state, value: 0, text: '' });
const pace = (events: readonly LifeEvent[], length: number) => paceOf({ events, length, structure: { entry: 0 } as never });
const shown = (p: Pace, beat: number) => (p.beats[beat + 1]?.at ?? p.total) - p.beats[beat].at;

describe('slow motion', () => {
  const drill = pace([event(0), event(0, 'service'), event(30), event(90), event(110), event(86_400)], 86_400);

  test('begins just before the fault and shows what happens at one instant at once', () => {
    expect(drill.beats.map(({ time, count }) => [time, count])).toEqual([[-1, 0], [0, 2], [30, 3], [90, 4], [110, 5], [86_400, 6]]);
    expect(drill.beats[0].at).toBe(0);
    expect(drill.beats[1].at).toBeGreaterThan(0.5);
  });

  test('holds each event long enough to be read, and a longer wait longer, but hardly', () => {
    drill.beats.slice(1).forEach((_, i) => expect(shown(drill, i + 1)).toBeGreaterThanOrEqual(0.6));
    expect(shown(drill, 2)).toBeGreaterThan(shown(drill, 3));
    expect(shown(drill, 4)).toBeLessThan(7);
    expect(drill.total).toBeLessThan(20);
  });

  test('hurries past what concerns a single member, and past an answer that changes nothing', () => {
    const quick = pace([event(0), event(60, 'member'), event(61, 'service', 'down'), event(62, 'service', 'down'), event(63, 'service', 'up')], 120);
    expect(shown(quick, 2)).toBeLessThan(0.6);
    expect(shown(quick, 3)).toBeGreaterThan(0.6);
    expect(shown(quick, 4)).toBeLessThan(0.6);
    expect(shown(quick, 5)).toBeGreaterThan(0.6);
  });

  test('stays short enough to be watched, however much happens', () => {
    const busy = pace(Array.from({ length: 20_000 }, (_, i) => event(i * 60, i % 10 === 0 ? 'stage' : 'member')), 1_200_000);
    expect(busy.total).toBeLessThan(180);
    expect(busy.beats.every(({ at }, i) => i === 0 || at > busy.beats[i - 1].at)).toBe(true);
  });
});

describe('the place of the replay', () => {
  const life = simulateExperimentLife(shop, shop.experiments[0], { run: 3 });
  const drill = paceOf(life);

  test('is that of the latest beat, and knows how many events have happened', () => {
    drill.beats.forEach((beat, i) => {
      expect(beatAt(drill, beat.at)).toBe(i);
      if (i > 0) expect(timeAt(drill, beat.at)).toBeCloseTo(beat.time, 6);
      expect(beat.count).toBe(life.events.filter(({ time }) => time <= beat.time).length);
    });
    expect(timeAt(drill, drill.total)).toBeCloseTo(life.length, 6);
    expect(timeAt(drill, 0)).toBe(0);
  });

  test('leads to a time, and that back to a place of the same time', () => {
    const last = drill.beats[drill.beats.length - 1].at;
    for (const share of [0.1, 0.25, 0.5, 0.8, 0.99]) {
      const at = last * share;
      const time = timeAt(drill, at);
      // While beats of one instant follow each other no time passes: then it is the place of the last of them.
      expect(timeAt(drill, placeOf(drill, time))).toBeCloseTo(time, 6);
      expect(placeOf(drill, time)).toBeGreaterThanOrEqual(at - 1e-6);
    }
    expect(placeOf(drill, -1)).toBe(0);
  });

  test('says how fast time passes', () => {
    const waiting = pace([event(0), event(3600)], 3600);
    expect(hurryAt(waiting, 0)).toBe(1);
    expect(hurryAt(waiting, waiting.beats[1].at)).toBeGreaterThan(500);
  });
});

test('a drill without any event is over at once', () => {
  const nothing = pace([], 0);
  expect(nothing.beats).toHaveLength(1);
  expect([beatAt(nothing, 5), timeAt(nothing, 5)]).toEqual([0, 0]);
});
