import { describe, expect, test } from 'vitest';
import { expandModel, parseModel } from '../../src/model/index.ts';
import { only, said } from './helpers.ts';

const shock = (keys: string) => `nines: 1
domains: { r: { kind: region, domains: { a: { kind: zone }, b: { kind: zone } } }, web: { kind: region } }
components: { server: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } } }
services: { web: { component: server, replicas: 2, in: r, across: zone } }
shocks: { cooling: { mtbf: 5 years, mttr: 8 h, ${keys} } }
simulation: { years: 10 }
`;
const errors = (text: string) => said(text).filter((line) => line.startsWith('error'));

describe('what a shock hits', () => {
  test('may be domains, services, or both; what is called like both is the service', () => {
    expect(parseModel(shock('hits: [a, b], probability: 40%')).shocks[0]).toMatchObject({ hits: [], domains: [1, 2], probability: 0.4 });
    const { shocks, words } = parseModel(shock('hits: [web, a]'));
    expect([shocks[0].hits, shocks[0].domains, words.includes('shock.hits=domain')]).toEqual([[0], [1], true]);
    expect(parseModel(shock('hits: web')).words).not.toContain('shock.hits=domain');
  });

  test('is printed by its names, and read again', () => {
    const text = shock('hits: [web, a], probability: 40%');
    expect(parseModel(expandModel(text)).shocks).toEqual(parseModel(text).shocks);
  });

  test('holds no domain within another one, and each once', () => {
    expect(errors(shock('hits: [r, a]'))).toEqual([expect.stringContaining("shocks.cooling.hits[1]: 'a' lies in 'r', which this shock hits as well")]);
    expect(errors(shock('hits: [a, r]'))).toEqual([expect.stringContaining("shocks.cooling.hits[1]: 'a' lies in 'r'")]);
    expect(said(shock('hits: [a, a]')).filter((line) => line.includes('hits'))).toEqual([expect.stringMatching(/^warning .*listed twice/)]);
    expect(errors(shock('hits: []'))).toEqual([expect.stringContaining('at least one service, or domain')]);
  });

  test('that is nothing, or a kind of domain, is told so', () => {
    expect(errors(shock('hits: [webb]'))).toEqual([expect.stringContaining("unknown service 'webb'")]);
    expect(only(shock('hits: [zone]')).message).toContain('a kind of domain');
  });
});
