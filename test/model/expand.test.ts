import { describe, expect, test } from 'vitest';
import { checkModel, expandModel, ModelError, parseModel, type ParsedModel } from '../../src/model/index.ts';
import { gallery } from './gallery.ts';
import { BASE, withService } from './helpers.ts';

/** What a model means: all but the text that it was read from. */
function meaning(model: ParsedModel): ParsedModel {
  return { ...model, sha256: '', warnings: [] };
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

  test('of a model with errors is a ModelError', () => {
    expect(() => expandModel('nines: 2')).toThrow(ModelError);
  });
});
