import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { parseModel } from '../../../src/model/index.ts';
import { sameModel } from '../../../web/desk/same-model.ts';

const SHOP = readFileSync(new URL('../../../models/web-shop.yaml', import.meta.url), 'utf8');
const isSame = (text: string) => sameModel(parseModel(SHOP), parseModel(text));

test('comments, blank lines, the order of keys and the way in which a value is written make no other model', () => {
  expect(SHOP).toContain('#');
  expect(isSame(SHOP.replace(/ +#.*$/gm, ''))).toBe(true);
  expect(isSame(`# first\n\n${SHOP.replace('services:', '\n\nservices:')}`)).toBe(true);
  expect(isSame(SHOP.replace('success: 99%', 'success: 0.99'))).toBe(true);
  expect(isSame(SHOP.replace('to: 12, is', 'to: 20, is'))).toBe(true);
});

test('whatever is otherwise of the model, its name and its goals included, makes another one', () => {
  for (const [from, to] of [['value: 6', 'value: 7'], ['detect: 30 s', 'detect: 31 s'], ['name: ', 'name: A '], ['availability: 99', 'availability: 98'], ['retry: true', 'retry: false']]) {
    expect(SHOP).toContain(from);
    expect(isSame(SHOP.replace(from, to)), from).toBe(false);
  }
});
