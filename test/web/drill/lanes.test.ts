import { describe, expect, test } from 'vitest';
import { simulateExperimentLife } from '../../../src/run/experiment-life.ts';
import { barsOf, lanesOf } from '../../../web/drill/lanes.ts';
import { paceOf } from '../../../web/drill/pace.ts';
import { secondsIn } from '../../../web/life/bands.ts';
import { shop } from './models.ts';

const life = simulateExperimentLife(shop, shop.experiments[1], { run: 2 });

describe('the lanes of a drill', () => {
  test('are the entry’s downtime and the stages of whoever was in any', () => {
    const { lanes, more } = lanesOf(life);
    expect(lanes[0]).toMatchObject({ name: 'web ▸', kind: 'entry' });
    expect(secondsIn(lanes[0].bands.filter(({ state }) => state === 'down'))).toBeCloseTo(life.downtime, 6);
    expect(lanes.slice(1).map(({ name }) => name)).toContain('db');
    expect(more).toBe(0);
  });

  test('join what follows at once in the same state', () => {
    for (const { bands } of lanesOf(life).lanes) {
      bands.slice(1).forEach((band, i) => expect(band.state === bands[i].state && band.start === bands[i].end).toBe(false));
    }
  });

  test('are bars that are seen, however short, and few, however many', () => {
    const pace = paceOf(life);
    const toX = (at: number) => (at / pace.total) * 600;
    const many = Array.from({ length: 20_000 }, (_, i) => ({ start: (i * life.length) / 20_000, end: ((i + 0.5) * life.length) / 20_000, state: 'down' }));
    const bars = barsOf(many, pace, toX);
    expect(bars.length).toBeLessThan(1200);
    expect(Math.min(...bars.map(({ x1, x2 }) => x2 - x1))).toBeCloseTo(2, 6);
  });
});
