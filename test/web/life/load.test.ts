import { describe, expect, test } from 'vitest';
import { parseModel } from '../../../src/index.ts';
import { loadPlot } from '../../../src/plots/load-plot.tsx';
import { loadSentence, readLoad } from '../../../src/plots/data/load.ts';
import type { Life, LifeEvent } from '../../../src/run/life.ts';
import { loadDays } from '../../../web/life/load.ts';
import { shapesIn } from '../../plots/drawing.ts';

const HOUR = 3600;
const model = parseModel(`nines: 1
components: { server: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } } }
services:
  web: { component: server, replicas: 4, load: 400%, overload: { above: 120% }, needs: [db] }
  db: { component: server }
traffic: { daily: { 06:00: 50%, 20:00: 100% } }
entry: web
`);
const turn = (time: number, index: number, state: string): LifeEvent => ({ time, kind: 'member', index, state, value: 0, text: '' });
/** The first server is away from the evening of the first day until the next noon; the database does not matter. */
const life = {
  events: [turn(21 * HOUR, 0, 'down'), turn(22 * HOUR, 4, 'down'), turn(36 * HOUR, 0, 'up'), turn(45 * HOUR, 0, 'down'), turn(45 * HOUR, 1, 'down'), turn(45 * HOUR, 2, 'down'), turn(45 * HOUR, 3, 'down')],
  start: { membersUp: [true, true, true, true, true], domainsUp: [], answers: [], stages: [], active: [] },
  structure: { memberService: [0, 0, 0, 0, 1] },
} as unknown as Life;

describe('the load of each member over a day of one life', () => {
  const days = [0, 1].map((day) => loadDays(life, model, day)[0]);

  test('is the work of the hour, by those who work: what midnight has is the last hour’s', () => {
    expect(days[0].steps).toEqual([
      { time: 0, work: 4, working: 4 },
      { time: 6 * HOUR, work: 2, working: 4 },
      { time: 20 * HOUR, work: 4, working: 4 },
      { time: 21 * HOUR, work: 4, working: 3 },
    ]);
    expect(days[1].steps.map(({ time, working }) => [time / HOUR, working])).toEqual([[0, 3], [6, 3], [12, 4], [20, 4], [21, 0]]);
  });

  test('is read at each change, with what is too much and with nobody there', () => {
    expect(readLoad(days[0], 1)).toBe("06:00: 50% of a member's work for each of 4.");
    expect(readLoad(days[0], 3)).toBe("21:00: 133% of a member's work for each of 3, above 120%.");
    expect(readLoad(days[1], 4)).toBe('21:00: 400% of work, and nobody works.');
    expect(loadSentence(days[0])).toBe('Day 1: at most 133% for each member, from 21:00 on. Each carries 120%. The rest is shed.');
    expect(loadSentence(days[1])).toMatch(/^Day 2: at most all of it for nobody, from 21:00 on\./);
  });

  test('is drawn as one line that ends where nobody works, and has all of it in its table', () => {
    const plot = loadPlot({ day: days[1], name: 'x', source: 'y' });
    // The line, the ground, and what one carries.
    expect(shapesIn(plot.draw({ width: 600, height: plot.height(600) }))).toBe(3);
    expect(shapesIn(plot.mark(2, { width: 600, height: plot.height(600) }))).toBe(1);
    expect(plot.table().rows.at(-1)).toEqual(['21:00', 4, 0, null]);
    expect(plot.stops).toHaveLength(5);
    expect(plot.locate(0, 0, { width: 600, height: 168 })).toBe(0);
  });
});
