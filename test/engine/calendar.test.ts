import alea from 'seedrandom/lib/alea.js';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { isOpen, nextEdge, openSeconds, workEnd } from '../../src/engine/calendar.ts';
import { parseModel } from '../../src/model/index.ts';

const WEEK = 7 * 86_400;
const program = (hours: string) =>
  compile(
    parseModel(`nines: 1
teams: { crew: { hours: ${hours} } }
components: { s: { failures: { crash: { mtbf: 30 days, mttr: 1 h, repaired-by: crew } } } }
services: { web: { component: s } }`),
  ).program;

test.each(['Mon-Fri 09:00-17:00', '[Mon 22:00-06:00, Wed-Sat 08:00-20:00]', 'Sun 20:00-04:00', '24x7'])('%s: work is done when as much time has passed within the hours', (hours) => {
  const p = program(hours);
  const random = alea(hours, { state: true });
  for (let i = 0; i < 2000; i++) {
    const from = Math.floor((random() * 8 - 4) * WEEK);
    const seconds = i % 10 === 0 ? 0 : Math.floor(random() * random() * 3 * WEEK);
    const end = workEnd(p, 0, from, seconds);
    expect(openSeconds(p, 0, from, end)).toBeCloseTo(seconds, 6);
    expect(end).toBeGreaterThanOrEqual(from + seconds);
    // And not later: an instant before it something is left.
    if (seconds > 0) expect(openSeconds(p, 0, from, end - 1)).toBeLessThan(seconds);
    if (seconds === 0) expect(isOpen(p, 0, end)).toBe(true);
    if (hours === '24x7') continue;
    const edge = nextEdge(p, 0, from);
    expect(edge).toBeGreaterThan(from);
    expect(isOpen(p, 0, edge)).toBe(!isOpen(p, 0, edge - 1));
    expect([0, edge - from]).toContain(openSeconds(p, 0, from, edge));
  }
});

test('time 0 is a Monday at 00:00, before it is a Sunday', () => {
  const p = program('Mon 00:00-01:00');
  expect([isOpen(p, 0, 0), isOpen(p, 0, 3599), isOpen(p, 0, 3600), isOpen(p, 0, -1)]).toEqual([true, true, false, false]);
});
