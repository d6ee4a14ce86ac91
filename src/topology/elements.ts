import type { Model } from '../model/model.ts';
import { drawnServices } from './drawn.ts';
import { columnsOf, linksOf, serviceOrder, type ServiceLink } from './order.ts';
import { membersOf } from './members.ts';
import { type Place, placesOf, siteOf } from './places.ts';
import { type Route, routesOf } from './routes.ts';

/** Something on the drawing that can be chosen. */
export type Element =
  | { readonly key: string; readonly kind: 'service'; readonly name: string; readonly service: number }
  | { readonly key: string; readonly kind: 'link'; readonly name: string; readonly link: ServiceLink }
  | { readonly key: string; readonly kind: 'domain'; readonly name: string; readonly place: Place }
  | { readonly key: string; readonly kind: 'route'; readonly name: string; readonly route: Route }
  /** One member, or several of a service in one place that are drawn as one. */
  | {
      readonly key: string;
      readonly kind: 'member';
      readonly name: string;
      readonly service: number;
      readonly members: readonly number[];
      readonly place: Place;
    };

/** What there is to draw, the same at every width. */
export interface Scene {
  /** Services outside of sites, in the order of their columns; those in a site are its place's `copies`. */
  readonly order: readonly number[];
  /** Between services that are drawn. */
  readonly links: readonly ServiceLink[];
  /** Services that are not drawn: a large model shows those nearest to its entry. */
  readonly hidden: readonly number[];
  /** [service] */
  readonly column: readonly number[];
  readonly columns: number;
  readonly places: readonly Place[];
  /** The network between places. */
  readonly routes: readonly Route[];
  /**
   * In reading order: services, links, then place by place with its copies of services and its members, last what
   * joins places.
   */
  readonly elements: readonly Element[];
}

export function sceneOf(model: Pick<Model, 'domains' | 'services' | 'entry' | 'links'>): Scene {
  const drawn = drawnServices(model);
  const all = serviceOrder(model).filter((service) => drawn.has(service));
  const order = all.filter((service) => siteOf(model, service) < 0);
  const { column, count } = columnsOf(model, all);
  const places = placesOf(model, all);
  const links = linksOf(model)
    .filter(({ from, to }) => drawn.has(from) && drawn.has(to))
    .sort((a, b) => column[a.from] - column[b.from] || column[a.to] - column[b.to]);
  const members = membersOf(model);
  const linksFrom = (services: readonly number[]) => {
    const own = new Set(services);
    return links.filter(({ from }) => own.has(from));
  };
  const servicesAndLinks = (services: readonly number[]): Element[] => [
    ...services.map((service): Element => ({
      key: `service:${service}`,
      kind: 'service',
      name: model.services[service].name,
      service,
    })),
    ...linksFrom(services).map((link): Element => ({
      key: linkKey(link),
      kind: 'link',
      name: `${model.services[link.from].name} → ${model.services[link.to].name}`,
      link,
    })),
  ];
  const elements = servicesAndLinks(order);
  const visit = (place: Place) => {
    if (place.domain >= 0) elements.push({ key: placeKey(place), kind: 'domain', name: place.name, place });
    elements.push(...servicesAndLinks(place.copies));
    for (const cell of place.cells) {
      if (cell.isCollapsed) {
        elements.push({
          key: cellKey(place, cell.service),
          kind: 'member',
          name: `${model.services[cell.service].name} in ${place.name}`,
          service: cell.service,
          members: cell.members,
          place,
        });
      } else {
        for (const member of cell.members) {
          elements.push({
            key: `member:${member}`,
            kind: 'member',
            name: members.at(member).name,
            service: cell.service,
            members: [member],
            place,
          });
        }
      }
    }
    place.children.forEach(visit);
  };
  places.forEach(visit);
  const routes = routesOf(model, places);
  elements.push(...routes.map((route): Element => ({ key: routeKey(route), kind: 'route', name: route.name, route })));
  const hidden = [...model.services.keys()].filter((service) => !drawn.has(service));
  return { order, links, hidden, column, columns: count, places, routes, elements };
}

export const linkKey = (link: ServiceLink) => `${link.kind}:${link.from}:${link.to}`;
export const routeKey = ({ name }: Route) => `route:${name}`;
export const placeKey = (place: Place) => `domain:${place.domain}${place.folded.length > 0 ? '+' : ''}`;
export const cellKey = (place: Place, service: number) => `cell:${place.domain}:${service}`;
