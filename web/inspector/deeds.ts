import type { Act } from '../../src/edit/index.ts';
import type { Domain, Model, Service } from '../../src/model/model.ts';
import { MODES } from '../../src/model/modes.ts';
import type { Element } from '../../src/topology/elements.ts';
import type { Deed } from './deed.ts';
import { routeDeeds } from './deeds-network.ts';
import { capacityDeeds } from './deeds-capacity.ts';

/** What can be done to a service, a member, a domain or a link. */
export function deedsOf(element: Element, model: Model): readonly Deed[] {
  switch (element.kind) {
    case 'service':
    case 'member':
      return serviceDeeds(model.services[element.service], model);
    case 'domain':
      return element.place.folded.length > 0 ? [] : domainDeeds(element.place.domain, model);
    case 'route':
      return routeDeeds(element.route, model);
    case 'link': {
      if (element.link.kind === 'coordinates') return [];
      const [from, to] = [model.services[element.link.from].written, model.services[element.link.to].written];
      return [
        element.link.kind === 'needs'
          ? {
              ...{ name: 'Can do without it', label: `let ${from} do without ${to}` },
              acts: [
                { act: 'let-go', service: from, on: to },
                { act: 'want', service: from, on: to, without: '80%' },
              ],
            }
          : {
              ...{ name: 'Cannot do without it', label: `make ${from} need ${to}` },
              acts: [
                { act: 'let-go', service: from, on: to },
                { act: 'need', service: from, on: to },
              ],
            },
        {
          name: 'Remove the link',
          label: `let ${from} let go of ${to}`,
          acts: [{ act: 'let-go', service: from, on: to }],
          then: null,
        },
      ];
    }
  }
}

function serviceDeeds(service: Service, model: Model): readonly Deed[] {
  const { written, placement, component, sites } = service;
  const deeds: Deed[] = [];
  const count = placement.length;
  if (component >= 0) {
    deeds.push(replica(service, 1));
    if (count > 1) deeds.push(replica(service, -1));
    if (!MODES[service.mode].agrees) deeds.push(standby(service, model));
    const kind = MODES[service.mode].agrees || count > 1 ? kindToSpreadOver(service, model) : null;
    if (kind !== null)
      deeds.push({
        ...{ name: `Spread over ${kind}s`, label: `spread ${written} over ${kind}s` },
        acts: [...outOf(kind, service, model), { act: 'spread', service: written, across: kind }],
      });
    if (service.healthCheck === null) deeds.push(part(written, 'health-check', 'Check its health', HEALTH_CHECK));
    // What is started elsewhere has no data that it could leave behind.
    const isWithoutData = MODES[service.mode].holdsShards || service.reschedule !== null;
    if (service.backup === null && !isWithoutData) deeds.push(backup(service));
    if (service.failover !== null && count > 1 && isAtOnce(service.failover.decide))
      deeds.push({
        ...{ name: 'Fail over by a person', label: `let a person decide the failover of ${written}` },
        acts: [{ act: 'set', path: ['services', written, 'failover', 'decide'], value: 'lognormal(5 min, 20 min)' }],
      });
  }
  deeds.push(...capacityDeeds(service, model), ...ownComponent(service, model));
  if (sites === null) deeds.push(...secondRegion(service, model));
  // What stands in sites alone, as copies, cannot be the entry.
  if (service.name === written && model.services[model.entry].written !== written)
    deeds.push({
      name: 'Make it the entry',
      label: `make ${written} the entry`,
      acts: [{ act: 'entry', service: written }],
    });
  return deeds;
}

export function replica({ written, placement }: Service, more: 1 | -1): Deed {
  const count = placement.length + more;
  return {
    name: more > 0 ? 'Add a replica' : 'Take one away',
    label: `${more > 0 ? 'add a replica to' : 'take a replica from'} ${written}`,
    acts: [{ act: 'replicas', service: written, count }],
  };
}

/** One more that stands by, elsewhere where that can be; who serves alone so far is then told apart from it. */
export function standby(service: Service, model: Model): Deed {
  const { written, placement } = service;
  const label = `add a standby to ${written}`;
  if (MODES[service.mode].standsBy) return { ...replica(service, 1), name: 'Add a standby', label };
  return {
    ...{ name: 'Add a standby', label },
    acts: [
      { act: 'mode', service: written, mode: 'active-passive' },
      { act: 'replicas', service: written, count: Math.max(2, placement.length) },
      ...elsewhere(service, model),
      { act: 'set', path: ['services', written, 'standby'], value: 'hot' },
      { act: 'part', service: written, part: 'failover', value: { detect: '30 s', promote: '30 s', redirect: '5 s' } },
    ],
  };
}

/** What stands in one domain alone would go down with it: it stands in the next of its kind too, best one beside it. */
function elsewhere({ written, placement }: Service, { domains }: Model): readonly Act[] {
  const [home] = placement;
  if (home < 0 || placement.some((domain) => domain !== home)) return [];
  const { kind, parent } = domains[home];
  const others = domains.filter((domain, i) => i !== home && domain.kind === kind);
  const other = others.find((domain) => domain.parent === parent) ?? others[0];
  return other === undefined ? [] : [{ act: 'place', service: written, in: [domains[home].name, other.name] }];
}

export function backup({ written, data }: Service): Deed {
  const label = `protect ${written} with backups`;
  return {
    ...{ name: 'Protect with backups', label },
    acts: [
      ...(data === null
        ? ([
            { act: 'part', service: written, part: 'data', value: { size: '100 GB', 'change-rate': '5 GB/day' } },
          ] as const)
        : []),
      {
        act: 'part',
        service: written,
        part: 'backup',
        value: { full: '1 day', 'log-shipping': '5 min', 'restore-rate': '100 MB/s' },
      },
    ],
  };
}

