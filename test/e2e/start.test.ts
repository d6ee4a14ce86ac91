import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Results {
  readonly testResults: readonly { readonly name: string; readonly message: string; readonly assertionResults: readonly { readonly failureMessages: readonly string[] }[] }[];
}

test('a test file of the page that cannot start says so once, and nothing else', () => {
  // One with nothing around its tests, and one with something after each.
  const files = ['compare', 'why'].map((name) => `test/e2e/page/${name}.test.ts`);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files, '--reporter', 'json', '--retry', '0'];
  const { stdout } = spawnSync(process.execPath, vitest, { cwd: root, env: { ...env, CHROMIUM: '/nowhere' }, encoding: 'utf8', maxBuffer: 1 << 26 });
  const { testResults } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Results;
  expect(testResults).toHaveLength(files.length);
  for (const { name, message, assertionResults } of testResults) {
    const said = new Set([message, ...assertionResults.flatMap(({ failureMessages }) => failureMessages)].filter((text) => text !== '').map((text) => text.split('\n')[0].replace(/^Error: /, '')));
    expect([...said], name).toEqual(['The browser tests need Chromium: `apt-get install chromium`, or set CHROMIUM to the path of a Chromium or Chrome.']);
  }
}, 180_000);
