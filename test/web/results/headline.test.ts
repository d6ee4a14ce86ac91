import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/analysis/report.ts';
import { answer, claim } from '../../../src/report/run/answer.ts';
import { headline } from '../../../src/report/run/headline.ts';
import { periods } from '../../../web/results/periods.ts';
import { foundText, goalText } from '../../../src/report/run/target-text.ts';
import { report } from '../../report/fixture.ts';

const SECONDS_PER_YEAR = 31_557_600;

function withAvailability(change: Partial<Report['availability']>, down: Partial<Report['availability']['downtimePerYear']> = {}): Report {
  return { ...report, availability: { ...report.availability, ...change, downtimePerYear: { ...report.availability.downtimePerYear, ...down } } };
}

describe('the answer', () => {
  test('has the digits that the interval supports', () => {
    expect(answer(report)).toEqual({ availability: '99.971%', nines: '3.5 nines', downtime: '2.54 h down a year', uncertainty: '± 0.07 h' });
    const unsure = withAvailability({ ci95: [0.9995, 0.9999] }, { ci95: [3000, 15_600] });
    expect(answer(unsure).availability).toBe('99.97%');
  });

  test('of no downtime gives an upper bound and no number of nines', () => {
    const never = withAvailability({ mean: 1, ci95: [0.9999999, 1], nines: null }, { mean: 0, ci95: [0, 3] });
    expect(answer(never)).toEqual({
      availability: '100%',
      nines: null,
      downtime: 'no downtime in 10,000 years',
      uncertainty: 'less than 3 s a year with 95% confidence',
    });
  });

  test('is the same downtime in each period', () => {
    const down = { mean: 0.001 * SECONDS_PER_YEAR, ci95: [0.00099 * SECONDS_PER_YEAR, 0.00101 * SECONDS_PER_YEAR] as const };
    expect(periods(down)).toEqual([
      { period: 'a day', downtime: '1.44 min' },
      { period: 'a week', downtime: '10.1 min' },
      { period: 'a month', downtime: '43.8 min' },
      { period: 'a year', downtime: '8.77 h' },
    ]);
  });
});

describe('the arithmetic beside it', () => {
  const claiming = (arithmetic: number) => claim(withAvailability({ arithmetic, arithmeticUnavailability: 1 - arithmetic }))!;

  test('agrees when its claim lies within the interval', () => {
    expect(claiming(1 - 9100 / SECONDS_PER_YEAR)).toMatchObject({ found: 'agrees', off: null });
  });

  test('agrees with nothing where the interval would agree with nearly anything', () => {
    const wide = withAvailability({ arithmetic: 0.839, arithmeticUnavailability: 0.161 }, { mean: 0.1 * SECONDS_PER_YEAR, ci95: [0.003 * SECONDS_PER_YEAR, 0.52 * SECONDS_PER_YEAR] });
    expect(claim(wide)!.found).toBe('open');
    expect(headline(wide).sentences[0]).toMatch(/^Bare arithmetic claims 83.9% and 58.8 days a year, which 10,000 years do not tell from what was simulated\.$/);
    const none = withAvailability({ arithmetic: 1 - 1e-9, arithmeticUnavailability: 1e-9 }, { mean: 0, ci95: [0, 30] });
    expect([claim(none)!.found, headline(none).sentences[0]].join(' ')).not.toContain('agrees');
  });

  test('is off by a factor where it is far off', () => {
    expect(claiming(1 - 9151 / 100 / SECONDS_PER_YEAR).off).toBe('100 times less');
    expect(claiming(1 - (9151 * 4) / SECONDS_PER_YEAR).off).toBe('4 times more');
  });

  test('is off by a share where it is near', () => {
    expect(claiming(1 - 9151 / 1.3 / SECONDS_PER_YEAR).off).toBe('23% less');
  });

  test('has no factor where nothing is claimed or nothing was seen', () => {
    expect(claiming(1).off).toBeNull();
    expect(claim(withAvailability({ arithmetic: 0.99, arithmeticUnavailability: 0.01 }, { mean: 0, ci95: [0, 3] }))!.off).toBeNull();
  });
});

describe('a target', () => {
  const [availability, rto, rpo, budget] = report.targets;

  test('says what was asked for', () => {
    expect(report.targets.map((each) => goalText(each, 'USD'))).toEqual(['≥ 99.95%', '≤ 15 min', '≤ 1 min', '≤ 40,000 USD']);
  });

  test('says what was found', () => {
    expect(foundText(availability, report)).toBe('99.971%');
    expect(foundText(rto, report)).toBe('p95 4.2 h');
    expect(foundText(rpo, report)).toMatch(/^no incident in 10,000 years: at most [\d.]+ a year$/);
    expect(foundText(budget, report)).toBe('36,201 USD');
  });
});
