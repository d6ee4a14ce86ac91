import { describe, expect, test } from 'vitest';
import { BASE, clean, only, said, withFailure, withService } from './helpers.ts';

const mttr = (value: string) => withFailure(`mtbf: 30 days, mttr: ${value}`);
const probability = (value: string) => `${BASE}shocks: { s: { mtbf: 1 year, mttr: 1 h, hits: web, probability: ${value} } }`;

describe('a quantity', () => {
  test('without its unit says which units fit', () => {
    expect(only(mttr('30'))).toMatchObject({ message: "needs a time such as '30 s', '5 min', '4 h' or '2 days', got the plain number 30", suggestion: '30 s', line: 3, column: 55 });
  });

  test('of another dimension says so', () => {
    expect(only(mttr('5 GB')).message).toBe("needs a time such as '30 s', '5 min', '4 h' or '2 days', got '5 GB', an amount of data");
    expect(only(withService('replicas: 3 h')).message).toBe("needs a whole number, 1 or more, got '3 h', a time");
    expect(only(probability('1 s')).message).toBe("needs a share such as '99.95%' or 0.9995, got '1 s', a time");
    expect(only(`${BASE}targets: { budget: 40000 USD }`)).toMatchObject({ suggestion: '40000 USD/year' });
    expect(only(`${BASE}losses: { downtime: 5 }`)).toMatchObject({ suggestion: '5 USD/h' });
    expect(only(`${BASE}losses: { downtime: 5 h }`)).toMatchObject({ suggestion: null });
  });

  test('of 0 needs no unit', () => {
    expect(clean(mttr('0')).components[0].failures[0].down).toEqual({ kind: 'constant', value: 0 });
    expect(clean(`${BASE}losses: { downtime: 0 }`).losses.downtimePerSecond).toBe(0);
  });

  test('cannot be negative, nor infinite, nor not a number', () => {
    expect(only(mttr('-5 min')).message).toBe("a time cannot be negative, got '-5 min'");
    expect(only(`${BASE}losses: { downtime: -5 USD/h }`).message).toBe("cannot be negative, got '-5 USD/h'");
    for (const value of ['.nan', '.inf', '1/0 * 1 s', '1e999 s', "'log(0) * 1 s'"]) expect(only(mttr(value)).message).toMatch(/not a finite number/);
    expect(only(withService('replicas: .nan')).message).toBe('.nan is not a finite number');
  });

  test('with a misspelt unit suggests the nearest', () => {
    expect(only(mttr('90 sek')).message).toBe("unknown unit or parameter 'sek': did you mean 'sec'?");
    expect(only(mttr('3 Hours')).suggestion).toBe('hours');
    expect(only(mttr('5 m')).suggestion).toBe('min');
  });

  test('in another currency names the one that the model has', () => {
    const text = `${BASE}losses: { downtime: 5 EUR/h }`;
    expect(only(text)).toMatchObject({ message: "unknown unit 'EUR': this model reckons in USD; convert the amount, or change 'currency'", suggestion: null });
    expect(clean(`${text}\ncurrency: EUR`).losses.downtimePerSecond).toBe(5 / 3600);
    expect(only(`${BASE}currency: eur`)).toMatchObject({ suggestion: 'EUR', path: 'currency' });
  });

  test('may be an expression wherever it stands', () => {
    const model = clean(`${BASE}parameters: { t: 2 h, n: 4 }\n`.replace('5 min', 't / 4').replace('replicas: 3', 'replicas: n + 1'));
    expect(model.components[0].failures[0].down).toEqual({ kind: 'exponential', mean: 1800 });
    expect(model.services[0].placement).toHaveLength(5);
  });
});

describe('a share', () => {
  test('lies between 0 and 1', () => {
    for (const value of ['0', '1', '50%', '0.5', '100%', '1 - 5%']) expect(said(probability(value))).toEqual([]);
    for (const value of ['-0.1', '1.1', '101%', '-5%']) expect(only(probability(value)).message).toMatch(/^a share lies between 0 and 100%/);
    expect(only(probability('99'))).toMatchObject({ suggestion: '99%', path: 'shocks.s.probability' });
  });

  test('that is an availability lies strictly between', () => {
    for (const value of ['0', '1', '100%', '-1%', '99.9']) expect(only(withFailure(`availability: ${value}, mttr: 1 h`)).message).toMatch(/strictly between/);
  });
});

describe('a whole number', () => {
  test('may be an expression that is whole but for rounding', () => {
    expect(clean(withService('replicas: 0.1 * 30')).services[0].placement).toHaveLength(3);
    expect(clean(withService('replicas: 3.0000000001')).services[0].placement).toHaveLength(3);
    for (const value of ['0', '-1', '2.5', '5/2', '3.00001', '1e300']) expect(only(withService(`replicas: ${value}`)).message).toMatch(/^needs a whole number, 1 or more/);
  });

  test('of years may have its unit', () => {
    for (const value of ['10000', '10000 years', '10^4']) expect(clean(`${BASE}simulation: { years: ${value} }`).simulation.years).toBe(10000);
    for (const value of ['0', '1.5', '1 day', '5 GB']) expect(only(`${BASE}simulation: { years: ${value} }`).message).toMatch(/^needs a whole number of years/);
  });
});

describe('a seed', () => {
  test('is a number or a word, and kept as text', () => {
    const seed = (value: string) => clean(`${BASE}simulation: { seed: ${value} }`).simulation.seed;
    expect([seed('1'), seed('review-7'), seed('"007"'), seed('12345678901234567890')]).toEqual(['1', 'review-7', '007', '12345678901234567890']);
    expect(only(`${BASE}simulation: { seed: true }`).severity).toBe('error');
  });
});

