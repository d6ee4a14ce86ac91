import { messages } from '../messages/index.ts';
import type { Model } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import { domainAround } from '../within.ts';
import type { Whole } from './whole.ts';

/** Needs within a kind of domain: of whom they can be said, and where nobody would ever serve. */
export function checkWithin(
  model: Model,
  { drafts, instances }: Pick<Whole, 'drafts' | 'instances'>,
  report: Report,
): void {
  const said = new Set<string>();
  model.services.forEach((service, i) => {
    const { written } = instances.all[i];
    service.within.forEach(({ service: needed, kind }, k) => {
      const { at } = drafts[written].links.within[k];
      const problem = problemOf(model, i, needed, kind);
      if (problem !== null && !said.has(at.path)) report.error(at, problem);
      said.add(at.path);
    });
  });
}

function problemOf(model: Model, index: number, needed: number, kind: string) {
  const { services, domains } = model;
  const { component, placement, sites, reschedule, name } = services[index];
  const other = services[needed];
  if (component < 0 || sites !== null) return messages.withinOfNobody(name);
  if (other.component < 0 || other.sites !== null) return messages.withinOfNobody(other.name);
  if (!MODES[other.mode].spreads) return messages.withinLater(other.name, other.mode);
  if (reschedule !== null || other.reschedule !== null) return messages.withinMoves();
  if (other.load !== null) return messages.withinLoad(other.name);
  const outside = placement.find((domain) => domainAround(model, domain, kind) < 0);
  if (outside !== undefined)
    return messages.withinNowhere(
      name,
      kind,
      domains.some((each) => each.kind === kind),
    );
  const there = new Set(other.placement.map((domain) => domainAround(model, domain, kind)));
  const bare = placement.map((domain) => domainAround(model, domain, kind)).find((around) => !there.has(around));
  return bare === undefined ? null : messages.withinBare(other.name, domains[bare].name, name);
}
