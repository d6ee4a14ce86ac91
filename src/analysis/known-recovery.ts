import { backupsOf } from '../model/backups.ts';
import type { Model, Service } from '../model/model.ts';
import { timeAt } from '../model/time-path.ts';
import { SERVICE_TIMES, type ServiceTime, type ServiceTimePath } from '../model/times.ts';
import { mean } from '../random/moments.ts';

/** Seconds on average that the slowest service's recovery takes, beside the repair of what failed. */
export function recoveryBesides(model: Model): number {
  return slowest(model.services, (service) => besides(service, model));
}

/** Seconds on average to give back the data from a backup, in the slowest service that has one. */
export function restoreSeconds(model: Model): number {
  return slowest(model.services, (service) =>
    backupsOf(service).reduce(
      (most, { provision, restoreRate, restorable }) =>
        Math.max(most, (mean(provision) + (service.data?.sizeBytes ?? 0) / restoreRate) / Math.max(restorable, 0.01)),
      0,
    ),
  );
}

function besides(service: Service, { components }: Model): number {
  const restart = service.component < 0 ? 0 : mean(components[service.component].restart);
  return (Object.entries(SERVICE_TIMES) as [ServiceTimePath, ServiceTime][]).reduce((sum, [path, { recovers }]) => {
    const time = timeAt(service, path);
    return time === null ? sum : sum + recovers(service) * mean(time);
  }, restart);
}

/** The most that any service takes. */
export function slowest(services: readonly Service[], seconds: (service: Service) => number): number {
  return services.reduce((most, service) => Math.max(most, seconds(service)), 0);
}
