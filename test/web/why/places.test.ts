import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { timeInputs } from '../../../src/analysis/sensitivity/inputs.ts';
import { checkModel } from '../../../src/model/index.ts';
import { placeOf, rewriteInput, siValue } from '../../../web/why/places.ts';
import { amountOf } from '../../../web/text/amount.ts';

const MODELS = join(import.meta.dirname, '../../../models');
const read = (name: string) => readFileSync(join(MODELS, `${name}.yaml`), 'utf8');
const shop = read('web-shop');

const input = (name: string, kind: 'parameter' | 'mtbf' | 'mttr' | 'delay') => ({ name, kind });

describe('an input of the tornado', () => {
  test('is found where it stands in the text: parameters, failures of domains and components, delays of services', () => {
    const written = (name: string, kind: 'parameter' | 'mtbf' | 'mttr' | 'delay') => placeOf(shop, input(name, kind))?.written;
    expect(written('zone_mtbf', 'parameter')).toBe('2 years');
    expect(written('eu-west-1/outage mtbf', 'mtbf')).toBe('8 years');
    expect(written('eu-west-1/outage mttr', 'mttr')).toBe('lognormal(2 h, 9 h)');
    expect(written('eu-west-1a/outage mtbf', 'mtbf')).toBe('zone_mtbf');
    expect(written('postgres/crash mttr', 'mttr')).toBe('4 min');
    expect(written('db failover.detect', 'delay')).toBe('30 s');
    expect(written('web health-check.interval', 'delay')).toBe('10 s');
    expect(placeOf(shop, input('web health-check.timeout', 'delay'))).toBeNull();
    expect(placeOf(shop, input('nobody/crash mttr', 'mttr'))).toBeNull();
  });

  test('is changed there and nowhere else', () => {
    const changed = rewriteInput(shop, input('eu-west-1/outage mtbf', 'mtbf'), '4 years')!;
    expect(changed).toBe(shop.replace('outage: { mtbf: 8 years', 'outage: { mtbf: 4 years'));
    expect(checkModel(changed, { file: 'model' }).model?.domains[0].failures[0].up).toMatchObject({ mean: 4 * 31_557_600 });
  });

  test('within constant( ) or exponential( ) keeps its distribution', () => {
    const place = placeOf(shop, input('app-server/hardware mttr', 'mttr'))!;
    expect(place.amount).toMatchObject({ value: 10, unit: ' min' });
    expect(place.with({ ...place.amount!, value: 20 })).toBe('constant(20 min)');
    expect(placeOf(shop, input('db failover.promote', 'delay'))?.amount).toBeNull();
  });

  test('of a shock, of a restart, of a false positive is found by its words', () => {
    const text = 'components: { app: { restart: 2 min, failures: {} } }\nservices:\n  db: { failover: { false-positive: { mtbf: 90 days }, failback: { after: 1 h } } }\nshocks:\n  bad-deploy: { mtbf: 30 days, mttr: 20 min }\n';
    const written = (name: string, kind: 'mtbf' | 'mttr' | 'delay') => placeOf(text, input(name, kind))?.written;
    expect(written('bad-deploy mttr', 'mttr')).toBe('20 min');
    expect(written('app restart', 'delay')).toBe('2 min');
    expect(written('db false-positive mtbf', 'mtbf')).toBe('90 days');
    expect(written('db failback.after', 'delay')).toBe('1 h');
  });

  test('that is an alias, a list or missing has no place', () => {
    const text = 'parameters: { a: &x 3 s, b: *x }\ncomponents: { app: { failures: { crash: { mtbf: [1], mttr: } } } }\n';
    expect(placeOf(text, input('b', 'parameter'))).toBeNull();
    expect(placeOf(text, input('app/crash mtbf', 'mtbf'))).toBeNull();
  });

  test.each(['web-shop', 'two-region-web-shop', 'patroni', 'everything-forgotten', 'kubernetes-deployment', 'multi-az-database'])('of %s with a number in the text has the value that the model has', (name) => {
    const text = read(name);
    const { model } = checkModel(text, { file: 'model' });
    let literal = 0;
    for (const { name: of, kind, seconds } of timeInputs(model!)) {
      const amount = placeOf(text, { name: of, kind })?.amount;
      if (!amount) continue;
      literal++;
      expect(siValue(amount) / seconds, of).toBeCloseTo(1, 9);
    }
    expect(literal).toBeGreaterThan(3);
  });
});

test('amounts are read in SI', () => {
  expect(siValue(amountOf('99.5%')!)).toBeCloseTo(0.995, 12);
  expect(siValue(amountOf('0.36 USD/h')!)).toBeCloseTo(1e-4, 12);
  expect(siValue(amountOf('2 h')!)).toBe(7200);
  expect(siValue(amountOf('6')!)).toBe(6);
});
