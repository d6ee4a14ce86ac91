import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseModel, simulate } from '../../src/index.ts';
import type { RareValues } from '../../src/analysis/report.ts';
import { headline } from '../../src/report/run/headline.ts';

const gallery = (name: string) => parseModel(readFileSync(`models/${name}.yaml`, 'utf8'));

/** Two triples in two zones that burn every 5,000 years: a plain run of 100 years sees none of that. */
const RARE = `nines: 1
domains: { r: { kind: region, domains: { a: { kind: zone, failures: { burns: { mtbf: 5000 years, mttr: 30 days } } }, b: { kind: zone } } } }
components: { one: { failures: { crash: { mtbf: 100 days, mttr: 'lognormal(1 h, 10 h)' } } } }
services: { db: { component: one, replicas: 4, across: zone, required: 1 } }
entry: db`;

const values = (rare: object | undefined): RareValues => {
  if (rare === undefined || 'refused' in rare) throw new Error('there are none');
  return rare as RareValues;
};

test('strikes on copies of states meet what a plain run of a hundred years does not, and agree with the exact value', async () => {
  const report = await simulate(parseModel(RARE), { years: 100, method: 'auto' });
  const { rare, exact, downtimePerYear } = report.availability;
  expect(downtimePerYear.mean).toBe(0);
  const { unavailability, incidentsPerYear, relativeStandardError, verdict } = values(rare);
  const error = relativeStandardError * unavailability.mean;
  expect(Math.abs(unavailability.mean - (1 - exact.value!))).toBeLessThan(4 * error + 1e-15);
  expect(relativeStandardError).toBeLessThan(0.05);
  expect(incidentsPerYear.mean / report.incidents.exact!.perYear).toBeCloseTo(1, 0);
  expect(verdict).not.toBe('none');
  const { byCause } = values(rare);
  expect(byCause.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(byCause.map(({ cause }) => cause).sort()).toEqual(['a/burns', 'db/crash']);
  expect(headline(report).sentences.join(' ')).toMatch(/By strikes on copies of states, which meet what is rare: 99\.99\d*%, .*Not seen in 100 years, .*: a\/burns \(0\.02 times expected, [\d.]+ µs down a year by strikes on copies\)/s);
});

test.each(['stateless-three-zones', 'kubernetes-deployment'])('and agree with a plain run of the gallery’s %s within four errors', async (name) => {
  const { availability, incidents } = await simulate(gallery(name), { years: 3000, method: 'auto' });
  const { unavailability, incidentsPerYear } = values(availability.rare);
  const error = ({ ci95: [low, high] }: { ci95: readonly [number, number] }) => (high - low) / 3.92;
  const off = Math.abs(unavailability.mean - (1 - availability.mean));
  expect(off).toBeLessThan(4 * Math.hypot(error(unavailability), error(availability)));
  const times = Math.abs(incidentsPerYear.mean - incidents.perYear.mean);
  expect(times).toBeLessThan(4 * Math.hypot(error(incidentsPerYear), error(incidents.perYear)));
});

test('where a model uses what they were not proved for, the report says what that is, and a plain run says nothing', async () => {
  const cold = parseModel(`${RARE}\nsimulation: { warm-up: 0 s }`);
  const report = await simulate(cold, { years: 5, method: 'auto' });
  expect(report.availability.rare).toEqual({ refused: 'its histories do not begin in the long run (`warm-up: 0 s`)' });
  expect(headline(report).sentences).toContain('No strikes on copies of states: its histories do not begin in the long run (`warm-up: 0 s`).');
  expect('rare' in (await simulate(cold, { years: 5 })).availability).toBe(false);
});

test('the same seed has the same bits, on any number of workers', async () => {
  const [here, there] = await Promise.all([0, 2].map((workers) => simulate(parseModel(RARE), { years: 100, seed: 's', method: 'auto', workers })));
  expect(there.availability).toEqual(here.availability);
});

test('a method that is none is refused in words', async () => {
  await expect(simulate(parseModel(RARE), { method: 'quick' as 'auto' })).rejects.toThrow("method must be 'auto' or 'plain', not quick.");
});
