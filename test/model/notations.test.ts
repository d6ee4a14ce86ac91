import { describe, expect, test } from 'vitest';
import { BASE, clean, only, withFailure, withService } from './helpers.ts';

const PASSIVE = 'replicas: 2, mode: active-passive';

/** What is suggested for a failure mode's time of repair, and whether the model with it is read. */
function mttr(text: string): string | null {
  const { suggestion } = only(withFailure(`mtbf: 90 years, mttr: ${text}`));
  if (suggestion !== null) clean(withFailure(`mtbf: 90 years, mttr: ${suggestion}`));
  return suggestion;
}

describe('a number in a notation that people use gets the right one, which can be read', () => {
  test.each([
    ['1,000 h', '1000 h'], ['1,000,000 s', '1000000 s'], ["'1,000 h'", '1000 h'], ["1'000 s", '1000 s'], ['1_000 s', '1000 s'], ['1 000 s', '1000 s'],
    ['1,5 h', '1.5 h'], ["'1,5 h'", '1.5 h'], ['1 h, 30 min', '1 h + 30 min'], ['2k s', '2000 s'],
    ['1-2 s', "'uniform(1 s, 2 s)'"], ['60-120 s', "'uniform(60 s, 120 s)'"], ['5 min - 10 min', "'uniform(5 min, 10 min)'"], ['5..10 min', "'uniform(5 min, 10 min)'"],
    ['1 to 2 h', "'uniform(1 h, 2 h)'"], ['5 min ± 1 min', "'uniform(4 min, 6 min)'"],
    ['~5 min', '5 min'], ['< 5 min', '5 min'], ['about 5 min', '5 min'], ['PT5M', '5 min'], ["'00:05:00'", '5 min'], ['1h30m', '1 h 30 min'],
    ['five minutes', '5 minutes'], ['instant', '0 s'], ['daily', '1 day'],
  ])('%s as %s', (typed, meant) => {
    expect(mttr(typed)).toBe(meant);
  });

  test.each([
    ['mtbf: 3 per year', '1 year / 3'], ['mtbf: 3/year', '1 year / 3'], ['mtbf: once a year', '1 year'], ['mtbf: 2%', '50 years'], ['mtbf: 2%/year', '50 years'],
    ['rate: 3 per year', 'mtbf: 1 year / 3'], ['rate: 3/year', 'mtbf: 1 year / 3'], ['afr: 2%', 'mtbf: 50 years'], ['mtbf: 99.9%', 'availability: 99.9%'],
  ])('%s, a rate, as %s', (typed, meant) => {
    const { suggestion } = only(withFailure(`${typed}, mttr: 1 h`));
    expect(suggestion).toBe(meant);
    clean(withFailure(`${meant.includes(':') ? meant : `mtbf: ${meant}`}, mttr: 1 h`));
  });

  test('in money, shares and years', () => {
    const cost = (typed: string) => only(BASE.replace('5 min } } }', `5 min } }, cost: ${typed} }`)).suggestion;
    expect(['$5/h', '5 per hour', '5 USD per hour', '$1,000/month'].map(cost)).toEqual(['5 USD/h', '5 USD/h', '5 USD/h', '1000 USD/month']);
    const availability = (typed: string) => only(`${BASE}targets: { availability: ${typed} }\n`).suggestion;
    expect(['99,95%', 'three nines', '">= 99.9%"', '99.95'].map(availability)).toEqual(['99.95%', '99.9%', '99.9%', '99.95%']);
    expect(only(`${BASE}simulation: { years: 10,000 }\n`).suggestion).toBe('10000');
    expect(only(`${BASE}simulation: { years: 10k }\n`).suggestion).toBe('10000');
    expect(only(BASE.replace('services:', 'parameters: { a: 1,000 }\nservices:').replace('replicas: 3', 'replicas: a')).suggestion).toBe('1000');
  });

  test('a range where one time is needed is its end', () => {
    expect(only(`${BASE}targets: { rto: 5-10 min }\n`)).toMatchObject({ suggestion: '10 min', message: "'5-10 min': one time is needed here, not a range: write '10 min'" });
  });

  test('a person is the time that people take', () => {
    const { message, suggestion } = only(withService(`${PASSIVE}, failover: { decide: on-call }`));
    expect(suggestion).toBe("'lognormal(5 min, 20 min)'");
    expect(message).toMatch(/^'on-call': a time is needed here, the time that people take/);
    expect(only(withService('replicas: N+1')).message).toMatch(/n \+ 1 is 'required: n' of 'replicas: n \+ 1'/);
  });

  test('arithmetic stays arithmetic', () => {
    clean(withFailure('mtbf: 30 days, mttr: 10 min - 5 min'));
    clean(withFailure('mtbf: 1 year / 3, mttr: 1 h 30 min'));
  });
});

