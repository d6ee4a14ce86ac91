import { describe, expect, test } from 'vitest';
import { at, clean, only, said, withFailure, withService } from './helpers.ts';

describe('a comma inside { } or [ ]', () => {
  test('that tears a distribution apart is one error, which says exactly that', () => {
    const text = withFailure('mtbf: 30 days, mttr: lognormal(2 h, 9 h)');
    expect(only(text)).toEqual({
      severity: 'error',
      message: "inside { } and [ ] a comma ends a value: put quotes around 'lognormal(2 h, 9 h)'",
      ...at(text, 'lognormal'),
      path: 'components.server.failures.crash.mttr',
      suggestion: "'lognormal(2 h, 9 h)'",
    });
  });

  test('is found before other keys, with three values, and twice in one map', () => {
    expect(only(withFailure('mtbf: 30 days, mttr: triangular(1 s, 2 s, 3 s), data: lost')).suggestion).toBe("'triangular(1 s, 2 s, 3 s)'");
    expect(said(withFailure('mtbf: weibull(2, 1 year), mttr: uniform(1 s, (1 + 1) * 1 s)')).map((line) => line.split('around ')[1])).toEqual([
      "'weibull(2, 1 year)'", "'uniform(1 s, (1 + 1) * 1 s)'",
    ]);
  });

  test('is found in functions and in lists too', () => {
    expect(only(withService('replicas: max(3, 4)')).suggestion).toBe("'max(3, 4)'");
    expect(said(withService('replicas: 3, needs: [f(a, b)]'))).toHaveLength(1);
  });

  test('is no slip in quotes, in a block, or where a parenthesis is just not closed', () => {
    clean(withFailure("mtbf: 30 days, mttr: 'lognormal(2 h, 9 h)'"));
    clean('nines: 1\nservices: { s: { component: c } }\ncomponents:\n  c:\n    failures:\n      f:\n        mtbf: 1 year\n        mttr: lognormal(2 h, 9 h)\n');
    expect(only(withFailure('mtbf: 30 days, mttr: lognormal(2 h')).message).toBe("a parenthesis is not closed in 'lognormal(2 h'");
  });
});
