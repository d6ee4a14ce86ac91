import { describe, expect, test } from 'vitest';
import { checkModel, expandModel, ModelError, parseModel, type ParsedModel } from '../../src/model/index.ts';
import { DISASTERS, gallery } from './gallery.ts';
import { BASE, SITED, withService } from './helpers.ts';

/** What a model means: all but the text that it was read from, and what was assumed, as the expanded model says it. */
function meaning(model: ParsedModel): ParsedModel {
  return { ...model, sha256: '', words: [], warnings: [], assumptions: [] };
}

describe('the expanded model', () => {
  test.each(gallery())('of %s reads as the same model', (_, text) => {
    const model = parseModel(text, { file: 'm.yaml' });
    const expanded = expandModel(text, { file: 'm.yaml' });
    expect(meaning(parseModel(expanded, { file: 'm.yaml' }))).toEqual(meaning(model));
    expect(expandModel(expanded, { file: 'm.yaml' })).toBe(expanded);
  });

  test.each(gallery())('of %s gives no warnings that the model did not, but for parameters that it has replaced', (_, text) => {
    const count = (of: string) => checkModel(of).diagnostics.filter(({ message }) => !message.startsWith('nothing uses the parameter')).length;
    expect(count(expandModel(text))).toBeLessThanOrEqual(count(text));
  });

  test('has presets and defaults written out', () => {
    const expanded = expandModel(withService('replicas: 2, mode: active-passive, standby: warm'));
    for (const line of ['promote: 5 min', 'running-cost: 50%', 'success: 100%', 'retry: 15 min', 'failback: never', 'currency: USD', 'error-rate: 5%', 'warm-up: 1 year']) expect(expanded).toContain(line);
    expect(expanded).not.toContain('standby');
  });

  test('has parameters replaced by their values, in readable units', () => {
    const text = `${BASE.replace('30 days', 't * 2')}parameters: { t: 18 months }`;
    expect(expandModel(text)).toContain('mtbf: 3 years');
    expect(expandModel(text, { set: { t: '10 days' } })).toContain('mtbf: 20 days');
    expect(expandModel(text, { set: { t: '10 days' } })).toContain('t: 10 days');
  });

  test('has services as they are written, not their copies, and quantities of data and money as people write them', () => {
    const expanded = expandModel(DISASTERS);
    for (const line of ['size: 500 GB', 'change-rate: 20 GB/day', 'cost: 0.08 EUR/GB/month', 'backup-rate: 300 MB/s', 'transfer-cost: 0.02 EUR/GB', 'cost: 100 EUR/month', 'for: 1 day', 'after: 10 min', 'size: 0 B']) expect(expanded).toContain(line);
    expect(expanded).not.toMatch(/@.*:$|strategy|standby/m);
    // A service in sites has no place of its own: it would be shared by all sites.
    expect(expanded).toMatch(/ {2}web:\n {4}component: server\n {4}replicas: 2\n {4}mode/);
  });

  test('says how long an experiment lasts where that is the same for all that it strikes', () => {
    const text = `${SITED}experiments: { one: { fail: eu }, two: { fail: [eu, db.active] }, three: { fail: [eu, us], corrupt: db } }\n`;
    expect(expandModel(text)).toMatch(/one:\n {4}fail: eu\n {4}for: exponential\(4 h\)\n {4}data: kept\n {2}two:\n {4}fail:\n {6}- eu\n {6}- db.active\n {4}after: 0 s\n {4}data: kept\n {2}three:\n {4}fail:\n {6}- eu\n {6}- us\n {4}corrupt: db\n {4}for: exponential\(4 h\)/);
  });

  test('of a model with errors is a ModelError', () => {
    expect(() => expandModel('nines: 2')).toThrow(ModelError);
  });
});
