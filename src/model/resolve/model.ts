import { AT_ONCE } from '../../random/distribution.ts';
import { SECONDS_PER_YEAR } from '../../units/index.ts';
import type { DocumentFields, NamedService, ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Component, Domain, Model } from '../model.ts';
import type { Report } from '../report.ts';
import type { Parameters } from '../scope/parameters.ts';
import type { Location } from '../tree.ts';
import { instantiateInSites } from './instantiate.ts';
import { Directory } from './directory.ts';
import { resolveChecks } from './checks.ts';
import { checkCanaries } from './deploys.ts';
import { type DomainTree, resolveDomains } from './domains.ts';
import { putIntoSitesBy, resolveEntry } from './entry.ts';
import { resolveExperiments } from './experiments.ts';
import { resolveFailures } from './failures.ts';
import { isBad, valueOr } from './fields.ts';
import { type Graph, orderGraph } from './graph.ts';
import { resolveInstances } from './instances.ts';
import { dependencies, wordsOfFailsafe, type Links, resolveLinks, splitNeeds, withInstances } from './links.ts';
import { resolveBySite, resolveTraffic } from './load.ts';
import { Names } from './names.ts';
import { resolveLinksBetween } from './network.ts';
import { resolveSpares, resolveTeams, withWork, type Helpers } from './people.ts';
import { Placer, resolveScopes, type PlacementScope, type PlacementWish } from './placement.ts';
import { checkWithin } from './check-within.ts';
import { wordsOfBackups } from '../backups.ts';
import { resolveService } from './services.ts';
import { checkDependencies, checkSize, checkTimes, tooManyMembers, tooManyServices } from './size.ts';
import { resolveShocks, wordsOfShocks } from './shocks.ts';
import { resolveSla } from './sla.ts';
import { resolveStacks } from './stacks.ts';
import { wordsOfStandby } from './standby-failures.ts';
import type { Surroundings } from './surroundings.ts';
import { resolveTargets } from './targets.ts';
import type { Whole } from './whole.ts';

/** What an expanded model has to say beside the model itself: where services stand, rather than their members. */
export interface Layout {
  readonly wish: PlacementWish;
  readonly scope: PlacementScope;
}

export interface Resolved {
  readonly model: Model;
  readonly layouts: readonly Layout[];
  readonly whole: Whole;
}

/** Warns of what is legal and yet hardly meant. */
export type Suspect = (model: Model, whole: Whole, parameters: Parameters, report: Report) => void;

/**
 * From what was read to what it means. Reports everything that does not fit together; the result counts only if nothing
 * was.
 */
export function resolveModel(
  fields: DocumentFields,
  root: Location,
  parameters: Parameters,
  identity: Pick<Model, 'name' | 'sha256' | 'words'>,
  report: Report,
  suspect: Suspect,
): Resolved {
  const tree = resolveDomains(fields.domains, report);
  const components = resolveComponents(fields, report);
  const named = valueOr(fields.services, []);
  const known = knownNames(fields, tree, components, parameters, report);
  const teams = resolveTeams(fields, known.teams, report);
  if (fields.services?.ok === true && named.length === 0) report.error(fields.services.at, messages.noServices());
  const graph = resolveGraph(named, known.services, report);
  const { drafts, stacks, scopes, instances, services } = resolveServices(
    named,
    tree,
    { ...known, parts: components, checks: resolveChecks(fields, report), isLinked: fields.links !== undefined },
    graph,
    report,
  );
  const helpers: Helpers = { ...known, instances, report };
  const shocks = resolveShocks(fields, tree, drafts, helpers);
  const broken =
    graph.circles.length > 0 ||
    known.services.missed ||
    named.some(({ field }) => !field.ok || field.value.incomplete || hasBadLinks(field.value.fields));
  const entry = resolveEntry(fields, root, named, { graph: graph.all, broken }, known.services, report);
  const entryAt = instances.all.findIndex((instance) => instance === instances.outside(entry));
  if (entryAt < 0 && !report.hasErrors) {
    const by = putIntoSitesBy(entry, drafts, stacks);
    report.error(fields.entry?.at ?? root, messages.entryInSites(named[entry].name, by));
  }

  const plain: Model = {
    ...identity,
    words: wordsOfBackups(
      wordsOfShocks(wordsOfFailsafe(wordsOfStandby(identity.words, services), services), shocks),
      services,
    ),
    description: valueOr(fields.description, ''),
    currency: valueOr(fields.currency, 'USD'),
    parameters: parameterValues(parameters),
    domains: domainsWithWork(fields, tree, helpers),
    components: componentsWithWork(fields, components, helpers),
    teams,
    links: resolveLinksBetween(fields, tree, known.domains, helpers),
    shocks,
    services,
    entry: Math.max(0, entryAt),
    experiments: [],
    ...resolveGoals(fields, { tree, domains: known.domains }, report),
  };
  const written = instances.all.map((instance) => named[instance.written]);
  if (!report.hasErrors) checkDependencies(services, written, report);
  if (!report.hasErrors) checkWithin(plain, { drafts, instances }, report);
  if (!report.hasErrors) checkCanaries(plain, named, report);
  if (!report.hasErrors) checkSize(plain, root, report);
  const isWhole = !broken && instances.all.length > 0 && !tree.incomplete && !isBad(fields.components);
  const model: Model = { ...plain, experiments: resolveExperiments(fields, plain, isWhole, report) };
  const whole: Whole = {
    ...{ fields, tree, graph: graph.all, named, drafts, stacks },
    ...{ instances, scopes, writtenEntry: entry },
  };
  if (!report.hasErrors) suspect(model, whole, parameters, report);
  return { model, layouts: drafts.map(({ wish }, i) => ({ wish, scope: scopes[i] })), whole };
}

