import { deploysOf } from '../../model/deploys.ts';
import type { Component, FailureMode, Model, Service } from '../../model/model.ts';
import { timeAt, withTime } from '../../model/time-path.ts';
import { FAILURE_TIMES, OTHER_TIMES, timesOf } from '../../model/times.ts';
import { mean } from '../../random/moments.ts';
import type { SensitivityInput } from '../report-explanation.ts';
import { reachOf } from './reach.ts';
import { type Stretch, stretched } from './stretch.ts';

/** A time in a model, or a number of people or parts, that can be another with everything else the same. */
export interface TimeInput {
  readonly name: string;
  readonly kind: Exclude<SensitivityInput['kind'], 'parameter'>;
  /** Mean, seconds; of a number the number itself. */
  readonly seconds: number;
  /** Of a number the least that it may be; absent: a time. */
  readonly least?: number;
  /** Causes of incidents, as in a report, that are its own; for a delay those that it follows on. */
  readonly causes: readonly string[];
  /** The model with this time longer or shorter, or with another number. */
  readonly change: (model: Model, by: Stretch) => Model;
}

/**
 * Every mtbf, mttr and delay that the entry can depend on and that is not zero, in the model's order: domains, shocks,
 * components, services. A component that several services are made of is one input, and so are the copies of a service.
 */
export function timeInputs(model: Model): TimeInput[] {
  const reach = reachOf(model);
  const services = [...reach.services].sort((a, b) => a - b);
  return [
    ...model.domains.flatMap((_, domain) => (reach.domains.has(domain) ? domainInputs(model, domain) : [])),
    ...model.shocks.flatMap(({ hits, probability }, shock) =>
      hits.some((service) => reach.services.has(service)) && probability > 0 ? shockInputs(model, shock) : [],
    ),
    ...model.components.flatMap((_, component) =>
      reach.components.has(component) ? componentInputs(model, component, services) : [],
    ),
    ...teamInputs(model, services),
    ...crewInputs(model, services),
    ...byWritten(model, services).flatMap(({ written, copies }) => writtenInputs(model, written, copies)),
  ];
}

function domainInputs(model: Model, domain: number): TimeInput[] {
  const { name, failures } = model.domains[domain];
  return failures.flatMap((mode, index) =>
    modeInputs(`${name}/${mode.name}`, mode, [`${name}/${mode.name}`], (from, changed) => ({
      ...from,
      domains: from.domains.map((each, i) => (i === domain ? withMode(each, index, changed) : each)),
    })),
  );
}

function shockInputs(model: Model, shock: number): TimeInput[] {
  const mode = model.shocks[shock];
  return modeInputs(mode.name, mode, [mode.name], (from, changed) => ({
    ...from,
    shocks: from.shocks.map((each, i) => (i === shock ? { ...each, ...changed(each) } : each)),
  }));
}

/** How long each team takes to answer, and until another is asked as well; of whatever it may be asked for. */
function teamInputs(model: Model, services: readonly number[]): TimeInput[] {
  const causes = serviceCauses(model, services);
  return model.teams.flatMap(({ name }, team) =>
    (['acknowledge', 'escalate.after'] as const).flatMap((path): TimeInput[] => {
      const { written, input: kind } = OTHER_TIMES[`teams.${path}`];
      const seconds = timeAt(model.teams[team], path);
      if (seconds === null || !(mean(seconds) > 0)) return [];
      const change = (from: Model, by: Stretch): Model => ({
        ...from,
        teams: from.teams.map((each, i) => (i === team ? longer(each, path, by) : each)),
      });
      return [{ name: `${name} ${written}`, kind, seconds: mean(seconds), causes, change }];
    }),
  );
}

/** How many people each team has, where that is limited. */
function crewInputs(model: Model, services: readonly number[]): TimeInput[] {
  const causes = serviceCauses(model, services);
  return model.teams.flatMap(({ name, people }, team): TimeInput[] => {
    if (people === Infinity) return [];
    const change = (from: Model, by: Stretch): Model => ({
      ...from,
      teams: from.teams.map((each, i) => (i === team ? { ...each, people: by(each.people) } : each)),
    });
    return [{ name: `${name} people`, kind: 'people', seconds: people, least: 1, causes, change }];
  });
}

/** @param reached services that the entry can depend on */
function componentInputs(model: Model, component: number, reached: readonly number[]): TimeInput[] {
  const { name, failures, restart, spares } = model.components[component];
  const services = reached.filter((service) => model.services[service].component === component);
  const change = (from: Model, changed: (each: Component) => Component): Model => ({
    ...from,
    components: from.components.map((each, i) => (i === component ? changed(each) : each)),
  });
  const modes = failures.flatMap((mode, index) => {
    const causes = services.map((service) => `${model.services[service].name}/${mode.name}`);
    return modeInputs(`${name}/${mode.name}`, mode, causes, (from, changed) =>
      change(from, (each) => withMode(each, index, changed)),
    );
  });
  const restarts = services.some((service) =>
    model.services[service].placement.some((domain) => canFail(model, domain)),
  );
  const taking = failures.filter(({ work }) => work?.needsSpare === true);
  if (spares !== undefined && taking.length > 0 && mean(spares.leadTime) > 0) {
    const { written, input: kind } = OTHER_TIMES['components.spares.leadTime'];
    const causes = services.flatMap((service) => taking.map((mode) => `${model.services[service].name}/${mode.name}`));
    modes.push(
      {
        ...{ name: `${name} ${written}`, kind, seconds: mean(spares.leadTime), causes },
        change: (from, by) => change(from, (each) => longer(each, 'spares.leadTime', by)),
      },
      {
        ...{ name: `${name} spares.stock`, kind: 'stock', seconds: spares.stock, least: 0, causes },
        change: (from, by) => change(from, (each) => ({ ...each, spares: { ...spares, stock: by(spares.stock) } })),
      },
    );
  }
  if (!restarts || !(mean(restart) > 0)) return modes;
  const { written, input: kind } = OTHER_TIMES['components.restart'];
  return [
    ...modes,
    {
      ...{ name: `${name} ${written}`, kind, seconds: mean(restart), causes: domainCauses(model, services) },
      change: (from, by) => change(from, (each) => longer(each, 'restart', by)),
    },
  ];
}

