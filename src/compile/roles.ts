import type { FailureMode, Model, Service } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import { mean } from '../random/moments.ts';

/**
 * Long-run chance that an active-passive service's second member is active, and not its first: where a history begins.
 * Without failback the role moves to the first member in their order whenever another one's active is lost, and to the
 * second when the first is: so the two take turns, each for its mean time between losses. (Others are active only
 * after double failures.) With failback the first is home. Of sites only the domains' and shocks' own failures are
 * counted: what fails inside is alike in all of them.
 */
export function secondActive(model: Model, service: Service): number {
  if (!MODES[service.mode].standsBy || service.failover?.failback || service.placement.length < 2) return 0;
  const [first, second] = [lossesPerSecond(model, service, 0), lossesPerSecond(model, service, 1)];
  // Mean stays 1/first and 1/second.
  return first + second > 0 ? first / (first + second) : 0;
}

function lossesPerSecond(model: Model, service: Service, replica: number): number {
  let rate = service.component < 0 ? 0 : ratePerSecond(model.components[service.component].failures);
  for (let d = service.placement[replica]; d >= 0; d = model.domains[d].parent)
    rate += ratePerSecond(model.domains[d].failures);
  const index = model.services.indexOf(service);
  for (const shock of model.shocks)
    if (isIn(model.domains, service.placement[replica], shock.domains ?? []))
      rate += shock.probability * ratePerSecond([shock]);
  for (const shock of model.shocks) if (shock.hits.includes(index)) rate += shock.probability * ratePerSecond([shock]);
  const needless = service.failover?.falsePositive;
  return needless ? rate + 1 / mean(needless) : rate;
}

function isIn(domains: Model['domains'], domain: number, outer: readonly number[]): boolean {
  return domain >= 0 && (outer.includes(domain) || isIn(domains, domains[domain].parent, outer));
}

function ratePerSecond(modes: readonly FailureMode[]): number {
  return modes.reduce((sum, mode) => sum + 1 / (mean(mode.up) + mean(mode.down)), 0);
}
