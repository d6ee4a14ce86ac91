import type { Act, Fields, Value } from '../../src/edit/index.ts';

type Doc = Readonly<Record<string, unknown>>;

/** The acts of somebody who makes this model by pointing, from a blank sheet: every part by itself. */
export function actsFor(model: Doc): Act[] {
  const { entry, domains, components, services, parameters, shocks, links, experiments, ...settings } = model;
  const names = Object.keys((services ?? {}) as object);
  return [
    // Settings may use them.
    ...entries(parameters).map(([name, value]): Act => ({ act: 'add', thing: { what: 'parameter', name }, value: value as Value })),
    ...Object.entries(settings)
      .filter(([key]) => key !== 'nines')
      .flatMap(([key, value]) => setting([key], value))
      // To teams that stand further down.
      .sort((a, b) => Number(isEscalation(a)) - Number(isEscalation(b))),
    ...domainActs(domains, undefined),
    ...(links === undefined ? [] : [{ act: 'set', path: ['links'], value: links as Value } as const]),
    ...entries(components).flatMap(([name, value]) => componentActs(name, value as Doc)),
    ...inOrder(services as Readonly<Record<string, Doc>>).flatMap(([name, value]) => serviceActs(name, value)),
    // As they stand in the file: whatever they are made in.
    ...names.map((name): Act => ({ act: 'move', thing: { what: 'service', name }, before: null })),
    ...(typeof entry === 'string' ? [{ act: 'entry', service: entry } as const] : []),
    ...entries(shocks).map(([name, value]): Act => ({ act: 'add', thing: { what: 'shock', name }, value: value as Value })),
    ...entries(experiments).map(([name, value]): Act => ({ act: 'add', thing: { what: 'experiment', name }, value: value as Value })),
  ];
}

function entries(map: unknown): [string, unknown][] {
  return Object.entries((map ?? {}) as object);
}

const ESCALATE = 'escalate';

function isEscalation(act: Act): boolean {
  return act.act === 'set' && act.path.at(-1) === ESCALATE;
}

function setting(path: readonly string[], value: unknown): Act[] {
  // Of an escalation neither half is right alone.
  const isWhole = path.at(-1) === ESCALATE;
  return !isWhole && typeof value === 'object' && value !== null && !Array.isArray(value)
    ? entries(value).flatMap(([key, inner]) => setting([...path, key], inner))
    : [{ act: 'set', path, value: value as Value }];
}

function domainActs(domains: unknown, within: string | undefined): Act[] {
  return entries(domains).flatMap(([name, value]) => {
    const { domains: inner, failures, ...rest } = value as Doc;
    const thing = { what: 'domain', name } as const;
    return [
      { act: 'add', thing, value: rest as Value, ...(within === undefined ? {} : { within }) } as const,
      ...failureActs(thing, failures),
      ...domainActs(inner, name),
    ];
  });
}

function failureActs(of: { what: 'domain' | 'component'; name: string }, failures: unknown): Act[] {
  return entries(failures).map(([name, value]) => ({ act: 'add', thing: { what: 'failure', name, of }, value: value as Value }));
}

function componentActs(name: string, { failures, ...rest }: Doc): Act[] {
  const thing = { what: 'component', name } as const;
  return [{ act: 'add', thing, value: rest as Value }, ...failureActs(thing, failures)];
}

/** Those before who are needed by others. */
function inOrder(services: Readonly<Record<string, Doc>>): [string, Doc][] {
  const done = new Map<string, Doc>();
  const visit = (name: string): void => {
    if (done.has(name)) return;
    const { needs = [], wants = {}, of, failover } = services[name];
    const coordinators = (failover as Doc | undefined)?.needs ?? [];
    const choices = [needs, coordinators].flat().flatMap((need) => (typeof need === 'object' ? ((need as Doc)['any-of'] as string[]) : need));
    for (const other of choices.concat(Object.keys(wants as object), of ?? [])) visit(String(other));
    done.set(name, services[name]);
  };
  Object.keys(services).forEach(visit);
  return [...done];
}

const PARTS = ['health-check', 'failover', 'replication', 'data', 'backup', 'maintenance', 'deploy'] as const;

function serviceActs(name: string, service: Doc): Act[] {
  const { component, of, sites, needs, wants, replicas, mode, across, in: inside, ...rest } = service;
  const value = rest as Fields;
  if (of !== undefined)
    return [
      { act: 'sites', of: of as string, as: name, sites: [sites].flat() as string[], value: { mode: mode as string, ...value } },
    ];
  const needed = [needs ?? []].flat() as string[];
  const parts = PARTS.filter((part) => part in rest);
  const others = entries(rest).filter(([key]) => !(PARTS as readonly string[]).includes(key));
  const alone: Fields = component === undefined ? { needs: needed } : { component: component as string };
  return [
    { act: 'add', thing: { what: 'service', name }, value: alone },
    ...(inside === undefined ? [] : [{ act: 'place', service: name, in: [inside].flat() as string[] } as const]),
    ...(across === undefined ? [] : [{ act: 'spread', service: name, across: across as string } as const]),
    ...(typeof replicas === 'number' ? [{ act: 'replicas', service: name, count: replicas } as const] : []),
    ...(typeof replicas === 'string' ? setting(['services', name, 'replicas'], replicas) : []),
    ...(mode === undefined ? [] : [{ act: 'mode', service: name, mode: mode as 'quorum' } as const]),
    ...parts.map((part): Act => ({ act: 'part', service: name, part, value: rest[part] as Fields })),
    ...others.flatMap(([key, inner]) => setting(['services', name, key], inner)),
    // One of several is a pattern's act, or written.
    ...(needed.some((on) => typeof on === 'object')
      ? setting(['services', name, 'needs'], needed)
      : component === undefined ? [] : needed.map((on): Act => ({ act: 'need', service: name, on }))),
    ...entries(wants).map(([on, without]): Act => ({ act: 'want', service: name, on, without: String(without) })),
  ];
}
