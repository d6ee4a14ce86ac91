import type { NamedService, ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Service } from '../model.ts';
import type { Report } from '../report.ts';
import { valueOr } from './fields.ts';
import type { Graph } from './graph.ts';
import type { Names } from './names.ts';

/** What a service says of other services, all of them as they are written: instances in sites come later. */
export interface Links {
  readonly needs: readonly number[];
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
  const needs = services.findAll(valueOr(fields.needs, []));
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
    wants,
    coordinators,
    of: fields.of === undefined ? -1 : services.find(fields.of),
    fixed: fields.in !== undefined,
  };
}

/** Whom each service needs, wants, or asks before it fails over. */
export function dependencies(links: readonly Links[]): Graph {
  return links.map(({ needs, wants, coordinators }) => [
    ...new Set([...needs, ...wants.map(({ service }) => service), ...coordinators]),
  ]);
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
