import type { Model, Service } from '../../model/model.ts';
import type { Distribution } from '../../random/distribution.ts';
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

/** A health check's two delays are no exponential times; only where both take none it is as if there were no check. */
export function returnsPerSecond({ name, mode, healthCheck }: Service): number {
  if (healthCheck === null || mode !== 'active-active') return Infinity;
  refuseCheck(name, healthCheck);
  return perSecond(`${name}'s slow-start`, healthCheck.slowStart);
}

function refuseCheck(name: string, { intervalSeconds, timeoutSeconds }: NonNullable<Service['healthCheck']>): void {
  if (intervalSeconds > 0 || timeoutSeconds > 0)
    throw new NotMarkov(`${name}'s health check takes a time that is not exponential`);
}

/** @param canLoseData some failure destroys copies of its data */
export function failoverRates(service: Service, canLoseData: boolean): ChainFailover {
  const { name, healthCheck, replication } = service;
  const failover = service.failover!;
  const rate = (key: string, time: Distribution) => perSecond(`${name}'s ${key}`, time);
  if (failover.detect === null && healthCheck !== null) refuseCheck(name, healthCheck);
  if (failover.redirect.kind === 'dns' && failover.redirect.ttlSeconds > 0)
    throw new NotMarkov(`${name}'s clients move over within a fixed dns-ttl`);
  if (replication !== null && replication.mode !== 'sync' && replication.maxLagSeconds < Infinity)
    throw new NotMarkov(`${name}'s max-lag asks how long a standby was away`);
  const { failback } = failover;
  return {
    detectsPerSecond: failover.detect === null ? Infinity : rate('failover.detect', failover.detect),
    decidesPerSecond: rate('failover.decide', failover.decide),
    promotesPerSecond: rate('failover.promote', failover.promote),
    redirectsPerSecond:
      failover.redirect.kind === 'dns' ? Infinity : rate('failover.redirect', failover.redirect.delay),
    retriesPerSecond: failover.success < 1 ? rate('failover.retry', failover.retry) : Infinity,
    rebuildsPerSecond: rate('failover.rebuild', failover.rebuild),
    success: failover.success,
    failback:
      failback === null
        ? null
        : {
            afterPerSecond: rate('failback.after', failback.after),
            takesPerSecond: failback.takes === null ? null : rate('failback.takes', failback.takes),
          },
    needlessPerSecond: failover.falsePositive === null ? 0 : rate('false-positive', failover.falsePositive),
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
