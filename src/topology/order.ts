import type { Model } from '../model/model.ts';

export interface ServiceLink {
  /** `coordinates`: only its failover needs it; `any-of`: another one will do. */
  readonly kind: 'needs' | 'any-of' | 'wants' | 'coordinates';
  /** Indices of services. */
  readonly from: number;
  readonly to: number;
  /** Share of requests answered without it. */
  readonly without: number;
}

/** All links, by the service that has them, needs first, as written. */
export function linksOf(model: Pick<Model, 'services'>): ServiceLink[] {
  return model.services.flatMap((service, from) => [
    ...service.needs.map((to): ServiceLink => ({ kind: 'needs', from, to, without: 0 })),
    // Without one of several that will do, all is answered that the others answer.
    ...service.within.map((need): ServiceLink => ({ kind: 'needs', from, to: need.service, without: 0 })),
    ...service.anyOf.flat().map((to): ServiceLink => ({ kind: 'any-of', from, to, without: 1 })),
    ...service.coordinators.map((to): ServiceLink => ({ kind: 'coordinates', from, to, without: 1 })),
    ...service.wants.map((want): ServiceLink => ({ kind: 'wants', from, to: want.service, without: want.without })),
  ]);
}

/**
 * The order of services: each stands before all that it needs or wants, and before the copies that it works on; apart
 * from that, services stay as written, so that an edit moves nothing that it does not concern.
 */
export function serviceOrder(model: Pick<Model, 'services'>): number[] {
  const depth = depths(model);
  return model.services.map((_, i) => i).sort((a, b) => depth[a] - depth[b] || a - b);
}

/** [service] its column: that of its name as it is written, so that copies in several sites stand below one another. */
export function columnsOf(
  model: Pick<Model, 'services'>,
  order: readonly number[] = serviceOrder(model),
): { readonly column: readonly number[]; readonly count: number } {
  const byName = new Map<string, number>();
  const column: number[] = [];
  for (const service of order) {
    const { written } = model.services[service];
    if (!byName.has(written)) byName.set(written, byName.size);
    column[service] = byName.get(written)!;
  }
  return { column, count: byName.size };
}

/** Longest way to each service from one that nobody depends on. */
function depths(model: Pick<Model, 'services'>): number[] {
  const links = [
    ...linksOf(model),
    ...model.services.flatMap(({ sites }, from) => (sites ?? []).map((to) => ({ from, to }))),
  ];
  const depth = model.services.map(() => 0);
  const waitsFor = model.services.map(() => 0);
  for (const { to } of links) waitsFor[to]++;
  const ready = depth.map((_, i) => i).filter((i) => waitsFor[i] === 0);
  const out: { to: number }[][] = model.services.map(() => []);
  for (const link of links) out[link.from].push(link);
  for (let service = ready.pop(); service !== undefined; service = ready.pop()) {
    for (const { to } of out[service]) {
      depth[to] = Math.max(depth[to], depth[service] + 1);
      if (--waitsFor[to] === 0) ready.push(to);
    }
  }
  return depth;
}
