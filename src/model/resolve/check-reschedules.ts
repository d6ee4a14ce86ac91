import { messages } from '../messages/index.ts';
import type { Model, Service } from '../model.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import { type DomainTree, isWithin } from './domains.ts';
import type { Whole } from './whole.ts';

/** Members that have nowhere to go, or too little room there; and room that nobody takes. */
export function checkReschedules(model: Model, { drafts, instances, tree }: Whole, report: Report): void {
  const { services, components, domains } = model;
  services.forEach((service, i) => {
    const { reschedule, placement, component } = service;
    if (reschedule === null) return;
    const { fields, at: name } = drafts[instances.all[i].written];
    const at = fields.reschedule?.at ?? name;
    if (mayCross(model, service, tree)) report.error(at, messages.rescheduleBesideLinks());
    if (component >= 0 && components[component].failures.some(({ losesData }) => losesData))
      report.error(at, messages.rescheduleOfLost(components[component].name));
    if (placement.every((home) => targets(model, service, home).length === 0))
      report.error(at, messages.nowhereToGo(placement.some((home) => home >= 0)));
    else warnOfRoom(model, i, at, report);
  });
  if (services.some(({ reschedule }) => reschedule !== null)) return;
  domains.forEach(({ room }, i) => {
    if (room < Infinity) report.warning(tree.places[i], messages.roomForNobody());
  });
}

/** Some link lies between the domains in which its members may be. */
function mayCross({ links }: Model, { placement, reschedule }: Service, tree: DomainTree): boolean {
  const places = [...placement, ...(reschedule?.among ?? [])];
  return links.some(({ between }) => between.every((side) => places.some((place) => isWithin(tree, place, side))));
}

/** Where a member may be started that stands there. */
function targets({ domains }: Model, { reschedule }: Service, home: number): number[] {
  if (home < 0 || reschedule === null) return [];
  return reschedule.among.filter((domain) => domain !== home && domains[domain].kind === domains[home].kind);
}

/** The domain with most of its members that do not all find room when it is gone. */
function warnOfRoom(model: Model, index: number, at: Location, report: Report): void {
  const service = model.services[index];
  for (const home of new Set(service.placement)) {
    const members = service.placement.filter((domain) => domain === home).length;
    const room = targets(model, service, home).reduce((sum, domain) => sum + model.domains[domain].room, 0);
    if (room >= members) continue;
    report.warning(at, messages.tooLittleRoom(model.domains[home].name, members, room));
    return;
  }
}
