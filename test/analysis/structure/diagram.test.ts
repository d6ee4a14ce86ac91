import { describe, expect, test } from 'vitest';
import { Diagram, TooLarge } from '../../../src/analysis/structure/diagram.ts';
import { Families, NONE, UNIT } from '../../../src/analysis/structure/families.ts';

describe('a diagram', () => {
  test('has one node for one function, however it came about', () => {
    const d = new Diagram(0);
    const [x, y] = [d.addVariable(0), d.addVariable(1)];
    const [zero, one, two] = [0, 1, 2].map((value) => d.terminal(value));
    const a = d.add(d.choice(x, zero, one), d.choice(y, zero, one));
    const b = d.choice(x, d.choice(y, zero, one), d.choice(y, one, two));
    expect(a).toBe(b);
    expect(d.choice(x, b, b)).toBe(b);
    expect(d.multiply(d.choice(y, one, zero), d.choice(x, one, zero))).toBe(d.choice(x, d.choice(y, one, zero), zero));
  });

  test('counts: runs of values with the same child are one', () => {
    const d = new Diagram(0);
    const n = d.addVariable(0);
    const [zero, one, half] = [0, 1, 0.5].map((value) => d.terminal(value));
    const a = d.node(n, [0, 2, 5], [one, half, zero]);
    const b = d.node(n, [0, 3], [one, half]);
    expect(d.multiply(a, b)).toBe(d.node(n, [0, 2, 3, 5], [one, half, d.terminal(0.25), zero]));
    expect(d.node(n, [0, 1, 2], [one, one, one])).toBe(one);
  });

  test('cuts off products below the floor', () => {
    const d = new Diagram(0.3);
    const half = d.terminal(0.5);
    expect(d.valueOf(d.multiplyOrNothing(half, half))).toBe(0);
    expect(d.valueOf(d.multiply(half, half))).toBe(0.25);
  });

  test('says so when it gets too large', () => {
    const d = new Diagram(0);
    const grow = () => {
      // Sums of powers of two are all different.
      let sum = d.terminal(0);
      for (let i = 0; i < 40; i++) sum = d.add(sum, d.choice(d.addVariable(40 - i), d.terminal(0), d.terminal(2 ** i)));
    };
    expect(grow).toThrow(TooLarge);
  });
});

test('the minimal sets of a function hold none that does already, and are no larger than asked', () => {
  const d = new Diagram(0);
  const [a, b, n] = [d.addVariable(0), d.addVariable(1), d.addVariable(2)];
  const [zero, one] = [d.terminal(0), d.terminal(1)];
  // Down with a and b, or with two of n and a, or with three of n.
  const two = d.node(n, [0, 2], [zero, one]);
  const three = d.node(n, [0, 3], [zero, one]);
  const f = d.choice(a, three, d.choice(b, two, one));
  const families = new Families(d);
  const list = (family: number, set: string[] = []): string[] =>
    family === NONE ? [] : family === UNIT ? [set.join('')] : [0, 1, 2, 3].flatMap((units) => list(families.withExactly(family, units), [...set, 'abn'[families.variableOf(family)].repeat(units)]));
  expect(list(families.minimal(f, 3)).sort()).toEqual(['ab', 'ann', 'nnn']);
  expect(list(families.minimal(f, 2))).toEqual(['ab']);
});
