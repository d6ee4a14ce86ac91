import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from '../../src/model/messages/words.ts';

test('no two of the messages have the same name, of whatever file', async () => {
  const folder = join(import.meta.dirname, '../../src/model/messages');
  const files = readdirSync(folder).filter((name) => !['index.ts', 'words.ts', 'say.ts', 'found.ts'].includes(name));
  const names: string[] = [];
  for (const file of files) {
    const [list] = Object.values((await import(join(folder, file))) as Record<string, object>);
    names.push(...Object.keys(list));
  }
  expect(names.sort()).toEqual(Object.keys(words).sort());
});
