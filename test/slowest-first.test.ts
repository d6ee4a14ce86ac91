import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SECONDS, slowestFirst } from './slowest-first.ts';

test('every file whose time is written down is there', () => {
  expect(Object.keys(SECONDS).filter((file) => !existsSync(join(import.meta.dirname, '..', file)))).toEqual([]);
});

test('all files are in the order once, those of a kind the longest first, both kinds from the beginning to the end', () => {
  const short = Array.from({ length: 40 }, (_, i) => `test/unknown/${i}.test.ts`);
  const files = [...short, ...Object.keys(SECONDS)];
  const order = slowestFirst(files);
  expect([...order].sort()).toEqual([...files].sort());
  for (const isWaiting of [true, false]) {
    const times = order.filter((file) => file.startsWith('test/e2e/') === isWaiting).map((file) => SECONDS[file] ?? 0);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  }
  const third = Math.floor(Object.keys(SECONDS).length / 3);
  for (const part of [order.slice(0, third), order.slice(third, 2 * third)]) {
    expect(part.some((file) => file.startsWith('test/e2e/'))).toBe(true);
    expect(part.some((file) => !file.startsWith('test/e2e/'))).toBe(true);
  }
});
