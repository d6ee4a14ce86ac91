import { mean } from '../../random/moments.ts';
import { formatNumber, SECONDS_PER_YEAR } from '../../units/index.ts';
import type { Named } from '../language/kinds.ts';
import { messages } from '../messages.ts';
import type { FailureMode, Model } from '../model.ts';
import type { Report } from '../report.ts';
import type { Place } from '../source/tree.ts';

/** What can be run at all: beyond this nobody waits for the end. */
export const MODEL_LIMITS = { members: 1_000_000, services: 10_000, failuresPerYear: 1e8 } as const;

/** Whether the members are too many even to be listed; reported where their number passes the limit. */
export function tooManyMembers(replicas: readonly number[], named: readonly Named<unknown>[], report: Report): boolean {
  if (named.length > MODEL_LIMITS.services) {
    report.error(named[MODEL_LIMITS.services].at, messages.tooManyServices(named.length, MODEL_LIMITS.services));
    return true;
  }
  let sum = 0;
  for (let i = 0; i < replicas.length; i++) {
    const before = sum;
    sum += replicas[i];
    if (before <= MODEL_LIMITS.members && sum > MODEL_LIMITS.members) {
      const all = replicas.reduce((a, b) => a + b, 0);
      report.error(named[i].at, messages.tooManyMembers(all, MODEL_LIMITS.members));
      return true;
    }
  }
  return false;
}

/** Whether so much happens in one year that even that would take minutes. */
export function checkSize(model: Model, root: Place, report: Report): void {
  const perYear = (failures: readonly FailureMode[]) =>
    failures.reduce((sum, { up, down }) => sum + SECONDS_PER_YEAR / (mean(up) + mean(down)), 0);
  const componentRates = model.components.map(({ failures }) => perYear(failures));
  let events = model.domains.reduce((sum, { failures }) => sum + perYear(failures), perYear(model.shocks));
  for (const { component, placement, failover } of model.services) {
    if (component >= 0) events += placement.length * componentRates[component];
    if (failover?.falsePositive) events += SECONDS_PER_YEAR / mean(failover.falsePositive);
  }
  if (events > MODEL_LIMITS.failuresPerYear) {
    report.error(root, messages.tooManyEvents(formatNumber(events), formatNumber(MODEL_LIMITS.failuresPerYear)));
  }
}
