import { mean } from '../../random/moments.ts';
import { SECONDS_PER_YEAR, type Problem } from '../../units/index.ts';
import { messages } from '../messages/index.ts';
import type { FailureMode, Model, Service } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import { isWithin, type DomainTree } from './domains.ts';
import { reachableFrom } from './graph.ts';
import type { Whole } from './whole.ts';

/** Less often than this nobody notices the requests that fail until a health check has seen why. */
const BLIPS_PER_YEAR = 0.1;

/**
 * What is hardly meant of members, service by service as they are written; only of what the entry cannot do without.
 */
export function suspectRedundancy(model: Model, { drafts, instances, tree, scopes }: Whole, report: Report): void {
  const { services, entry } = model;
  const needed = reachableFrom(
    services.map(({ needs, anyOf, within, coordinators, sites }) => [
      ...needs,
      ...anyOf.flat(),
      ...within.map(({ service }) => service),
      ...coordinators,
      ...(sites ?? []),
    ]),
    entry,
  );
  const said = new Set<number>();
  services.forEach((service, i) => {
    const { written, site } = instances.all[i];
    // The instances of one service are alike.
    if (said.has(written) || service.sites !== null || !needed.has(i)) return;
    const { fields, at } = drafts[written];
    const unnoticed = failsUnnoticed(service, model);
    const scope = site.around !== null ? site.scope : scopes[written];
    const crowded = scope === null ? null : crowdedDomain(service, scope, model, tree);
    if (unnoticed !== null) report.warning(fields['health-check']?.at ?? at, unnoticed);
    if (crowded !== null) report.warning(fields.across?.at ?? at, crowded);
    if (unnoticed !== null || crowded !== null) said.add(written);
    if (site.around === null) alone(i, model, tree, (message) => report.warning(fields.in?.at ?? at, message));
  });
}

/** One failed member takes more requests with it, until it is noticed, than may fail. */
function failsUnnoticed(
  { mode, healthCheck, retry, placement, component, required }: Service,
  { components, sla }: Model,
): Problem | null {
  const count = placement.length;
  // Where none can be spared its failure counts as down anyway.
  if (!MODES[mode].spreads || healthCheck === null || retry || required >= count || !(1 / count > sla.errorRate))
    return null;
  const { intervalSeconds, unhealthyThreshold, timeoutSeconds } = healthCheck;
  if (!(intervalSeconds * (unhealthyThreshold - 0.5) + timeoutSeconds > 0)) return null;
  const perYear = count * ratePerYear(components[component].failures);
  return perYear < BLIPS_PER_YEAR ? null : messages.failsUntilNoticed(count, sla.errorRate, perYear);
}

function ratePerYear(failures: readonly FailureMode[]): number {
  return failures.reduce((sum, { up, down }) => sum + SECONDS_PER_YEAR / (mean(up) + mean(down)), 0);
}

/**
 * The domain that holds more members than the service can lose, where an even spread over the domains of its kind would
 * not: `across: node` where the first nodes are all in one zone. Only within the one domain in which the service is
 * placed, and below it: where that is was chosen.
 */
function crowdedDomain(
  { placement, required, belowRequired }: Service,
  scope: readonly number[],
  { domains }: Model,
  tree: DomainTree,
): Problem | null {
  const count = placement.length;
  const spare = count - required;
  if (spare < 1 || belowRequired === 'degraded' || scope.length > 1 || placement.includes(-1)) return null;
  const isBelow = (domain: number): boolean =>
    scope.length === 0 || (domain !== scope[0] && isWithin(tree, domain, scope[0]));
  const held = new Map<number, number>();
  for (const member of placement)
    for (let at = member; at >= 0; at = domains[at].parent) held.set(at, (held.get(at) ?? 0) + 1);
  const kinds = new Set(placement.map((each) => domains[each].kind));
  const hasRoom = (domain: number): boolean =>
    tree.list.slice(domain, tree.end[domain]).some(({ kind }) => kinds.has(kind));
  for (const [domain, members] of held) {
    if (members <= spare || domains[domain].failures.length === 0 || !isBelow(domain)) continue;
    const { kind, name } = domains[domain];
    const all = domains.flatMap((each, i) => (each.kind === kind && isBelow(i) && hasRoom(i) ? [i] : []));
    const fewest = Math.ceil(count / all.length);
    if (fewest <= spare) return messages.crowded(kind, name, members, count, spare, fewest);
  }
  return null;
}

/**
 * A service of which all members stand in one domain, while one that needs it is spread so that it survives that one.
 */
function alone(index: number, model: Model, tree: DomainTree, warn: (problem: Problem) => void): void {
  const { services, domains } = model;
  const { placement, name } = services[index];
  const [first = -1] = placement;
  if (first < 0) return;
  const above = services.filter(({ needs }) => needs.includes(index));
  for (let domain = first; domain >= 0; domain = domains[domain].parent) {
    const { kind, failures, name: called } = domains[domain];
    if (failures.length === 0 || !placement.every((each) => isWithin(tree, each, domain))) continue;
    const spread = above.find((other) => {
      const outside = other.placement.filter((each) => each < 0 || !isWithin(tree, each, domain)).length;
      return other.sites === null && outside >= other.required && outside < other.placement.length && outside > 0;
    });
    if (spread !== undefined) return warn(messages.standsAlone(name, kind, called, spread.name));
  }
}
