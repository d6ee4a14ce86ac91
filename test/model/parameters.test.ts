import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { at, BASE, clean, only, said } from './helpers.ts';
import { EXAMPLE, RETRYING } from './example.ts';

/** The base with parameters, the first of which is used as the repair time. */
const withParameters = (parameters: string, mttr: string) => `${BASE.replace('5 min', mttr)}parameters:\n${parameters}`;

describe('parameters', () => {
  test('may use each other in any order', () => {
    const model = clean(withParameters('  a: b / 2\n  b: c + 1 h\n  c: 3 h\n', 'a'));
    expect(model.parameters).toEqual({ a: 7200, b: 14400, c: 10800 });
    expect(model.components[0].failures[0].down).toEqual({ kind: 'exponential', mean: 7200 });
  });

  test('may be distributions, whose text they keep, used as a whole value', () => {
    const model = parseModel(withParameters('  repair: lognormal(m, 4 * m)\n  m: 1 h\n  again: repair\n', 'again'));
    expect(model.parameters).toEqual({ repair: 'lognormal(m, 4 * m)', m: 3600, again: 'repair' });
    expect(model.components[0].failures[0].down).toEqual({ kind: 'lognormal', median: 3600, p95: 14400 });
    expect(model.parameterUnits).toEqual({ repair: null, m: 's', again: null });
    expect(only(withParameters('  repair: lognormal(1 h, 4 h)\n', '2 * repair')).message).toBe("'repair' is a distribution, which is a whole value by itself and cannot be part of an expression");
  });

  test('that depend on each other in a circle are one error, naming the circle', () => {
    const text = withParameters('  a: b + 1 s\n  b: c\n  c: 2 * a\n  x: a\n', 'x');
    expect(only(text)).toMatchObject({ ...at(text, 'a: b'), path: 'parameters.a', message: 'parameters depend on each other in a circle: a → b → c → a' });
    expect(only(withParameters('  a: a\n', 'a')).message).toBe('parameters depend on each other in a circle: a → a');
  });

  test('that are wrong cause no further messages where they are used', () => {
    expect(only(withParameters('  a: 1 +\n', 'a')).path).toBe('parameters.a');
    expect(only(withParameters('  a: b\n  b: 5 blah\n', 'a * 2')).path).toBe('parameters.b');
    expect(only(withParameters('  a: [1]\n', 'a')).message).toBe('needs a number, a quantity, an expression or a distribution, got a list');
    expect(only(withParameters('  a:\n', 'a')).message).toMatch(/got nothing$/);
    expect(only(withParameters('  a: true\n', 'a')).message).toMatch(/got true$/);
    expect(only(withParameters('  a: .nan\n', 'a')).message).toMatch(/not a finite number/);
  });

  test('that are unknown are reported with the nearest', () => {
    expect(only(withParameters('  repair: 5 min\n', 'repiar').replace('parameters:', 'simulation: {warm-up: repair}\nparameters:'))).toMatchObject({
      message: "unknown unit or parameter 'repiar': did you mean 'repair'?", suggestion: 'repair',
    });
  });

  test('cannot be called like a unit, a function or a word of expressions, nor be no word', () => {
    const named = (name: string) => only(`${BASE}parameters: { ${name}: 3 }`);
    expect(named('h')).toMatchObject({ message: "a parameter cannot be called 'h', which is a unit: give it another name: did you mean 'h_'?", suggestion: 'h_', path: 'parameters.h' });
    expect(named('USD').message).toMatch(/which is a unit/);
    for (const name of ['max', 'uniform', 'in', 'mod', 'not', 'Infinity']) expect(named(name).message).toMatch(/has a meaning in expressions/);
    expect(named('web-replicas')).toMatchObject({ suggestion: 'web_replicas' });
    expect(named('1x').suggestion).toBe('_1x');
    expect(said(`${BASE}parameters: { __proto__: 3 }`)[0]).toMatch(/cannot be called '__proto__'/);
    const model = parseModel(`${BASE}parameters: { constructor: 3, toString: 4, e: 5, pi: 6, i: 7 }`);
    expect(model.parameters).toEqual({ constructor: 3, toString: 4, e: 5, pi: 6, i: 7 });
  });

  test('that nothing uses are a warning', () => {
    const text = withParameters('  a: 5 min\n  b: c\n  c: 3\n', 'a');
    expect(said(text)).toEqual(["warning 8:3 parameters.b: nothing uses the parameter 'b': write its name where its value is meant, or take it out", "warning 9:3 parameters.c: nothing uses the parameter 'c': write its name where its value is meant, or take it out"]);
  });

  test('are refused in too large numbers or too long chains', () => {
    const many = Array.from({ length: 1001 }, (_, i) => `  p${i}: 1\n`).join('');
    expect(said(`${BASE}parameters:\n${many}`)).toContain('error 1007:3 parameters.p1000: too many parameters (at most 1000)');
    const chain = Array.from({ length: 900 }, (_, i) => `  p${i}: p${i + 1}\n`).join('');
    expect(said(`${BASE}parameters:\n${chain}  p900: 1\n`).some((line) => line.includes('over more than 100 steps'))).toBe(true);
  });
});

