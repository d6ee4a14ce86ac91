import type { Act, Thing } from '../../src/edit/index.ts';
import { leaves, said } from './gallery.ts';

interface Document {
  readonly domains?: Readonly<Record<string, unknown>>;
  readonly components?: Readonly<Record<string, { readonly failures?: Readonly<Record<string, unknown>> } | null>>;
  readonly services?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly shocks?: Readonly<Record<string, unknown>>;
  readonly experiments?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** An act about what there is in a text, some of them out of place. `random` gives numbers in [0, 1). */
export function randomAct(text: string, random: () => number): Act {
  const whole = (said(text) ?? {}) as Document;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const names = (map: object | null | undefined): string[] => ['nobody', ...Object.keys(map ?? {}), ...Object.keys(map ?? {})];
  const domains = domainNames(whole.domains);
  const service = (): string => pick(names(whole.services));
  const domain = (): string => pick(['nowhere', ...domains, ...domains]);
  const thing = (): Thing => {
    const component = pick(names(whole.components));
    return pick<Thing>([
      { what: 'domain', name: domain() },
      { what: 'component', name: component },
      { what: 'service', name: service() },
      { what: 'shock', name: pick(names(whole.shocks)) },
      { what: 'experiment', name: pick(names(whole.experiments)) },
      { what: 'parameter', name: pick(names(whole.parameters)) },
      { what: 'failure', name: pick(names(whole.components?.[component]?.failures)), of: { what: 'component', name: component } },
    ]);
  };
  const fresh = `n${Math.floor(random() * 1e6)}`;
  const paths = leaves(whole);
  const strange = pick(['6', '30 s', "it's", 'a: b', '- x', '#no', '99.9%', '{', 'uniform(1 s, 2 s)', 'null', '', 'ö']);
  return pick<() => Act>([
    () => ({ act: 'set', path: pick(paths), value: strange }),
    () => ({ act: 'set', path: ['description'], value: strange }),
    () => ({ act: 'set', path: ['components', pick(names(whole.components)), 'restart'], value: '1 min' }),
    () => ({ act: 'set', path: ['services', service(), 'failover', 'detect'], value: 'uniform(1 s, 2 s)' }),
    () => ({ act: 'set', path: ['targets'], value: { rto: '5 min', availability: '99.9%' } }),
    () => ({ act: 'clear', path: pick(paths) }),
    () => ({ act: 'clear', path: pick(paths).slice(0, 3) }),
    () => ({ act: 'add', thing: { what: 'domain', name: fresh }, within: domain() }),
    () => ({ act: 'add', thing: { what: 'domain', name: fresh }, value: { kind: 'region', domains: { [`${fresh}a`]: { kind: 'zone' } } } }),
    () => ({ act: 'add', thing: { what: 'component', name: fresh } }),
    () => ({ act: 'add', thing: { what: 'service', name: fresh } }),
    () => ({ act: 'add', thing: { what: 'shock', name: fresh }, value: { mtbf: '1 year', mttr: '1 h', hits: [service()] } }),
    () => ({ act: 'add', thing: { what: 'experiment', name: fresh }, value: { fail: domain(), for: '2 h' } }),
    () => ({ act: 'add', thing: { what: 'parameter', name: fresh }, value: '2 years' }),
    () => ({ act: 'add', thing: { what: 'failure', name: fresh, of: { what: 'domain', name: domain() } } }),
    () => ({ act: 'rename', thing: thing(), to: pick([fresh, fresh, 'a b', '1', 'x:y', 'db']) }),
    () => ({ act: 'remove', thing: thing() }),
    () => ({ act: 'duplicate', thing: thing() }),
    () => ({ act: 'move', thing: thing(), before: pick([null, service(), domain()]) }),
    () => ({ act: 'move', thing: { what: 'domain', name: domain() }, within: pick([null, domain(), domain()]) }),
    () => ({ act: 'need', service: service(), on: service() }),
    () => ({ act: 'want', service: service(), on: service(), without: '80%' }),
    () => ({ act: 'let-go', service: service(), on: service() }),
    () => ({ act: 'replicas', service: service(), count: Math.floor(random() * 9) }),
    () => ({ act: 'mode', service: service(), mode: pick(['active-active', 'active-passive', 'quorum'] as const) }),
    () => ({ act: 'place', service: service(), in: pick([[], [domain()], [domain(), domain()]]) }),
    () => ({ act: 'spread', service: service(), across: pick([null, 'zone', 'region']) }),
    () => ({ act: 'move-member', service: service(), member: Math.floor(random() * 3), to: domain() }),
    () => ({ act: 'part', service: service(), part: 'health-check', value: pick([null, { interval: '10 s' }]) }),
    () => ({ act: 'part', service: service(), part: 'data', value: { size: '500 GB' } }),
    () => ({ act: 'part', service: service(), part: 'backup', value: pick([null, { full: '1 day' }]) }),
    () => ({ act: 'sites', of: service(), as: fresh, sites: [domain(), domain()] }),
    () => ({ act: 'entry', service: service() }),
  ])();
}

function domainNames(domains: unknown): string[] {
  if (typeof domains !== 'object' || domains === null) return [];
  return Object.entries(domains).flatMap(([name, inner]: [string, unknown]) => [
    name,
    ...domainNames((inner as { domains?: unknown } | null)?.domains),
  ]);
}
