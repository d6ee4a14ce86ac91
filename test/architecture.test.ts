import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MODES } from '../src/model/modes.ts';
import { circlesOf, fileGraph, folderGraphs } from './house/circles.ts';
import { directionsIn, folderOf, wrongWay } from './house/directions.ts';
import { beyond, NOTHING } from './house/excepted.ts';
import { DEAD, HELD_BY_TESTS, LONG_FUNCTIONS } from './house/exceptions.ts';
import { deadExports, usesItself } from './house/exports.ts';
import { importsOf } from './house/imports.ts';
import {
  COLUMNS,
  isLong,
  LINES_OF_A_FILE,
  LINES_OF_A_FUNCTION,
  longFunctions,
  wideLines,
} from './house/lengths.ts';
import { layersIn, outOfLayers } from './house/layers.ts';
import { namedModes } from './house/modes.ts';
import { files, house, root } from './house/sources.ts';

const { sources, textOf } = house;
const description = textOf('src/README.md');
const inSrc = sources.filter((file) => file.startsWith('src/'));

/** Where a build or a page begins: what these export is for others than the house. */
const ROOTS = [
  'src/index.ts',
  'src/cli/main.ts',
  'src/cli/write-schema.ts',
  'src/queue/index.ts',
  'src/bench/bench.ts',
  'src/bench/coverage.ts',
  'src/build/notices.ts',
  'src/run/worker.ts',
  'src/run/browser-worker.ts',
  'src/run/platform-browser.ts',
  'web/desk/page.worker.ts',
  'web/main.tsx',
];

describe('the house of src/README.md', () => {
  const allowed = directionsIn(description);

  test('names every folder', () => {
    expect([...new Set(sources.map(folderOf))].filter((folder) => folder !== null).sort()).toEqual([...allowed.keys()].sort());
  });

  test('imports run one way', () => {
    expect(wrongWay(house, allowed)).toEqual([]);
    const order = [...allowed.keys()];
    for (const [folder, list] of allowed) {
      for (const other of list) expect(order.indexOf(other), `${folder} → ${other}`).toBeLessThan(order.indexOf(folder));
    }
  });

  test('lists the files of the engine from those that know least, and none imports what stands below it', () => {
    expect(outOfLayers(house, 'engine', layersIn(description, 'engine'))).toEqual([]);
  });

  test('says why each dependency is there', () => {
    const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    for (const name of names.filter((each) => !each.startsWith('@types/'))) expect(description, name).toContain(`\`${name}\``);
  });

  test('has no folder beside those that there are to be', () => {
    const listed = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
    const top = new Set(listed.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...top].filter((name) => !name.startsWith('.')).sort()).toEqual(['models', 'src', 'test', 'web']);
  });

  test('only the command line, the queue and the two worker files touch the platform', () => {
    const touching = inSrc.filter((file) =>
      importsOf(house, file).some(({ specifier }) => specifier.startsWith('node:') || specifier.includes('node-adapter')),
    );
    const elsewhere = touching
      .filter((file) => !/^src\/(cli|queue|bench|build)\//.test(file))
      .filter((file) => !/^src\/run\/(node|worker|comlink-node-adapter\.d)\.ts$/.test(file));
    expect(elsewhere).toEqual([]);
  });
});

describe('imports by value and by type, of src and of web', () => {
  test('go round in no circle, of files or of what one folder holds', () => {
    const graphs = [fileGraph(house), ...folderGraphs(house).values()];
    expect(graphs.flatMap(circlesOf)).toEqual([]);
  });

  test('take each exported name somewhere, but for those that a test holds by themselves', () => {
    const [dead, held] = [deadExports(house, ROOTS), Object.entries(HELD_BY_TESTS)];
    expect(beyond(dead.filter((name) => !(name in HELD_BY_TESTS)), DEAD)).toEqual(NOTHING);
    const needless = held.filter(([exported, by]) => {
      const [file, name] = exported.split(': ');
      const isTaken = importsOf(house, by).some(({ target, names }) => target === file && names.includes(name));
      return !dead.includes(exported) || !isTaken || !usesItself(house, file, name);
    });
    expect(needless).toEqual([]);
  });
});

test('what is excepted from a rule is excepted for good', () => {
  const reasons = [DEAD, HELD_BY_TESTS, LONG_FUNCTIONS].flatMap((exceptions) => Object.values(exceptions));
  expect(reasons.filter((why) => why === '' || why.startsWith('until'))).toEqual([]);
});

describe('of src and of web', () => {
  test(`files are at most ${LINES_OF_A_FILE} lines, those of tests too`, () => {
    expect([...sources, ...files('test', '.ts', '.tsx')].filter((file) => isLong(house, file))).toEqual([]);
  });

  test(`functions are at most ${LINES_OF_A_FUNCTION} lines`, () => {
    expect(beyond(sources.flatMap((file) => longFunctions(house, file)), LONG_FUNCTIONS)).toEqual(NOTHING);
  });

  test(`lines are at most ${COLUMNS} columns`, () => {
    expect(sources.flatMap((file) => wideLines(house, file))).toEqual([]);
  });

  test('files draw no random number and read no clock outside run, queue, cli and bench', () => {
    const wrong = inSrc
      .filter((file) => !/^src\/(run|queue|cli|bench)\//.test(file))
      .filter((file) => /Math\.random\(|Date\.now\(|new Date\(|performance\.now\(/.test(textOf(file)));
    expect(wrong).toEqual([]);
  });

  test('the engine, the random numbers and the statistics use no function that differs between JavaScript engines', () => {
    const inexact =
      /Math\.(log|log2|log10|log1p|exp|expm1|pow|sin|cos|tan|atan|atan2|cbrt|hypot|sinh|cosh|tanh)\(|\*\*/;
    const code = (file: string) =>
      textOf(file)
        .replace(/^\s*(\*|\/\/).*$/gm, '')
        .replace(/\/\*\*/g, '');
    const wrong = inSrc
      .filter((file) => /^src\/(engine|observe|random|statistics|analysis|compile)\//.test(file))
      .filter((file) => inexact.test(code(file)));
    expect(wrong).toEqual([]);
  });
});

describe('redundancy modes', () => {
  test('are told apart by tables and traits, never by a comparison with the name of one', () => {
    const named = sources.flatMap((file) => namedModes(house, file, Object.keys(MODES)));
    expect(named).toEqual([]);
  });
});

describe('links in the documentation', () => {
  test('lead somewhere', () => {
    const pages = ['README.md', 'CHANGELOG.md', 'src/README.md', 'models/README.md'];
    const broken: string[] = [];
    for (const page of pages) {
      for (const [, target] of textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)) {
        try {
          statSync(join(root, dirname(page), target));
        } catch {
          broken.push(`${page}: ${target}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});
