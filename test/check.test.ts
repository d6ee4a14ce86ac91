import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/*
 * Types and lint, as tests beside the others: two processes that the other tests do not have to wait for.
 */
const root = join(import.meta.dirname, '..');
const MOST_MILLISECONDS = 300_000;

/** What a command of the project's own prints where it does not end well. */
async function complaints(...command: readonly string[]): Promise<string> {
  try {
    await promisify(execFile)(process.execPath, [join(root, 'node_modules', ...command[0].split('/')), ...command.slice(1)], { cwd: root });
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return `${stdout ?? ''}${stderr ?? ''}` || String(error);
  }
}

test('every type fits', async () => expect(await complaints('typescript/bin/tsc')).toBe(''), MOST_MILLISECONDS);

test('the linter finds nothing', async () => expect(await complaints('eslint/bin/eslint.js', '.')).toBe(''), MOST_MILLISECONDS);

test('every file is laid out alike', async () =>
  expect(await complaints('prettier/bin/prettier.cjs', '--list-different', 'src', 'web')).toBe(''), MOST_MILLISECONDS);
