import { describe, expect, test } from 'vitest';
import { checkModel } from '../../src/model/index.ts';
import { at, BASE, clean, only, said } from './helpers.ts';

describe('a document', () => {
  test('that is empty, or no map, says what a model begins with', () => {
    for (const text of ['', '   \n', '# only a comment', '~']) expect(only(text)).toMatchObject({ message: "the model is empty: it begins with 'nines: 1'", line: 1, column: 1, path: '' });
    for (const text of ['- 1', 'hello', '42']) expect(only(text).message).toBe("a model is a map of keys such as 'services:'");
  });

  test('needs its version', () => {
    expect(only(BASE.replace('nines: 1\n', ''))).toMatchObject({ message: "the version of the language is missing: begin with 'nines: 1'", suggestion: 'nines: 1', line: 1 });
    for (const other of ['2', '1.1', "'1'", 'one']) {
      expect(only(BASE.replace('nines: 1', `nines: ${other}`))).toMatchObject({ line: 1, column: 8, path: 'nines', suggestion: '1' });
    }
  });

  test('needs services', () => {
    expect(said('nines: 1')).toEqual(["error 1:1 : 'services' is missing in this model"]);
    expect(said('nines: 1\nservices:')).toEqual(['error 2:10 services: a model needs at least one service']);
  });

  test('with several syntax errors reports each with its line', () => {
    const text = 'nines: 1\nservices:\n  web: {a: 1\n  b: [1,2\n';
    const diagnostics = checkModel(text).diagnostics;
    expect(diagnostics.length).toBeGreaterThanOrEqual(2);
    expect(diagnostics.every(({ message }) => message.startsWith('this is not YAML: '))).toBe(true);
    expect(diagnostics[0].line).toBe(4);
  });

  test('with an open quote is wrong where the quote begins', () => {
    const text = BASE.replace('nines: 1', 'nines: 1\nname: "never closed');
    expect(only(text)).toMatchObject({ ...at(text, '"never'), message: 'this is not YAML: the text that begins with " has no such quote at its end' });
  });

  test('indented by tabs is wrong at the tab', () => {
    expect(said('nines: 1\nservices:\n\tweb: 1\n')[0]).toBe('error 3:1 : this is not YAML: a tab cannot indent a line, use blanks');
  });

  test('is one document', () => {
    expect(only(`${BASE}---\n${BASE}`)).toMatchObject({ line: 6, message: 'a model is one document: remove what follows this line' });
  });

  test('gives a key once', () => {
    const text = `${BASE}entry: web\nentry: web\n`;
    expect(only(text)).toMatchObject({ line: 7, column: 1, path: 'entry', message: "'entry' is given twice (first in line 6)" });
    expect(only(BASE.replace('replicas: 3', 'replicas: 3, replicas: 4'))).toMatchObject({ path: 'services.web.replicas' });
  });

  test('may have comments, anchors and aliases, and Windows line ends', () => {
    const text = BASE.replace('crash: { mtbf: 30 days, mttr: 5 min }', 'crash: &f { mtbf: 30 days, mttr: 5 min }, disk: *f');
    expect(clean(text).components[0].failures.map(({ name }) => name)).toEqual(['crash', 'disk']);
    expect(clean(BASE.replaceAll('\n', '\r\n')).services[0].placement).toHaveLength(3);
    const bom = clean(`\uFEFF${BASE}`);
    expect(bom.services).toHaveLength(1);
  });

  test('says where in it an unknown alias, a merge or a key that is no text stands', () => {
    expect(only(BASE.replace('replicas: 3', 'replicas: *n'))).toMatchObject({ ...at(BASE, '3 }'), path: 'services.web.replicas', message: "'*n' stands for nothing: no '&n' above it" });
    expect(only(BASE.replace('replicas: 3', '<<: {a: 1}')).message).toMatch(/'<<' \(merging maps\)/);
    expect(only(BASE.replace('replicas: 3', '? [a] : 3')).message).toBe('a key has to be plain text');
    expect(only(BASE.replace('replicas: 3', 'replicas: !!binary aGk=')).severity).toBe('error');
  });

  test('with names of objects as keys harms nothing', () => {
    const text = `${BASE}__proto__: { polluted: 1 }\nconstructor: 1\n`;
    expect(said(text)).toEqual(["error 6:1 __proto__: unknown key '__proto__' in a model", "error 7:1 constructor: unknown key 'constructor' in a model"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const named = clean(BASE.replaceAll('web', 'constructor').replaceAll('server', 'toString'));
    expect([named.services[0].name, named.components[0].name]).toEqual(['constructor', 'toString']);
    expect(only(BASE.replace('web', '__proto__')).message).toMatch(/^'__proto__' cannot name a service/);
  });

  test('has names that can be printed on one line', () => {
    for (const name of ['""', '" a"', '"a\\nb"', `"${'x'.repeat(101)}"`]) expect(only(BASE.replace('web', name)).message).toMatch(/cannot name a service/);
    expect(clean(BASE.replace('web', '"Web tier (new) äöü"')).services[0].name).toBe('Web tier (new) äöü');
  });

  test('that is too long, too deep or repeats itself too much is refused', () => {
    expect(only('x'.repeat((1 << 18) + 1)).message).toMatch(/the model is too large/);
    expect(only('['.repeat(100_000)).message).toMatch(/nested too deeply/);
    expect(only('- '.repeat(100_000)).message).toMatch(/nested too deeply/);
    expect(said(`nines: 1\nservices: {s: {needs: ${'['.repeat(200)}${']'.repeat(200)}}}`).some((line) => line.includes('nested too deeply'))).toBe(true);
    expect(said('nines: 1\nservices: &a\n  x: { needs: *a }\n').length).toBeGreaterThan(0);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(9)}]\n`).join('')}`;
    expect(said(bomb).some((line) => line.includes('aliases repeat too much'))).toBe(true);
  });

  test('with more mistakes than anybody reads has the first of them listed', () => {
    const text = `nines: 1\nservices:\n${Array.from({ length: 1500 }, (_, i) => `  s${i}: { x: 1 }\n`).join('')}`;
    const { diagnostics } = checkModel(text);
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics.at(-1)?.message).toMatch(/^… and \d+ more$/);
  });
});
