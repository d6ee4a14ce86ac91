import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/units/index.ts';

describe('the nearest word', () => {
  const keys = ['replicas', 'required', 'health-check', 'needs', 'wants', 'db', 'cache'];
  test.each([
    ['dbb', 'db'], ['replica', 'replicas'], ['healthcheck', 'health-check'], ['HealthCheck', 'health-check'], ['health', 'health-check'],
    ['chace', 'cache'], ['need', 'needs'], ['requird', 'required'], ['DB', 'db'],
  ])('to %j is %j', (word, expected) => {
    expect(nearest(word, keys)).toBe(expected);
  });

  test('is nothing when nothing is near', () => {
    for (const word of ['', 'x', 'zzz', 'completely-different', 'x'.repeat(1000)]) expect(nearest(word, keys)).toBeNull();
  });
});
