import { describe, expect, test } from 'vitest';
import { cutSets, cutSetsByOrder, entryUnavailability, importance, singlePoints } from '../../../src/analysis/structure/index.ts';
import { searchCutSets } from '../../../src/analysis/structure/search.ts';
import { type Model, parseModel } from '../../../src/model/index.ts';
import { bruteForce } from './brute-force.ts';
import { randomModel } from './random-models.ts';

const MODELS = 200;

const cases = Array.from({ length: MODELS }, (_, seed) => {
  const text = randomModel(seed);
  const model = strikeSites(parseModel(text), seed);
  return { seed, text, model, brute: bruteForce(model, 14) };
}).flatMap(({ brute, ...rest }) => (brute === null ? [] : [{ ...rest, brute }]));

/** The language strikes what stands in sites; a shock that strikes sites whole, each by chance, is added by hand. */
function strikeSites(model: Model, seed: number): Model {
  if (model.services[model.entry].sites === null || seed % 2 === 0) return model;
  const times = { up: { kind: 'exponential', mean: 19 }, down: { kind: 'exponential', mean: 1 } } as const;
  return { ...model, shocks: [...model.shocks, { name: 'routing', ...times, losesData: false, isLatent: false, repairsEach: false, hits: [model.entry], probability: seed % 3 === 0 ? 1 : 0.3 }] };
}

describe('on random small models, against every state there is', () => {
  test('the models are many and of all kinds', () => {
    expect(cases.length).toBeGreaterThan(100);
    for (const word of ['degraded', 'active-passive', 'quorum', 'wants', 'any-of', 'sites', 'probability: 50%', 'probability: 100%', 'in: west']) {
      expect(cases.filter(({ text }) => text.includes(word)).length, word).toBeGreaterThan(5);
    }
    expect(cases.filter(({ brute }) => brute.chance() > 0).length).toBeGreaterThan(100);
  });

  test('the entry is down with exactly their chance', () => {
    for (const { seed, model, brute } of cases) {
      const exact = brute.chance();
      expect(Math.abs(entryUnavailability(model)! - exact), `model ${seed}`).toBeLessThanOrEqual(1e-13 + 1e-12 * exact);
    }
  });

  test('Birnbaum importance is the difference that an element makes, and worths follow', () => {
    let compared = 0;
    for (const { seed, model, brute } of cases) {
      const total = brute.chance();
      for (const { element, kind, unavailability, birnbaum, criticality, riskAchievementWorth, riskReductionWorth } of importance(model)) {
        const bit = brute.bits.findIndex(({ name, kind: other }) => name === element && kind === other);
        const [up, down] = [brute.chance(new Map([[bit, 0]])), brute.chance(new Map([[bit, 1]]))];
        const about = `model ${seed}, ${element}`;
        expect(unavailability, about).toBeCloseTo(brute.bits[bit].chance, 12);
        expect(birnbaum, about).toBeCloseTo(down - up, 12);
        expect(criticality, about).toBeCloseTo(((down - up) * brute.bits[bit].chance) / total, 10);
        expect(riskAchievementWorth, about).toBeCloseTo(down / total, 9);
        if (riskReductionWorth === null) expect(up, about).toBeLessThan(1e-12);
        else expect(1 / riskReductionWorth, about).toBeCloseTo(up / total, 9);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  test('whatever makes a difference is listed, or is like one that is', () => {
    for (const { seed, model, brute } of cases) {
      const listed = importance(model);
      brute.bits.forEach(({ kind, name }, bit) => {
        if (kind === 'coin') return;
        const difference = brute.chance(new Map([[bit, 1]])) - brute.chance(new Map([[bit, 0]]));
        if (difference < 1e-12) return;
        const alike = listed.filter(({ element, kind: other }) => other === kind && (kind === 'member' ? element.split('[')[0] === name.split('[')[0] : element === name));
        expect(alike.some(({ birnbaum }) => Math.abs(birnbaum - difference) < 1e-12), `model ${seed}, ${name}`).toBe(true);
      });
    }
  });

  test('the minimal cut sets are those that a search through all sets finds', () => {
    let most = 0;
    for (const { seed, model, brute } of cases) {
      const exact = brute.cuts().map((set) => set.map((i) => brute.bits[i].name).sort().join(' + ')).sort();
      const found = cutSets(model).map(({ causes }) => [...causes].sort().join(' + ')).sort();
      expect(found, `model ${seed}`).toEqual(exact);
      expect(cutSetsByOrder(model), `model ${seed}`).toEqual([1, 2, 3].map((order) => brute.cuts().filter(({ length }) => length === order).length));
      expect(singlePoints(model).map(({ cause }) => cause)).toEqual(cutSets(model).filter(({ causes }) => causes.length === 1).map(({ causes }) => causes[0]));
      most = Math.max(most, found.length);
    }
    expect(most).toBeGreaterThan(20);
  });

  test('element by element, as where there is no diagram, all of one and two are found but for shocks that may miss', () => {
    let compared = 0;
    for (const { seed, model, brute } of cases) {
      const misses = new Set(model.shocks.flatMap(({ name, probability }) => (probability < 1 ? [name] : [])));
      const exact = brute
        .cuts()
        .map((set) => set.map((i) => brute.bits[i].name))
        .filter((causes) => causes.length <= 2 && !causes.some((cause) => misses.has(cause)));
      const { found, hasTriedPairs } = searchCutSets(model);
      const written = (sets: readonly (readonly string[])[]) => sets.map((causes) => [...causes].sort().join(' + ')).sort();
      expect(hasTriedPairs).toBe(true);
      expect(written(found.map(({ causes }) => causes)), `model ${seed}`).toEqual(written(exact));
      compared += exact.length;
    }
    expect(compared).toBeGreaterThan(500);
  });

  test('a cut set is as likely as its elements are, times the chance that its shocks strike so', () => {
    for (const { seed, model, brute } of cases) {
      for (const { causes, unavailability } of cutSets(model)) {
        const elements = new Map(brute.bits.flatMap(({ kind, name }, i) => (kind === 'coin' ? [] : [[i, causes.includes(name) ? 1 : 0] as const])));
        const own = brute.bits.reduce((product, { kind, name, chance }) => (kind !== 'coin' && causes.includes(name) ? product * chance : product), 1);
        expect(unavailability, `model ${seed}, ${causes.join()}`).toBeCloseTo(own * brute.chance(elements), 12);
      }
    }
  });
});
