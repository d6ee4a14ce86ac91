import type { Model, Service } from '../../model/model.ts';
import { timeAt } from '../../model/time-path.ts';
import { type ServiceTime, timesOf } from '../../model/times.ts';
import type { Distribution } from '../../random/distribution.ts';
import { mean } from '../../random/moments.ts';
import { isConstant, isConstantZero } from '../../random/parameters.ts';
import { formatDuration } from '../../units/index.ts';
import { reachOf } from '../sites.ts';

/** Something that takes time, or remembers, so that what is up does not follow from the clocks alone. */
export interface Obstacle {
  readonly reason: string;
  /** How long it takes, on average; 0: it remembers. */
  readonly seconds: number;
}

/** What can happen to members at all, however short: each of these sets a service's own machinery in motion. */
interface Losses {
  /** A member of the service can stop working. */
  canLose(service: number): boolean;
  /** A domain around one of its members can fail. */
  canGoDark(service: number): boolean;
}

export function lossesOf({ services, components, domains, shocks }: Model): Losses {
  const isDark: boolean[] = [];
  // A domain's parent comes before it.
  for (const { parent, failures } of domains) isDark.push(failures.length > 0 || (parent >= 0 && isDark[parent]));
  const struck = new Set(shocks.flatMap(({ hits, probability }) => (probability > 0 ? hits : [])));
  const canGoDark = (service: number) => services[service].placement.some((domain) => domain >= 0 && isDark[domain]);
  const failsItself = (service: number) =>
    services[service].component >= 0 &&
    services[service].placement.length > 0 &&
    components[services[service].component].failures.length > 0;
  const isHit = (service: number) => failsItself(service) || canGoDark(service) || struck.has(service);
  return {
    canGoDark,
    // A site stops with its copy, and that with anything that it depends on.
    canLose: (service) =>
      isHit(service) || (services[service].sites ?? []).some((copy) => [...reachOf(services, copy)].some(isHit)),
  };
}

/** An obstacle for each of a service's times that takes any: in the list's words of what it takes so long to do. */
export function takesTimes(service: Service, happens: (time: ServiceTime) => boolean): Obstacle[] {
  return timesOf(service).flatMap(([path, time]) =>
    time.toDo !== null && happens(time) ? takes(service, timeAt(service, path)!, time.toDo, time.isLimit) : [],
  );
}

/** An obstacle where that takes any time. */
export function takes({ name }: Service, time: Distribution, what: string, isLimit = false): Obstacle[] {
  if (isConstantZero(time)) return [];
  const seconds = mean(time);
  const about = isLimit ? `up to ${formatDuration(seconds)}` : formatDuration(seconds);
  return [{ reason: `${name} takes ${about}${isConstant(time) ? '' : ' on average'} ${what}`, seconds }];
}
