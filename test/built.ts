import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCK_MOST_MILLISECONDS = 60_000;

/**
 * For tests that start the built command or its workers: builds once if `dist` is missing or older than the sources.
 * Test files run in parallel processes, so one of them builds and the others wait.
 * @returns the directory of the built files
 */
export async function built(): Promise<string> {
  const dist = join(root, 'dist');
  const lock = join(root, 'node_modules', '.nines-build');
  for (;;) {
    if (isFresh(dist)) return dist;
    try {
      mkdirSync(lock);
    } catch {
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > LOCK_MOST_MILLISECONDS) rmdirSync(lock);
      await sleep(200);
      continue;
    }
    try {
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
      const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
      if (!isFresh(dist)) execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env });
    } finally {
      rmdirSync(lock);
    }
    return dist;
  }
}

function isFresh(dist: string): boolean {
  const oldest = Math.min(...['cli.js', 'index.js', 'worker.js'].map((file) => modified(join(dist, file))));
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  const newest = sources.filter((entry) => entry.isFile()).map((entry) => modified(join(entry.parentPath, entry.name)));
  return oldest >= Math.max(modified(join(root, 'vite.config.ts')), ...newest);
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
