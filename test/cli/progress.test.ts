import { describe, expect, it } from 'vitest';
import { experimentProgressLine, fractionDone, progressLine } from '../../src/cli/progress.ts';
import { width } from '../../src/report/index.ts';
import { experiments, report } from '../report/fixture.ts';

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

describe('the progress line of experiments', () => {
  const [first, second] = experiments.experiments;
  const underWay = { ...experiments, run: { ...experiments.run, replications: 12_500, seconds: 3 }, experiments: [first, { ...second, runs: 2500 }] };
  const goal = { runs: 10_000, names: ['lose-region', 'drop-table'] };

  it('says which one is under way, and how far all of them are', () => {
    expect(experimentProgressLine(underWay, goal)).toBe('████████████▌          62%  drop-table  2,500 of 10,000 runs  2 s left');
  });

  it('fits a line of a terminal whatever it is called', () => {
    const long = { ...underWay, experiments: [{ ...first, name: 'x\u001b'.repeat(100) }] };
    expect(width(experimentProgressLine(long, goal))).toBeLessThan(80);
    expect(experimentProgressLine(long, goal)).not.toContain('\u001b');
  });
});
