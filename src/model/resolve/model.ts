import { SECONDS_PER_YEAR } from '../../units/index.ts';
import type { DocumentFields } from '../language/types.ts';
import { messages } from '../messages.ts';
import type { Component, Model, Service, Shock } from '../model.ts';
import type { Report } from '../report.ts';
import type { Parameters } from '../scope/parameters.ts';
import type { Place } from '../source/tree.ts';
import { resolveDomains } from './domains.ts';
import { resolveFailure, resolveFailures } from './failures.ts';
import { isBad, valueOr } from './fields.ts';
import { orderGraph } from './graph.ts';
import { checkDependencies, checkSize, checkTimes, tooManyMembers } from './limits.ts';
import { Names } from './names.ts';
import { Placer, resolveScopes, type PlacementScope, type PlacementWish } from './placement.ts';
import { resolveEntry } from './entry.ts';
import { resolveService } from './services.ts';
import { findSuspicions } from './suspicions.ts';

/** What an expanded model has to say beside the model itself: where services stand, rather than their members. */
export interface Layout {
  readonly wish: PlacementWish;
  readonly scope: PlacementScope;
}

export interface Resolved {
  readonly model: Model;
  readonly layouts: readonly Layout[];
}

/** From what was read to what it means. Reports everything that does not fit together; the result counts only if nothing was. */
export function resolveModel(fields: DocumentFields, root: Place, parameters: Parameters, identity: { name: string; sha256: string }, report: Report): Resolved {
  const tree = resolveDomains(fields.domains, report);
  const components = resolveComponents(fields, report);
  const named = valueOr(fields.services, []);
  const known = {
    services: new Names('service', named.map(({ name }) => name), isBad(fields.services), report),
    components: new Names('component', components.map(({ name }) => name), isBad(fields.components), report),
    domains: new Names('domain', tree.list.map(({ name }) => name), tree.incomplete, report),
  };
  if (fields.services?.ok === true && named.length === 0) report.error(fields.services.at, messages.noServices());

  const drafts = named.map((service) => resolveService(service, known, report));
  const graph = drafts.map(({ service: { needs, wants } }) => [...new Set([...needs, ...wants.map(({ service }) => service)])]);
  const { order, circles } = orderGraph(graph);
  for (const circle of circles) {
    const [first] = circle;
    report.error(dependencyPlace(named[first], named[circle[1] ?? first].name), messages.dependencyCycle([...circle, first].map((i) => named[i].name)));
  }
  const crowded = tooManyMembers(drafts.map(({ replicas }) => replicas), named, report);
  const scopes = resolveScopes(drafts.map(({ wish }) => wish), graph, order);
  const placer = new Placer(tree, report);
  const services = drafts.map(({ service, replicas, wish }, i): Service => ({ ...service, placement: placer.place(wish, scopes[i], crowded ? 0 : replicas) }));
  const shocks = resolveShocks(fields, known.services, drafts.map(({ replicas }) => replicas), report);
  const broken = circles.length > 0 || known.services.missed || named.some(({ field }) => !field.ok || field.value.incomplete);
  const entry = resolveEntry(fields, root, named, { graph, broken }, known.services, report);

  const model: Model = {
    ...identity,
    description: valueOr(fields.description, ''),
    currency: valueOr(fields.currency, 'USD'),
    parameters: Object.fromEntries(parameters.values().map(({ name, value, text }) => [name, value.kind === 'quantity' ? value.quantity.value : text])),
    domains: tree.list,
    components,
    shocks,
    services,
    entry,
    ...resolveGoals(fields, report),
  };
  if (!report.hasErrors) checkDependencies(services, order, named, report);
  if (!report.hasErrors) checkSize(model, root, report);
  findSuspicions(model, { fields, tree, graph, named, complete: !report.hasErrors }, parameters, report);
  return { model, layouts: drafts.map(({ wish }, i) => ({ wish, scope: scopes[i] })) };
}

function resolveComponents(fields: DocumentFields, report: Report): Component[] {
  return valueOr(fields.components, []).map(({ name, field }) => {
    const component = field.ok ? field.value.fields : {};
    return {
      name,
      failures: resolveFailures(component.failures, report),
      restart: valueOr(component.restart, { kind: 'constant', value: 0 } as const),
      costPerSecond: valueOr(component.cost, 0),
    };
  });
}

function resolveShocks(fields: DocumentFields, services: Names, replicas: readonly number[], report: Report): Shock[] {
  return valueOr(fields.shocks, []).map(({ name, field }) => {
    const shock = field.ok ? field.value.fields : {};
    const named = valueOr(shock.hits, []);
    if (shock.hits?.ok === true && named.length === 0) report.error(shock.hits.at, messages.emptyHits());
    const hits = services.findAll(named);
    for (const target of named) {
      if (target.ok && hits.some((i) => replicas[i] === 0 && services.nameOf(i) === target.value)) report.error(target.at, messages.hitsNothing(target.value));
    }
    return { name, ...resolveFailure(field, report), hits, probability: valueOr(shock.probability, 1) };
  });
}

/** Where a service says that it needs, or wants, another. */
function dependencyPlace(service: NonNullable<Extract<DocumentFields['services'], { ok: true }>>['value'][number], other: string): Place {
  const fields = service.field.ok ? service.field.value.fields : {};
  const needed = valueOr(fields.needs, []).find((field) => field.ok && field.value === other);
  return needed?.at ?? valueOr(fields.wants, []).find(({ name }) => name === other)?.at ?? service.at;
}

function resolveGoals(fields: DocumentFields, report: Report): Pick<Model, 'targets' | 'losses' | 'sla' | 'simulation'> {
  const targets = fields.targets?.ok === true ? fields.targets.value.fields : {};
  const losses = fields.losses?.ok === true ? fields.losses.value.fields : {};
  const sla = fields.sla?.ok === true ? fields.sla.value.fields : {};
  const simulation = fields.simulation?.ok === true ? fields.simulation.value.fields : {};
  const budget = valueOr(targets.budget, null);
  checkTimes(fields.simulation, report);
  const errorRate = sla['error-rate'];
  if (errorRate?.ok === true && errorRate.value === 1) report.warning(errorRate.at, messages.neverDown());
  return {
    targets: {
      availability: valueOr(targets.availability, null),
      rtoSeconds: valueOr(targets.rto, null),
      rpoSeconds: valueOr(targets.rpo, null),
      // Rounded to what was meant: there and back through seconds, 40000 would not quite be 40000.
      budgetPerYear: budget === null ? null : Number((budget * SECONDS_PER_YEAR).toPrecision(15)),
    },
    losses: { downtimePerSecond: valueOr(losses.downtime, 0), dataPerSecond: valueOr(losses.data, 0) },
    sla: { errorRate: valueOr(errorRate, 0.05) },
    simulation: {
      years: valueOr(simulation.years, 10_000),
      seed: valueOr(simulation.seed, '1'),
      warmUpSeconds: valueOr(simulation['warm-up'], SECONDS_PER_YEAR),
    },
  };
}
