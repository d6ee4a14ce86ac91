import type { Field } from '../language/kinds.ts';
import type { NamedService, NeedRecord, ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Service } from '../model.ts';
import { reliesOn } from '../relies.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import { valueOr } from './fields.ts';
import type { Graph } from './graph.ts';
import type { Names } from './names.ts';

/** What a service says of other services, all of them as they are written: instances in sites come later. */
export interface Links {
  readonly needs: readonly number[];
  readonly anyOf: Service['anyOf'];
  /** Within which kind of domain, and where that is said. */
  readonly within: readonly { readonly service: number; readonly kind: string; readonly at: Location }[];
  readonly wants: Service['wants'];
  /** What its failover needs. */
  readonly coordinators: readonly number[];
  /** What it has an instance of in each site; −1 for a service that does not work on sites. */
  readonly of: number;
  /** It has an `in` of its own: there is one of it, whoever needs it from wherever. */
  readonly fixed: boolean;
}

export function resolveLinks({ field }: NamedService, services: Names, report: Report): Links {
  const fields: ServiceFields = field.ok ? field.value.fields : {};
  const { names, records } = splitNeeds(fields);
  const needs = services.findAll(names);
  const anyOf = records.flatMap((record) =>
    record.fields['any-of'] === undefined ? [] : [resolveAnyOf(record, needs, services, report)],
  );
  const within = records.flatMap((record) => resolveWithin(record, needs, services, report));
  const wants = valueOr(fields.wants, []).flatMap(({ name, at, field: share }) => {
    const service = services.find({ ok: true, value: name, at });
    if (service < 0) return [];
    if (needs.includes(service)) report.error(at, messages.needsAndWants(name));
    return [{ service, without: valueOr(share, 1) }];
  });
  const failover = fields.failover?.ok === true ? fields.failover.value.fields : {};
  const coordinators = services.findAll(valueOr(failover.needs, []));
  for (const named of valueOr(failover.needs, []))
    if (named.ok && needs.includes(services.find(named))) report.warning(named.at, messages.needsAnyway(named.value));
  if (failover['demote-after'] !== undefined && failover.needs === undefined)
    report.error(failover['demote-after'].at, messages.demotedByNothing());
  return {
    needs,
    anyOf,
    within,
    wants,
    coordinators,
    of: fields.of === undefined ? -1 : services.find(fields.of),
    fixed: fields.in !== undefined,
  };
}

/** The needs that are no more than a name, or cannot be read; and the others. */
export function splitNeeds({ needs }: ServiceFields): {
  names: readonly Field<string>[];
  records: readonly NeedRecord[];
} {
  const names: Field<string>[] = [];
  const records: NeedRecord[] = [];
  for (const need of valueOr(needs, [])) {
    if (!need.ok) names.push(need);
    else if (typeof need.value === 'string') names.push({ ...need, value: need.value });
    // No more than a name.
    else if (isName(need.value)) names.push(need.value.fields.service!);
    else records.push(need.value);
  }
  return { names, records };
}

const isName = ({ fields }: NeedRecord): boolean =>
  fields.service !== undefined && fields.within === undefined && fields['any-of'] === undefined;

/** A service of which only some members serve each member. */
function resolveWithin(
  { at, fields: { 'any-of': choices, service, within } }: NeedRecord,
  needs: readonly number[],
  services: Names,
  report: Report,
): Links['within'] {
  if (choices !== undefined) {
    if (service !== undefined) report.error(service.at, messages.serviceAndAnyOf());
    if (within !== undefined) report.error(within.at, messages.withinAnyOf());
    return [];
  }
  if (service === undefined || within === undefined) {
    report.error(at, messages.needOfNobody());
    return [];
  }
  const found = services.find(service);
  if (found < 0 || !within.ok) return [];
  if (needs.includes(found)) report.error(service.at, messages.needsAndWithin(services.nameOf(found)));
  return [{ service: found, kind: within.value, at: within.at }];
}

/** Services of which one will do. */
function resolveAnyOf({ at, fields }: NeedRecord, needs: readonly number[], services: Names, report: Report): number[] {
  const named = valueOr(fields['any-of'], []);
  const found = services.findAll(named);
  if (found.length === 1 && named.every((each) => each.ok && services.indexOf(each.value) >= 0))
    report.error(at, messages.oneOfOne(services.nameOf(found[0])));
  const needed = named.find((each) => each.ok && needs.includes(services.indexOf(each.value)));
  if (needed?.ok === true) report.warning(needed.at, messages.neededAnyway(needed.value));
  return found;
}

/** Whom each service needs, wants, or asks before it fails over. */
export function dependencies(links: readonly Links[]): Graph {
  return links.map((each) => [...new Set(reliesOn(each))]);
}

/** The same, and what it has instances of in its sites. */
export function withInstances(graph: Graph, links: readonly Links[]): Graph {
  return graph.map((targets, i) =>
    links[i].of < 0 || targets.includes(links[i].of) ? targets : [...targets, links[i].of],
  );
}

/** What an active that goes on without its coordinators is called among a model's words. */
export function wordsOfFailsafe(
  words: readonly string[],
  services: readonly Pick<Service, 'coordinators' | 'failover'>[],
): readonly string[] {
  const isUsed = services.some(
    ({ coordinators, failover }) => coordinators.length > 0 && failover?.demoteAfter === null,
  );
  return isUsed ? [...words, 'failover.needs=failsafe'].sort() : words;
}
