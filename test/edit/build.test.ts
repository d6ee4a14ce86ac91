import { expect, test } from 'vitest';
import { applyAct } from '../../src/edit/index.ts';
import { parseModel, type Model } from '../../src/model/index.ts';
import { actsFor } from './build.ts';
import { GALLERY, said } from './gallery.ts';

/** Without what identifies the text. */
function meaning(text: string): Model {
  return { ...parseModel(text), sha256: '' };
}

test.each([...GALLERY])('%s is made by acts alone from a blank sheet', (_, file) => {
  let text = '';
  for (const act of actsFor(said(file) as Record<string, unknown>)) {
    const outcome = applyAct(text, act);
    if ('refused' in outcome) throw new Error(`${outcome.refused} ${JSON.stringify(act)}\n${text}`);
    expect(outcome.says).toMatch(/^\S.*\.$/);
    text = outcome.text;
  }
  expect(listed(said(text))).toEqual(listed(said(file)));
  expect(meaning(text)).toEqual(meaning(file));
});

/** A list of one may be written without brackets. */
function listed(value: unknown, key = ''): unknown {
  if (['needs', 'in', 'hits', 'fail'].includes(key)) return [value].flat();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, listed(inner, name)]));
}
