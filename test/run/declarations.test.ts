import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type typescript from 'typescript';
import { expect, it } from 'vitest';

// Not imported: vite would look for source maps in it, and find the words.
const ts = createRequire(import.meta.url)('typescript') as typeof typescript;
const root = resolve(import.meta.dirname, '../..');

/** What `tsc -p tsconfig.build.json` writes, by path; without checking, which `npm run check` does. */
function declarations(): Map<string, string> {
  const config = ts.readConfigFile(join(root, 'tsconfig.build.json'), (path) => ts.sys.readFile(path));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const files = new Map<string, string>();
  ts.createProgram(fileNames, { ...options, noCheck: true }).emit(undefined, (path, text) => files.set(resolve(path), text), undefined, true);
  return files;
}

it("the published types lead to none of comlink's, which need those of a browser, nor to those of a queue's packages", () => {
  const files = declarations();
  const types = join(root, 'dist/types');
  const waiting = ['src/index.d.ts', 'src/queue/index.d.ts'].map((path) => join(types, path));
  const seen = new Set(waiting);
  const strangers: string[] = [];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = files.get(path);
    expect(text, path).toBeDefined();
    for (const { fileName } of ts.preProcessFile(text!).importedFiles) {
      const next = resolve(dirname(path), fileName.replace(/\.(ts|js)$/, '.d.ts'));
      if (!fileName.startsWith('.')) strangers.push(`${relative(types, path)} imports ${fileName}`);
      else if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  expect(strangers).toEqual([]);
  expect(seen.size).toBeGreaterThan(5);
});
