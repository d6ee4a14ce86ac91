import { expect, test } from 'vitest';
import { checkModel } from '../../src/model/index.ts';
import { expectExact, expectTells, HOUR, live, YEAR } from './harness.ts';

/*
 * Queues begin empty. How long that is seen follows from the machine repairman's transient solution: N machines, c people,
 * everything repaired at the beginning.
 */

const N = 5;
const FAILS = 1 / (3_000 * HOUR);
const REPAIRS = 1 / (1_000 * HOUR);

/** Share of a year, from so long after the beginning, in which at least so many work: by Runge and Kutta, and Simpson's rule. */
function shareOfYear(people: number, required: number, from: number, fails = FAILS): number {
  const flow = (p: readonly number[]) =>
    p.map((here, down) => {
      const comes = (down > 0 ? p[down - 1] * (N - down + 1) * fails : 0) + (down < N ? p[down + 1] * Math.min(down + 1, people) * REPAIRS : 0);
      return comes - here * ((N - down) * fails + Math.min(down, people) * REPAIRS);
    });
  const plus = (p: readonly number[], q: readonly number[], h: number) => p.map((x, i) => x + h * q[i]);
  const step = (p: readonly number[], h: number) => {
    const a = flow(p);
    const b = flow(plus(p, a, h / 2));
    const c = flow(plus(p, b, h / 2));
    const d = flow(plus(p, c, h));
    return p.map((x, i) => x + (h / 6) * (a[i] + 2 * b[i] + 2 * c[i] + d[i]));
  };
  let p = Array.from({ length: N + 1 }, (_, down): number => (down === 0 ? 1 : 0));
  const h = YEAR / 400;
  for (let t = 0; t < from - h / 2; t += h) p = step(p, h);
  let sum = 0;
  for (let i = 0; i <= 400; i++) {
    sum += (i === 0 || i === 400 ? 1 : i % 2 === 1 ? 4 : 2) * p.slice(0, N - required + 1).reduce((all, x) => all + x, 0);
    p = step(p, h);
  }
  return sum / (3 * 400);
}

const text = (people: number, required: number) => `teams: { crew: { people: ${people} } }
components: { machine: { failures: { breaks: { mtbf: 3000 h, mttr: 1000 h, repaired-by: crew } } } }
services: { shop: { component: machine, replicas: ${N}, required: ${required} } }`;

test.each([
  [1, 3], [2, 4],
])('queues that begin empty fill as the transient solution of M/M/%i//5 says, and a warm-up cuts off what it says', (people, required) => {
  for (const warmUp of [0, YEAR / 4]) {
    const exact = shareOfYear(people, required, warmUp);
    const { availability } = live(text(people, required), { replications: 1_500, years: 1, warmUpSeconds: warmUp });
    expectExact(availability, exact);
    expectTells(availability, exact, 0.08);
    // The beginning is seen: it is no steady state.
    const steady = shareOfYear(people, required, 40 * YEAR);
    if (warmUp === 0) expect(exact - steady).toBeGreaterThan(availability.ci95[1] - availability.ci95[0]);
  }
});

test('ten times the repair is warm-up enough, be the team idle or busy four fifths of the time, and less of it is warned of', () => {
  for (const people of [1, 2, 5])
    for (const fails of [FAILS / 100, FAILS / 10, FAILS / 2]) {
      const steady = 1 - shareOfYear(people, N, 40 * YEAR, fails);
      const after = 1 - shareOfYear(people, N, 10 / REPAIRS, fails);
      expect(Math.abs(after / steady - 1), `${people} people, ${fails * 3_600_000} failures in 1,000 h`).toBeLessThan(0.01);
    }
  const warnings = (warmUp: string) => checkModel(`nines: 1\nname: x\n${text(1, 3)}\nsimulation: { warm-up: ${warmUp} }\n`).diagnostics.map(({ message }) => message);
  expect(warnings('9999 h').join()).toMatch(/may be too short: everything begins repaired.*the repair of 'breaks' takes.*ten times that is enough/);
  expect(warnings('10001 h').join()).not.toMatch(/too short/);
});