const HEALTH_CHECK = { interval: '10 s', 'unhealthy-threshold': 3, 'healthy-threshold': 2 } as const;

function part(service: string, name: 'health-check', title: string, value: typeof HEALTH_CHECK): Deed {
  return {
    name: title,
    label: `add a health check to ${service}`,
    acts: [{ act: 'part', service, part: name, value }],
  };
}

/** The kind of the innermost domains, of which there are several and over which it does not stand yet; null: none. */
function kindToSpreadOver({ placement }: Service, { domains }: Model): string | null {
  const parents = new Set(domains.map(({ parent }) => parent));
  const leaves = domains.filter((_, i) => !parents.has(i));
  const kind = leaves[0]?.kind;
  const alike = leaves.filter((leaf) => leaf.kind === kind);
  const used = new Set(placement.map((domain) => domains[domain]).filter((domain) => domain?.kind === kind));
  return kind !== undefined && alike.length > 1 && used.size < Math.min(alike.length, placement.length) ? kind : null;
}

/** Who stands in single domains of a kind is spread over those around them: within each of them there is only one. */
function outOf(kind: string, { written, placement }: Service, { domains }: Model): readonly Act[] {
  const homes = placement.filter((home) => domains[home]?.kind === kind);
  if (homes.length === 0) return [];
  const parents = [...new Set(homes.map((home) => domains[home].parent))];
  return parents.some((parent) => parent < 0)
    ? [{ act: 'clear', path: ['services', written, 'in'] }]
    : [{ act: 'place', service: written, in: parents.map((parent) => domains[parent].name) }];
}

/** Where several services are made of the same, so that one of them can fail otherwise. */
function ownComponent({ written, component }: Service, { services, components }: Model): readonly Deed[] {
  const shared = new Set(services.filter((each) => each.component === component).map((each) => each.written));
  if (component < 0 || shared.size < 2) return [];
  const { name } = components[component];
  const as = components.some((each) => each.name === `${written}-server`) ? `${written}-own` : `${written}-server`;
  return [
    {
      ...{ name: 'A component of its own', label: `give ${written} a component of its own` },
      acts: [
        { act: 'duplicate', thing: { what: 'component', name }, as },
        { act: 'set', path: ['services', written, 'component'], value: as },
      ],
    },
  ];
}

/** With a second domain at the top, all of the entry can stand by there. */
function secondRegion(service: Service, { domains, services, entry }: Model): readonly Deed[] {
  const tops = domains.filter(({ parent }) => parent < 0).map(({ name }) => name);
  if (tops.length < 2 || services[entry].written !== service.written || service.name !== service.written) return [];
  const { written } = service;
  const name = services.some((each) => each.written === `${written}-sites`)
    ? `${written}-everywhere`
    : `${written}-sites`;
  return [
    {
      name: `Warm standby in ${tops[1]}`,
      label: `let ${written} stand by in ${tops[1]}`,
      acts: [
        ...services
          .filter(({ sites }) => sites === null)
          .map(({ written: each }): Act => ({ act: 'clear', path: ['services', each, 'in'] })),
        { act: 'sites', of: written, as: name, sites: tops.slice(0, 2), value: { strategy: 'warm-standby' } },
      ],
      then: { kind: 'service', name },
    },
  ];
}

function domainDeeds(index: number, model: Model): readonly Deed[] {
  const { name, kind, failures } = model.domains[index];
  const inside = model.domains.filter((each) => each.parent === index);
  const names = (domains: readonly Domain[]) => domains.map((each) => each.name);
  const thing = { what: 'domain', name } as const;
  return [
    zoneInside(name, names(inside), names(model.domains), inside[0]?.kind),
    { name: `Add another ${kind}`, label: `add a ${kind} like ${name}`, acts: [{ act: 'duplicate', thing }] },
    ...(failures.length === 0
      ? [
          {
            ...{ name: 'Let it fail', label: `let ${name} fail` },
            acts: [{ act: 'add', thing: { what: 'failure', name: 'outage', of: thing }, value: ZONE_FAILURES.outage }],
          } as const,
        ]
      : []),
  ];
}

export const ZONE_FAILURES = { outage: { mtbf: '2 years', mttr: '2 h' } } as const;

/**
 * @param inside the domains that it has, all of one kind
 * @param taken names of all domains
 */
export function zoneInside(name: string, inside: readonly string[], taken: readonly string[], kind = 'zone'): Deed {
  const last = inside.at(-1);
  return {
    name: `Add a ${kind} inside`,
    label: `add a ${kind} to ${name}`,
    acts:
      last !== undefined
        ? [{ act: 'duplicate', thing: { what: 'domain', name: last } }]
        : [
            {
              act: 'add',
              thing: { what: 'domain', name: freshInside(name, new Set(taken)) },
              within: name,
              value: { kind, failures: ZONE_FAILURES },
            },
          ],
  };
}

/** `eu-west-1` gets `eu-west-1a`; where that is taken, the next letter. */
function freshInside(name: string, taken: ReadonlySet<string>): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const stem = /[a-z]$/i.test(name) ? `${name}-` : name;
  return [...letters].map((letter) => stem + letter).find((each) => !taken.has(each)) ?? `${name}-1`;
}

const isAtOnce = (d: { readonly kind: string; readonly value?: number }) => d.kind === 'constant' && d.value === 0;