describe('a distribution', () => {
  test.each([
    ['exponential(5 min)', { kind: 'exponential', mean: 300 }],
    ['constant(5 min)', { kind: 'constant', value: 300 }],
    ['uniform(0, 5 min)', { kind: 'uniform', min: 0, max: 300 }],
    ['triangular(1 s, 2 s, 2 s)', { kind: 'triangular', min: 1, mode: 2, max: 2 }],
    ['lognormal(45 min, 4 h)', { kind: 'lognormal', median: 2700, p95: 14400 }],
    ['weibull(1.5, 1 h)', { kind: 'weibull', shape: 1.5, mean: 3600 }],
    ['gamma(2, 1 h)', { kind: 'gamma', shape: 2, mean: 3600 }],
    ['empirical(1 s, 3 s, 2 s)', { kind: 'empirical', values: [1, 3, 2] }],
    ['5 min', { kind: 'exponential', mean: 300 }],
  ])('%j is read', (text, expected) => {
    expect(clean(mttr(`'${text}'`)).components[0].failures[0].down).toEqual(expected);
  });

  test('bare is exponential in mtbf and mttr, and constant everywhere else', () => {
    const model = clean(withService('replicas: 2, mode: active-passive, failover: { detect: 5 s, false-positive: { mtbf: 1 year } }'));
    expect(model.components[0].failures[0]).toMatchObject({ up: { kind: 'exponential' }, down: { kind: 'exponential' } });
    expect(model.services[0].failover).toMatchObject({ detect: { kind: 'constant', value: 5 }, falsePositive: { kind: 'exponential', mean: 31557600 } });
  });

  test.each([
    ['uniform(5 s, 1 s)', "in 'uniform' the min is above the max"],
    ['triangular(1 s, 5 s, 3 s)', "in 'triangular' the mode is above the max"],
    ['lognormal(4 h, 2 h)', "in 'lognormal' the median is above the p95"],
    ['lognormal(0, 2 h)', "the median of 'lognormal' has to be above 0"],
    ['weibull(0, 2 h)', "the shape of 'weibull' has to be between 0.05 and 1000"],
    ['gamma(-1, 2 h)', "the shape of 'gamma' has to be between 0.05 and 1000"],
    ['weibull(2 h, 2)', "the shape of 'weibull' needs a plain number, got a time"],
    ['gamma(2, 0)', "the mean of 'gamma' has to be above 0"],
    ['uniform(-1 s, 2 s)', "the min of 'uniform' cannot be negative"],
    ['uniform(1 s)', "'uniform' is written 'uniform(min, max)', got 1 value"],
    ['empirical()', "'empirical' is written 'empirical(t1, t2, …)', got 0 values"],
    ['exponential(5)', "the mean of 'exponential' needs a time such as '30 s', '5 min', '4 h' or '2 days', got the plain number 5"],
    ['lognormal(1 us, 1000 years)', "'lognormal': p95 must not exceed 10 million times the median"],
    ['2 * uniform(1 s, 2 s)', "a distribution is a whole value by itself: 'uniform(…)' cannot be part of an expression"],
  ])('%j is wrong, and says how', (text, message) => {
    expect(only(mttr(`'${text}'`)).message).toBe(message);
  });

  test('that is misspelt is unknown, with the nearest', () => {
    expect(only(mttr("'lognorml(1 s, 2 s)'")).message).toMatch(/^unknown function 'lognorml' .*: did you mean 'lognormal'\?$/);
  });

  test('cannot stand where one fixed time is needed', () => {
    expect(only(withService("replicas: 3, health-check: { interval: 'uniform(1 s, 2 s)' }")).message).toBe("needs a time such as '30 s', '5 min', '4 h' or '2 days', got the distribution 'uniform(1 s, 2 s)'");
  });
});

describe('a failure mode', () => {
  test('has a time between failures above 0', () => {
    for (const value of ['0', '0 s', 'constant(0 s)', "'uniform(0, 0)'", 'empirical(0 s)']) {
      expect(only(withFailure(`mtbf: ${value}, mttr: 1 s`)).message).toBe('the time between failures has to be above 0');
    }
  });

  test('may give its availability in place of its mtbf', () => {
    const failure = clean(withFailure('availability: 99%, mttr: 1 h')).components[0].failures[0];
    expect(failure.up.kind).toBe('exponential');
    expect(failure.up.kind === 'exponential' && failure.up.mean).toBeCloseTo(99 * 3600, 6);
    expect(clean(withFailure("availability: 90%, mttr: 'uniform(1 h, 3 h)'")).components[0].failures[0].up).toMatchObject({ mean: expect.closeTo(18 * 3600, 6) as number });
  });

  test('gives exactly one of the two', () => {
    expect(only(withFailure('mtbf: 1 day, availability: 99%, mttr: 1 h'))).toMatchObject({ message: "needs exactly one of 'mtbf' and 'availability'", path: 'components.server.failures.crash.availability' });
    expect(only(withFailure('availability: 99%, mttr: 0')).message).toMatch(/needs an 'mttr' above 0/);
  });
});

describe('too many expressions', () => {
  test('are refused: reading each takes time', () => {
    const components = Array.from({ length: 5_001 }, (_, i) => `  c${i}: { restart: ${i} s }\n`).join('');
    const errors = said(`${BASE.replace('components:', `components:\n${components.trimEnd()}`)}`).filter((line) => line.startsWith('error'));
    expect(errors.every((line) => line.includes('too many different expressions'))).toBe(true);
    expect(errors.length).toBeGreaterThan(0);
  });
});
