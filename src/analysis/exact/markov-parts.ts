import type { Model, Service } from '../../model/model.ts';
import { MODES } from '../../model/modes.ts';
import { answerOf, involved } from './markov-answers.ts';
import type { Scope } from './markov-scope.ts';

/**
 * The entry is up while all of these are: models of their own that share no domain that fails, no shock and no service,
 * so that their availabilities multiply. The model itself where it does not fall apart.
 */
export function independentParts(model: Model, scope: Scope): Model[] {
  const { services } = model;
  if (!scope.isAllOrNothing) return [model];
  const groups: { owns: number[]; services: Set<number>; resources: Set<string> }[] = [];
  for (const own of scope.entry.owns) {
    const inside = insideOf(services, own);
    const resources = resourcesOf(model, inside);
    if (resources.size === 0) continue;
    const group = { owns: [own], services: inside, resources };
    for (let i = groups.length - 1; i >= 0; i--) {
      if (![...groups[i].resources].some((resource) => resources.has(resource))) continue;
      const [other] = groups.splice(i, 1);
      group.owns.push(...other.owns);
      other.services.forEach((service) => group.services.add(service));
      other.resources.forEach((resource) => resources.add(resource));
    }
    groups.push(group);
  }
  if (groups.length < 2) return [model];
  return groups.map((group) => partOf(model, group.owns, group.services));
}

function insideOf(services: readonly Service[], own: number): Set<number> {
  const inside = new Set([own]);
  for (const service of inside) {
    const { mode, placement, needs, sites } = services[service];
    for (const copy of sites ?? []) for (const each of involved(answerOf(services, copy))) inside.add(each);
    // A standby is promoted only while what its service needs is there.
    if (MODES[mode].standsBy && placement.length > 1)
      for (const need of needs) for (const each of answerOf(services, need).owns) inside.add(each);
  }
  return inside;
}

/** What takes part in its failures; nothing where it has no members. */
function resourcesOf({ services, domains, shocks }: Model, inside: ReadonlySet<number>): Set<string> {
  const resources = new Set<string>();
  for (const index of inside) {
    if (services[index].placement.length === 0) continue;
    resources.add(`service ${index}`);
    shocks.forEach((shock, i) => {
      if (shock.probability > 0 && shock.hits.includes(index)) resources.add(`shock ${i}`);
    });
    for (const innermost of new Set(services[index].placement)) {
      for (let d = innermost; d >= 0; d = domains[d].parent)
        if (domains[d].failures.length > 0) resources.add(`domain ${d}`);
    }
  }
  return resources;
}

function partOf(model: Model, owns: readonly number[], inside: ReadonlySet<number>): Model {
  const services = model.services.map((service, i) =>
    inside.has(i) ? { ...service, needs: service.needs.filter((need) => inside.has(need)), wants: [] } : service,
  );
  if (owns.length === 1) return { ...model, services, entry: owns[0] };
  const entry: Service = {
    ...model.services[model.entry],
    ...{
      component: -1,
      placement: [],
      sites: null,
      mode: 'active-active',
      required: 1,
      failover: null,
      replication: null,
      healthCheck: null,
      data: null,
      backup: null,
      moreBackups: [],
    },
    ...{ needs: owns, wants: [] },
  };
  return { ...model, services: [...services, entry], entry: services.length };
}
