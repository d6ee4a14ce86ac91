import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, ExpressionError, EXPRESSION_LIMITS, findUnit, parseExpression } from '../../src/units/index.ts';

function run(text: string): number | null {
  try {
    return evaluate(parseExpression(text, ['uniform']), (name) => {
      const unit = findUnit(name, 'USD');
      if (unit === undefined) throw new ExpressionError({ message: 'unknown', suggestion: null });
      return unit;
    }).value;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

describe('an expression from a stranger', () => {
  test('reaches nothing but numbers', () => {
    const attacks = [
      'constructor', '__proto__', 'toString()', 'cos.constructor("return 1")()', 'f(x) = x', 'x = 5', 'a.b', 'a["b"]', '[1, 2]', '{a: 1}', '"text"',
      'import("fs")', 'evaluate("1")', 'parse("1")', 'compile("1")', 'createUnit("x")', 'map([1],f)', 'true ? 1 : 2', '1:3', '1; 2', '1 to 2', 'not 1', '1 and 2',
      '5!', "a'", '1 == 1', '1 < 2', '~1', '1 << 2', '1 mod 2', '5 in', 'null', 'true', 'undefined', 'i', 'random()', 'eval(1)', 'constructor()', '__proto__()',
      'hasOwnProperty(1)', '`x`', '${1}', 'process', 'globalThis', '1 .* 2', '1 ./ 2', '1 .^ 2', '0b11 x', '1 | 2',
    ];
    for (const attack of attacks) expect(run(attack), attack).toBeNull();
  });

  test('is bounded in length, nesting and parts', () => {
    const { characters, depth } = EXPRESSION_LIMITS;
    expect(run('1'.padEnd(characters, ' '))).toBe(1);
    expect(run('1'.padEnd(characters + 1, ' '))).toBeNull();
    expect(run(`${'('.repeat(depth)}1${')'.repeat(depth)}`)).toBe(1);
    expect(run(`${'('.repeat(depth + 1)}1${')'.repeat(depth + 1)}`)).toBeNull();
    expect(run('('.repeat(400))).toBeNull();
  });

  test('takes no time however it is built', () => {
    const shapes = [
      '1+1%'.repeat(120) + '+1', '1%+'.repeat(150) + '1', '-'.repeat(490) + '1', '2' + '^2'.repeat(240), '2 '.repeat(240), 'a '.repeat(240), '1/'.repeat(240) + '1',
      '2(3)'.repeat(120), 'max(1,'.repeat(38) + '1' + ')'.repeat(38), '(1)'.repeat(160), '1 h '.repeat(120), '1/2 '.repeat(120), '9'.repeat(490), '1e'.repeat(240), '.'.repeat(490), ','.repeat(490),
    ];
    for (const shape of shapes) {
      const start = process.cpuUsage();
      run(shape);
      expect(process.cpuUsage(start).user / 1000, shape.slice(0, 20)).toBeLessThan(200);
    }
  });

  test('is read or refused with a message, whatever its characters', () => {
    const token = fc.constantFrom('1', '2.5', '1e3', 'h', 'min', 's', 'USD', 'GB', 'x', '+', '-', '*', '/', '^', '(', ')', ',', '%', ' ', 'max', 'uniform', '.', '=', '"', '[', ':', 'constructor', '!', '\n', 'to', 'in', 'not');
    fc.assert(fc.property(fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join('')), (text) => {
      const result = run(text);
      expect(result === null || Number.isFinite(result)).toBe(true);
    }), { numRuns: 3000, seed: 1 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      run(text);
    }), { numRuns: 2000, seed: 2 });
  });
});
