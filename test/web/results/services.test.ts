import { expect, test } from 'vitest';
import { found } from '../../../web/results/targets.tsx';
import { quantileText } from '../../../web/results/quantile-text.ts';

test('the p95 behind a tier has a text for none, for nothing lost and for all of it', () => {
  expect(quantileText({ count: 0, p50: null, p95: null })).toBe('–');
  expect(quantileText({ count: 9, p50: 0, p95: 0 })).toBe('0 s');
  expect(quantileText({ count: 9, p50: 60, p95: 5400 })).toBe('1.5 h');
  expect(quantileText({ count: 9, p50: 60, p95: null })).toBe('for good');
});

test('a missed target without a value is a loss without a bound, not the absence of incidents', () => {
  const target = { target: 'rpo', goal: 60, value: null, ci95: null, yearsMet: 0.9 } as const;
  expect(found({ ...target, verdict: 'missed' }, 'USD')).toBe('p95 for good');
  expect(found({ ...target, verdict: 'met' }, 'USD')).toBe('no incident');
});
