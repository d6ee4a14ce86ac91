import { afterEach, describe, expect, test } from 'vitest';
import { actionOf, KEYS, type KeyPress, singleKeys } from '../../../web/help/keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

afterEach(() => {
  singleKeys.value = true;
});

describe('keys', () => {
  test('do what the help says', () => {
    expect(actionOf(press('Enter', { ctrlKey: true }), true)).toBe('run');
    expect(actionOf(press('z', { metaKey: true }), true)).toBe('undo');
    expect(actionOf(press('Z', { ctrlKey: true, shiftKey: true }), true)).toBe('redo');
    expect(actionOf(press('y', { ctrlKey: true }), true)).toBe('redo');
    expect(actionOf(press('?', { shiftKey: true }), false)).toBe('help');
    expect(actionOf(press('9'), false)).toBe('view');
    expect(actionOf(press('0'), false)).toBe('view');
    expect(actionOf(press('-'), false)).toBe('view');
    expect(actionOf(press('-', { ctrlKey: true }), false)).toBeNull();
    expect(actionOf(press('a'), false)).toBeNull();
  });

  test('of single letters leave those alone who type', () => {
    for (const key of ['?', '/', 't', '1']) expect(actionOf(press(key), true)).toBeNull();
  });

  test('of single letters can be switched off', () => {
    singleKeys.value = false;
    expect(actionOf(press('t'), false)).toBeNull();
    expect(actionOf(press('z', { ctrlKey: true }), false)).toBe('undo');
  });

  test('leave the browser’s own combinations alone', () => {
    expect(actionOf(press('t', { ctrlKey: true }), false)).toBeNull();
    expect(actionOf(press('1', { altKey: true }), false)).toBeNull();
  });

  test('are told apart: no press means two things', () => {
    for (const key of ['Enter', 'z', 'Z', 'y', 'Escape', '1', '9', '-', '/', 't', '?']) {
      for (const held of [{}, { ctrlKey: true }, { ctrlKey: true, shiftKey: true }]) {
        expect(KEYS.filter((each) => each.matches(press(key, held))).length).toBeLessThanOrEqual(1);
      }
    }
  });
});
