import { expect, test } from 'vitest';
import { CASES, exactIncidentsPerYear, exactUnavailability, HARD, modelOf } from '../../src/bench/rare-cases.ts';
import { rareFigures } from '../../src/rare/rare.ts';
import { YEAR } from '../theory/harness.ts';

/*
 * How often the intervals of strikes on copies hold the exact values: fewer seeds of what npm run coverage does, of a
 * pair that fails over in a minute, a heavy tail, and failing promotions before long rebuilds.
 */

const SEEDS = 30;
const WORK = 4_000;
const NAMES = ['a pair that fails over in a minute', 'one unit once a year, lognormal(1 h, 24 h)', 'one in 20 promotions fails, rebuilds of 20 h'];

test('the intervals of unavailability, incidents and their length hold the exact values in about nineteen of twenty seeds', () => {
  const cases = [...CASES, ...HARD].filter(({ name }) => NAMES.includes(name));
  expect(cases).toHaveLength(NAMES.length);
  const held = { unavailability: 0, incidents: 0, length: 0 };
  let width = 0;
  const holds = ([low, high]: readonly [number, number], value: number) => (low <= value && value <= high ? 1 : 0);
  for (const each of cases) {
    const { model, compiled } = modelOf(each);
    const [unavailability, incidents] = [exactUnavailability(model), exactIncidentsPerYear(model)!];
    for (let seed = 0; seed < SEEDS; seed++) {
      const figures = rareFigures(model, compiled, `held ${seed}`, WORK);
      if ('refused' in figures) throw new Error(figures.refused);
      const { ci95, relativeStandardError, unavailability: mean } = figures.estimate;
      width += (ci95[1] - ci95[0]) / (relativeStandardError * mean);
      held.unavailability += holds(ci95, unavailability);
      held.incidents += holds(figures.estimate.incidentsPerYear.ci95, incidents);
      held.length += holds(figures.estimate.meanSeconds!.ci95, (unavailability / incidents) * YEAR);
    }
  }
  // Three standard deviations below 95%.
  const count = SEEDS * NAMES.length;
  for (const number of Object.values(held)) expect(number / count).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / count));
  // And not by being wide: by standard errors, of which they have two on each side, and a tenth more.
  expect(width / count).toBeLessThan(4.6);
});

test('copies are lived in until the interval is as narrow as is asked, and no longer', () => {
  const { model, compiled } = modelOf(HARD[5]);
  const narrow = [0.2, 0.05].map((precision) => {
    const figures = rareFigures(model, compiled, 'narrow', 1_000_000, precision);
    if ('refused' in figures) throw new Error(figures.refused);
    const { ci95, unavailability, work } = figures.estimate;
    expect((ci95[1] - ci95[0]) / 2 / unavailability).toBeLessThan(precision);
    return work;
  });
  expect(narrow[0]).toBeLessThan(50_000);
  expect(narrow[1]).toBeGreaterThan(2 * narrow[0]);
  expect(narrow[1]).toBeLessThan(800_000);
});
