import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/index.ts';
import { type Candidate, pairingOf, partOf } from '../../../web/compare/pairing.ts';
import { shop, sites } from '../drill/models.ts';

const candidate = (id: number, changes: Partial<Candidate> = {}): Candidate => ({ id, read: { currency: 'USD', years: 100 * id, seed: `${id}` }, seed: '', years: 0, ...changes });

describe('models that are compared', () => {
  test('live through the most years that any of them asks for, with the first one’s seed', () => {
    expect(pairingOf([candidate(2), candidate(1), candidate(3, { years: 50 })], null)).toMatchObject({ together: [2, 1, 3], apart: [], years: 200, seed: '2' });
    expect(pairingOf([candidate(1, { seed: 'own' }), candidate(2)], null).seed).toBe('own');
  });

  test('leave out those with errors', () => {
    expect(pairingOf([candidate(1, { read: null }), candidate(2), candidate(3)], null)).toMatchObject({ together: [2, 3], seed: '2' });
    expect(pairingOf([candidate(1, { read: null })], null)).toMatchObject({ together: [], apart: [], years: 0 });
  });

  test('reckon as the baseline does', () => {
    const euro = candidate(3, { read: { currency: 'EUR', years: 900, seed: '3' } });
    expect(pairingOf([candidate(1), candidate(2), euro], null)).toMatchObject({ together: [1, 2], apart: [3], currency: 'USD', years: 200 });
    expect(pairingOf([candidate(1), candidate(2), euro], 3)).toMatchObject({ together: [3], apart: [1, 2], currency: 'EUR' });
  });
});

test('a part of a comparison has the differences that it had, of those that are left', async () => {
  const report = await compare([shop, sites, { ...shop, name: 'again' }], { years: 100, workers: 0 });
  const part = partOf(report, [2, 1]);
  expect(part.models.map(({ model }) => model.name)).toEqual([report.models[2].model.name, 'sites']);
  expect(part.differences).toHaveLength(1);
  const [{ from, to, ...figures }] = part.differences;
  expect([from, to]).toEqual([1, 0]);
  const { from: first, to: second, ...whole } = report.differences.find((each) => each.from === 1 && each.to === 2)!;
  expect([first, second]).toEqual([1, 2]);
  expect(figures).toEqual(whole);
});
