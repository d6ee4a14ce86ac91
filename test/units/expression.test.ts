import { describe, expect, test } from 'vitest';
import { DATA, evaluate, ExpressionError, findUnit, MONEY_RATE, parseExpression, PLAIN, TIME, type Quantity } from '../../src/units/index.ts';
import { namesIn } from '../../src/units/syntax.ts';

const PARAMETERS = new Map<string, Quantity>([
  ['a', { value: 0.9, dimension: PLAIN }],
  ['n', { value: 3, dimension: PLAIN }],
  ['zone_mtbf', { value: 63115200, dimension: TIME }],
]);

function value(text: string): Quantity {
  return evaluate(parseExpression(text), (name) => {
    const found = PARAMETERS.get(name) ?? findUnit(name, 'USD');
    if (found === undefined) throw new ExpressionError({ message: `unknown ${name}`, suggestion: null });
    return found;
  }, text);
}

function problem(text: string): string {
  try {
    value(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error.problem.message;
    throw error;
  }
  return 'no problem';
}

const time = (seconds: number) => ({ value: seconds, dimension: TIME });
const plain = (number: number) => ({ value: number, dimension: PLAIN });

describe('an expression', () => {
  test.each([
    ['30 s', time(30)],
    ['30s', time(30)],
    ['1.5 h', time(5400)],
    ['2 h + 30 min', time(9000)],
    ['zone_mtbf / 2', time(31557600)],
    ['n * 10 s', time(30)],
    ['2 (1 + n) s', time(8)],
    ['-5 s', time(-5)],
    ['+5 s', time(5)],
    ['1/2 h', time(1800)],
    ['500 GB', { value: 5e11, dimension: DATA }],
    ['200 MB/s', { value: 2e8, dimension: { time: -1, data: 1, money: 0 } }],
    ['36 USD/h', { value: 0.01, dimension: MONEY_RATE }],
    ['500 GB / (200 MB/s)', time(2500)],
    ['60 min * 2', time(7200)],
    ['(2 s)^2', { value: 4, dimension: { time: 2, data: 0, money: 0 } }],
    ['sqrt((2 s)^2)', time(2)],
    ['2 h / 30 min', plain(4)],
    ['\n 2 +\n 3 ', plain(5)],
  ])('%j keeps its dimension', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test.each([
    ['1 - (1 - a)^2', 0.99],
    ['99.95%', 0.9995],
    ['1 - 5%', 0.95],
    ['100 % + 1 %', 1.01],
    ['-5%^2', -0.0025],
    ['.5%', 0.005],
    ['1e3', 1000],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['min(3, 1, 2)', 1],
    ['max(n, 5)', 5],
    ['ceil(n / 2)', 2],
    ['floor(7 / 2)', 3],
    ['round(2.5)', 3],
    ['abs(-n)', 3],
    ['exp(0)', 1],
    ['log(exp(1))', 1],
  ])('%j has the value that arithmetic gives it', (text, expected) => {
    expect(value(text).value).toBeCloseTo(expected, 12);
    expect(value(text).dimension).toEqual(PLAIN);
  });

  test.each([
    ['99.9%', 0.999],
    ['99.99 %', 0.9999],
    ['99.999%', 0.99999],
    ['0.07%', 0.0007],
    ['100%', 1],
    ['7.%', 0.07],
    ['.5%', 0.005],
    ['1e3%', 10],
    ['2.5E-3%', 0.000025],
    ['1e+2 %', 1],
    ['1e-400%', 0],
    [`1e-${'9'.repeat(40)}%`, 0],
    ['-99.9%', -0.999],
  ])('%j is the decimal to the last bit', (text, expected) => {
    expect(value(text).value).toBe(expected);
  });

  test('every percentage of two decimals is that decimal', () => {
    for (let i = 0; i <= 10_000; i++) expect(value(`${i / 100}%`).value).toBe(Number(`${i}e-4`));
    expect(problem(`1e${'9'.repeat(40)}%`)).not.toBe('no problem');
  });

  test('numbers with ever smaller units side by side are added, as everybody means them', () => {
    expect(value('2 h 30 min')).toEqual(time(9000));
    expect(value('1 day 2 h 30 min 5 s')).toEqual(time(95405));
    expect(value('2 h 30 min / 2')).toEqual(time(4500));
    expect(problem('30 min 2 h')).toBe("two quantities stand side by side: write '30 min + 2 h'");
    expect(problem('2 3')).toMatch(/not an expression/);
    expect(problem('2 h 5 GB')).toMatch(/side by side/);
  });

  test('a plain 0 is no time, no data and no money alike', () => {
    expect(value('max(0, zone_mtbf - 3 years)')).toEqual(time(0));
    expect(value('0 + 5 s')).toEqual(time(5));
    expect(problem('1 + 5 s')).toBe('cannot add a plain number and a time');
  });

  test('a minute and the least of several are told apart', () => {
    expect(value('5 min')).toEqual(time(300));
    expect(value('min(5 min, 2 h)')).toEqual(time(300));
    expect(problem('5 min (2)')).toBe("'min' takes two or more values, got 1");
  });

  test('dimensions that do not fit are named', () => {
    expect(problem('2 h + 5 GB')).toBe('cannot add a time and an amount of data');
    expect(problem('2 h - 5 USD')).toBe('cannot subtract a time and an amount of money');
    expect(problem('max(1 s, 1 B)')).toBe('cannot compare a time and an amount of data');
    expect(problem('2^(1 s)')).toBe('an exponent needs a plain number, got a time');
    expect(problem('exp(1 s)')).toBe("'exp' needs a plain number, got a time");
  });

  test('what is not finite is an error, wherever it arises', () => {
    for (const text of ['1/0', '1e400', '0 * (1/0)', 'log(0)', 'sqrt(-1)', '10^400', '(0-8)^(1/3)', 'min(1, 1/0)', 'NaN', 'Infinity - Infinity']) {
      expect(problem(text), text).not.toBe('no problem');
    }
  });

  test('a percentage stands for itself over 100, and every other % is refused', () => {
    for (const text of ['5 % 3', '5%3', '5%(3)', 'a%', '(1+2)%', '5%%', '%', '5 % n', '3 h%']) expect(problem(text), text).toMatch(/'%' must follow a number/);
  });

  test('only the published functions can be called', () => {
    expect(problem('sin(1)')).toBe("unknown function 'sin' (there are min, max, abs, sqrt, floor, ceil, round, exp, log): did you mean 'min'?");
    expect(problem('sqr(4)')).toMatch(/did you mean 'sqrt'\?/);
    expect(problem('h(3)')).toBe("'h' is not a function: write an operator before the parenthesis");
    expect(problem('max + 1')).toBe("'max' is a function: its values follow in parentheses");
    expect(problem('sqrt(1, 2)')).toBe("'sqrt' takes one value, got 2");
    expect(problem('sqrt()')).toBe("'sqrt' takes one value, got 0");
  });

  test('a top-level function is the whole expression or an error', () => {
    expect(parseExpression('uniform(1 s, 2 s)', ['uniform'])).toMatchObject({ kind: 'call', name: 'uniform' });
    expect(() => parseExpression('2 * uniform(1 s, 2 s)', ['uniform'])).toThrow(/a distribution is a whole value by itself/);
  });

  test('the names in it are those of parameters and units, not of functions', () => {
    expect([...namesIn(parseExpression('max(a, -b) * (c + 2 h)'))].sort()).toEqual(['a', 'b', 'c', 'h']);
  });

  test('text that is no expression says so', () => {
    expect(problem('')).toBe('an expression is missing here');
    expect(problem('20,000 USD/h')).toBe("'20,000 USD/h': numbers have no commas in them: write '20000 USD/h'");
    expect(problem('1 +')).toBe("'1 +' is not an expression that can be read");
    expect(problem('(1 + 2')).toBe("a parenthesis is not closed in '(1 + 2'");
    expect(problem('1)')).toBe("a ')' without its '(' in '1)'");
    expect(problem('5 €')).toMatch(/^'€' cannot stand in an expression/);
  });
});
