import { messages } from '../messages/index.ts';
import type { Model, Service, Target } from '../model.ts';
import { MODES } from '../modes.ts';
import { parts } from '../network.ts';
import { reliesOn } from '../relies.ts';
import type { Report } from '../report.ts';
import { isWithin, type DomainTree } from './domains.ts';
import { valueOr } from './fields.ts';
import { reachableFrom } from './graph.ts';
import type { Whole } from './whole.ts';

function reachedFrom(service: Service): number[] {
  return [...reliesOn(service), ...(service.sites ?? [])];
}

/** Experiments that strike what the entry does not depend on. */
export function suspectExperiments(model: Model, { fields, tree }: Whole, report: Report): void {
  if (model.experiments.length === 0) return;
  const { services, entry } = model;
  const reached = reachableFrom(services.map(reachedFrom), entry);
  const places = new Set<number>();
  for (const service of reached) for (const domain of services[service].placement) places.add(domain);
  const known = new Map<Target, boolean>();
  const matters = (target: Target): boolean => {
    const answer =
      known.get(target) ??
      (target.kind === 'domain'
        ? [...places].some((domain) => isWithin(tree, domain, target.domain))
        : target.kind === 'link'
          ? target.links.some((link) => parts(model, model.links[link], [...places]))
          : target.services.some((service) => reached.has(service)));
    known.set(target, answer);
    return answer;
  };
  valueOr(fields.experiments, []).forEach(({ field }, i) => {
    if (!field.ok) return;
    // Without errors every target has its step, in this order.
    const texts = [...valueOr(field.value.fields.fail, []), ...valueOr(field.value.fields.corrupt, [])];
    model.experiments[i].steps.forEach(({ target }, step) => {
      if (!matters(target))
        report.warning(texts[step].at, messages.experimentMisses(target.text, services[entry].name));
      const wandering = step > 0 ? undefined : wanderer(target, model, reached, tree);
      if (wandering !== undefined)
        report.warning(texts[step].at, messages.rolesWander(target.text, wandering.name, wandering.sites !== null));
    });
  });
}

/**
 * A service whose first member is what an experiment strikes, while others stand elsewhere and nothing makes the first
 * the active again: in some runs somebody else is, and the fault strikes a standby.
 */
function wanderer(
  target: Target,
  { services }: Model,
  reached: ReadonlySet<number>,
  tree: DomainTree,
): Service | undefined {
  // Where other members are struck as well, the experiment asks about those too.
  const strikes = (i: number): boolean =>
    target.kind === 'domain' &&
    services[i].placement.some((domain) => domain >= 0 && isWithin(tree, domain, target.domain));
  const found = services.find((service, i) => {
    const { mode, failover, placement } = service;
    if (
      !reached.has(i) ||
      !MODES[mode].standsBy ||
      failover === null ||
      failover.failback !== null ||
      placement.length < 2
    )
      return false;
    if (target.kind === 'member') return target.services.includes(i) && target.replica === 0;
    if (target.kind !== 'domain') return false;
    const struck = placement.map((domain) => domain >= 0 && isWithin(tree, domain, target.domain));
    return struck[0] && struck.includes(false);
  });
  if (found === undefined || target.kind !== 'domain') return found;
  const standsIn = reachableFrom(services.map(reachedFrom), services.indexOf(found));
  return [...reached].some((i) => strikes(i) && !(found.sites !== null && standsIn.has(i)) && services[i] !== found)
    ? undefined
    : found;
}
