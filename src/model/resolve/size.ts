import { backupsOf } from '../backups.ts';
import { mean } from '../../random/moments.ts';
import { formatNumber, SECONDS_PER_YEAR } from '../../units/index.ts';
import { deploysOf } from '../deploys.ts';
import type { Named } from '../language/kinds.ts';
import type { DocumentFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { FailureMode, Model, Service } from '../model.ts';
import { answersBy } from '../relies.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import type { Instance } from './instantiate.ts';
import { orderGraph, reachableFrom } from './graph.ts';
import { MODEL_LIMITS } from './limits.ts';
import type { Draft } from './services.ts';

/** Whether the services are too many by themselves; reported where their number passes the limit. */
export function tooManyServices(named: readonly Named<unknown>[], report: Report): boolean {
  if (named.length <= MODEL_LIMITS.services) return false;
  report.error(named[MODEL_LIMITS.services].at, messages.tooManyServices(named.length, MODEL_LIMITS.services));
  return true;
}

/** Whether the members are too many even to be listed; reported where their number passes the limit. */
export function tooManyMembers(instances: readonly Instance[], drafts: readonly Draft[], report: Report): boolean {
  const counts = instances.map(({ written, domains }) => drafts[written].replicas + domains.length);
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const before = sum;
    sum += counts[i];
    if (before <= MODEL_LIMITS.members && sum > MODEL_LIMITS.members) {
      const all = counts.reduce((a, b) => a + b, 0);
      report.error(drafts[instances[i].written].at, messages.tooManyMembers(all, MODEL_LIMITS.members));
      return true;
    }
  }
  return false;
}

/**
 * Whether the services' answers, written out as `compile/answers.ts` does, take too much room: what is needed counts
 * once in each answer, but a wanted service, or one of several that will do, brings its own answer along wherever it
 * is, so that a few dozen that fork and meet again can be a million. There are no circles. `written` says where each
 * service stands in the text.
 */
export function checkDependencies(
  services: readonly Service[],
  written: readonly Named<unknown>[],
  report: Report,
): void {
  const needs = services.map((service) => service.needs);
  const { order } = orderGraph(services.map((service) => [...answersBy(service), ...(service.sites ?? [])]));
  const sizes = new Array<number>(services.length).fill(0);
  let sum = 0;
  let largest = order[0];
  for (const service of [...order].reverse()) {
    for (const needed of reachableFrom(needs, service)) {
      sizes[service]++;
      for (const want of services[needed].wants) sizes[service] += 2 + sizes[want.service];
      for (const group of services[needed].anyOf) for (const choice of group) sizes[service] += 2 + sizes[choice];
    }
    sum += sizes[service];
    if (sizes[service] >= sizes[largest]) largest = service;
  }
  if (sum > MODEL_LIMITS.dependencies) {
    report.error(
      written[largest].at,
      messages.tooManyDependencies(formatNumber(sum), formatNumber(MODEL_LIMITS.dependencies)),
    );
  }
}

/** Whether more time is asked for than can be simulated. */
export function checkTimes(simulation: DocumentFields['simulation'], report: Report): void {
  if (simulation?.ok !== true) return;
  const { years, 'warm-up': warmUp, mission } = simulation.value.fields;
  if (mission?.ok === true && mission.value === 0) report.error(mission.at, messages.emptyMission());
  if (mission?.ok === true && mission.value > MODEL_LIMITS.warmUpYears * SECONDS_PER_YEAR)
    report.error(
      mission.at,
      messages.missionTooLong(formatNumber(mission.value / SECONDS_PER_YEAR), formatNumber(MODEL_LIMITS.warmUpYears)),
    );
  if (years?.ok === true && years.value > MODEL_LIMITS.years) {
    report.error(years.at, messages.tooManyYears(formatNumber(years.value), formatNumber(MODEL_LIMITS.years)));
  }
  if (warmUp?.ok === true && warmUp.value > MODEL_LIMITS.warmUpYears * SECONDS_PER_YEAR) {
    report.error(
      warmUp.at,
      messages.warmUpTooLong(formatNumber(warmUp.value / SECONDS_PER_YEAR), formatNumber(MODEL_LIMITS.warmUpYears)),
    );
  }
}

/**
 * Whether so much happens in one year that even that would take minutes: failures, each member that a shock strikes,
 * promotions that are tried again and again.
 */
export function checkSize(model: Model, root: Location, report: Report): void {
  const perYear = (failures: readonly FailureMode[]) =>
    failures.reduce((sum, { up, down }) => sum + SECONDS_PER_YEAR / (mean(up) + mean(down)), 0);
  const componentRates = model.components.map(({ failures }) => perYear(failures));
  let events = [...model.domains, ...model.links].reduce((sum, { failures }) => sum + perYear(failures), 0);
  for (const shock of model.shocks) {
    const members = shock.hits.reduce((sum, service) => sum + model.services[service].placement.length, 0);
    const domains = shock.domains?.length ?? 0;
    // Each member's die is cast, whether it is struck or not.
    events += perYear([shock]) * (1 + members + domains);
  }
  // Of good ones nothing is left but a draw.
  for (const { every, hits, changeFailureRate } of deploysOf(model)) {
    const members = hits.reduce((sum, service) => sum + model.services[service].placement.length, 0);
    events += (SECONDS_PER_YEAR / mean(every)) * (1 + changeFailureRate * members);
  }
  const around = model.domains.reduce((sum, { failures }) => sum + perYear(failures), perYear(model.shocks));
  const longest = Math.max(
    0,
    ...[...model.components, ...model.domains].flatMap(({ failures }) => failures.map(({ down }) => mean(down))),
    ...model.shocks.map(({ down }) => mean(down)),
  );
  for (const service of model.services) {
    const { component, placement, failover } = service;
    if (component >= 0) events += placement.length * componentRates[component];
    if (failover !== null)
      events += attemptsPerYear(
        failover,
        longest,
        around + (component < 0 ? 0 : placement.length * componentRates[component]),
      );
    for (const { drillSeconds } of backupsOf(service)) if (drillSeconds) events += SECONDS_PER_YEAR / drillSeconds;
    if (failover?.falsePositive) events += SECONDS_PER_YEAR / mean(failover.falsePositive);
  }
  if (events > MODEL_LIMITS.failuresPerYear) {
    report.error(root, messages.tooManyEvents(formatNumber(events), formatNumber(MODEL_LIMITS.failuresPerYear)));
  }
}

/**
 * At most this often a promotion is tried in a year: after each failure until it succeeds or what failed is repaired.
 * @param failures a year of its members, and of all that could strike them
 */
function attemptsPerYear(
  { success, retry, promote }: NonNullable<Service['failover']>,
  longestRepair: number,
  failures: number,
): number {
  if (success >= 1) return 0;
  const gap = mean(retry) + mean(promote);
  return Math.min(SECONDS_PER_YEAR / gap, failures * Math.min(1 / success, longestRepair / gap));
}
