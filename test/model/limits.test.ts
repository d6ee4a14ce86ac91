import { describe, expect, test } from 'vitest';
import { MODEL_LIMITS } from '../../src/model/resolve/limits.ts';
import { at, BASE, only, said } from './helpers.ts';

/** Services of which `body` says what each depends on, and a leaf with members. */
function services(count: number, body: (i: number) => string): string {
  const lines = Array.from({ length: count }, (_, i) => `  s${i}: { ${body(i)} }`);
  return `nines: 1\ncomponents: { c: }\nservices:\n${lines.join('\n')}\n  leaf: { component: c }\nentry: s0\n`;
}

const next = (i: number, count: number) => (i === count - 1 ? 'leaf' : `s${i + 1}`);
const tooLarge = /^the model is too large to run: its dependencies, written out, name \S+ services \(a wanted one again wherever it is wanted\), at most 1,000,000$/;

function timed<T>(action: () => T): T {
  const start = process.cpuUsage();
  const result = action();
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  return result;
}

describe('what is too large is refused before anything runs', () => {
  test('services', () => {
    const text = services(MODEL_LIMITS.services, () => 'component: c');
    expect(timed(() => only(text))).toMatchObject({ message: 'the model is too large to run: 2001 services, at most 2000', path: 'services.leaf' });
    expect(said(services(MODEL_LIMITS.services - 1, () => 'component: c')).every((line) => line.startsWith('warning'))).toBe(true);
  });

  test('a chain of wants', () => {
    expect(timed(() => said(services(800, (i) => `component: c, wants: { ${next(i, 800)}: 50% }`)))).toEqual([]);
    expect(timed(() => only(services(1500, (i) => `component: c, wants: { ${next(i, 1500)}: 50% }`)))).toMatchObject({ path: 'services.s0', message: expect.stringMatching(tooLarge) });
  });

  test('wants that fork and meet again, a few, and more than could ever be counted', () => {
    const fork = (steps: number) => services(3 * steps, (i) =>
      i % 3 === 0
        ? `component: c, wants: { s${i + 1}: 50%, s${i + 2}: 50% }`
        : `component: c, wants: { ${next(i - (i % 3) + 2, 3 * steps)}: 50% }`,
    );
    expect(timed(() => said(fork(14)))).toEqual([]);
    expect(timed(() => only(fork(30))).message).toMatch(tooLarge);
    expect(timed(() => only(fork(600))).message).toMatch(/name 1.99e\+182 services/);
  });

  test('wants behind needs', () => {
    const text = (count: number) => services(count, (i) => `needs: [${next(i, count)}], wants: { w: 50% }`).replace('entry:', `  w: { needs: [leaf] }\nentry:`);
    expect(timed(() => said(text(500)))).toEqual([]);
    expect(timed(() => only(text(900))).message).toMatch(tooLarge);
  });

  test('a circle is an error by itself, however large', () => {
    expect(timed(() => only(services(1500, (i) => `wants: { ${i === 1499 ? 's0' : `s${i + 1}`}: 50%, leaf: 50% }`))).message).toMatch(/in a circle/);
  });

  test('years and warm-up', () => {
    const text = `${BASE}simulation: { years: 1e15, warm-up: 1001 years }\n`;
    expect(said(text)).toEqual([
      `error 6:22 simulation.years: the model is too large to run: ${(1e15).toString()} years, at most 1,000,000,000`,
      'error 6:37 simulation.warm-up: the model is too large to run: a warm-up of 1,001 years, at most 1,000',
    ]);
    expect(said(`${BASE}simulation: { years: 1e9, warm-up: 1000 years }\n`)).toEqual([]);
  });
});

describe('what multiplies is counted as it multiplies', () => {
  const shock = (members: number) => `nines: 1\ncomponents: { c: }\nshocks: { s: { mtbf: 1 h, mttr: 1 s, hits: w } }\nservices: { w: { component: c, replicas: ${members} } }\n`;

  test('every member that a shock strikes', () => {
    expect(only(shock(20_000)).message).toMatch(/^the model is too large to run: about 17[\d,]+ failures a year, with every member that a shock strikes/);
    expect(said(shock(1_000))).toEqual([]);
  });

  test('promotions that are tried again', () => {
    const retry = (keys: string) => BASE.replace('replicas: 3', `replicas: 2, mode: active-passive, failover: { ${keys} }`);
    expect(only(retry('success: 1e-12, retry: 1e-9 s')).message).toMatch(/too large to run: about .* every retry/);
    expect(said(retry('success: 50%, retry: 1 s'))).toEqual([]);
    // Fifty services whose repairs are as short as their retries, and which fail once a month.
    const many = Array.from({ length: 50 }, (_, i) => `  s${i}: { component: server, replicas: 2, mode: active-passive, failover: { success: 99%, retry: 1 s } }`).join('\n');
    expect(said(`${BASE.replace('5 min', '1 s').split('\n').slice(0, 4).join('\n')}\n${many}\nentry: s0\n`).filter((line) => line.startsWith('error'))).toEqual([]);
    expect(said(retry('success: 0%, retry: 15 min')).every((line) => line.startsWith('warning'))).toBe(true);
  });

  test('backups that are kept', () => {
    const backup = (keys: string) => BASE.replace('replicas: 3', `data: { size: 1 GB }, backup: { restore-rate: 1 GB/s, ${keys} }`);
    expect(only(backup('full: 1 s, restorable: 50%, retention: 10000 years'))).toMatchObject({ path: 'services.web.backup.retention', message: expect.stringMatching(/backups kept at once, at most 10,000,000/) });
    expect(said(backup('full: 1 day, incremental: 1 h, retention: 100 years'))).toEqual([]);
  });

  test('the time of an experiment', () => {
    const experiment = (keys: string) => `${BASE}experiments: { x: { fail: web, ${keys} } }\n`;
    expect(only(experiment('for: 1e9 years'))).toMatchObject({ path: 'experiments.x.for', message: 'the model is too large to run: an experiment over 1,000,000,000 years, at most 1,000' });
    expect(said(experiment('for: 100 years'))).toEqual([]);
  });
});

test('an error rate of 100% is suspicious', () => {
  const text = `${BASE}sla: { error-rate: 100% }\n`;
  expect(only(text)).toEqual({ severity: 'warning', message: 'with an error rate of 100% nothing ever counts as down: it is the share of failing requests from which on it does, as in \'error-rate: 1%\'', ...at(text, '100%'), path: 'sla.error-rate', suggestion: null });
  expect(said(`${BASE}sla: { error-rate: 99% }\n`)).toEqual([]);
});

test('a misspelt part of a word suggests the word', () => {
  const mode = (word: string) => only(BASE.replace('replicas: 3', `replicas: 3, mode: ${word}`)).suggestion;
  expect(mode('actve')).toBe('active-active');
  expect(mode('active')).toBe('active-active');
  expect(mode('pasive')).toBe('active-passive');
  expect(mode('leader')).toBeNull();
});
