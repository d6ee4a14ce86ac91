import { describe, expect, test } from 'vitest';
import { parseAssertion } from '../../../src/assertion/assertion.ts';
import { parseModel } from '../../../src/index.ts';
import { goalsOf } from '../../../web/sweep/goals.ts';
import { sameBut } from '../../../web/sweep/parameters.ts';
import { shop, SHOP } from '../drill/models.ts';

const TEXT = 'name: a\nparameters:\n  detect: 30 s  # how soon\n  zones: 3\nentry: web\n';

describe('a model that was set to a point', () => {
  test('is the same but for what was varied', () => {
    expect(sameBut(TEXT, TEXT.replace('30 s', '45 s'), ['detect'])).toBe(true);
    expect(sameBut(TEXT, TEXT.replace('30 s', '45 s'), ['zones'])).toBe(false);
    expect(sameBut(TEXT, TEXT.replace('30 s', '45 s').replace('3\n', '12\n'), ['zones', 'detect'])).toBe(true);
    expect(sameBut(TEXT, TEXT.replace('web', 'app'), ['zones', 'detect'])).toBe(false);
    expect(sameBut(TEXT, TEXT, ['gone'])).toBe(true);
  });
});

describe('goals', () => {
  test('are the model’s targets, as the command line would read them', () => {
    expect(goalsOf(shop)).toEqual(['rto.p95 <= 15 min', 'rpo.p95 <= 10 s']);
    const rich = parseModel(SHOP.replace('targets: {', 'targets: { availability: 99.95%, budget: 40000 USD/year,'));
    const goals = goalsOf(rich);
    expect(goals).toHaveLength(4);
    expect(goals.map((goal) => parseAssertion(goal, 'USD', []).goal)).toEqual([0.9995, 900, 10, 40_000]);
  });

  test('are none where nothing is asked for', () => {
    expect(goalsOf({ ...shop, targets: { availability: null, rtoSeconds: null, rpoSeconds: null, byKind: [], budgetPerYear: null } })).toEqual([]);
  });
});
