import { expect, test } from 'vitest';
import { allowedText, describeDowntime, downtimeOf, emptyText, noneText } from '../../src/plots/data/downtime.ts';
import { makeReport } from './gallery/make-report.ts';

/** 100 years: 2 without downtime, 78 of 10 min, 20 of 10 h. */
const years = [0, 0, ...Array<number>(78).fill(600), ...Array<number>(20).fill(36_000)];

test('years without downtime are named in words', () => {
  expect(noneText(downtimeOf(makeReport({ name: 'a', years, causes: [] })))).toBe('2% of years have none');
  expect(noneText(downtimeOf(makeReport({ name: 'a', years: [1, 2], causes: [] })))).toBeNull();
});

test('an availability target becomes the downtime that it allows a year', () => {
  // 99.9% of 31,557,600 s leaves 31,557.6 s, 8.77 h: the 20 years of 10 h exceed it.
  const downtime = downtimeOf(makeReport({ name: 'a', years, causes: [], targets: { availability: 0.999 } }));
  expect(downtime.allowed!.seconds).toBeCloseTo(31_557.6, 6);
  expect(downtime.allowed!.exceeded).toBeCloseTo(0.2, 12);
  expect(allowedText(downtime)).toBe('20% of years have more than the 8.77 h that 99.9% allows.');
});

test('the text alternative states the lump, the quantiles and the target', () => {
  const text = describeDowntime(downtimeOf(makeReport({ name: 'a', years, causes: [], targets: { availability: 0.999 } })));
  expect(text).toBe(
    'Downtime in each of 100 simulated years, as the share of years with more than a given time: 2% of years have none, half have more than 10 min, 1 in 20 has more than 10 h and 1 in 100 has more than 10 h. 20% of years have more than the 8.77 h that 99.9% allows.',
  );
});

test('no downtime at all is a sentence, not an empty plot', () => {
  const downtime = downtimeOf(makeReport({ name: 'a', years: Array<number>(10_000).fill(0), causes: [] }));
  expect(emptyText(downtime)).toBe('None of 10,000 simulated years had any downtime.');
  expect(describeDowntime(downtime)).toBe('None of 10,000 simulated years had any downtime.');
});

test('a target that every year misses or meets is said so', () => {
  const of = (availability: number) => allowedText(downtimeOf(makeReport({ name: 'a', years: [3600, 7200], causes: [], targets: { availability } })));
  expect(of(0.99999)).toBe('Every year has more than the 5.26 min that 99.999% allows.');
  expect(of(0.99)).toBe('No year has more than the 3.65 days that 99% allows.');
});
