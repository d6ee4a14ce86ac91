import { describe, expect, it } from 'vitest';
import { fit, padEnd, plainText, width } from '../../src/report/index.ts';
import { wrap } from '../../src/report/text.ts';

describe('width', () => {
  it('counts terminal columns: wide characters two, accents none', () => {
    expect(width('abc')).toBe(3);
    expect(width('数据')).toBe(4);
    expect(width('e\u0301')).toBe(1);
    expect(width('👍')).toBe(2);
  });
});

describe('fit', () => {
  it('cuts to the columns, never through a wide character', () => {
    expect(fit('database', 8)).toBe('database');
    expect(fit('database', 5)).toBe('data…');
    expect(width(fit('数据库服务', 6))).toBeLessThanOrEqual(6);
    expect(padEnd('数', 4)).toBe('数  ');
  });
});

describe('plainText', () => {
  it('takes the power out of escapes, controls and direction marks', () => {
    expect(plainText('\u001b[31mred')).toBe('\ufffd[31mred');
    expect(plainText('a\r\nb\tc')).toBe('a b c');
    expect(plainText('\u202eabc\u2069\u200b')).toBe('abc');
    expect(plainText('Größe 数据 ✓')).toBe('Größe 数据 ✓');
  });
});

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });
});
