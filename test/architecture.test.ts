import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const house = readFileSync(join(root, 'src/README.md'), 'utf8');
const LONGEST_FILE = 400;

function files(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(ending) && statSync(join(root, name)).isFile());
}

const sources = [...files('src', '.ts'), ...files('src', '.tsx')];

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1]);
}

/** `src/engine/heap.ts` → `engine`; files at the top of src belong to no folder. */
function folderOf(file: string): string | null {
  const parts = file.split('/');
  return parts.length > 2 ? parts[1] : null;
}

describe('the house of src/README.md', () => {
  const allowed = new Map(
    [...house.matchAll(/^- `(\w+)` may import (.+)$/gm)].map(([, folder, list]) => [folder, list === 'nothing' ? [] : list.split(', ')]),
  );

  test('names every folder', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).sort()).toEqual([...allowed.keys()].sort());
  });

  test('imports run one way', () => {
    const wrong: string[] = [];
    for (const file of sources) {
      const folder = folderOf(file);
      if (folder === null) continue;
      for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
        const other = folderOf(relative(root, resolve(root, dirname(file), target)));
        if (other !== null && other !== folder && !allowed.get(folder)!.includes(other)) wrong.push(`${file} imports ${target}`);
      }
    }
    expect(wrong).toEqual([]);
    const order = [...allowed.keys()];
    for (const [folder, list] of allowed) {
      for (const other of list) expect(order.indexOf(other), `${folder} → ${other}`).toBeLessThan(order.indexOf(folder));
    }
  });

  test('says why each dependency is there', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    const names = [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies)].filter((name) => !name.startsWith('@types/'));
    for (const name of names) expect(house, name).toContain(`\`${name}\``);
  });

  test('has no folder beside those that there are to be', () => {
    const listed = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter((path) => path.includes('/'));
    const top = new Set(listed.map((path) => path.split('/')[0]).filter((name) => !name.startsWith('.')));
    expect([...top].sort()).toEqual(['models', 'src', 'test', 'web']);
  });

  test('only the command line and the two worker files touch the platform', () => {
    const touching = sources.filter((file) => importsOf(file).some((name) => name.startsWith('node:') || name.includes('node-adapter')));
    const elsewhere = touching.filter((file) => !/^src\/(cli|bench|build)\//.test(file) && !/^src\/run\/(node|worker|comlink-node-adapter\.d)\.ts$/.test(file));
    expect(elsewhere).toEqual([]);
  });
});

describe('files', () => {
  test(`are at most ${LONGEST_FILE} lines`, () => {
    const long = [...sources, ...files('test', '.ts')].filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > LONGEST_FILE);
    expect(long).toEqual([]);
  });

  test('draw no random number and read no clock outside run, cli and bench', () => {
    const wrong = sources.filter((file) => {
      if (/^src\/(run|cli|bench)\//.test(file)) return false;
      return /Math\.random\(|Date\.now\(|new Date\(|performance\.now\(/.test(readFileSync(join(root, file), 'utf8'));
    });
    expect(wrong).toEqual([]);
  });

  test('of the engine, the random numbers and the statistics use no function that differs between JavaScript engines', () => {
    const inexact = /Math\.(log|log2|log10|log1p|exp|expm1|pow|sin|cos|tan|atan|atan2|cbrt|hypot|sinh|cosh|tanh)\(|\*\*/;
    const wrong = sources
      .filter((file) => /^src\/(engine|random|statistics|analysis|compile)\//.test(file))
      .filter((file) => inexact.test(readFileSync(join(root, file), 'utf8').replace(/^\s*(\*|\/\/).*$/gm, '').replace(/\/\*\*/g, '')));
    expect(wrong).toEqual([]);
  });
});

describe('links in the documentation', () => {
  test('lead somewhere', () => {
    const pages = ['README.md', 'CHANGELOG.md', 'src/README.md', 'models/README.md'];
    const broken: string[] = [];
    for (const page of pages) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)) {
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
