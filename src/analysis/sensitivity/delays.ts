import type { Failover, HealthCheck, Service } from '../../model/model.ts';
import type { Distribution } from '../../random/distribution.ts';
import { mean } from '../../random/moments.ts';
import { type Stretch, stretched } from './stretch.ts';

/** One time that a service is given, other than its component's. */
interface ServiceTime {
  /** As in the model's text, behind the service's name. */
  readonly name: string;
  readonly kind: 'mtbf' | 'delay';
  /** Mean, seconds. */
  readonly seconds: number;
  readonly change: (service: Service, by: Stretch) => Service;
}

/** The times of a service that do something in its mode and are not zero. */
export function timesOf(service: Service): ServiceTime[] {
  return [
    ...checkTimes(service),
    ...(service.failover === null ? [] : failoverTimes(service.failover)),
    ...otherTimes(service),
  ].filter(({ seconds }) => seconds > 0);
}

function checkTimes({ mode, healthCheck, failover }: Service): ServiceTime[] {
  if (healthCheck === null || mode === 'quorum' || (failover !== null && failover.detect !== null)) return [];
  const of = (
    name: string,
    seconds: number,
    change: (check: HealthCheck, by: Stretch) => Partial<HealthCheck>,
  ): ServiceTime => ({
    ...{ name, kind: 'delay', seconds },
    change: (service, by) =>
      service.healthCheck === null
        ? service
        : { ...service, healthCheck: { ...service.healthCheck, ...change(service.healthCheck, by) } },
  });
  return [
    of('health-check.interval', healthCheck.intervalSeconds, (check, by) => ({
      intervalSeconds: by(check.intervalSeconds),
    })),
    of('health-check.timeout', healthCheck.timeoutSeconds, (check, by) => ({
      timeoutSeconds: by(check.timeoutSeconds),
    })),
    ...(mode === 'active-active'
      ? [of('slow-start', mean(healthCheck.slowStart), (check, by) => ({ slowStart: stretched(check.slowStart, by) }))]
      : []),
  ];
}

function failoverTimes(failover: Failover): ServiceTime[] {
  const of = (
    name: string,
    time: Distribution | null,
    change: (failover: Failover, by: Stretch) => Partial<Failover>,
    kind: ServiceTime['kind'] = 'delay',
  ): ServiceTime[] =>
    time === null
      ? []
      : [
          {
            name,
            kind,
            seconds: mean(time),
            change: (service, by) =>
              service.failover === null
                ? service
                : { ...service, failover: { ...service.failover, ...change(service.failover, by) } },
          },
        ];
  const longer = (time: Distribution | null, by: Stretch) => (time === null ? null : stretched(time, by));
  const { redirect, failback } = failover;
  return [
    ...of('failover.detect', failover.detect, ({ detect }, by) => ({ detect: longer(detect, by) })),
    ...of('failover.decide', failover.decide, ({ decide }, by) => ({ decide: stretched(decide, by) })),
    ...of('failover.promote', failover.promote, ({ promote }, by) => ({ promote: stretched(promote, by) })),
    ...of(
      redirect.kind === 'dns' ? 'failover.redirect.dns-ttl' : 'failover.redirect',
      redirect.kind === 'dns' ? { kind: 'constant', value: redirect.ttlSeconds } : redirect.delay,
      (each, by) => ({
        redirect:
          each.redirect.kind === 'dns'
            ? { kind: 'dns', ttlSeconds: by(each.redirect.ttlSeconds) }
            : { kind: 'delay', delay: stretched(each.redirect.delay, by) },
      }),
    ),
    // Nobody tries again where nothing fails.
    ...of('failover.retry', failover.success < 1 ? failover.retry : null, ({ retry }, by) => ({
      retry: stretched(retry, by),
    })),
    ...of('failover.rebuild', failover.rebuild, ({ rebuild }, by) => ({ rebuild: stretched(rebuild, by) })),
    ...of('failback.after', failback?.after ?? null, (each, by) => ({
      failback: each.failback && { ...each.failback, after: stretched(each.failback.after, by) },
    })),
    ...of('failback.takes', failback?.takes ?? null, (each, by) => ({
      failback: each.failback && { ...each.failback, takes: longer(each.failback.takes, by) },
    })),
    ...of(
      'false-positive mtbf',
      failover.falsePositive,
      ({ falsePositive }, by) => ({ falsePositive: longer(falsePositive, by) }),
      'mtbf',
    ),
  ];
}

function otherTimes({ mode, elect, replication, backup }: Service): ServiceTime[] {
  const times: ServiceTime[] = [];
  const add = (name: string, time: Distribution, change: ServiceTime['change']) =>
    times.push({ name, kind: 'delay', seconds: mean(time), change });
  if (mode === 'quorum') add('elect', elect, (service, by) => ({ ...service, elect: stretched(service.elect, by) }));
  else if (replication !== null && replication.mode !== 'sync') {
    add('replication.lag', replication.lag, (service, by) => ({
      ...service,
      replication: service.replication && { ...service.replication, lag: stretched(service.replication.lag, by) },
    }));
  }
  if (backup !== null) {
    add('backup.provision', backup.provision, (service, by) => ({
      ...service,
      backup: service.backup && { ...service.backup, provision: stretched(service.backup.provision, by) },
    }));
  }
  return times;
}
