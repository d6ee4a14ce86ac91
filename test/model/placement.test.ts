import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { at, clean, only, said, withService } from './helpers.ts';

const TREE = `nines: 1
components: { c: }
domains:
  eu: { kind: region, domains: { eu-a: { kind: zone }, eu-b: { kind: zone } } }
  us: { kind: region, domains: { us-a: { kind: zone, domains: { rack-1: { kind: rack } } }, us-b: { kind: zone } } }
services:
`;
/**
 * Where each service's replicas are: eu 0, eu-a 1, eu-b 2, us 3, us-a 4, rack-1 5, us-b 6.
 * Parts of the tree stay empty in these models, which is a warning of its own.
 */
function quiet(services: string): Record<string, readonly number[]> {
  expect(said(TREE + services).filter((line) => !line.includes('nothing is placed in'))).toEqual([]);
  return Object.fromEntries(parseModel(TREE + services).services.map(({ name, placement }) => [name, placement]));
}

describe('domains', () => {
  test('have unique names in the whole tree', () => {
    const text = TREE.replace('us-b', 'eu-a');
    expect(said(`${text}  s: { component: c, across: zone, replicas: 3, in: eu }\n`).filter((line) => line.startsWith('error'))).toEqual([
      `error 5:${at(text.split('\n')[4], 'eu-a').column} domains.us.domains.eu-a: there is another domain 'eu-a' in line 4: names are unique in the whole tree`,
    ]);
  });

  test('are of kind "domain" unless they say otherwise, and may be empty', () => {
    const model = clean('nines: 1\ndomains:\n  a:\n  b:\ncomponents: { c: }\nservices: { s: { component: c, across: domain, replicas: 3 } }');
    expect(model.domains.map(({ kind }) => kind)).toEqual(['domain', 'domain']);
    expect(model.services[0].placement).toEqual([0, 1, 0]);
  });
});

describe('placement', () => {
  test('is outside all domains unless somebody says otherwise', () => {
    expect(quiet('  s: { component: c, replicas: 2 }')).toEqual({ s: [-1, -1] });
  });

  test('in one domain, or round robin in several', () => {
    expect(quiet('  s: { component: c, replicas: 2, in: us }')).toEqual({ s: [3, 3] });
    expect(quiet('  s: { component: c, replicas: 3, in: [us, eu-a] }')).toEqual({ s: [3, 1, 3] });
  });

  test('across a kind spreads round robin in the order written, over the whole tree if nothing places it', () => {
    expect(quiet('  s: { component: c, replicas: 6, across: zone }')).toEqual({ s: [1, 2, 4, 6, 1, 2] });
  });

  test('across a kind stays at or below where the service is placed', () => {
    expect(quiet('  s: { component: c, replicas: 3, in: us, across: zone }')).toEqual({ s: [4, 6, 4] });
    expect(quiet('  s: { component: c, replicas: 3, in: [us, eu], across: zone }')).toEqual({ s: [4, 6, 1] });
    expect(quiet('  s: { component: c, replicas: 2, in: us-a, across: zone }')).toEqual({ s: [4, 4] });
  });

  test('too few domains are no error: replicas share', () => {
    expect(quiet('  s: { component: c, replicas: 3, in: us, across: rack }')).toEqual({ s: [5, 5, 5] });
  });

  test('is everywhere that those are placed who need it, or want it', () => {
    expect(quiet('  top: { in: us, needs: [mid] }\n  mid: { needs: [low] }\n  low: { component: c, replicas: 2, across: zone }')).toEqual({ top: [], mid: [], low: [4, 6] });
    expect(quiet('  a: { needs: [b, d] }\n  b: { in: eu, needs: [x] }\n  d: { in: us, wants: { x: 50% } }\n  x: { component: c, replicas: 3 }').x).toEqual([0, 3, 0]);
    expect(quiet('  a: { in: eu, needs: [x] }\n  x: { component: c, in: us-b }').x).toEqual([6]);
  });

  test('across a kind that no domain has is an error with the nearest', () => {
    const text = `${TREE}  s: { component: c, replicas: 3, across: zones }`;
    expect(only(text)).toMatchObject({ ...at(text, 'zones'), path: 'services.s.across', message: "no domain of kind 'zones': did you mean 'zone'?", suggestion: 'zone' });
  });

  test('across a kind that is nowhere below where the service is placed is an error', () => {
    const text = `${TREE}  s: { component: c, in: eu, across: rack }`;
    expect(only(text).message).toBe("no domain of kind 'rack' at or below 'eu'");
  });

  test('in an unknown domain is an error with the nearest, and no more than that', () => {
    const text = `${TREE}  s: { component: c, in: [eu, us-c], across: zone }`;
    expect(only(text)).toMatchObject({ ...at(text, 'us-c'), path: 'services.s.in[1]', message: "unknown domain 'us-c': did you mean 'us-a'?" });
    expect(only(`${TREE}  s: { component: c, in: nowhere, across: zone, needs: [t] }\n  t: { component: c, across: rack }`).path).toBe('services.s.in');
  });
});

describe('spreading over two kinds', () => {
  const NODES = 'domains:\n  a: { kind: zone, domains: { a1: { kind: node }, a2: { kind: node } } }\n  b: { kind: zone, domains: { b1: { kind: node }, b2: { kind: node }, b3: { kind: node } } }\n';
  const names = (text: string) => {
    const { services, domains } = parseModel(text);
    return services[0].placement.map((domain) => domains[domain].name);
  };

  test('goes over the first kind, and within each over the second', () => {
    expect(names(withService('replicas: 7, across: [zone, node]', NODES))).toEqual(['a1', 'b1', 'a2', 'b2', 'a1', 'b3', 'a2']);
    expect(names(withService('replicas: 3, across: [zone]', NODES))).toEqual(['a', 'b', 'a']);
  });

  test('is an error where one of the first kind has none of the second', () => {
    expect(only(withService('replicas: 4, across: [zone, node]', NODES.replace(', domains: { a1: { kind: node }, a2: { kind: node } }', '')))).toMatchObject({ severity: 'error', path: 'services.web.across[1]', message: expect.stringMatching(/no domain of kind 'node' at or below 'a'/) });
  });

  test('a domain that stands twice in a list has two members in turn', () => {
    expect(names(withService('replicas: 5, in: [a, b, a]', NODES))).toEqual(['a', 'b', 'a', 'a', 'b']);
  });
});
