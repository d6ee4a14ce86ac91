import { describe, expect, test } from 'vitest';
import { taken, type Versions } from '../../../web/versions/list.ts';

/** A text is of the model that it names before its comment. */
const now = (text: string, act = 'act') => ({ text, act, edition: text.charCodeAt(0) });
const through = (...texts: readonly string[]) => texts.reduce<Versions | null>((versions, text) => taken(versions, now(text), false), null)!;

describe('the versions of a document', () => {
  test('are one for each model that stood there, each made from the one before', () => {
    const { all, current, before } = through('a', 'b', 'c');
    expect(all.map(({ id, text, parent }) => [id, text, parent])).toEqual([[1, 'a', null], [2, 'b', 1], [3, 'c', 2]]);
    expect([current, before]).toEqual([3, 2]);
  });

  test('are no more by comments, and the text is kept as it then is', () => {
    const { all, current, before } = through('a', 'b', 'b # why');
    expect(all.map(({ text }) => text)).toEqual(['a', 'b # why']);
    expect([current, before]).toEqual([2, 1]);
    const same = through('a');
    expect(taken(same, now('a'), false)).toBe(same);
  });

  test('are taken up again by whoever goes back, and go on from there', () => {
    const back = through('a', 'b', 'c', 'a');
    expect([back.all.length, back.current, back.before]).toEqual([3, 1, 3]);
    const on = taken(back, now('d'), false);
    expect([on.all.at(-1)?.parent, on.current, on.before]).toEqual([1, 4, 1]);
  });

  test('begin anew with another document, and no number comes twice', () => {
    const other = taken(through('a', 'b'), now('x'), true);
    expect([other.all.map(({ id, text }) => [id, text]), other.before]).toEqual([[[3, 'x']], null]);
  });

  test('are the latest ones of many', () => {
    const many = through(...Array.from({ length: 50 }, (_, i) => String.fromCharCode(100 + i)));
    expect(many.all).toHaveLength(20);
    expect([many.all.at(-1)?.id, many.current, many.before]).toEqual([50, 50, 49]);
  });
});
