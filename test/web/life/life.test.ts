import { describe, expect, test } from 'vitest';
import { parseModel } from '../../../src/model/index.ts';
import type { Life } from '../../../src/run/life.ts';
import { simulateLife } from '../../../src/run/simulate-life.ts';
import { SECONDS_PER_YEAR } from '../../../src/units/table.ts';
import { ticksOf } from '../../../web/life/axis.ts';
import { bandsOf, bandsPath, secondsIn } from '../../../web/life/bands.ts';
import { type Lane, rowsOf } from '../../../web/life/lanes.ts';
import { countAt, createReplay, nextInstant, previousInstant } from '../../../web/life/replay.ts';
import { around, clampWindow, including, zoomed } from '../../../web/life/window.ts';
import { eventsCsv, summary } from '../../../web/life/words.ts';
import { randomModel } from '../../engine/random-model.ts';

const DAY = 86_400;
const lives = Array.from({ length: 30 }, (_, i) => simulateLife(parseModel(randomModel(i)), { seed: 'lanes', replication: 0 }));

describe('the state at a time', () => {
  test('is the same whether one comes from before or from after', () => {
    for (const life of lives.slice(0, 10)) {
      const forwards = createReplay(life);
      const counts = [0, 1, 2, Math.floor(life.events.length / 2), life.events.length];
      const states = counts.map((count) => forwards.after(count));
      const backwards = createReplay(life);
      expect([...counts].reverse().map((count) => backwards.after(count)).reverse()).toEqual(states);
    }
  });

  test('is that after all events of its instant', () => {
    const events = [{ time: 1 }, { time: 3 }, { time: 3 }, { time: 8 }];
    expect([0, 1, 2, 3, 8, 9].map((time) => countAt(events, time))).toEqual([0, 1, 1, 3, 4, 4]);
    expect([nextInstant(events, 1), nextInstant(events, 3), nextInstant(events, 8)]).toEqual([3, 8, null]);
    expect([previousInstant(events, 8), previousInstant(events, 3), previousInstant(events, 1)]).toEqual([3, 1, null]);
  });
});

describe('bands', () => {
  test('of the entry, out and down, add up to the downtime', () => {
    // A year in which more happens than is told ends earlier.
    const whole = lives.filter(({ truncated }) => !truncated);
    expect(whole.length).toBeGreaterThan(25);
    for (const life of whole) {
      const down = bandsOf(life).services[life.structure.entry].filter(({ state }) => state !== 'degraded');
      expect(secondsIn(down)).toBeCloseTo(life.downtime, 2);
    }
  });

  test('lie one after the other within the year', () => {
    for (const life of lives) {
      const { services, members, domains, active } = bandsOf(life);
      for (const lane of [...services, ...members, ...domains, ...active]) {
        let end = 0;
        for (const band of lane) {
          expect(band.start).toBeGreaterThanOrEqual(end);
          expect(band.end).toBeGreaterThan(band.start);
          end = band.end;
        }
        expect(end).toBeLessThanOrEqual(life.length);
      }
    }
  });

  test('become a path that stays small however much happened, and shows what is short', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => ({ start: i * 600, end: i * 600 + 60, state: 'down' as const }));
    const scale = { from: 0, to: SECONDS_PER_YEAR, width: 800 };
    expect(bandsPath(many, scale, 0, 10).match(/M/g)!.length).toBeLessThan(400);
    expect(bandsPath([{ start: 0, end: 1, state: 'down' }], scale, 2, 10)).toBe('M0,2H2V12H0z');
    expect(bandsPath(many, { ...scale, from: SECONDS_PER_YEAR * 0.99 }, 0, 10)).toBe('');
  });
});

