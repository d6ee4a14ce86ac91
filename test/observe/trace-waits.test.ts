import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { advance } from '../../src/engine/replicate.ts';
import { start } from '../../src/engine/start.ts';
import { parseModel } from '../../src/model/index.ts';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { createTally, observe } from '../../src/observe/tally.ts';
import { seeWaits } from '../../src/observe/trace-waits.ts';
import { simulateLife } from '../../src/run/simulate-life.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { bandsOf } from '../../web/life/bands.ts';
import { rowsOf } from '../../web/life/lanes.ts';
import { randomPeople } from '../engine/random-people.ts';
import { randomPlanned } from '../engine/random-planned.ts';

const MODEL = (teams: string, failure: string, more = '') => `nines: 1
name: waits
teams: { on-call: ${teams} }
components: { disk: { failures: { crash: { mtbf: 20 days, mttr: constant(1 h), repaired-by: on-call${failure} } }${more} } }
services: { db: { component: disk } }
`;
/** When something waits for it, and when members are down. */
function spans(text: string, what: string) {
  const life = simulateLife(parseModel(text), { replication: 1 });
  const { waits, members } = bandsOf(life);
  const of = (bands: readonly { start: number; end: number }[]) => bands.map(({ start: from, end }) => [from, end - from]).filter(([from]) => from > 0);
  return { life, waits: of(waits[life.names.waits.indexOf(what)]), down: of(members[0]) };
}

describe('what is waited for in one life', () => {
  test('is somebody, from the failure until they answer', () => {
    const { waits, down, life } = spans(MODEL('{ people: 1, acknowledge: constant(20 min) }', ''), 'on-call');
    expect(down.length).toBeGreaterThan(5);
    expect(waits.map(([from]) => from)).toEqual(down.map(([from]) => from));
    for (const [, seconds] of waits) expect(seconds).toBeCloseTo(1_200, 5);
    for (const [, seconds] of down) expect(seconds).toBeCloseTo(4_800, 5);
    expect(life.events.map(({ text }) => text)).toContain('db[0] (crash) waits for on-call');
    expect(rowsOf(life, bandsOf(life)).flatMap((row) => (row.type === 'lane' ? [row.name] : []))).toContain('waits for on-call');
  });

  test('is a part that is on its way, and the hours in which somebody is there', () => {
    const part = spans(MODEL('{ people: 1 }', ', needs-spare: true', ', spares: { stock: 0, lead-time: 2 days }'), 'a part: disk');
    expect(part.waits.length).toBeGreaterThan(5);
    for (const [, seconds] of part.waits) expect(seconds).toBeCloseTo(2 * 86_400, 4);
    const night = spans(MODEL('{ people: 1, hours: Mon-Sun 08:00-20:00 }', ''), 'hours of on-call');
    expect(night.waits.length).toBeGreaterThan(3);
    for (const [from, seconds] of night.waits) expect(((from + seconds) % 86_400) / 3600).toBeCloseTo(8, 5);
  });

  test('is the window of planned work', () => {
    const text = MODEL('{ people: 1 }', '').replace('component: disk', 'component: disk, maintenance: { every: 30 days, takes: 1 h, window: Sun 02:00-06:00 }');
    const { waits, life } = spans(text, 'work on db');
    expect(waits.length).toBeGreaterThan(8);
    for (const [, seconds] of waits) expect(seconds).toBeLessThan(7 * 86_400);
    expect(life.events.map(({ text: said }) => said)).toContain('db: one member waits for planned work, until its window opens');
  });

  test.each([
    ['people and parts', randomPeople],
    ['planned work', randomPlanned],
  ])('ends in what is waited for then, in random models with %s', (_, random) => {
    for (let seed = 0; seed < 60; seed += 4) {
      const model = parseModel(random(seed));
      const life = simulateLife(model, { seed: 'waits', replication: 0, mostEvents: 1e6 });
      const { program } = compile(model);
      const e = createEngine(program, new CountingProbe(program, observe(createTally(program.counts), program.counts, 1, model.targets)));
      start(e, 'waits', 0, 1, model.simulation.warmUpSeconds, SECONDS_PER_YEAR);
      advance(e, SECONDS_PER_YEAR);
      const waiting = [...life.start.waiting];
      for (const { kind, index, value } of life.events) if (kind === 'wait') waiting[index] = value;
      expect(waiting).toEqual(Array.from(seeWaits(e).waiting));
      expect(life.names.waits).toHaveLength(waiting.length);
    }
  });
});
