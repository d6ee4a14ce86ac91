import { expect, test } from 'vitest';
import { foundText } from '../../../src/report/run/target-text.ts';
import { report } from '../../report/fixture.ts';
import { SERVICE_FIGURES } from '../../../src/analysis/described/service.ts';
import type { ServiceFigures } from '../../../src/analysis/report.ts';
import { textOf } from '../../../src/report/figure.ts';

test('the p95 behind a tier has a text for none, for nothing lost and for all of it', () => {
  const quantileText = (recoveryTime: unknown) => textOf(SERVICE_FIGURES['recoveryTime.p95'], { recoveryTime } as ServiceFigures, '');
  expect(quantileText({ count: 0, p50: null, p95: null })).toBe('–');
  expect(quantileText({ count: 9, p50: 0, p95: 0 })).toBe('0 s');
  expect(quantileText({ count: 9, p50: 60, p95: 5400 })).toBe('1.5 h');
  expect(quantileText({ count: 9, p50: 60, p95: 'for good' })).toBe('for good');
});

test('a target that falls among losses for good says so, and one of which nothing was seen how little that is', () => {
  const target = { target: 'rpo', goal: 60, yearsMet: 0.9 } as const;
  expect(foundText({ ...target, value: 'for good', ci95: ['for good', 'for good'], verdict: 'missed' }, report)).toBe('p95 for good');
  expect(foundText({ ...target, value: null, ci95: null, verdict: 'undecided' }, report)).toMatch(/^no incident in 10,000 years: at most/);
  expect(foundText({ ...target, value: null, ci95: [0, 0], verdict: 'met' }, report)).toBe('the model has none');
});
