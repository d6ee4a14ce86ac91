import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages } from '../../src/model/messages/index.ts';

test('no two of the messages have the same name, of whatever file', async () => {
  const folder = join(import.meta.dirname, '../../src/model/messages');
  const files = readdirSync(folder).filter((name) => !['index.ts', 'say.ts', 'found.ts'].includes(name));
  const names: string[] = [];
  for (const file of files) {
    const [list] = Object.values((await import(join(folder, file))) as Record<string, object>);
    names.push(...Object.keys(list));
  }
  expect(names.sort()).toEqual(Object.keys(messages).sort());
});
