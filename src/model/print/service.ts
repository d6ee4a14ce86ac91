import { writeShare, writeTime } from '../../units/index.ts';
import type { Failover, HealthCheck, Model, Replication, Service } from '../model.ts';
import { writeConstant, writeExponential } from './times.ts';
import { present, type Printed } from './tree.ts';

/** A service with everything said that its mode knows. */
export function printService(service: Service, placement: Readonly<Record<string, Printed | undefined>>, { components, services }: Model): Printed {
  const { mode, component, needs, wants } = service;
  const dependencies = {
    needs: needs.length === 0 ? undefined : needs.map((i) => services[i].name),
    wants: wants.length === 0 ? undefined : new Map(wants.map(({ service: i, without }) => [services[i].name, writeShare(without)])),
  };
  if (component < 0) return present({ in: placement.in, ...dependencies });
  return present({
    component: components[component].name,
    replicas: service.placement.length,
    ...placement,
    mode,
    required: mode === 'active-passive' ? undefined : service.required,
    'health-check': service.healthCheck === null ? undefined : printHealthCheck(service.healthCheck, mode === 'active-active'),
    ...printMode(service),
    replication: service.replication === null ? undefined : printReplication(service.replication),
    ...dependencies,
  });
}

function printMode({ mode, belowRequired, retry, passiveCostShare, failover, elect }: Service): Readonly<Record<string, Printed | undefined>> {
  switch (mode) {
    case 'active-active':
      return { 'below-required': belowRequired, retry };
    case 'active-passive':
      return { 'running-cost': writeShare(passiveCostShare), failover: failover === null ? undefined : printFailover(failover) };
    case 'quorum':
      return { elect: writeConstant(elect) };
  }
}

function printHealthCheck(check: HealthCheck, slowStart: boolean): Printed {
  return present({
    interval: writeTime(check.intervalSeconds),
    timeout: writeTime(check.timeoutSeconds),
    'unhealthy-threshold': check.unhealthyThreshold,
    'healthy-threshold': check.healthyThreshold,
    'slow-start': slowStart ? writeConstant(check.slowStart) : undefined,
  });
}

/** What a mode of replication does not use stays out: giving it would be an error, or draw a warning. */
function printReplication({ mode, lag, maxLagSeconds, strict }: Replication): Printed {
  const lagless = mode === 'sync' && lag.kind === 'constant' && lag.value === 0;
  return present({
    mode,
    lag: lagless ? undefined : writeConstant(lag),
    'max-lag': maxLagSeconds === Infinity ? undefined : writeTime(maxLagSeconds),
    strict: mode === 'sync' ? strict : undefined,
  });
}

function printFailover(failover: Failover): Printed {
  const { detect, redirect, failback, falsePositive } = failover;
  return present({
    detect: detect === null ? undefined : writeConstant(detect),
    decide: writeConstant(failover.decide),
    promote: writeConstant(failover.promote),
    redirect: redirect.kind === 'dns' ? { 'dns-ttl': writeTime(redirect.ttlSeconds) } : writeConstant(redirect.delay),
    success: writeShare(failover.success),
    retry: writeConstant(failover.retry),
    rebuild: writeConstant(failover.rebuild),
    failback: failback === null ? 'never' : printFailback(failback),
    'false-positive': falsePositive === null ? undefined : { mtbf: writeExponential(falsePositive) },
  });
}

/** `auto` is the same as `{ after: 0 s }`, and shorter. */
function printFailback({ after, takes }: NonNullable<Failover['failback']>): Printed {
  if (takes === null && after.kind === 'constant' && after.value === 0) return 'auto';
  return present({ after: writeConstant(after), takes: takes === null ? undefined : writeConstant(takes) });
}
