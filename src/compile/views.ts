import type { Model, Service } from '../model/model.ts';
import { domainAround } from '../model/within.ts';
import { packRows } from './csr.ts';

/**
 * Needs within a kind of domain: of each service that is needed so, and each domain of that kind in which somebody
 * needs it, one view: its members there, and who is served by them.
 */
export function compileViews(model: Model, firstMember: readonly number[]) {
  const { services } = model;
  const views = new Map<string, { readonly service: number; readonly by: number[]; readonly held: number[] }>();
  services.forEach(({ within, placement }, index) => {
    for (const { service, kind } of within)
      placement.forEach((domain, i) => {
        const around = domainAround(model, domain, kind);
        const by = membersIn(model, services[service], around, kind).map((m) => firstMember[service] + m);
        const name = `${service} ${around}`;
        if (!views.has(name)) views.set(name, { service, by, held: [] });
        views.get(name)!.held.push(firstMember[index] + i);
      });
  });
  const list = [...views.values()];
  const by = packRows(list.map((view) => view.by));
  const held = packRows(list.map((view) => view.held));
  const ofService = packRows(
    services.map((_, service) => list.flatMap((view, i) => (view.service === service ? [i] : []))),
  );
  return {
    serviceViewOffsets: ofService.offsets,
    serviceViews: ofService.list,
    viewMemberOffsets: by.offsets,
    viewMembers: by.list,
    viewHeldOffsets: held.offsets,
    viewHeld: held.list,
    viewRequired: Int32Array.from(list, (view) => {
      const { required, placement } = services[view.service];
      return Math.max(1, Math.ceil((required * view.by.length) / placement.length));
    }),
  };
}

function membersIn(model: Model, { placement }: Service, around: number, kind: string): number[] {
  return placement.flatMap((domain, i) => (domainAround(model, domain, kind) === around ? [i] : []));
}

/** Somebody needs it, or it needs somebody, within a kind of domain: each member matters by itself. */
export function isViewed({ services }: Model, index: number): boolean {
  return (
    services[index].within.length > 0 || services.some(({ within }) => within.some(({ service }) => service === index))
  );
}
