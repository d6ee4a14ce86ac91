import type { DomainFields } from '../language/infrastructure.ts';
import type { Field, Named, ReadRecord } from '../language/kinds.ts';
import { messages } from '../messages/index.ts';
import type { Domain } from '../model.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import { resolveFailures } from './failures.ts';
import { isBad, valueOr } from './fields.ts';

/** The tree of domains in preorder. */
export interface DomainTree {
  readonly list: readonly Domain[];
  /** Where each one's name stands. */
  readonly places: readonly Location[];
  /** The domains inside domain i are those from i + 1 up to, not including, end[i]. */
  readonly end: readonly number[];
  /** Part of the tree could not be read, so that what seems to be missing may be there. */
  readonly incomplete: boolean;
}

type Domains = Field<readonly Named<ReadRecord<DomainFields>>[]> | undefined;

export function resolveDomains(domains: Domains, report: Report): DomainTree {
  const list: Domain[] = [];
  const places: Location[] = [];
  const end: number[] = [];
  const seen = new Map<string, Location>();
  let incomplete = isBad(domains);

  const add = ({ name, at, field }: Named<ReadRecord<DomainFields>>, parent: number): void => {
    const first = seen.get(name);
    if (first !== undefined) report.error(at, messages.duplicateDomain(name, first.line));
    else seen.set(name, at);
    const index = list.length;
    const fields = field.ok ? field.value.fields : {};
    incomplete ||= !field.ok || isBad(fields.kind) || isBad(fields.domains);
    list.push({
      name,
      kind: valueOr(fields.kind, 'domain'),
      parent,
      failures: resolveFailures(fields.failures, report, 'domain'),
      room: valueOr(fields.room, Infinity),
      costPerSecond: valueOr(fields.cost, 0),
    });
    places.push(at);
    end.push(0);
    for (const inner of valueOr(fields.domains, [])) add(inner, index);
    end[index] = list.length;
  };
  for (const domain of valueOr(domains, [])) add(domain, -1);
  return { list, places, end, incomplete };
}

/** The domains of a kind at or below some domains, in the order written; everywhere if these are none. */
export function domainsOfKind(tree: DomainTree, scope: readonly number[], kind: string): number[] {
  const found = new Set<number>();
  const collect = (from: number, to: number): void => {
    for (let i = from; i < to; i++) if (tree.list[i].kind === kind) found.add(i);
  };
  if (scope.length === 0) collect(0, tree.list.length);
  for (const domain of scope) collect(domain, tree.end[domain]);
  return [...found];
}

/** Whether a domain is at or below another. */
export function isWithin(tree: DomainTree, domain: number, outer: number): boolean {
  return domain >= outer && domain < tree.end[outer];
}

/** The nearest domain of a kind at or above a domain; −1 where there is none. */
export function enclosing(tree: DomainTree, domain: number, kind: string): number {
  let at = domain;
  while (at >= 0 && tree.list[at].kind !== kind) at = tree.list[at].parent;
  return at;
}
