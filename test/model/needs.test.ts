import { describe, expect, test } from 'vitest';
import { expandModel, parseModel } from '../../src/model/index.ts';
import { BASE, only, said } from './helpers.ts';

const MODEL = `${BASE.trimEnd()}
  shop: { needs: [web, { any-of: [a, b] }] }
  a: { component: server }
  b: { component: server }
entry: shop
`;

describe('one of several services', () => {
  test('is needed beside others, and in a list of one', () => {
    const { services } = parseModel(MODEL);
    expect(services.map(({ needs, anyOf }) => [needs, anyOf])).toEqual([[[], []], [[0], [[2, 3]]], [[], []], [[], []]]);
    expect(parseModel(MODEL.replace('[web, { any-of: [a, b] }]', '{ any-of: [a, b, web] }')).services[1]).toMatchObject({ needs: [], anyOf: [[2, 3, 0]] });
  });

  test('is printed as it is, and read again', () => {
    const text = expandModel(MODEL);
    expect(text).toMatch(/needs:\s*\n\s*- web\s*\n\s*- any-of:\s*\n?.*a/);
    expect(parseModel(text).services.map(({ anyOf }) => anyOf)).toEqual(parseModel(MODEL).services.map(({ anyOf }) => anyOf));
  });

  test('has to leave a choice', () => {
    expect(only(MODEL.replace('any-of: [a, b]', 'any-of: [a]').replace('  b: { component: server }\n', ''))).toMatchObject({ severity: 'error', path: 'services.shop.needs[1]', message: "'any-of' leaves no choice where it names one service: write 'a'", suggestion: 'a' });
    expect(only(MODEL.replace('needs: [web,', 'needs: [web, a,'))).toMatchObject({ severity: 'warning', path: 'services.shop.needs[2].any-of[0]' });
  });

  test('is a circle like any other', () => {
    expect(said(MODEL.replace('b: { component: server }', 'b: { component: server, needs: shop }'))).toEqual([expect.stringContaining(' services.shop.needs[1].any-of[1]: ')]);
  });

  test('misspelt is told so, and what is no service as well', () => {
    expect(only(MODEL.replace('any-of:', 'anyof:'))).toMatchObject({ path: 'services.shop.needs[1].anyof', suggestion: 'any-of' });
    expect(said(MODEL.replace('any-of: [a, b]', 'any-of: [a, bb]'))[0]).toContain("unknown service 'bb'");
  });
});

describe('a need within a zone', () => {
  const NEAR = `nines: 1
domains: { a: { kind: zone }, b: { kind: zone } }
components: { c: { failures: { crash: { mtbf: 30 days, mttr: 1 h } } } }
services:
  web: { component: c, replicas: 2, across: zone, needs: [{ service: cache, within: zone }] }
  cache: { component: c, replicas: 2, across: zone }
entry: web
`;
  const message = (from: string, to: string) => only(NEAR.replace(from, to));

  test('is of members, is printed, and read again', () => {
    const { services } = parseModel(NEAR);
    expect(services.map(({ needs, within }) => [needs, within])).toEqual([[[], [{ service: 1, kind: 'zone' }]], [[], []]]);
    expect(parseModel(expandModel(NEAR)).services).toEqual(services);
    expect(parseModel(NEAR.replace(', within: zone', '')).services[0]).toMatchObject({ needs: [1], within: [] });
  });

  test('is refused where it says nothing, or is not built, with the way out', () => {
    expect(message('service: cache, within: zone', 'within: zone')).toMatchObject({ path: 'services.web.needs[0]', message: expect.stringMatching(/give 'service' and 'within'/) });
    expect(message('cache: { component: c, replicas: 2,', 'cache: { component: c, mode: quorum, replicas: 3,').message).toMatch(/not supported by this version of nines yet for 'cache' of 'mode: quorum'/);
    expect(message('within: zone', 'within: zon').message).toMatch(/there is no domain of kind 'zon'/);
    expect(message('replicas: 2, across: zone, needs', 'replicas: 2, needs').message).toMatch(/'web' has members that are in no zone/);
    expect(message('  cache: { component: c, replicas: 2,', '  cache: { component: c, replicas: 1,').message).toMatch(/'cache' has no member in 'b'/);
    expect(message('within: zone }]', 'within: zone }], reschedule: { after: 5 min }').message).toMatch(/'within' beside 'reschedule'/);
  });

  test('is a circle like any other', () => {
    expect(said(NEAR.replace('cache: { component', 'cache: { needs: [web], component')).join()).toMatch(/web.*cache.*web/);
  });
});
