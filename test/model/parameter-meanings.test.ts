import { describe, expect, test } from 'vitest';
import { checkModel, expandModel, parseModel } from '../../src/model/index.ts';
import { refusal } from '../../src/model/features.ts';
import { at, BASE, clean, only, said } from './helpers.ts';

/** The base, whose repair takes as long as a parameter says. */
const withParameter = (written: string, others = '') =>
  `${BASE.replace('5 min', 'repair')}parameters:\n  repair: ${written}\n${others}`;

describe('a parameter that says what it is', () => {
  test('has its value as a plain one has, and where it may lie in SI units', () => {
    const model = clean(withParameter("{ value: 5 min, from: 30 s, to: 1 h, is: assumption }"));
    expect(model.parameters).toEqual({ repair: 300 });
    expect(model.parameterUnits).toEqual({ repair: 's' });
    expect(model.parameterMeanings).toEqual({ repair: { is: 'assumption', from: 30, to: 3600 } });
    const plain = clean(withParameter('5 min'));
    expect(plain.parameterMeanings).toEqual({});
    expect({ ...model.components[0] }).toEqual({ ...plain.components[0] });
  });

  test('needs none of from, to and is, and may be written over several lines', () => {
    expect(clean(withParameter('{ value: 5 min }')).parameterMeanings).toEqual({});
    expect(clean(withParameter('{ value: 5 min, to: 1 h }')).parameterMeanings).toEqual({ repair: { is: null, from: null, to: 3600 } });
    expect(clean(withParameter('\n    value: 5 min\n    is: decision\n')).parameterMeanings).toEqual({ repair: { is: 'decision', from: null, to: null } });
    expect(clean(withParameter('{ value: 0 s, from: 0, to: 5 min }')).parameterMeanings).toEqual({ repair: { is: null, from: 0, to: 300 } });
  });

  test('may use other parameters in its value and in where it may lie, and is in no circle by the latter', () => {
    const model = clean(withParameter('{ value: 2 * least, from: least, to: most }', '  least: 1 min\n  most: 10 * repair\n'));
    expect(model.parameters).toEqual({ repair: 120, least: 60, most: 1200 });
    expect(model.parameterMeanings.repair).toEqual({ is: null, from: 60, to: 1200 });
  });

  test('may be a distribution, which says what it is but not where it lies', () => {
    expect(clean(withParameter("{ value: 'lognormal(1 h, 4 h)', is: assumption }")).parameterMeanings.repair.is).toBe('assumption');
    const text = withParameter("{ value: 'lognormal(1 h, 4 h)', from: 1 h }");
    expect(only(text)).toMatchObject({ ...at(text, '1 h }'), path: 'parameters.repair.from', message: "'repair' is a distribution, and lies between no two values: take 'from' out" });
  });

  test('that lies outside of where it says it may is an error at that end', () => {
    const below = withParameter('{ value: 5 min, from: 10 min }');
    expect(only(below)).toMatchObject({ ...at(below, '10 min'), path: 'parameters.repair.from', message: "the value (5 min) is below 'from' (10 min)" });
    const above = withParameter('{ value: 5 min, to: 30 s }');
    expect(only(above)).toMatchObject({ ...at(above, '30 s'), path: 'parameters.repair.to', message: "the value (5 min) is above 'to' (30 s)" });
    const crossed = withParameter('{ value: 5 min, from: 10 min, to: 1 min }');
    expect(only(crossed)).toMatchObject({ ...at(crossed, '10 min'), message: "'from' (10 min) has to be below 'to' (1 min)" });
    expect(only(withParameter('{ value: 5 min, from: 5 min, to: 5 min }')).message).toMatch(/has to be below/);
  });

  test('whose ends are of another dimension, or are wrong, says so at each of them', () => {
    const text = withParameter('{ value: 5 min, from: 2, to: 3 GB }');
    expect(said(text)).toEqual([
      "error 7:33 parameters.repair.from: 'from' of the parameter 'repair' has to be a time (5 min) as well, not 2",
      "error 7:40 parameters.repair.to: 'to' of the parameter 'repair' has to be a time (5 min) as well, not 3 GB",
    ]);
    expect(only(withParameter('{ value: 5 min, to: [1 h] }'))).toMatchObject({ path: 'parameters.repair.to', message: 'needs a number, a quantity, an expression or a distribution, got a list' });
    expect(only(withParameter("{ value: 5 min, to: 'uniform(1 h, 2 h)' }")).message).toBe("'to' of the parameter 'repair' has to be one quantity, not a distribution");
  });

  test('with an unknown word or key, or without a value, has the nearest right one said in place', () => {
    const text = withParameter('{ value: 5 min, is: asumption }');
    expect(only(text)).toMatchObject({ ...at(text, 'asumption'), path: 'parameters.repair.is', suggestion: 'assumption' });
    expect(only(withParameter('{ value: 5 min, form: 1 min }'))).toMatchObject({ suggestion: 'from' });
    expect(only(withParameter('{ value: 5 min, min: 1 min }'))).toMatchObject({ suggestion: 'from' });
    expect(only(withParameter('{ from: 1 min, to: 1 h }'))).toMatchObject({ path: 'parameters.repair', message: "'value' is missing in this parameter, as in 'value: 6'" });
  });

  test('is set from outside like a plain one, also beyond where it may lie', () => {
    const text = withParameter('{ value: 5 min, from: 30 s, to: 1 h, is: decision }');
    expect(parseModel(text, { set: { repair: '2 h' } }).parameters).toEqual({ repair: 7200 });
    expect(checkModel(text, { set: { repair: 3 } }).diagnostics).toEqual([expect.objectContaining({ path: 'parameters.repair', suggestion: '3 min' })]);
  });

  test('is printed as it is by --expand, and reads as the same model again', () => {
    const text = withParameter('{ value: 5 min, from: 30 s, to: 1 h, is: decision }');
    const printed = expandModel(text);
    expect(printed).toMatch(/repair:\n {4}value: 5 min\n {4}from: 30 s\n {4}to: 1 h\n {4}is: decision\n/);
    // Its value stands where the parameter did: nothing uses that any more.
    const again = parseModel(printed);
    expect(again.parameterMeanings).toEqual(clean(text).parameterMeanings);
    expect(expandModel(printed)).toBe(printed);
    // What is set lies where the printed model says it may.
    expect(parseModel(expandModel(text, { set: { repair: '2 h' } })).parameterMeanings).toEqual({ repair: { is: 'decision', from: 30, to: 7200 } });
  });

  test('changes nothing that rests on a theorem', () => {
    for (const is of ['decision', 'assumption']) expect(refusal(clean(withParameter(`{ value: 5 min, from: 1 s, to: 1 h, is: ${is} }`)), ['failures', 'warm-up', 'active-active'])).toBeNull();
  });
});
