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
  return { needs, wants, of: fields.of === undefined ? -1 : services.find(fields.of), fixed: fields.in !== undefined };
}

/** Whom each service needs or wants. */
export function dependencies(links: readonly Pick<Links, 'needs' | 'wants'>[]): Graph {
  return links.map(({ needs, wants }) => [...new Set([...needs, ...wants.map(({ service }) => service)])]);
}

/** The same, and what it has instances of in its sites. */
export function withInstances(graph: Graph, links: readonly Links[]): Graph {
  return graph.map((targets, i) =>
    links[i].of < 0 || targets.includes(links[i].of) ? targets : [...targets, links[i].of],
  );
}