describe('lanes', () => {
  const isLane = (row: { type: string }): row is Lane => row.type === 'lane';

  test('have the entry on top and a member below its domain', () => {
    for (const life of lives) {
      const rows = rowsOf(life, bandsOf(life));
      expect(rows[0]).toMatchObject({ kind: 'entry', name: life.names.services[life.structure.entry] });
      rows.filter(isLane).forEach((lane, i, lanes) => {
        if (lane.kind !== 'member') return;
        const domain = life.structure.memberDomain[Number(lane.key.split(':')[1])];
        const above = lanes.slice(0, i).reverse().find((other) => other.kind === 'domain' && other.depth < lane.depth);
        expect(above?.name).toBe(life.names.domains[domain]);
      });
    }
  });

  test('are those in which something happened; the others are counted', () => {
    const quiet = life({ members: 45, events: [{ time: 10, index: 3 }] });
    const rows = rowsOf(quiet, bandsOf(quiet));
    expect(rows.filter(isLane).map(({ name }) => name)).toEqual(['s', 'z', 's[3]']);
    expect(rows.at(-1)).toMatchObject({ type: 'fold', text: '44 members: nothing happened' });
  });

  test('are at most so many, those with the most downtime', () => {
    const busy = life({ members: 300, events: Array.from({ length: 300 }, (_, index) => ({ time: 10 + index, index })) });
    const rows = rowsOf(busy, bandsOf(busy), 20);
    const members = rows.filter(isLane).filter(({ kind }) => kind === 'member');
    expect(members.map(({ name }) => name)).toEqual(Array.from({ length: 19 }, (_, i) => `s[${i}]`));
    expect(rows.at(-1)).toMatchObject({ type: 'fold', text: '281 more members with less downtime' });
  });
});

describe('the axis', () => {
  const labels = (from: number, to: number) => ticksOf({ from, to, width: 700 }).map(({ label }) => label);

  test('names months, days or the clock, as the part of the year is long, where there is room', () => {
    expect(labels(0, SECONDS_PER_YEAR)).toEqual(['month 1', 'month 4', 'month 7', 'month 10']);
    expect(labels(9.5 * DAY, 15 * DAY)).toEqual(['day 11', 'day 12', 'day 13', 'day 14', 'day 15']);
    expect(labels(9 * DAY + 79_200, 10 * DAY + 7200)).toEqual(['day 10 22:00', '', '23:00', '23:30', 'day 11', '00:30', '01:00', '01:30']);
    expect(labels(3600, 3720)[2]).toBe('01:00:30');
  });
});

describe('the part of the year that is shown', () => {
  const year = 1000;

  test('stays within the year', () => {
    expect(clampWindow({ from: -50, to: 150 }, year)).toEqual({ from: 0, to: 200 });
    expect(clampWindow({ from: 950, to: 1150 }, year)).toEqual({ from: 800, to: 1000 });
    expect(zoomed({ from: 0, to: 1000 }, 4, 500, year)).toEqual({ from: 0, to: 1000 });
  });

  test('zooms around the cursor and follows it', () => {
    expect(zoomed({ from: 0, to: 1000 }, 0.5, 200, year)).toEqual({ from: 100, to: 600 });
    expect(including({ from: 0, to: 100 }, 500, year)).toEqual({ from: 450, to: 550 });
    expect(around(400, 440, year)).toEqual({ from: 370, to: 470 });
  });
});

describe('a life in words', () => {
  test('counts incidents and names the longest', () => {
    const one = { ...life({ members: 1, events: [] }), downtime: 3600, incidents: [{ start: 120 * DAY, end: 120 * DAY + 3600, cause: 's/crash' }] };
    expect(summary(one)).toBe('One incident: s was down for 1 h from day 121, 00:00:00 (s/crash).');
    expect(summary({ ...one, downtime: 3660, incidents: [...one.incidents, { start: 9, end: 69, cause: 'x' }] })).toBe('2 incidents, 61 min down; the longest took 1 h from day 121, 00:00:00 (s/crash).');
    expect(summary({ ...one, incidents: [] })).toMatch(/^A year without downtime/);
  });

  test('is a table of its events as CSV', () => {
    const csv = eventsCsv(life({ members: 1, events: [{ time: 60, index: 0 }] }));
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['seconds,time,kind,name,state,value,event', '60,"day 1, 00:01:00",member,s[0],down,0,s[0] fails']);
  });
});

/** One service in one zone, whose members fail at the times given and stay down. */
function life({ members, events }: { members: number; events: readonly { time: number; index: number }[] }): Life {
  const names = Array.from({ length: members }, (_, i) => `s[${i}]`);
  return {
    seed: '1', replication: 0, length: SECONDS_PER_YEAR, downtime: 0, incidents: [], truncated: false,
    start: { membersUp: names.map(() => true), domainsUp: [true], linksUp: [], answers: [1], stages: ['serving'], active: [-1], waiting: [] },
    events: events.map(({ time, index }) => ({ time, kind: 'member', index, state: 'down', value: 0, text: `s[${index}] fails` })),
    names: { members: names, domains: ['z'], links: [], services: ['s'], shocks: [], waits: [] },
    structure: { memberService: names.map(() => 0), memberDomain: names.map(() => 0), domainParent: [-1], domainKind: ['zone'], entry: 0, downBelow: 0.999 },
  };
}
