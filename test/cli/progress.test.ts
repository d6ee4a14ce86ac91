import { describe, expect, it } from 'vitest';
import { fractionDone, progressLine } from '../../src/cli/progress.ts';
import { width } from '../../src/report/index.ts';
import { report } from '../report/fixture.ts';

const partial = { ...report, run: { ...report.run, years: 4200, seconds: 2.1, partial: true } };
const byYears = { years: 10_000, precision: null, maxTime: null };

describe('the progress line', () => {
  it('says how far it is, what is known so far, and how long it will take', () => {
    expect(progressLine(partial, byYears)).toBe('████████▍              42%  4,200 years  99.971% ± 0.0008%  3 s left');
  });

  it('fits a line of a terminal', () => {
    const large = { ...partial, run: { ...partial.run, years: 9_999_999, seconds: 1e7 } };
    expect(width(progressLine(large, { ...byYears, years: 1e9 }))).toBeLessThan(80);
  });

  it('measures by the width of the interval where a precision is asked for', () => {
    // 0.000008 of 0.00029 is 2.8%: a precision of 1.4% takes four times the years.
    expect(fractionDone(partial, { years: 1e7, precision: 0.0138, maxTime: null })).toBeCloseTo(0.25, 2);
    expect(fractionDone(partial, { years: 1e7, precision: 0.0001, maxTime: 4.2 })).toBeCloseTo(0.5, 2);
  });
});