describe('values set from outside', () => {
  test('replace what the model says, as numbers or as texts with units or expressions', () => {
    expect(clean(RETRYING, { set: { web_replicas: 5, zone_mtbf: '18 months' } }).parameters).toEqual({ zone_mtbf: 1.5 * 31557600, web_replicas: 5 });
    expect(clean(RETRYING, { set: { web_replicas: '2 * 4' } }).services[0].placement).toHaveLength(8);
    expect(clean(RETRYING, { set: { zone_mtbf: 'weibull(1.5, 2 years)' } }).domains[1].failures[0].up).toEqual({ kind: 'weibull', shape: 1.5, mean: 63115200 });
    expect(clean(RETRYING, { set: { web_replicas: '8' } }).parameters.web_replicas).toBe(8);
  });

  test('for an unknown name are an error without a line, with the nearest name', () => {
    expect(only(EXAMPLE, { set: { web_replcas: 3 } })).toEqual({
      severity: 'error', message: "unknown parameter 'web_replcas': did you mean 'web_replicas'?", suggestion: 'web_replicas', line: 1, column: 1, path: 'parameters.web_replcas',
    });
    expect(only(BASE, { set: { x: 3 } }).message).toBe("unknown parameter 'x'");
    expect(only(BASE, { set: JSON.parse('{"__proto__": 3}') as Record<string, number> }).message).toBe("unknown parameter '__proto__'");
  });

  test('keep the dimension that the parameter has', () => {
    expect(only(EXAMPLE, { set: { zone_mtbf: 5 } })).toMatchObject({
      message: "the parameter 'zone_mtbf' is a time (2 years), and cannot be set to the plain number 5: did you mean '5 years'?", suggestion: '5 years', path: 'parameters.zone_mtbf',
    });
    expect(only(EXAMPLE, { set: { zone_mtbf: '5 GB' } }).message).toMatch(/cannot be set to '5 GB', an amount of data$/);
    expect(only(EXAMPLE, { set: { web_replicas: '5 s' } }).message).toMatch(/is a plain number \(6\), and cannot be set to '5 s', a time$/);
  });

  test('that cannot be read are errors of their own', () => {
    expect(only(EXAMPLE, { set: { web_replicas: '1 +' } })).toMatchObject({ line: 1, column: 1, path: 'parameters.web_replicas' });
    expect(only(EXAMPLE, { set: { web_replicas: NaN } }).message).toMatch(/not a finite number/);
    expect(only(EXAMPLE, { set: { web_replicas: 2.5 } }).path).toBe('services.web.replicas');
  });

  test('are checked like any other value', () => {
    expect(only(EXAMPLE, { set: { web_replicas: 3 } }).message).toBe('required: 4 is above replicas: 3, so the service could never be up');
  });

  test('can be given back in the unit that is told', () => {
    const model = parseModel(EXAMPLE);
    expect(model.parameterUnits).toEqual({ zone_mtbf: 's', web_replicas: '' });
    const set = Object.fromEntries(Object.entries(model.parameters).map(([name, value]) => [name, `${value} ${model.parameterUnits[name]}`]));
    expect(parseModel(EXAMPLE, { set })).toEqual(model);
  });
});
