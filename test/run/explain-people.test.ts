import { expect, test } from 'vitest';
import { explain } from '../../src/run/explain.ts';
import { rewriteInput } from '../../web/why/places.ts';
import { expectExact, YEAR } from '../theory/harness.ts';

const TEXT = `nines: 1
teams: { crew: { people: 1, acknowledge: 0 s } }
components:
  machine:
    failures: { breaks: { mtbf: 400 h, mttr: 200 h, repaired-by: crew } }
  disk:
    failures: { worn: { mtbf: 4000 h, mttr: 1 h, needs-spare: true } }
    spares: { stock: 1, lead-time: exponential(10 h) }
services:
  plant: { needs: [pair], wants: { store: 99% } }
  pair: { component: machine, replicas: 2 }
  store: { component: disk }
entry: plant
`;

test('the tornado has what another person and another part would do: a second repairer as M/M/2//2 against M/M/1//2', async () => {
  const { sensitivity } = await explain(TEXT, { years: 300, seed: 'tornado', workers: 0 });
  const find = (name: string) => sensitivity!.inputs.find((input) => input.name === name)!;
  const [people, stock, machines] = [find('crew people'), find('disk spares.stock'), find('disk spares.lead-time')];
  expect([people.kind, people.unit, people.low.value, people.value, people.high.value]).toEqual(['people', '', 1, 1, 2]);
  expect([stock.kind, stock.low.value, stock.value, stock.high.value]).toEqual(['stock', 0, 1, 2]);
  expect(machines.kind).toBe('delay');
  // Nobody can be fewer than one, and then nothing is another.
  expect(people.low.downtimePerYear).toMatchObject({ mean: 0, ci95: [0, 0] });
  const rho = 200 / 400;
  const [one, two] = [(2 * rho ** 2) / (1 + 2 * rho + 2 * rho ** 2), rho ** 2 / (1 + rho) ** 2];
  expectExact(people.high.downtimePerYear, (two - one) * YEAR);
  expect(people.high.downtimePerYear.verdict).toBe('better');
});

test('the tornado has what answering later would do: it is as much longer down', async () => {
  const solo = `nines: 1
teams: { crew: { acknowledge: exponential(5 h) } }
components: { machine: { failures: { breaks: { mtbf: 100 h, mttr: 1 h, repaired-by: crew } } } }
services: { plant: { component: machine } }
`;
  const { sensitivity } = await explain(solo, { years: 60, seed: 'tornado', workers: 0 });
  const { low, high } = sensitivity!.inputs.find(({ name }) => name === 'crew acknowledge')!;
  const down = (answers: number) => ((answers + 1) / (answers + 1 + 100)) * YEAR;
  expectExact(low.downtimePerYear, down(2.5) - down(5));
  expectExact(high.downtimePerYear, down(10) - down(5));
});

test('its handles write people, answers, stock and lead times where they stand in the text', () => {
  const kinds = { 'crew people': 'people', 'crew acknowledge': 'delay', 'disk spares.stock': 'stock', 'disk spares.lead-time': 'delay' } as const;
  for (const [name, kind] of Object.entries(kinds)) expect(rewriteInput(TEXT, { name, kind }, '7'), name).toMatch(new RegExp(`${name.split(/[ .]/).at(-1)}: 7`));
});