/** @param copies of one service as it was written */
function writtenInputs(model: Model, written: string, copies: readonly number[]): TimeInput[] {
  const suspected = copies.map((copy) => `${model.services[copy].name}/false-positive`);
  return serviceInputs(model.services[copies[0]]).map(({ name, kind, seconds, change }): TimeInput => ({
    ...{ name: `${written} ${name}`, kind, seconds },
    causes: name.startsWith('deploy.')
      ? deployCauses(model, copies)
      : kind === 'mtbf'
        ? suspected
        : serviceCauses(model, copies),
    change: (from, by) => ({
      ...from,
      services: from.services.map((each) => (each.written === written ? change(each, by) : each)),
    }),
  }));
}

interface Stretchable<T> extends Pick<TimeInput, 'name' | 'kind' | 'seconds'> {
  readonly change: (owner: T, by: Stretch) => T;
}

/** The times of a service that are not zero. */
function serviceInputs(service: Service): Stretchable<Service>[] {
  return timesOf(service).flatMap(([path, { name, written, input: kind }]) => {
    const seconds = mean(timeAt(service, path)!);
    if (kind === null || !(seconds > 0)) return [];
    return [{ name: name ?? written, kind, seconds, change: (owner, by) => longer(owner, path, by) }];
  });
}

function longer<T extends object>(owner: T, path: string, by: Stretch): T {
  const time = timeAt(owner, path);
  return time === null ? owner : withTime(owner, path, stretched(time, by));
}

function modeInputs(
  name: string,
  failure: FailureMode,
  causes: readonly string[],
  change: (model: Model, changed: (mode: FailureMode) => FailureMode) => Model,
): TimeInput[] {
  return (['up', 'down'] as const)
    .map((path): TimeInput => {
      const { written, input } = FAILURE_TIMES[path];
      const seconds = mean(failure[path]);
      return {
        ...{ name: `${name} ${written}`, kind: input, seconds, causes },
        change: (model, by) => change(model, (mode) => longer(mode, path, by)),
      };
    })
    .filter(({ seconds }) => seconds > 0);
}

function withMode<T extends { readonly failures: readonly FailureMode[] }>(
  owner: T,
  index: number,
  changed: (mode: FailureMode) => FailureMode,
): T {
  return { ...owner, failures: owner.failures.map((mode, i) => (i === index ? changed(mode) : mode)) };
}

/** Copies of one service, in the order in which services were written. */
function byWritten({ services }: Model, reached: readonly number[]): { written: string; copies: number[] }[] {
  const groups = new Map<string, number[]>();
  for (const service of reached) {
    const { written } = services[service];
    const group = groups.get(written);
    if (group === undefined) groups.set(written, [service]);
    else group.push(service);
  }
  return Array.from(groups, ([written, copies]) => ({ written, copies }));
}

function canFail({ domains }: Model, domain: number): boolean {
  for (let d = domain; d >= 0; d = domains[d].parent) if (domains[d].failures.length > 0) return true;
  return false;
}

/** What a service's detection, failover and election follow on: all that strikes its members. */
function serviceCauses(model: Model, copies: readonly number[]): string[] {
  const own = copies.flatMap((copy) => {
    const { name, component, sites } = model.services[copy];
    const inside = sites === null ? [] : serviceCauses(model, sites);
    return [
      ...(component < 0 ? [] : model.components[component].failures.map((mode) => `${name}/${mode.name}`)),
      ...inside,
    ];
  });
  const shocks = model.shocks.filter(({ hits }) => hits.some((hit) => copies.includes(hit))).map(({ name }) => name);
  return [...new Set([...own, ...shocks, ...deployCauses(model, copies), ...domainCauses(model, copies)])];
}

function deployCauses(model: Model, copies: readonly number[]): string[] {
  return deploysOf(model).flatMap(({ cause, hits }) => (hits.some((hit) => copies.includes(hit)) ? [cause] : []));
}

function domainCauses({ services, domains }: Model, among: readonly number[]): string[] {
  const causes = new Set<string>();
  for (const service of among) {
    for (const domain of new Set(services[service].placement)) {
      for (let d = domain; d >= 0; d = domains[d].parent) {
        for (const mode of domains[d].failures) causes.add(`${domains[d].name}/${mode.name}`);
      }
    }
  }
  return [...causes];
}
