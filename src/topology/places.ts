import type { Model } from '../model/model.ts';
import { serviceOrder } from './order.ts';

/** Members of one service in one place. */
export interface Cell {
  readonly service: number;
  readonly members: readonly number[];
  /** Drawn as one glyph with a count. */
  readonly isCollapsed: boolean;
}

/** A domain as it is drawn, several alike ones in one, or what lies outside all domains. */
export interface Place {
  /** Index of the domain; −1: outside all. */
  readonly domain: number;
  /** More domains that are drawn in this one box; empty for a plain domain. */
  readonly folded: readonly number[];
  /** Unlike any other's. */
  readonly name: string;
  /** What is written on it. */
  readonly label: string;
  readonly kind: string;
  /** In the order of the columns; without the members of places inside. */
  readonly cells: readonly Cell[];
  /** Copies of services that stand in this site, in the order of the columns; empty for what is no site. */
  readonly copies: readonly number[];
  readonly children: readonly Place[];
}

/** Above this, members of one service in one place are drawn as one. */
const MOST_MEMBERS = 60;
/** … where they are more than this. */
const MOST_IN_COLLAPSED = 3;
/** Above this, domains at the bottom of the tree are drawn as one box where they are in the same place. */
const MOST_DOMAINS = 60;

/**
 * Nested places, in the order in which they are written; last what lies outside all domains.
 * @param order the services whose members are drawn, in the order of the columns; default: all
 */
export function placesOf(
  model: Pick<Model, 'domains' | 'services'>,
  order: readonly number[] = serviceOrder(model),
): Place[] {
  const { domains } = model;
  const members = membersByDomain(model);
  const total = model.services.reduce((sum, service) => sum + service.placement.length, 0);
  const children = new Map<number, number[]>();
  domains.forEach(({ parent }, i) => push(children, parent, i));
  const cellsOf = (inside: readonly number[]): Cell[] =>
    order.flatMap((service) => {
      const groups = inside.map((domain) => members.get(domain)?.get(service) ?? []);
      const all = groups.length === 1 ? groups[0] : groups.flat().sort((a, b) => a - b);
      return all.length === 0
        ? []
        : [{ service, members: all, isCollapsed: total > MOST_MEMBERS && all.length > MOST_IN_COLLAPSED }];
    });
  const copies = new Map<number, number[]>();
  for (const service of order) push(copies, siteOf(model, service), service);
  const place = (i: number): Place => ({
    domain: i,
    folded: [],
    name: domains[i].name,
    label: domains[i].name,
    kind: domains[i].kind,
    cells: cellsOf([i]),
    copies: copies.get(i) ?? [],
    children: inside(i),
  });
  const inside = (parent: number): Place[] => {
    const below = children.get(parent) ?? [];
    const leaves = below.filter((i) => !children.has(i) && !copies.has(i));
    if (domains.length <= MOST_DOMAINS || leaves.length < 2) return below.map(place);
    const isAlike = leaves.every((i) => domains[i].kind === domains[leaves[0]].kind);
    const label = `${leaves.length} × ${isAlike ? domains[leaves[0]].kind : 'domain'}`;
    const name = parent < 0 ? label : `${label} in ${domains[parent].name}`;
    const kept = below.filter((i) => !leaves.includes(i)).map(place);
    return [
      ...kept,
      { domain: leaves[0], folded: leaves, name, label, kind: '', cells: cellsOf(leaves), copies: [], children: [] },
    ];
  };
  const outside = cellsOf([-1]);
  const top = inside(-1);
  if (outside.length === 0) return top;
  const label = domains.length === 0 ? 'no domain' : 'outside all domains';
  return [...top, { domain: -1, folded: [], name: label, label, kind: '', cells: outside, copies: [], children: [] }];
}

/** domain → service → members. */
function membersByDomain(model: Pick<Model, 'services'>): Map<number, Map<number, number[]>> {
  const byDomain = new Map<number, Map<number, number[]>>();
  let member = 0;
  model.services.forEach((service, i) => {
    const groups: number[][] = [];
    for (const domain of service.placement) (groups[domain + 1] ??= []).push(member++);
    groups.forEach((group, at) => {
      const byService = byDomain.get(at - 1) ?? new Map<number, number[]>();
      byDomain.set(at - 1, byService.set(i, group));
    });
  });
  return byDomain;
}

function push(groups: Map<number, number[]>, key: number, value: number): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** The domain of the innermost site that a copy of a service stands in; −1 for a service that is no copy. */
export function siteOf({ services, domains }: Pick<Model, 'domains' | 'services'>, service: number): number {
  const { name, written } = services[service];
  if (name.length <= written.length) return -1;
  return domains.findIndex((domain) => domain.name === name.slice(name.lastIndexOf('@') + 1));
}

/** `eu-west-1 › eu-west-1a`, outermost first. */
export function pathOf(model: Pick<Model, 'domains'>, domain: number): string {
  const names: string[] = [];
  for (let d = domain; d >= 0; d = model.domains[d].parent) names.unshift(model.domains[d].name);
  return names.join(' › ');
}
