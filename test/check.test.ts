import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';

/*
 * Types, lint and layout, as tests beside the others: two processes that the other tests do not have to wait for.
 */
const root = join(import.meta.dirname, '..');
const MOST_MILLISECONDS = 300_000;

function node(file: string, ...args: readonly string[]): Promise<{ readonly stdout: string }> {
  return promisify(execFile)(process.execPath, [join(root, file), ...args], { cwd: root, maxBuffer: 1e8 });
}

describe('by the compiler and the linter', () => {
  let found: Readonly<Record<'types' | 'lint', string>>;
  beforeAll(async () => {
    found = JSON.parse((await node('test/house/types-and-lint.js')).stdout) as typeof found;
  }, MOST_MILLISECONDS);

  test('every type fits', () => expect(found.types).toBe(''));

  test('the linter finds nothing', () => expect(found.lint).toBe(''));
});

test('every file is laid out alike', async () => {
  const args = ['--list-different', 'src', 'web'];
  const different = await node('node_modules/prettier/bin/prettier.cjs', ...args).catch((error: { stdout?: string; stderr?: string }) => ({
    stdout: `${error.stdout ?? ''}${error.stderr ?? ''}` || String(error),
  }));
  expect(different.stdout).toBe('');
}, MOST_MILLISECONDS);
