import type { Model } from '../../src/model/model.ts';
import { columnsOf, linksOf, serviceOrder, type ServiceLink } from './order.ts';
import { membersOf, type Place, placesOf, siteOf } from './places.ts';

/** Something on the drawing that can be chosen. */
export type Element =
  | { readonly key: string; readonly kind: 'service'; readonly name: string; readonly service: number }
  | { readonly key: string; readonly kind: 'link'; readonly name: string; readonly link: ServiceLink }
  | { readonly key: string; readonly kind: 'domain'; readonly name: string; readonly place: Place }
  /** One member, or several of a service in one place that are drawn as one. */
  | { readonly key: string; readonly kind: 'member'; readonly name: string; readonly service: number; readonly members: readonly number[]; readonly place: Place };

/** What there is to draw, the same at every width. */
export interface Scene {
  /** Services outside of sites, in the order of their columns; those in a site are its place's `copies`. */
  readonly order: readonly number[];
  /** [service] */
  readonly column: readonly number[];
  readonly columns: number;
  readonly places: readonly Place[];
  /** In reading order: services, links, then place by place with its copies of services and its members. */
  readonly elements: readonly Element[];
}

export function sceneOf(model: Pick<Model, 'domains' | 'services'>): Scene {
  const order = serviceOrder(model).filter((service) => siteOf(model, service) < 0);
  const { column, count } = columnsOf(model);
  const places = placesOf(model);
  const links = linksOf(model).sort((a, b) => column[a.from] - column[b.from] || column[a.to] - column[b.to]);
  const members = membersOf(model);
  const servicesAndLinks = (services: readonly number[]): Element[] => [
    ...services.map((service): Element => ({ key: `service:${service}`, kind: 'service', name: model.services[service].name, service })),
    ...links.filter(({ from }) => services.includes(from)).map((link): Element => ({ key: linkKey(link), kind: 'link', name: `${model.services[link.from].name} → ${model.services[link.to].name}`, link })),
  ];
  const elements = servicesAndLinks(order);
  const visit = (place: Place) => {
    if (place.domain >= 0) elements.push({ key: placeKey(place), kind: 'domain', name: place.name, place });
    elements.push(...servicesAndLinks(place.copies));
    for (const cell of place.cells) {
      if (cell.isCollapsed) {
        elements.push({ key: cellKey(place, cell.service), kind: 'member', name: `${model.services[cell.service].name} in ${place.name}`, service: cell.service, members: cell.members, place });
      } else {
        for (const member of cell.members) {
          elements.push({ key: `member:${member}`, kind: 'member', name: members[member].name, service: cell.service, members: [member], place });
        }
      }
    }
    place.children.forEach(visit);
  };
  places.forEach(visit);
  return { order, column, columns: count, places, elements };
}

export const linkKey = (link: ServiceLink) => `${link.kind}:${link.from}:${link.to}`;
export const placeKey = (place: Place) => `domain:${place.domain}${place.folded.length > 0 ? '+' : ''}`;
export const cellKey = (place: Place, service: number) => `cell:${place.domain}:${service}`;
