/*
 * `node src/build/if-stale.js node web`: builds what is missing or older than a source of it. What `npm ci` has just built
 * is neither.
 */
import { execSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const CONFIGURATION = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'];
// The last of the files is what a build writes last: one that was broken off has to be done again.
const PARTS = {
  node: {
    script: 'build:node',
    sources: ['src', ...CONFIGURATION],
    files: ['dist/cli.js', 'dist/index.js', 'dist/worker.js', 'dist/browser/index.js', 'dist/types/src/index.d.ts', 'dist/schema.json'],
  },
  web: { script: 'build:web', sources: ['src', 'web', 'models', ...CONFIGURATION], files: ['dist-web/index.html', 'dist-web/service-worker.js'] },
};

for (const name of process.argv.slice(2)) {
  const { script, sources, files } = PARTS[name];
  const oldest = Math.min(...files.map(modified));
  if (oldest < Math.max(...sources.map(newest))) execSync(`npm run --silent ${script}`, { cwd: root, stdio: 'inherit' });
}

/** Milliseconds; 0 where there is no such file. */
function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(path) {
  if (!statSync(join(root, path)).isDirectory()) return modified(path);
  return Math.max(0, ...readdirSync(join(root, path), { withFileTypes: true }).map(({ name }) => newest(join(path, name))));
}