describe('a value where a map is needed gets the map, which can be read', () => {
  test.each([
    ['failover: 60-120 s', "{ promote: 'uniform(60 s, 120 s)' }"], ['failover: 60 s', '{ promote: 60 s }'], ['failover: automatic', '{ detect: 30 s, promote: 30 s }'],
    ['failover: manual', "{ decide: 'lognormal(5 min, 20 min)' }"],
    ['replication: sync', '{ mode: sync }'], ['replication: asynchronous', '{ mode: async }'], ['replication: 5 s', '{ mode: async, lag: 5 s }'],
    ['data: 500 GB', '{ size: 500 GB }'], ['data: 500', '{ size: 500 GB }'],
    ['health-check: 10 s', '{ interval: 10 s }'], ['health-check: true', '{ interval: 10 s }'],
    ['false-positive: 1 year', '{ mtbf: 1 year }'],
  ])('%s as %s', (typed, map) => {
    const key = typed.slice(0, typed.indexOf(':'));
    // A member's data without backups is another matter.
    const keys = (value: string) => withService(`${PASSIVE}, ${key === 'data' ? 'replication: { mode: sync }, ' : ''}${value}`);
    expect(only(keys(typed))).toMatchObject({ severity: 'error', path: `services.web.${key}`, suggestion: map });
    clean(keys(`${key}: ${map}`));
  });

  test('of backups, failures, targets, agreements, experiments', () => {
    const backup = (value: string) => withService(`replicas: 1, data: { size: 1 GB }, backup: ${value}`);
    expect(['nightly', '1 day', 'hourly', 'true'].map((value) => only(backup(value)).suggestion)).toEqual(['{ full: 1 day }', '{ full: 1 day }', '{ full: 1 h }', '{ full: 1 day }']);
    expect(only(BASE.replace('{ mtbf: 30 days, mttr: 5 min }', '99.9%')).suggestion).toBe('{ availability: 99.9%, mttr: 1 h }');
    expect(only(`${BASE}targets: 99.9%\n`)).toMatchObject({ suggestion: '{ availability: 99.9% }', message: "needs a map of the keys of 'targets', got '99.9%': write '{ availability: 99.9% }'" });
    expect(only(`${BASE}targets: 15 min\n`).suggestion).toBe('{ rto: 15 min }');
    expect(only(`${BASE}losses: 100 USD/h\n`).suggestion).toBe('{ downtime: 100 USD/h }');
    expect(only(`${BASE}sla: 99.9%\n`).suggestion).toBe('targets: { availability: 99.9% }');
    expect(only(`${BASE}sla: 5%\n`).suggestion).toBe('{ error-rate: 5% }');
    expect(only(`${BASE}experiments: { x: web }\n`).suggestion).toBe('{ fail: web }');
    expect(only(BASE.replace(/services:[^]*/, 'services:\n  - name: web\n    component: server\n')).message).toMatch(/write 'web: { … }' in place of '- name: web'$/);
  });

  test('needs with shares are wants, and no entry is missing', () => {
    const text = BASE.replace('replicas: 3', 'replicas: 3, needs: { pay: 80% }') + '  pay: { component: server }\n';
    expect(only(text)).toMatchObject({ path: 'services.web.needs', suggestion: 'wants: { pay: 80% }' });
    clean(text.replace('needs: { pay: 80% }', 'wants: { pay: 80% }'));
  });
});
