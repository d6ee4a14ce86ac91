import type { Failover, HealthCheck, Model, Service } from '../model/model.ts';
import { mean } from '../random/moments.ts';

/** Seconds on average that the slowest service's recovery takes, beside the repair of what failed. */
export function recoveryBesides(model: Model): number {
  return slowest(model.services, (service) => besides(service, model));
}

/** Seconds on average to give back the data from a backup, in the slowest service that has one. */
export function restoreSeconds(model: Model): number {
  return slowest(model.services, ({ data, backup }) =>
    backup === null
      ? 0
      : (mean(backup.provision) + (data?.sizeBytes ?? 0) / backup.restoreRate) / Math.max(backup.restorable, 0.01),
  );
}

function besides({ component, failover, elect, healthCheck }: Service, { components }: Model): number {
  const restart = component < 0 ? 0 : mean(components[component].restart);
  const rotation =
    healthCheck === null
      ? 0
      : notices(healthCheck) + healthCheck.intervalSeconds * healthCheck.healthyThreshold + mean(healthCheck.slowStart);
  return restart + mean(elect) + rotation + (failover === null ? 0 : failoverTakes(failover));
}

function notices({ intervalSeconds, unhealthyThreshold, timeoutSeconds }: HealthCheck): number {
  return intervalSeconds * unhealthyThreshold + timeoutSeconds;
}

function failoverTakes({ detect, decide, promote, redirect, success, retry }: Failover): number {
  const redirected = redirect.kind === 'dns' ? redirect.ttlSeconds : mean(redirect.delay);
  const attempts = 1 / Math.max(success, 0.01);
  return (
    (detect === null ? 0 : mean(detect)) +
    mean(decide) +
    mean(promote) * attempts +
    mean(retry) * (attempts - 1) +
    redirected
  );
}

/** The most that any service takes. */
export function slowest(services: readonly Service[], seconds: (service: Service) => number): number {
  return services.reduce((most, service) => Math.max(most, seconds(service)), 0);
}
