import type { Model, Service } from '../../model/model.ts';
import { timeAt } from '../../model/time-path.ts';
import { SERVICE_TIMES, type ServiceTime, type ServiceTimePath, timesOf } from '../../model/times.ts';
import type { Distribution } from '../../random/distribution.ts';
import { isConstantZero } from '../../random/parameters.ts';
import type { ChainFailover, ChainMode } from './markov-system.ts';

/** A count for people: `10,000`. */
export function grouped(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** What in the model is no chain, said as a clause. */
export class NotMarkov extends Error {}

/**
 * A time as a rate per second; Infinity: it takes none.
 * @param what `db's failover.detect`
 * @throws NotMarkov
 */
export function perSecond(what: string, time: Distribution): number {
  if (time.kind === 'exponential') return 1 / time.mean;
  if ((time.kind === 'weibull' || time.kind === 'gamma') && time.shape === 1) return 1 / time.mean;
  if (time.kind === 'constant' && time.value === 0) return Infinity;
  throw new NotMarkov(`${what} is ${time.kind}, not exponential`);
}

/** @param matters false: nobody cares for the data that it destroys */
export function modeRates(
  name: string,
  mode: { readonly up: Distribution; readonly down: Distribution; readonly losesData: boolean },
  matters: boolean,
): ChainMode {
  const failsPerSecond = perSecond(`${name}'s mtbf`, mode.up);
  const repairsPerSecond = perSecond(`${name}'s mttr`, mode.down);
  if (repairsPerSecond === Infinity) throw new NotMarkov(`${name} is over in no time`);
  return { failsPerSecond, repairsPerSecond, losesData: mode.losesData && matters };
}

/** One of a service's times as a rate; Infinity: it takes none, or is not there. @throws NotMarkov */
export function rateOf(service: Service, path: ServiceTimePath): number {
  const { name, written, counts } = SERVICE_TIMES[path] as ServiceTime;
  const time = timeAt(service, path);
  if (time === null || counts?.(service) === false) return Infinity;
  return perSecond(`${service.name}'s ${name ?? written}`, time);
}

/** @throws NotMarkov for a time of the service that is no rate, where it takes any, and for a limit of one */
export function refuseOtherTimes(service: Service): void {
  for (const [path, { chain, input }] of timesOf(service)) {
    if (chain === null || chain === 'rate') continue;
    const isLimit = input === null;
    if (isLimit || !isConstantZero(timeAt(service, path)!)) throw new NotMarkov(`${service.name}'s ${chain}`);
  }
}

/** @param canLoseData some failure destroys copies of its data */
export function failoverRates(service: Service, canLoseData: boolean): ChainFailover {
  const { replication } = service;
  const failover = service.failover!;
  const { failback } = failover;
  const rate = (path: ServiceTimePath) => rateOf(service, path);
  return {
    detectsPerSecond: rate('failover.detect'),
    decidesPerSecond: rate('failover.decide'),
    promotesPerSecond: rate('failover.promote'),
    redirectsPerSecond: rate('failover.redirect.delay'),
    retriesPerSecond: rate('failover.retry'),
    rebuildsPerSecond: rate('failover.rebuild'),
    success: failover.success,
    failback:
      failback === null
        ? null
        : {
            afterPerSecond: rate('failover.failback.after'),
            takesPerSecond: failback.takes === null ? null : rate('failover.failback.takes'),
          },
    needlessPerSecond: failover.falsePositive === null ? 0 : rate('failover.falsePositive'),
    replication: replication === null ? 'none' : replication.mode,
    isStrict: replication?.mode === 'sync' && replication.strict,
    canLoseData,
  };
}

/** Failures that destroy the data of a service: those that strike its members, or all that stands in a domain. */
export function canLoseData(model: Model, index: number): boolean {
  const { component, placement, data } = model.services[index];
  if (component >= 0 && model.components[component].failures.some((mode) => mode.losesData)) return true;
  if (model.shocks.some((shock) => shock.losesData && shock.probability > 0 && shock.hits.includes(index))) return true;
  // Where nobody says who holds data, everything that stands in a destroyed domain is taken to be data.
  if (data === null && model.services.some((service) => service.data !== null)) return false;
  return placement.some((domain) => {
    for (let d = domain; d >= 0; d = model.domains[d].parent)
      if (model.domains[d].failures.some((mode) => mode.losesData)) return true;
    return false;
  });
}
