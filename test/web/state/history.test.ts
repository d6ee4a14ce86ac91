import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { canRedo, canUndo, change, clearHistory, HISTORY_LIMITS, redo, redoLabel, undo, undoLabel } from '../../../web/state/history.ts';
import { apply, diff, invert } from '../../../web/state/patch.ts';
import { notice, seed, text, years } from '../../../web/state/store.ts';

beforeEach(() => {
  text.value = 'a';
  seed.value = '';
  years.value = 0;
  clearHistory();
});

describe('a patch', () => {
  test('leads from one text to the other, and back', () => {
    const texts = fc.tuple(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }));
    fc.assert(
      fc.property(texts, ([head, tail, one, other]) => {
        const [before, after] = [head + one + tail, head + other + tail];
        const patch = diff(before, after);
        expect(apply(before, patch)).toBe(after);
        expect(apply(after, invert(patch))).toBe(before);
        expect(patch.inserted.length).toBeLessThanOrEqual(other.length);
      }),
      { seed: 1 },
    );
  });
});

describe('the history', () => {
  test('goes back and forth over every change', () => {
    change('ab', 'first');
    change('abc', 'second');
    expect([undoLabel.value, canRedo.value]).toEqual(['second', false]);
    undo();
    expect([text.value, undoLabel.value, redoLabel.value, notice.value]).toEqual(['ab', 'first', 'second', 'Undone: second.']);
    undo();
    expect([text.value, canUndo.value]).toEqual(['a', false]);
    undo();
    redo();
    redo();
    expect([text.value, canRedo.value]).toEqual(['abc', false]);
  });

  test('forgets what was undone once something new is done', () => {
    change('b', 'first');
    undo();
    change('c', 'second');
    expect(canRedo.value).toBe(false);
  });

  test('makes one step of a group, however long it takes', () => {
    for (const each of ['b', 'c', 'd']) change(each, `set to ${each}`, { group: 'drag' });
    undo();
    expect(text.value).toBe('a');
    redo();
    expect(text.value).toBe('d');
  });

  test('keeps two groups apart, and a group from what came before', () => {
    change('b', 'one', { group: 'x' });
    change('c', 'two', { group: 'y' });
    change('d', 'three');
    change('e', 'four', { group: 'y' });
    for (const expected of ['d', 'c', 'b', 'a']) {
      undo();
      expect(text.value).toBe(expected);
    }
  });

  test('ends a group of typing at a pause', () => {
    const clock = vi.spyOn(performance, 'now');
    const type = (at: number, what: string) => {
      clock.mockReturnValue(at);
      change(what, 'typing', { group: 'typing', within: 800 });
    };
    type(1_000, 'b');
    type(1_700, 'bc');
    type(2_600, 'bcd');
    clock.mockRestore();
    undo();
    expect(text.value).toBe('bc');
    undo();
    expect(text.value).toBe('a');
  });

  test('does not go on with a group after undo or redo', () => {
    change('b', 'one', { group: 'x' });
    undo();
    redo();
    change('c', 'two', { group: 'x' });
    undo();
    expect(text.value).toBe('b');
  });

  test('has no step for a drag that ends where it began, nor for no change', () => {
    change('a', 'nothing');
    change('b', 'drag', { group: 'x' });
    change('a', 'drag', { group: 'x' });
    expect(canUndo.value).toBe(false);
  });

  test('takes seed and years along where a step changed them, and only there', () => {
    change('b', 'open a link', { seed: 's', years: 50 });
    change('c', 'typing');
    seed.value = 'mine';
    undo();
    expect([text.value, seed.value, years.value]).toEqual(['b', 'mine', 50]);
    seed.value = 's';
    undo();
    expect([text.value, seed.value, years.value]).toEqual(['a', '', 0]);
    redo();
    expect([text.value, seed.value, years.value]).toEqual(['b', 's', 50]);
  });

  test('is bounded', () => {
    for (let i = 0; i < HISTORY_LIMITS.steps + 50; i++) change(String(i), 'step');
    let steps = 0;
    for (; canUndo.value; steps++) undo();
    expect(steps).toBe(HISTORY_LIMITS.steps);
    const large = 'x'.repeat(HISTORY_LIMITS.characters / 4);
    for (let i = 0; i < 10; i++) change(String(i).repeat(3) + large.slice(i) + String(i), 'large');
    for (steps = 0; canUndo.value; steps++) undo();
    expect(steps).toBeLessThan(10);
    expect(steps).toBeGreaterThan(0);
  });

  test('comes back to every text of any sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 20 }), fc.boolean()), { maxLength: 30 }), (steps) => {
        text.value = '';
        clearHistory();
        const seen = [''];
        for (const [next, back] of steps) {
          if (back && seen.length > 1) {
            undo();
            seen.pop();
          } else if (next !== text.value) {
            change(next, 'step');
            seen.push(next);
          }
          expect(text.value).toBe(seen.at(-1));
        }
      }),
      { seed: 2 },
    );
  });
});
