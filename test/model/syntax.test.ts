import { describe, expect, test } from 'vitest';
import { checkModel } from '../../src/model/index.ts';
import { at, BASE, only, said } from './helpers.ts';

const LIBRARY = /implicit|flow (?:map|sequence|collection)|block collection|scalar|token|compact mapping|node end|resolved tag|map values|plain value/i;

describe('a text that is not YAML is told so in plain words', () => {
  test('a word that is half typed is the key that begins so', () => {
    expect(only(`${BASE}targ`)).toMatchObject({ line: 6, column: 1, suggestion: 'targets:' });
    expect(only(BASE.replace('{ component: server, replicas: 3 }', '\n    component: server\n    rep')).suggestion).toBe('replicas:');
  });

  test.each([
    ['a colon without its blank', BASE.replace('nines: 1', 'nines:1'), 'nines: 1', /blank is missing after the colon/],
    ['the same inside braces', BASE.replace('mttr: 5 min', 'mttr:5 min'), 'mttr: 5 min', /blank is missing after the colon/],
    ['brackets in a name', `${BASE}experiments: { x: { fail: web[0] } }\n`, "'web[0]'", /put quotes around 'web\[0\]'/],
    ['a brace that is not closed', BASE.replace('5 min } } }', '5 min } }'), null, /the '{' in line 3 is not closed: a '}' is missing/],
    ['a brace too many', BASE.replace('5 min } } }', '5 min } } } }'), null, /a '}' too many/],
    ['a quote that is not closed', BASE.replace('5 min', "'lognormal(5 min, 3 h)"), null, /has no such quote at its end/],
    ['two commas', BASE.replace(', replicas', ', , replicas'), null, /a comma too many/],
    ['a semicolon for a comma', BASE.replace('replicas: 3', 'replicas: 2; retry: true'), null, /one is missing here/],
    ['a reserved sign', BASE.replace('5 min', '@5 min'), null, /cannot begin with '@'/],
    ['a line indented too much', 'nines: 1\nservices:\n  web:\n    component: c\n      replicas: 3\n', null, /next line is indented/],
  ])('%s', (_, text, suggestion, message) => {
    expect(only(text)).toMatchObject({ severity: 'error', suggestion, message: expect.stringMatching(message) });
  });

  test('every beginning of a model is answered without a word of the parser', () => {
    const model = `${BASE}targets:\n  rto: 5 min\n  availability: 99.9%\nexperiments: { x: { fail: "web[0]", for: 'lognormal(1 h, 2 h)' } }\n`;
    for (let end = 0; end < model.length; end++) {
      for (const { message, line } of checkModel(model.slice(0, end)).diagnostics) {
        expect(message, model.slice(0, end)).not.toMatch(LIBRARY);
        expect(line).toBeGreaterThan(0);
      }
    }
  });

  test('the place is where the name with the brackets begins', () => {
    const text = `${BASE}experiments: { x: { fail: web[0] } }\n`;
    expect(only(text)).toMatchObject(at(text, 'web[0]'));
    expect(said('nines: 1\nservices:\n  web: {a: 1\n  b: [1,2\n').length).toBeGreaterThanOrEqual(2);
  });
});