interface Known {
  readonly services: Names;
  readonly components: Names;
  readonly domains: Names;
  readonly teams: Names;
}

/** What can be named, each kind with its names. */
function knownNames(
  fields: DocumentFields,
  tree: DomainTree,
  components: readonly Component[],
  parameters: Parameters,
  report: Report,
): Known {
  const named = valueOr(fields.services, []);
  const directory = new Directory(
    fields,
    named,
    tree,
    parameters.values().map(({ name }) => name),
  );
  const namesOf = (
    kind: 'service' | 'component' | 'domain' | 'team',
    list: readonly { name: string }[],
    isBroken: boolean,
  ) =>
    new Names(
      kind,
      list.map(({ name }) => name),
      isBroken,
      report,
      directory,
    );
  return {
    services: namesOf('service', named, isBad(fields.services)),
    components: namesOf('component', components, isBad(fields.components)),
    domains: namesOf('domain', tree.list, tree.incomplete),
    teams: namesOf('team', valueOr(fields.teams, []), isBad(fields.teams)),
  };
}

interface ServiceGraph {
  readonly links: readonly Links[];
  /** Whom each needs or wants. */
  readonly needed: Graph;
  /** The same, and what it has instances of in its sites. */
  readonly all: Graph;
  readonly order: readonly number[];
  readonly circles: readonly (readonly number[])[];
}

/** How services depend on each other; reports each circle. */
function resolveGraph(named: readonly NamedService[], services: Names, report: Report): ServiceGraph {
  const links = named.map((service) => resolveLinks(service, services, report));
  const needed = dependencies(links);
  const all = withInstances(needed, links);
  const { order, circles } = orderGraph(all);
  for (const circle of circles) {
    const [first] = circle;
    report.error(
      dependencyLocation(named[first], named[circle[1] ?? first].name),
      messages.dependencyCycle([...circle, first].map((i) => named[i].name)),
    );
  }
  return { links, needed, all, order, circles };
}

type ResolvedServices = Pick<Whole, 'drafts' | 'stacks' | 'scopes' | 'instances'> & Pick<Model, 'services'>;

/** Each service as it is written, where it stands, and what its instances in sites are. */
function resolveServices(
  named: readonly NamedService[],
  tree: DomainTree,
  known: Known & Pick<Surroundings, 'parts' | 'checks' | 'isLinked'>,
  { links, needed, all, order, circles }: ServiceGraph,
  report: Report,
): ResolvedServices {
  const countless = tooManyServices(named, report);
  const stacks = countless ? named.map(() => new Set<number>()) : resolveStacks(all, links);
  const kinds = new Set(tree.list.map(({ kind }) => kind));
  const around: Surroundings = { ...known, kinds, services: named, links, stacks };
  const drafts = named.map((_, i) => resolveService(i, around, report));
  const wishes = drafts.map(({ wish }) => wish);
  const scopes = resolveScopes(wishes, needed, order);
  const broken = circles.length > 0 || countless;
  const instances = instantiateInSites({ drafts, stacks, scopes, tree, broken }, report);
  const crowded = countless || tooManyMembers(instances.all, drafts, report);
  const placer = new Placer(tree, report);
  const services = resolveInstances(instances, { drafts, stacks, scopes, placer, crowded, report });
  return { drafts, stacks, scopes, instances, services };
}

