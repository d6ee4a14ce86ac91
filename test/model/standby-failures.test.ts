import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../src/model/features.ts';
import { expandModel, parseModel } from '../../src/model/index.ts';
import { only, said } from './helpers.ts';

const model = (component: string, service: string) => `nines: 1
components: { db: { failures: { crash: { mtbf: 30 days, mttr: 1 h } }${component} } }
services: { db: { component: db, replicas: 2, ${service} } }
`;
const shareOf = (text: string) => parseModel(text).services[0].standbyFailures;
const uses = (text: string) => featuresOf(parseModel(text)).has('standby-failures');

describe('how often a standby fails', () => {
  test('is said by its service, else by its component, else by its temperature', () => {
    expect(shareOf(model(', standby-failures: 30%', 'mode: active-passive, standby: cold, standby-failures: 5%'))).toBe(0.05);
    expect(shareOf(model(', standby-failures: 30%', 'mode: active-passive, standby: cold'))).toBe(0.3);
    expect(shareOf(model('', 'mode: active-passive, standby: cold'))).toBe(0);
    expect(shareOf(model('', 'mode: active-passive'))).toBe(1);
  });

  test('is a feature of a model where some standby fails less than an active, and only there', () => {
    expect(uses(model('', 'mode: active-passive, standby: cold'))).toBe(true);
    expect(uses(model('', 'mode: active-passive, standby: cold, standby-failures: 100%'))).toBe(false);
    expect(uses(model(', standby-failures: 30%', 'mode: active-passive'))).toBe(true);
  });

  test('is printed where it is not what it would be unsaid, and reads as the same model', () => {
    for (const text of [model('', 'mode: active-passive, standby: cold'), model(', standby-failures: 30%', 'mode: active-passive, standby-failures: 5%')]) {
      expect(shareOf(expandModel(text))).toBe(shareOf(text));
      expect(uses(expandModel(text))).toBe(true);
    }
    expect(expandModel(model('', 'mode: active-passive, standby: hot'))).not.toContain('standby-failures');
  });

  test('means nothing of a component of which none stands by, which is said', () => {
    expect(only(model(', standby-failures: 30%', 'required: 2'))).toMatchObject({ severity: 'warning', path: 'components.db.standby-failures' });
  });

  test('is refused of a service without standbys, and of one whose members are sites', () => {
    expect(said(model('', 'standby-failures: 30%')).join()).toContain("'standby-failures' belongs to mode active-passive");
    const sites = `nines: 1\ndomains: { a: { kind: region }, b: { kind: region } }\ncomponents: { db: { failures: { crash: { mtbf: 30 days, mttr: 1 h } } } }
services: { shop: { of: db, sites: region, mode: active-passive, standby-failures: 30% }, db: { component: db } }\n`;
    expect(said(sites).join()).toContain("'standby-failures' does not belong beside 'of' and 'sites': it is said of replicas");
  });
});
