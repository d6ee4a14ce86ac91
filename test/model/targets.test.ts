import { describe, expect, test } from 'vitest';
import { expandModel, parseModel } from '../../src/model/index.ts';
import { at, only, said } from './helpers.ts';

const REGIONS = `nines: 1
domains: { eu: { kind: region, failures: { outage: { mtbf: 8 years, mttr: 4 h } }, domains: { eu-a: { kind: zone } } } }
components: { server: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } } }
services: { web: { component: server, in: eu-a } }
`;

describe('targets by kind of disruption', () => {
  const rto = `${REGIONS}targets: { rto: { component: 1 min, region: 1 h, default: 10 min }, rpo: 5 min }\n`;

  test('are read in the order in which they are written, beside a figure for all', () => {
    expect(parseModel(rto).targets).toMatchObject({
      rtoSeconds: null,
      rpoSeconds: 300,
      byKind: [
        { target: 'rto', kind: 'component', goalSeconds: 60 },
        { target: 'rto', kind: 'region', goalSeconds: 3600 },
        { target: 'rto', kind: 'default', goalSeconds: 600 },
      ],
    });
    expect(said(rto)).toEqual([]);
  });

  test('are printed as they are read', () => {
    expect(parseModel(expandModel(rto)).targets).toEqual(parseModel(rto).targets);
  });

  test('name a kind that there is, or the nearest is said', () => {
    const text = `${REGIONS}targets: { rto: { regoin: 1 h } }`;
    expect(only(text)).toMatchObject({ severity: 'error', ...at(text, 'regoin'), path: 'targets.rto.regoin', suggestion: 'region' });
    expect(only(text).message).toMatch(/^no kind of disruption 'regoin': there are 'component', .*and the kinds of the model's domains: 'region', 'zone'/);
    expect(only(`${REGIONS}targets: { rto: {} }`)).toMatchObject({ severity: 'error', path: 'targets.rto', suggestion: 'rto: 15 min' });
  });

  test.each([
    ['zone', "give one of them 'failures', or an experiment that fails it"],
    ['data', "say 'data: lost' where a failure destroys data, or let an experiment corrupt some"],
    ['shock', "describe them under 'shocks'"],
  ])('are suspicious for a %s, of which the model has nothing that fails', (kind, advice) => {
    const text = `${REGIONS}targets: { rto: { ${kind}: 1 h } }`;
    expect(only(text)).toMatchObject({ severity: 'warning', path: `targets.rto.${kind}` });
    expect(only(text).message).toBe(`nothing in this model is of the kind '${kind}': no failure and no experiment, so that its target stays undecided; ${advice}`);
  });

  test('are not, where an experiment fails one', () => {
    expect(said(`${REGIONS}targets: { rto: { zone: 1 h } }\nexperiments: { z: { fail: eu-a, for: 1 h } }`)).toEqual([]);
  });

  test('want a time each', () => {
    const text = `${REGIONS}targets: { rto: { region: 3 } }`;
    expect(only(text)).toMatchObject({ severity: 'error', path: 'targets.rto.region' });
  });
});
