import { describe, expect, test } from 'vitest';
import { checkModel } from '../../src/model/index.ts';
import { documentShape } from '../../src/model/language/index.ts';
import { laterIn } from '../../src/model/language/later.ts';
import { allShapes } from '../../src/model/language/lookup.ts';
import { CHOICES, KEYS } from '../../src/model/language/synonyms.ts';
import { BASE, only, withFailure, withService } from './helpers.ts';

describe('a word of the field leads to the word of the language by its meaning', () => {
  test.each([
    ['depends-on: [db]', 'needs'], ['dependsOn: [db]', 'needs'], ['requires: [db]', 'needs'], ['instances: 3', 'replicas'], ['count: 3', 'replicas'],
    ['readiness-probe: { interval: 10 s }', 'health-check'], ['livenessProbe: 10 s', 'health-check: { interval: 10 s }'], ['multi-az: true', 'across: zone'],
    ['zone: a', 'in'], ['zones: [a, b]', 'in'], ['snapshots: daily', 'backup: { full: 1 day }'], ['quorum: 2', 'required'], ['retries: 3', 'retry'], ['mode: raft', 'quorum'],
    ['mode: primary-replica', 'active-passive'], ['mode: master-slave', 'active-passive'], ['mode: N+1', 'active-active'], ['mode: multi-master', 'active-active'],
  ])('%s of a service to %s', (typed, meant) => {
    expect(only(withService(typed)).suggestion).toBe(meant);
  });

  test.each([
    ['slo: 99.9%', 'targets: { availability: 99.9% }'], ['slo: { rto: 5 min }', 'targets'], ['zones: { a: }', 'domains'], ['variables: { a: 1 }', 'parameters'], ['chaos: { x: web }', 'experiments'],
  ])('%s of the document to %s', (typed, meant) => {
    expect(only(`${BASE}${typed}\n`).suggestion).toBe(meant);
  });

  test('elsewhere it says where', () => {
    expect(only(withFailure('mtbf: 1 day, mttr: 1 s, max-surge: 1')).message).toBe("unknown key 'max-surge' in a failure mode: 'deploy' says that, and belongs in a service");
    expect(only(withFailure('mtbf: 1 day, mttr: 1 s, hpa: 1')).message).toBe("'hpa' is 'autoscale' here, which is not supported by this version of nines yet: replacing members automatically");
    expect(only(`${BASE}afr: 2%\n`).message).toBe("unknown key 'afr' in a model: 'mtbf' says that, and belongs in a failure mode");
    expect(only(BASE.replace('5 min } } }', '5 min } }, afr: 2% }')).suggestion).toBe('failures: { outage: { mtbf: 50 years, mttr: 1 h } }');
    expect(only(`${BASE}targets: { rtoo: 5 min }\n`).message).toBe("unknown key 'rtoo' in 'targets': did you mean 'rto'?");
    expect(only(`${BASE}targets: { foo: 5 min }\n`).message).toBe("unknown key 'foo' in 'targets'");
  });

  test('a word is of the field before it is a slip of another, and its value comes with it only where it says the same', () => {
    expect(only(withService('slo: 99.9%')).message).toBe("unknown key 'slo' in a service: 'targets' says that, and belongs in a model");
    expect(only(withService('min: 2')).suggestion).toBe('required');
    expect(only(withService('size: 500 GB')).suggestion).toBe('data: { size: 500 GB }');
    expect(only(withService('size: 3')).suggestion).toBe('replicas');
    expect(only(withService('required: 75%')).message).toMatch(/it is a count, and not a share$/);
    // A time between failures is no number of failures in a time, and a bare number is one only where the word says a year.
    const replaced = (typed: string) => checkModel(withFailure(`${typed}, mttr: 1 s`)).diagnostics.find(({ message }) => message.startsWith('unknown key'))?.suggestion;
    expect(['mttf: 60 days', 'mttf: 1000', 'fit: 500', 'rate: 3 / year', 'failures-per-year: 3', 'afr: 0.02'].map(replaced))
      .toEqual(['mtbf', 'mtbf', 'mtbf', 'mtbf: 1 year / 3', 'mtbf: 1 year / 3', 'mtbf: 50 years']);
    const data = withService('data: { size: 5 GB }, backup: { restore-rate: 1 GB/s, daily: true }');
    expect(checkModel(data).diagnostics.map(({ suggestion }) => suggestion)).toContain('full: 1 day');
  });

  test('every row of the tables leads to a word that there is', () => {
    const keys = new Set(allShapes().flatMap((shape) => Object.keys(shape.keys)));
    for (const [key] of KEYS) expect(keys.has(key) || laterIn('', key) !== undefined, key).toBe(true);
    const choices = JSON.stringify(allShapes().map(({ keys: all }) => Object.values(all).map(({ kind }) => (kind.type === 'choice' ? Object.keys(kind.words) : kind.type === 'either' && kind.scalar.type === 'choice' ? Object.keys(kind.scalar.words) : []))));
    for (const [choice] of CHOICES) expect(choices, choice).toContain(`"${choice}"`);
  });

  test('a right key is never called by another', () => {
    for (const [key, words] of KEYS) for (const word of words.split(' ')) expect(word, `${key}: ${word}`).not.toBe(key);
    expect(Object.keys(documentShape.keys).length).toBeGreaterThan(10);
  });
});
