import { describe, expect, test } from 'vitest';
import { MOST_STEPS, ownRange, type Range, textOf, valuesOf } from '../../../web/sweep/range.ts';

const range = (changes: Partial<Range>): Range => ({ spacing: 'ratio', from: '10 s', to: '40 s', steps: 3, list: '', ...changes });

/** Of a parameter that does not say where it may lie. */
const defaultRange = (written: string, steps?: number) => ownRange({ written, least: '', most: '' }, steps);

describe('what a parameter is varied over by itself', () => {
  test('goes from a fourth to four times its value, in even ratios, and holds the value', () => {
    expect(valuesOf(defaultRange('30 s')).texts).toEqual(['7.5 s', '10.6 s', '15 s', '21.2 s', '30 s', '42.4 s', '60 s', '84.9 s', '120 s']);
    expect(valuesOf(defaultRange('2 years', 3)).texts).toEqual(['0.5 years', '2 years', '8 years']);
    expect(valuesOf(defaultRange('0.17 USD/h', 3)).texts).toEqual(['0.0425 USD/h', '0.17 USD/h', '0.68 USD/h']);
  });

  test('of a count is every count nearby, or with few values half of it and twice it', () => {
    expect(valuesOf(defaultRange('6')).texts).toEqual(['3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
    expect(valuesOf(defaultRange('6', 3)).texts).toEqual(['3', '6', '12']);
    expect(valuesOf(defaultRange('1')).texts).toEqual(['1', '2', '3']);
    expect(valuesOf(defaultRange('0')).texts).toEqual(['0', '1', '2', '3', '4']);
  });

  test('of a share near 100% divides what is missing of it', () => {
    expect(valuesOf(defaultRange('99.9%', 5)).texts).toEqual(['99.6%', '99.8%', '99.9%', '99.95%', '99.975%']);
    expect(valuesOf(defaultRange('2%', 3)).texts).toEqual(['0.5%', '2%', '8%']);
    expect(valuesOf(defaultRange('100%', 3)).texts).toEqual(['90%', '95%', '100%']);
    expect(valuesOf(defaultRange('40%')).texts.at(-1)).toBe('100%');
  });

  test('of a distribution or an expression is a list that begins with it', () => {
    expect(defaultRange('lognormal(2 h, 9 h)')).toMatchObject({ spacing: 'list', list: 'lognormal(2 h, 9 h)' });
    expect(valuesOf({ ...defaultRange('x'), list: 'lognormal(2 h, 9 h), constant(1 h)' }).texts).toEqual(['lognormal(2 h, 9 h)', 'constant(1 h)']);
  });

  test('makes sense for every amount that can be typed', () => {
    for (const written of ['0 s', '1e-9 s', '0.5', '-3', '1000000', '51%', '99.9999%', '0%', '12 GB', '3 EUR', '250 MB/s', '1000 USD/month']) {
      const { texts, problem } = valuesOf(defaultRange(written));
      expect(problem, written).toBe('');
      expect(texts.length, written).toBeGreaterThan(1);
    }
  });
});

describe('what a parameter is varied over that says where it may lie', () => {
  const own = (written: string, least: string, most: string, steps?: number) => valuesOf(ownRange({ written, least, most }, steps)).texts;

  test('goes from end to end of it: all of few whole numbers, in even ratios otherwise', () => {
    expect(own('6', '4', '12')).toEqual(['4', '5', '6', '7', '8', '9', '10', '11', '12']);
    expect(own('6', '4', '12', 3)).toEqual(['4', '8', '12']);
    expect(own('2 years', '6 months', '8 years', 3)).toEqual(['6 months', '2 years', '8 years']);
    expect(own('99%', '90%', '99.9%', 3)).toEqual(['90%', '99%', '99.9%']);
    expect(own('0 s', '0 s', '10 s', 3)).toEqual(['0 s', '5 s', '10 s']);
    expect(own('95%', '0%', '100%', 3)).toEqual(['0%', '50%', '100%']);
  });

  test('is around its value where one end, or none, is said', () => {
    const around = own('30 s', '', '');
    expect([around[0], around.at(-1)]).toEqual(['7.5 s', '120 s']);
    expect(own('30 s', '10 s', '')).toEqual(around);
    expect(own('30 s', 'detect / 2', '1 h')).toEqual(around);
  });
});

describe('values of a range', () => {
  test('may have ends in different units', () => {
    expect(valuesOf(range({ from: '30 s', to: '2 min' })).texts).toEqual(['30 s', '1 min', '2 min']);
    expect(valuesOf(range({ spacing: 'even', from: '1 h', to: '90 min' })).texts).toEqual(['1 h', '75 min', '90 min']);
  });

  test('may fall', () => {
    expect(valuesOf(range({ from: '40 s', to: '10 s' })).texts).toEqual(['40 s', '20 s', '10 s']);
  });

  test('are whole where both ends are, each once', () => {
    expect(valuesOf(range({ spacing: 'even', from: '1', to: '3', steps: 9 })).texts).toEqual(['1', '2', '3']);
  });

  test.each([
    [{ from: 'ten seconds' }, '‘ten seconds’ is no amount such as 30 s or 0.17 USD/h.'],
    [{ to: '3 GB' }, '10 s and 3 GB are not of a kind.'],
    [{ from: '1 USD', to: '2 EUR' }, '1 USD and 2 EUR are not of a kind.'],
    [{ to: '10 s' }, 'The range ends where it begins.'],
    [{ to: '10000 ms' }, 'The range ends where it begins.'],
    [{ from: '0 s' }, 'Even ratios need values above zero.'],
    [{ steps: 1 }, `From 2 to ${MOST_STEPS} values.`],
    [{ steps: Number.NaN }, `From 2 to ${MOST_STEPS} values.`],
    [{ spacing: 'missing', from: '1', to: '3' }, 'What is missing of 100% can only be divided between 0 and below 100%.'],
    [{ spacing: 'list', list: '1,,2' }, 'A value is missing before or after a comma.'],
    [{ spacing: 'list', list: '1, 2, 1' }, 'A value is there twice.'],
  ] as const)('%o: what is wrong is said in a sentence', (changes, problem) => {
    expect(valuesOf(range(changes))).toEqual({ texts: [], problem });
  });

  test('are found again from the number that was read from them', () => {
    const texts = ['10 s', '1.41 years', '99.95%', 'constant(1 h)'];
    expect(textOf(10, texts)).toBe('10 s');
    expect(textOf(1.41 * 31_557_600, texts)).toBe('1.41 years');
    expect(textOf(0.9995, texts)).toBe('99.95%');
    expect(textOf('constant(1 h)', texts)).toBe('constant(1 h)');
    expect(textOf(11, texts)).toBeNull();
  });
});
