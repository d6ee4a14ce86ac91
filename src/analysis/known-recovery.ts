import type { Failover, FailureMode, HealthCheck, Model, Service } from '../model/model.ts';
import { mean } from '../random/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { entryUnavailability } from './structure/index.ts';

/** Seconds on average that the slowest service's recovery takes, beside the repair of what failed. */
export function recoveryBesides(model: Model): number {
  return slowest(model.services, (service) => besides(service, model));
}

/** Seconds on average to give back the data from a backup, in the slowest service that has one. */
export function restoreSeconds(model: Model): number {
  return slowest(model.services, ({ data, backup }) =>
    backup === null ? 0 : (mean(backup.provision) + (data?.sizeBytes ?? 0) / backup.restoreRate) / Math.max(backup.restorable, 0.01),
  );
}

/**
 * Seconds a year at most that the entry is down once all failovers are done, as if everything failed independently and
 * each repair took as much longer as anything takes besides: until a standby is rebuilt, a failure is as good as not
 * repaired. Infinity where the structure is too large, and where a healthy standby may not be promoted all the same.
 */
export function structuralDowntime(model: Model): number {
  const isHeldBack = model.services.some(({ replication }) => replication !== null && (replication.strict || replication.maxLagSeconds < Infinity));
  if (isHeldBack || model.simulation.warmUpSeconds === 0) return Infinity;
  const rebuild = slowest(model.services, ({ failover }) => (failover === null ? 0 : mean(failover.rebuild)));
  const longer = recoveryBesides(model) + rebuild;
  const restore = restoreSeconds(model);
  const stretched = <T extends FailureMode>(mode: T): T => ({
    ...mode,
    down: { kind: 'constant', value: mean(mode.down) + longer + (mode.losesData ? restore : 0) },
  });
  const share = entryUnavailability({
    ...model,
    domains: model.domains.map((domain) => ({ ...domain, failures: domain.failures.map(stretched) })),
    components: model.components.map((component) => ({ ...component, failures: component.failures.map(stretched) })),
    shocks: model.shocks.map(stretched),
  });
  return share === null ? Infinity : share * SECONDS_PER_YEAR;
}

function besides({ component, failover, elect, healthCheck }: Service, { components }: Model): number {
  const restart = component < 0 ? 0 : mean(components[component].restart);
  const rotation = healthCheck === null ? 0 : notices(healthCheck) + healthCheck.intervalSeconds * healthCheck.healthyThreshold + mean(healthCheck.slowStart);
  return restart + mean(elect) + rotation + (failover === null ? 0 : failoverTakes(failover));
}

function notices({ intervalSeconds, unhealthyThreshold, timeoutSeconds }: HealthCheck): number {
  return intervalSeconds * unhealthyThreshold + timeoutSeconds;
}

function failoverTakes({ detect, decide, promote, redirect, success, retry }: Failover): number {
  const redirected = redirect.kind === 'dns' ? redirect.ttlSeconds : mean(redirect.delay);
  const attempts = 1 / Math.max(success, 0.01);
  return (detect === null ? 0 : mean(detect)) + mean(decide) + mean(promote) * attempts + mean(retry) * (attempts - 1) + redirected;
}

function slowest(services: readonly Service[], seconds: (service: Service) => number): number {
  return services.reduce((most, service) => Math.max(most, seconds(service)), 0);
}
