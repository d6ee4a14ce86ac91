import { execFileSync } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCK_MOST_MILLISECONDS = 120_000;

/**
 * For tests that start the built command or its workers: builds if `dist` is missing or older than the sources.
 * Test files run in parallel processes, so one of them builds and the others wait.
 * @returns the directory of the built files
 */
export async function built(): Promise<string> {
  const lock = join(root, 'node_modules', '.nines-build');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > LOCK_MOST_MILLISECONDS) rmdirSync(lock);
      await sleep(50);
    }
  }
  try {
    const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
    execFileSync(process.execPath, [join(root, 'src/build/if-stale.js'), 'node'], { env });
  } finally {
    rmdirSync(lock);
  }
  return join(root, 'dist');
}