function parameterValues(parameters: Parameters): Model['parameters'] {
  return Object.fromEntries(
    parameters.values().map(({ name, value, text }) => [name, value.kind === 'quantity' ? value.quantity.value : text]),
  );
}

/** What it says of other services cannot be read. */
function hasBadLinks({ needs, wants, of, failover }: ServiceFields): boolean {
  const coordinators = failover?.ok === true ? failover.value.fields.needs : failover;
  return [needs, wants, of, coordinators].some(isBad);
}

function resolveComponents(fields: DocumentFields, report: Report): Component[] {
  return valueOr(fields.components, []).map(({ name, field }) => {
    const component = field.ok ? field.value.fields : {};
    return {
      name,
      failures: resolveFailures(component.failures, report, 'component'),
      ...resolveSpares(component.spares, report),
      restart: valueOr(component.restart, AT_ONCE),
      standbyFailures: valueOr(component['standby-failures'], null),
      costPerSecond: valueOr(component.cost, 0),
    };
  });
}

/** What repairs wait for is known once services are. */
function componentsWithWork(fields: DocumentFields, components: readonly Component[], helpers: Helpers): Component[] {
  return valueOr(fields.components, []).map(({ field }, i) => {
    const failures = field.ok ? field.value.fields.failures : undefined;
    return { ...components[i], failures: withWork(components[i].failures, failures, components[i], helpers) };
  });
}

function domainsWithWork(fields: DocumentFields, { list }: DomainTree, helpers: Helpers): Domain[] {
  const found: Domain[] = [];
  const visit = (domains: DocumentFields['domains']): void => {
    for (const { field } of valueOr(domains, [])) {
      const inner = field.ok ? field.value.fields : {};
      const domain = list[found.length];
      found.push({ ...domain, failures: withWork(domain.failures, inner.failures, 'domain', helpers) });
      visit(inner.domains);
    }
  };
  visit(fields.domains);
  return found;
}

/** Where a service says that it needs, or wants, another, or works on instances of it. */
function dependencyLocation(service: NamedService, other: string): Location {
  const fields = service.field.ok ? service.field.value.fields : {};
  const failover = fields.failover?.ok === true ? fields.failover.value.fields : {};
  const { names, records } = splitNeeds(fields);
  const choices = records.flatMap(({ fields: need }) => [
    ...valueOr(need['any-of'], []),
    ...(need.service === undefined ? [] : [need.service]),
  ]);
  const needed = [...names, ...choices, ...valueOr(failover.needs, [])].find(
    (field) => field.ok && field.value === other,
  );
  const of = fields.of?.ok === true && fields.of.value === other ? fields.of.at : undefined;
  return needed?.at ?? valueOr(fields.wants, []).find(({ name }) => name === other)?.at ?? of ?? service.at;
}

function resolveGoals(
  fields: DocumentFields,
  { tree, domains }: { readonly tree: DomainTree; readonly domains: Names },
  report: Report,
): Pick<Model, 'targets' | 'losses' | 'sla' | 'traffic' | 'trafficBySite' | 'simulation' | 'assumptions'> {
  const losses = fields.losses?.ok === true ? fields.losses.value.fields : {};
  const simulation = fields.simulation?.ok === true ? fields.simulation.value.fields : {};
  checkTimes(fields.simulation, report);
  return {
    // All failures have been read.
    ...(report.assumptions.length === 0 ? {} : { assumptions: report.assumptions }),
    targets: resolveTargets(fields, tree, report),
    losses: { downtimePerSecond: valueOr(losses.downtime, 0), dataPerSecond: valueOr(losses.data, 0) },
    sla: resolveSla(fields, report),
    traffic: resolveTraffic(fields, report),
    trafficBySite: resolveBySite(fields, domains, report),
    simulation: {
      years: valueOr(simulation.years, 10_000),
      seed: valueOr(simulation.seed, '1'),
      warmUpSeconds: valueOr(simulation['warm-up'], SECONDS_PER_YEAR),
      missionSeconds: valueOr(simulation.mission, null),
    },
  };
}
