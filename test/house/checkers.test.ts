import { describe, expect, test } from 'vitest';
import { circlesOf, fileGraph, folderGraphs } from './circles.ts';
import { directionsIn, wrongWay } from './directions.ts';
import { beyond } from './excepted.ts';
import { deadExports, usesItself } from './exports.ts';
import { COLUMNS, isLong, LINES_OF_A_FILE, LINES_OF_A_FUNCTION, longFunctions, wideLines } from './lengths.ts';
import { layersIn, outOfLayers } from './layers.ts';
import { namedModes } from './modes.ts';
import { type House, madeUp } from './sources.ts';

const circlesIn = (house: House) => [fileGraph(house), ...folderGraphs(house).values()].flatMap(circlesOf);

/** What a test of the house is worth is what it sees: each rule is broken on purpose in a house of a few made-up files. */
describe.each(['ts', 'tsx'])('in files that end in .%s the rules of the house see', (ending) => {
  const path = (name: string) => `src/engine/${name}.${ending}`;
  const [a, b, c] = [path('a'), path('b'), path('c')];

  test('a circle by value, however long', () => {
    const house = madeUp({
      [a]: `import { b } from './b.${ending}';\nexport const a = () => b();`,
      [b]: `import { c } from './c.${ending}';\nexport const b = () => c();`,
      [c]: `import { a } from './a.${ending}';\nexport const c = () => a();`,
      [path('d')]: `import { a } from './a.${ending}';\na();`,
    });
    expect(circlesOf(fileGraph(house))).toEqual([[a, b, c]]);
  });

  test.each([
    ['a type', `import type { B } from './b.${ending}';\nexport type A = B;`],
    ['a type among values', `import { type B, b } from './b.${ending}';\nexport const a = (): B => b;`],
    ['a type in place', `export type A = import('./b.${ending}').B;`],
    ['what is handed on', `export { b } from './b.${ending}';`],
    ['all that is handed on', `export * from './b.${ending}';`],
    ['an import that is made later', `export const a = () => import('./b.${ending}');`],
    ['a worker', `export const a = () => new Worker(new URL('./b.${ending}', import.meta.url));`],
  ])('a circle by %s', (_, text) => {
    const back = `import type { A } from './a.${ending}';\nexport type B = A;\nexport const b = 1;`;
    expect(circlesOf(fileGraph(madeUp({ [a]: text, [b]: back })))).toEqual([[a, b]]);
  });

  test('a circle of folders, though no files go round', () => {
    const house = madeUp({
      [`src/engine/modes/a.${ending}`]: `import '../copies/a.${ending}';`,
      [`src/engine/copies/a.${ending}`]: '',
      [`src/engine/copies/b.${ending}`]: `import '../modes/b.${ending}';`,
      [`src/engine/modes/b.${ending}`]: '',
    });
    expect(circlesOf(fileGraph(house))).toEqual([]);
    expect(circlesIn(house)).toEqual([['src/engine/copies', 'src/engine/modes']]);
  });

  test('a circle of a folder and a file beside it', () => {
    const house = madeUp({
      [`web/life/a.${ending}`]: `import './log/a.${ending}';`,
      [`web/life/log/a.${ending}`]: '',
      [`web/life/log/b.${ending}`]: `import '../b.${ending}';`,
      [`web/life/b.${ending}`]: `import './a.${ending}';`,
    });
    expect(circlesIn(house)).toContainEqual([`web/life/a.${ending}`, `web/life/b.${ending}`, 'web/life/log']);
  });

  test('an import of what stands below in the table of the engine, and who is not in it', () => {
    const layers = layersIn('| file of `engine` | what |\n|---|---|\n| `a`, `b` | |\n| `modes` | |\n| `gone` | |\n\n', 'engine');
    const house = madeUp({
      [a]: `import './b.${ending}';\nimport type { M } from './modes/m.${ending}';`,
      [b]: `import './a.${ending}';`,
      [c]: '',
      [path('modes/m')]: `import '../a.${ending}';`,
    });
    expect(outOfLayers(house, 'engine', layers)).toEqual(['gone in the table', `${c} is in no row`, `${a} imports ${path('modes/m')}`]);
  });

  test.each([
    ['the same as a name', "export const a = (mode: string) => mode === 'quorum';", 1],
    ['other than a name', "export const a = (mode: string) =>\n  'active-passive' !== mode;", 2],
    ['the same as a number of the program', 'export const a = (mode: number) => mode === MODE.quorum;', 1],
    ['one of those that a default leaves over', "export function a(mode: string) {\n  switch (mode) {\n    case 'quorum':\n      return 1;\n    default:\n      return 2;\n  }\n}", 2],
  ])('a redundancy mode that is %s', (_, text, line) => {
    expect(namedModes(madeUp({ [a]: text }), a, ['active-passive', 'quorum'])).toEqual([`${a}:${line}`]);
  });

  test('nothing wrong with a table of redundancy modes, or a switch over all of them', () => {
    const house = madeUp({ [a]: "export const a = { quorum: 1 };\nexport const b = (mode: 'quorum') => {\n  switch (mode) {\n    case 'quorum':\n      return a[mode];\n  }\n};" });
    expect(namedModes(house, a, ['quorum'])).toEqual([]);
  });

  test('an export that nobody imports, whatever it is', () => {
    const house = madeUp({
      [a]: `import { used } from './b.${ending}';\nused();`,
      [b]: [
        'export const used = () => 1;',
        'export const dead = 1;',
        'export function deadFunction() {}',
        'export class DeadClass {}',
        'export interface DeadInterface {}',
        'export type DeadType = number;',
        'export const { deadPart, deadOther: [deadInside] } = { deadPart: 1, deadOther: [2] };',
        'const inside = 1;',
        'export { inside as deadName };',
        'export default inside;',
      ].join('\n'),
    });
    const names = 'dead deadFunction DeadClass DeadInterface DeadType deadPart deadInside deadName default';
    expect(deadExports(house, [a])).toEqual(names.split(' ').map((name) => `${b}: ${name}`));
    expect([usesItself(house, b, 'dead'), usesItself(house, b, 'inside')]).toEqual([false, true]);
  });

  test('an export that is only handed on, and nothing of what is used through another file', () => {
    const house = madeUp({
      [a]: `import { used } from './b.${ending}';\nused();`,
      [b]: `export * from './c.${ending}';\nexport { handed } from './d.${ending}';`,
      [c]: 'export const used = () => 1;\nexport const dead = 1;',
      [path('d')]: 'export const handed = 1;',
    });
    expect(deadExports(house, [a])).toEqual([`${b}: handed`, `${c}: dead`]);
  });

  test(`a line of ${COLUMNS + 1} columns`, () => {
    const house = madeUp({ [a]: `${'/'.repeat(COLUMNS)}\n${'/'.repeat(COLUMNS + 1)}\n//` });
    expect(wideLines(house, a)).toEqual([`${a}:2`]);
  });

  test.each([
    ['function', 'export function f() {', '}', 'f'],
    ['arrow', 'export const f = () => {', '};', 'f'],
    ['arrow without a block', 'export const f = (x = 1) => (', 'x);', 'f'],
    ['method', 'export class C { f() {', '} }', 'f'],
    ['constructor', 'export class C { constructor() {', '} }', '(without a name)'],
    ['accessor', 'export class C { get f() {', '} }', 'f'],
    ['property', 'export const object = { f: () => {', '} };', 'f'],
    ['function that is handed over', '[1].map(() => {', '});', '(without a name)'],
  ])(`of ${LINES_OF_A_FUNCTION + 1} lines a %s`, (_, first, last, name) => {
    const longer = (lines: number) => madeUp({ [a]: [first, ...Array<string>(lines - 2).fill(''), last].join('\n') });
    expect(longFunctions(longer(LINES_OF_A_FUNCTION), a)).toEqual([]);
    expect(longFunctions(longer(LINES_OF_A_FUNCTION + 1), a)).toEqual([`${a}: ${name}`]);
  });

  test(`a file of ${LINES_OF_A_FILE + 1} lines`, () => {
    const longer = (lines: number) => madeUp({ [a]: '//\n'.repeat(lines) });
    expect(isLong(longer(LINES_OF_A_FILE), a)).toBe(false);
    expect(isLong(longer(LINES_OF_A_FILE + 1), a)).toBe(true);
  });

  test('an import against the direction, and one of what lies beside the folders of the page', () => {
    const allowed = directionsIn('- `engine` may import random\n- `random` may import nothing\n- `web/life` may import engine\n');
    const [random, life, app] = [`src/random/a.${ending}`, `web/life/a.${ending}`, `web/app.${ending}`];
    const house = madeUp({
      [a]: `import '../random/a.${ending}';\nimport './b.${ending}';`,
      [b]: '',
      [random]: `import type { A } from '../engine/a.${ending}';`,
      [life]: `import '../../src/engine/a.${ending}';\nimport '../../src/random/a.${ending}';\nimport '../app.${ending}';`,
      [app]: `import './life/a.${ending}';\nimport '../src/random/a.${ending}';`,
    });
    expect(wrongWay(house, allowed)).toEqual([
      `${random} imports ${a}`,
      `${life} imports ${random}`,
      `${life} imports ${app}`,
    ]);
  });
});

describe('an exception', () => {
  test('lets pass what it names, and nothing else', () => {
    expect(beyond(['a', 'b'], { a: 'why' })).toEqual({ wrong: ['b'], 'excepted for nothing': [] });
  });

  test('that nothing needs any more is seen, whatever its reason', () => {
    expect(beyond([], { a: 'until mended' })).toEqual({ wrong: [], 'excepted for nothing': ['a'] });
  });
});
