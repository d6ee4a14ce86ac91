import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityFigures } from '../../src/arithmetic/downtime.ts';
import { evaluateShare } from '../../src/arithmetic/evaluate.ts';
import { renderArithmetic, renderArithmeticCsv, width } from '../../src/report/index.ts';
import { ExpressionError } from '../../src/units/index.ts';

const value = (text: string) => evaluateShare(text).up;
const table = (...expressions: string[]) => renderArithmetic(expressions.map((each) => availabilityFigures(each, value(each))));

describe('the nines arithmetic', () => {
  it.each([
    ['99%', '3.65 days'],
    ['99.9%', '8.77 h'],
    ['99.95%', '4.38 h'],
    ['99.99%', '52.6 min'],
    ['99.999%', '5.26 min'],
    ['99.9999%', '31.6 s'],
  ])('reproduces the published table: %s is %s a year', (availability, downtime) => {
    expect(table(availability)).toContain(` ${downtime} `);
  });

  it('has two zones at 99.95% at 99.999975%', () => {
    expect(table('parallel(99.95%, 2)')).toContain('99.999975%');
    expect(value('parallel(99.95%, 99.95%)')).toBeCloseTo(1 - 0.0005 ** 2, 14);
  });

  it('has two regions with P = 0.0001 at 99.999999%, and not at the 99.9999% that an article prints', () => {
    expect(table('parallel(99.99%, 2)')).toContain('  99.999999%      8.0 ');
  });

  it.each([
    ['3.65 days/year', '2.0'],
    ['8.77 h/year', '3.0'],
    ['43.8 min/month', '3.0'],
    ['10.1 min/week', '3.0'],
    ['52.6 min/year', '4.0'],
    ['1.01 min/week', '4.0'],
    ['5.26 min/year', '5.0'],
    ['31.6 s/year', '6.0'],
    ['52.9 min/year', '3.9'],
    ['99.989%', '3.9'],
  ])('reads the published table backwards: %s are %s nines', (downtime, nines) => {
    expect(table(downtime).split('\n')[2].trim().split(/ {2,}/)[1]).toBe(nines);
  });

  it('has 99.9% and its nines without what doubles add', () => {
    expect(availabilityFigures('99.9%', value('99.9%'))).toMatchObject({ availability: 0.999, nines: 3, downtime: { day: 86.4 } });
    expect(availabilityFigures('', 1).nines).toBeNull();
    expect(availabilityFigures('', 0).nines).toBeCloseTo(0, 15);
    expect(availabilityFigures('', 1 - 2 ** -53).nines).toBeCloseTo(15.95, 1);
  });

  it('multiplies in series and counts k of n', () => {
    expect(value('series(99.9%, 99.95%)')).toBeCloseTo(0.999 * 0.9995, 14);
    expect(value('kofn(2, 3, 99.9%)')).toBeCloseTo(3 * 0.999 ** 2 * 0.001 + 0.999 ** 3, 14);
    expect(value('kofn(2, 99%, 98%, 97%)')).toBeCloseTo(0.99 * 0.98 * 0.03 + 0.99 * 0.02 * 0.97 + 0.01 * 0.98 * 0.97 + 0.99 * 0.98 * 0.97, 14);
    expect(value('kofn(1, 5, 90%)')).toBeCloseTo(value('parallel(90%, 5)'), 14);
    expect(value('kofn(5, 5, 90%)')).toBeCloseTo(0.9 ** 5, 14);
  });

  it.each([
    ['kofn(1, 4, 99.999%)', 1e-20, '20.0'],
    ['parallel(99.999999999%, 2)', 1e-22, '22.0'],
    ['parallel(99.9999%, 3)', 1e-18, '18.0'],
    ['parallel(99.5%, 11)', 0.005 ** 11, '25.3'],
    ['kofn(3, 4, 99.999%)', 6e-10 - 8e-15 + 3e-20, '9.2'],
    ['1 - (1 - 99.999%)^4', 1e-20, '20.0'],
    ['1 - (1 - 99.999%) * (1 - 99.999%)', 1e-10, '10.0'],
    ['series(20 nines, 20 nines)', 2e-20, '19.6'],
    ['parallel(availability(1e9 h, 1 h), 2)', (1 / (1e9 + 1)) ** 2, '18.0'],
    ['99.9999999999999999999%', 1e-21, '21.0'],
    ['downtime(1e-9 s/year)', 1e-9 / 31_557_600, '16.4'],
    ['min(parallel(99.999%, 4), 50%)', 0.5, '0.3'],
  ])('carries the unavailability: %s lacks %d to 1, which are %s nines', (text, down, nines) => {
    expect(evaluateShare(text).down / down).toBeCloseTo(1, 9);
    const figures = availabilityFigures(text, evaluateShare(text).up, evaluateShare(text).down);
    const cells = renderArithmetic([figures]).split('\n')[2].trim().split(/ {2,}/);
    expect(cells[1]).toBe(nines);
    expect(cells[0]).not.toBe('100%');
  });

  it('takes MTBF and MTTR, downtimes and nines', () => {
    expect(value('availability(30 days, 4 h)')).toBeCloseTo(720 / 724, 14);
    expect(value('availability(2 h 30 min, 30 min)')).toBeCloseTo(2.5 / 3, 14);
    expect(value('3.5 nines')).toBeCloseTo(1 - 10 ** -3.5, 14);
    const yearly = 1 - (52.6 * 60) / 31_557_600;
    for (const text of ['52.6 min/year', 'downtime 52.6 min/year', 'downtime(52.6 min/year)', 'downtime(52.6 min)', 'downtime(13.15 min/quarter)']) {
      expect(value(text)).toBeCloseTo(yearly, 14);
    }
  });

  it('nests, and mixes with plain arithmetic', () => {
    expect(value('series(parallel(99%, 2), (99.9% * 3 nines), 1 - 0.1%)')).toBeCloseTo(0.9999 * 0.999 ** 3, 14);
    expect(value('parallel(series(99%, 99%), kofn(1, 2, 90%))')).toBeCloseTo(1 - (1 - 0.9801) * 0.01, 14);
  });

  it.each([
    ['99.95', "'99.95' is not an availability, which lies between 0 and 100%: did you mean '99.95%'?"],
    ['serie(99%)', "unknown function 'serie'"],
    ['30 days', "'30 days' is not an availability"],
    ['kofn(4, 3, 99%)', "'kofn' is written kofn(k, n, A) or kofn(k, A, B, …)"],
    ['series()', "'series' is written series(A, B, …)"],
    ['parallel(99%, 2', 'a parenthesis is not closed'],
    ['availability(30, 4)', "'availability' is written availability(MTBF, MTTR)"],
    ['', 'an expression is missing here'],
    ['99% * 1 dya/day', "unknown unit or parameter 'dya'"],
    ['result1', "unknown unit or parameter 'result1'"],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => value(text)).toThrow(message);
  });

  it('throws nothing but its own errors, and gives nothing outside [0, 1]', () => {
    const word = fc.constantFrom(...['series', 'parallel', 'kofn', '(', ')', ',', '99.9%', '2', ' ', 'min', '/year', 'nines', 'constructor', '-', '1e9', '__proto__']);
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 40 }), fc.array(word, { maxLength: 14 }).map((words) => words.join(''))), (text) => {
        try {
          const a = value(text);
          expect(a >= 0 && a <= 1).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('prints lines of at most 80 columns, and CSV', () => {
    for (const line of table('99.99684%', `series(${Array.from({ length: 40 }, () => '99.99%').join(', ')})`).split('\n')) {
      expect(width(line)).toBeLessThanOrEqual(80);
    }
    expect(renderArithmeticCsv([availabilityFigures('series(99%, 99%)', 0.9801)]).split('\r\n')[1]).toMatch(/^"series\(99%, 99%\)",0\.9801,1\.70/);
  });
});
