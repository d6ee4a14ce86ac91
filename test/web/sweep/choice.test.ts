import { beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseParameter, decisions, fault, first } from '../../../web/sweep/choice.ts';
import { text } from '../../../web/state/store.ts';

vi.mock('../../../web/desk/desk.ts', () => ({ desk: {} }));
const { lists } = await import('../../../web/sweep/frontier.ts');

const model = (parameters: string) => `nines: 1\nparameters:\n${parameters}`;
const MIXED = model('  weather: { value: 2 years, is: assumption }\n  plain: 3\n  servers: { value: 6, from: 4, to: 8, is: decision }\n  standbys: { value: 1, from: 1, to: 2, is: decision }\n');

describe('what is varied unless somebody says otherwise', () => {
  beforeEach(() => chooseParameter('first', ''));

  test('is what is ours to decide, over where it may lie', () => {
    text.value = MIXED;
    expect(first.value).toMatchObject({ name: 'servers', range: { from: '4', to: '8', steps: 5 } });
    expect(lists.value.filter(({ isOn }) => isOn).map(({ name, list }) => [name, list])).toEqual([['servers', '4, 6, 8'], ['standbys', '1, 2']]);
  });

  test('is what says nothing where nothing is a decision, and never an assumption', () => {
    text.value = model('  weather: { value: 2 years, is: assumption }\n  a: 3\n  b: 30 s\n  c: 40 s\n');
    expect(first.value?.name).toBe('a');
    expect(lists.value.filter(({ isOn }) => isOn).map(({ name }) => name)).toEqual(['a', 'b']);
    text.value = model('  weather: { value: 2 years, is: assumption }\n');
    expect([decisions.value, first.value]).toEqual([[], null]);
    expect(fault.value).toBe('Choose a parameter to vary: all of them are assumptions.');
    expect(lists.value.map(({ isOn }) => isOn)).toEqual([false]);
  });

  test('may be an assumption that was asked for by name', () => {
    text.value = MIXED;
    chooseParameter('first', 'weather');
    expect(first.value?.name).toBe('weather');
  });
});
