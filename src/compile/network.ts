import type { Model, Service } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import { parts, sideOf } from '../model/network.ts';
import { packRows } from './csr.ts';
import type { NetworkFields } from './program-network.ts';

/** Which domains links part, and whom that concerns. */
export function compileNetwork(model: Model): NetworkFields {
  const { links, domains, services } = model;
  const routes = new Map<string, number>();
  const linkRoute = links.map(({ between: [a, b] }) => {
    const ends = `${Math.min(a, b)} ${Math.max(a, b)}`;
    if (!routes.has(ends)) routes.set(ends, routes.size);
    return routes.get(ends)!;
  });
  const firstLinks = Array.from(routes.values(), (route) => links[linkRoute.indexOf(route)]);
  const parted = packRows(
    firstLinks.map((link) => services.flatMap((service, i) => (parts(model, link, around(model, service)) ? [i] : []))),
  );
  return {
    linkRoute: Int32Array.from(linkRoute),
    routeLinks: Int32Array.from(firstLinks, (_, route) => linkRoute.filter((each) => each === route).length),
    routeSides: Uint8Array.from(firstLinks.flatMap((link) => domains.map((_, domain) => sideOf(model, link, domain)))),
    partedOffsets: parted.offsets,
    parted: parted.list,
    serviceLeads: Uint8Array.from(services, ({ mode }) => (MODES[mode].leader === null ? 0 : 1)),
    sidesAgree: Uint8Array.from(services, ({ mode, replication, onPartition }) =>
      MODES[mode].spreads && replication !== null && onPartition === 'consistent' ? 1 : 0,
    ),
    sidesDiverge: Uint8Array.from(services, ({ mode, replication, onPartition, mergesConflicts }) =>
      MODES[mode].spreads && replication !== null && onPartition === 'available' && !mergesConflicts ? 1 : 0,
    ),
  };
}

/** Where its members stand, and those of what its failover needs. */
function around({ services }: Model, { placement, coordinators }: Service): number[] {
  return [...placement, ...coordinators.flatMap((coordinator) => services[coordinator].placement)];
}
