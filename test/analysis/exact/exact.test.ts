import { describe, expect, test } from 'vitest';
import { exactFigures } from '../../../src/analysis/exact/exact.ts';
import { independentAvailability } from '../../../src/analysis/exact/independence.ts';
import { markovAvailability } from '../../../src/analysis/exact/markov.ts';
import { parseModel } from '../../../src/model/index.ts';
import { randomModel, randomSites } from '../../engine/random-model.ts';
import { COVERAGE, pairChain } from '../../theory/pair.ts';
import { randomIndependent } from '../../theory/random-small-model.ts';

const exactOf = (text: string) => exactFigures(parseModel(`nines: 1\nname: exact\n${text}`));
const COMPONENTS = `components:
  unit: { failures: { crash: { mtbf: 240 h, mttr: 'lognormal(2 h, 9 h)' } } }
  db: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } }`;
const PAIR = 'component: db, replicas: 2, mode: active-passive, failover: { detect: exponential(2 h), promote: exponential(3 h), redirect: exponential(1 h), retry: exponential(6 h), success: 70% }';
const PAIR_UP = pairChain(COVERAGE).share((s) => s.stage === 'serving');

describe('which method it is', () => {
  test('independence needs no exponential times', () => {
    const { value, method, reason } = exactOf(`${COMPONENTS}\nservices: { s: { component: unit } }\nentry: s`);
    expect(method).toBe('independence');
    expect(reason).toBe('Failures and repairs are independent, so only their means count.');
    expect(value).toBeGreaterThan(0.98);
  });

  test('a failover that takes time makes it a chain', () => {
    expect(exactOf(`${COMPONENTS}\nservices: { s: { ${PAIR} } }\nentry: s`)).toEqual({
      value: expect.closeTo(PAIR_UP, 13) as number,
      method: 'markov chain',
      reason: 'Every time that matters is exponential, so this is a Markov chain of 30 states.',
    });
  });

  test('parts that share nothing multiply, each by its own method', () => {
    const unit = exactOf(`${COMPONENTS}\nservices: { s: { component: unit, replicas: 3, required: 2 } }\nentry: s`).value!;
    const { value, method, reason } = exactOf(`${COMPONENTS}
services: { top: { needs: [web, one, two] }, web: { component: unit, replicas: 3, required: 2, needs: [one] }, one: { ${PAIR} }, two: { ${PAIR} } }
entry: top`);
    expect(value).toBeCloseTo(unit * PAIR_UP * PAIR_UP, 12);
    expect(method).toBe('markov chain');
    expect(reason).toBe('It falls apart into 3 parts that share nothing: 2 Markov chains of 60 states in all, and parts in which only means count.');
  });

  test('parts that share a shock, a zone or a site are one', () => {
    const services = `services: { top: { needs: [one, two] }, one: { ${PAIR} }, two: { component: db } }\nentry: top`;
    const apart = exactOf(`${COMPONENTS}\n${services}`);
    const struck = exactOf(`${COMPONENTS}\nshocks: { bad: { mtbf: 90 h, mttr: 10 h, hits: [one, two] } }\n${services}`);
    expect(apart.reason).toMatch(/2 parts/);
    expect(struck.reason).toMatch(/this is a Markov chain of \d+ states/);
    // The shock takes both at once: less is lost than if each had one of its own.
    expect(struck.value!).toBeGreaterThan(apart.value! * 0.9 * 0.9);
    expect(struck.value!).toBeLessThan(apart.value! * 0.9);
  });

  test('a want that may take it down keeps the parts together', () => {
    const wanting = (share: string) => exactOf(`${COMPONENTS}\nservices: { one: { ${PAIR}, wants: { two: ${share} } }, two: { component: db } }\nentry: one`);
    expect(wanting('50%').value).toBeCloseTo(PAIR_UP * (10 / 11), 12);
    expect(wanting('97%').value).toBeCloseTo(PAIR_UP, 13);
  });
});

describe('no value', () => {
  test('names what stands against both methods', () => {
    const text = `${COMPONENTS}\nservices: { web: { component: unit, replicas: 2, health-check: { interval: 10 s } } }\nentry: web`;
    const { value, method, reason } = exactOf(text);
    expect([value, method]).toEqual([null, null]);
    expect(reason).toMatch(/^web takes .+; no Markov chain either: web's health check takes a time that is not exponential\.$/);
  });

  test('of a history that begins when everything is new', () => {
    const { value, reason } = exactOf(`${COMPONENTS}\nservices: { s: { component: db } }\nentry: s\nsimulation: { warm-up: 0 s }`);
    expect(value).toBeNull();
    expect(reason).toContain('`warm-up: 0 s`');
  });
});

test('the figures of a model are worked out once', () => {
  const model = parseModel(`nines: 1\nname: once\n${COMPONENTS}\nservices: { s: { ${PAIR} } }\nentry: s`);
  expect(exactFigures(model)).toBe(exactFigures(model));
});

test('where both methods apply they agree', () => {
  let both = 0;
  let failing = 0;
  for (let seed = 0; seed < 60; seed++) {
    const model = parseModel(randomIndependent(seed, true));
    const independent = independentAvailability(model);
    const chain = markovAvailability(model, { work: 4e7 });
    if ('reason' in independent || 'reason' in chain) continue;
    both++;
    if (independent.value < 1) failing++;
    expect((1 - chain.value) / (1 - independent.value), `seed ${seed}`).toBeCloseTo(1, 8);
  }
  expect(both).toBeGreaterThan(20);
  expect(failing).toBe(both);
});

test('any model has a figure or a sentence, in the same bits each time', () => {
  for (const make of [randomModel, randomSites]) {
    for (let seed = 0; seed < 20; seed++) {
      const figures = exactFigures(parseModel(make(seed)));
      expect(figures).toEqual(exactFigures(parseModel(make(seed))));
      expect(figures.reason).toMatch(/^\S.*\.$/);
      if (figures.value === null) expect(figures.method).toBeNull();
      else expect(figures.value).toBeGreaterThanOrEqual(0);
      expect(figures.value ?? 0).toBeLessThanOrEqual(1);
    }
  }
});
