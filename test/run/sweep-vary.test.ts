import { describe, expect, it } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { readAxis, settingOf, VaryError, type Variation } from '../../src/run/sweep-vary.ts';

const text = `
nines: 1
parameters:
  detect: 30 s
  replicas: 3
  success: 90%
  price: 0.17 USD/h
  repair: exponential(2 h)
  nothing: 0
  twice: 2 * detect
components: { unit: { failures: { crash: { mtbf: 30 days, mttr: repair } }, cost: price } }
services:
  web:
    component: unit
    replicas: replicas
    mode: active-passive
    failover: { detect: detect, promote: twice, redirect: nothing, success: success }
entry: web
`;
const base = parseModel(text);
const values = (name: string, variation: Variation) => readAxis(base, name, variation).values;

describe('a variation', () => {
  it.each<[string, Variation, readonly (number | string)[]]>([
    ['detect', '10 s..5 min:3', [10, 155, 300]],
    ['detect', '10 s..50 s', [10, 20, 30, 40, 50]],
    ['detect', '10..300 s:3', [10, 155, 300]],
    ['detect', '5 min .. 10 s : 2', [300, 10]],
    ['detect', '0..1 min:2', [0, 60]],
    ['detect', '10,30,60 s', [10, 30, 60]],
    ['detect', '10 s, 1 min, detect, 2 * detect + 5 s', [10, 60, 30, 65]],
    ['detect', ['10 s', '1 min'], [10, 60]],
    ['detect', { from: '10 s', to: '20 s', steps: 2 }, [10, 20]],
    ['detect', { from: 10, to: '20 s', steps: 2 }, [10, 20]],
    ['success', '90%..99%:4', [0.9, 0.93, 0.96, 0.99]],
    ['success', '90..99%:4', [0.9, 0.93, 0.96, 0.99]],
    ['success', '0.1..0.5', [0.1, 0.2, 0.3, 0.4, 0.5]],
    ['success', [0.5, 1], [0.5, 1]],
    ['replicas', '3,4,6', [3, 4, 6]],
    ['replicas', '3..6', [3, 4, 5, 6]],
    ['replicas', '2..10', [2, 4, 6, 8, 10]],
    ['replicas', '6..3:4', [6, 5, 4, 3]],
    ['replicas', '3..4.5:4', [3, 3.5, 4, 4.5]],
    ['repair', 'exponential(2 h),uniform(1 h, 3 h), 2 h', ['exponential(2 h)', 'uniform(1 h, 3 h)', 7200]],
    ['repair', 'repair, constant(1 h)', ['repair', 'constant(1 h)']],
    ['nothing', '0,5 s', [0, 5]],
  ])('of %s over %j is %j', (name, variation, expected) => {
    expect(values(name, variation)).toEqual(expected);
  });

  it('reads back as the very same number, in whatever unit', () => {
    for (const [name, variation] of [['detect', '1 s..1 h:97'], ['price', '0.01..3 USD/h:23'], ['success', '0%..100%:17']] as const) {
      const { values, unit } = readAxis(base, name, variation);
      for (const value of values) expect(parseModel(text, { set: { [name]: settingOf(value, unit) } }).parameters[name]).toBe(value);
    }
  });

  it.each<[string, Variation, string]>([
    ['detekt', '1 s', "unknown parameter 'detekt': did you mean 'detect'?"],
    ['x', '1 s', "unknown parameter 'x': there are detect, replicas, success, price, repair, nothing, twice"],
    ['detect', '10..300', "the parameter 'detect' is a time (30 s), and cannot be set to the plain number 10: did you mean '10 s'?"],
    ['detect', '10 USD..5 min', "cannot be set to '10 USD', an amount of money"],
    ['detect', '10 s..5 mni', "unknown unit or parameter 'mni': did you mean 'min'?"],
    ['detect', '10 s..', 'a range has a beginning and an end'],
    ['detect', '10 s..1 min..5 min', 'a range has a beginning and an end'],
    ['detect', '10 s..10 s', "the range begins where it ends: write '10 s' alone"],
    ['detect', '10 s..1 min:8log', "a range has from 2 to 1000 values in equal steps, such as ':8', not '8log'"],
    ['detect', '10 s..1 min:1', "not '1'"],
    ['detect', '10 s..1 min:', "not ''"],
    ['detect', { from: '1 s', to: '2 s', steps: 1001 }, "not '1001'"],
    ['detect', '10 s..1 min,2 min', 'this is a list and a range in one'],
    ['detect', '10 s:1 min', "':' belongs to a range"],
    ['detect', '10 s,,1 min', 'a value is missing before or after a comma'],
    ['detect', '', 'there is no value'],
    ['detect', [], 'there is no value'],
    ['detect', '60 s,1 min', "'1 min' is there twice, as '60 s'"],
    ['detect', [NaN], 'NaN is not a finite number'],
    ['repair', 'exponential(1 h)..exponential(2 h)', 'a range lies between two quantities'],
    ['success', '1 s', "the parameter 'success' is a plain number (0.9), and cannot be set to '1 s', a time"],
    ['nothing', '5 s,5 USD', "cannot be set to '5 USD'"],
    ['detect', Array.from({ length: 1001 }, (_, i) => `${i} s`), '1001 values are too many'],
  ])('of %s over %j is refused with what is wrong', (name, variation, message) => {
    expect(() => values(name, variation)).toThrow(VaryError);
    expect(() => values(name, variation)).toThrow(message);
  });

  it('of a model without parameters says how it comes to one', () => {
    const bare = parseModel('nines: 1\ncomponents: { u: { failures: { f: { mtbf: 1 day, mttr: 1 h } } } }\nservices: { s: { component: u } }\nentry: s');
    expect(() => readAxis(bare, 'x', '1,2')).toThrow("the model has no parameters: give a value a name under 'parameters:'");
  });
});

describe('a parameter that says where it may lie', () => {
  const own = parseModel(
    text
      .replace('detect: 30 s', 'detect: { value: 30 s, from: 10 s, to: 5 min }')
      .replace('replicas: 3', 'replicas: { value: 3, from: 2, to: 8, is: decision }')
      .replace('success: 90%', 'success: { value: 90%, from: 80% }'),
  );

  it('is varied from end to end of it where nothing else is said', () => {
    expect(readAxis(own, 'detect', null).values).toEqual([10, 82.5, 155, 227.5, 300]);
    expect(readAxis(own, 'replicas', null).values).toEqual([2, 3, 4, 5, 6, 7, 8]);
    const many = parseModel(text.replace('replicas: 3', 'replicas: { value: 3, from: 2, to: 42 }'));
    expect(readAxis(many, 'replicas', null).values).toEqual([2, 12, 22, 32, 42]);
    expect(readAxis(own, 'detect', '10 s..20 min:2').values).toEqual([10, 1200]);
  });

  it('is not where it says one end alone, or none, and the message shows both ways out', () => {
    const problem = "the model does not say from where to where it may lie: a range is written like '10 s..5 min' or '10 s..5 min:8', a list like '3,4,6'; or say it there, as in";
    expect(() => readAxis(own, 'success', null)).toThrow(new VaryError('success', `${problem} 'success: { value: 0.9, from: …, to: … }'`));
    expect(() => readAxis(base, 'detect', null)).toThrow(`${problem} 'detect: { value: 30 s, from: …, to: … }'`);
  });
});
