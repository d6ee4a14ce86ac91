import type { FailureMode, Failover, HealthCheck, Model, Service } from '../../model/model.ts';
import type { Distribution } from '../../random/distribution.ts';
import { isConstantZero } from '../../random/parameters.ts';

/*
 * A model without one reality: what it would be if that were no matter. Each keeps everything else, and names above all,
 * so that the model with and the model without live through the same failures. What is not there to be taken away stays
 * as it is: a model that the reality is no part of is given back with the same in it.
 */

/** Neither replication nor lost data, no backups to restore from: any member can serve as soon as it works. */
export function withoutData(model: Model): Model {
  return {
    ...model,
    domains: model.domains.map((domain) => ({ ...domain, failures: domain.failures.map(keepingData) })),
    components: model.components.map((component) => ({ ...component, failures: component.failures.map(keepingData) })),
    shocks: model.shocks.map((shock) => ({ ...shock, losesData: false })),
    services: model.services.map((service) => ({ ...service, replication: null, data: null, backup: null })),
  };
}

function keepingData(mode: FailureMode): FailureMode {
  return { ...mode, losesData: false };
}

/** Nothing strikes across the tree. */
export function withoutShocks(model: Model): Model {
  return { ...model, shocks: [] };
}

/** Any one member carries the whole load; of a quorum, which is no matter of load, a bare majority. */
export function withoutCapacity(model: Model): Model {
  return changeServices(model, (service) => ({ ...service, required: fewest(service) }));
}

function fewest({ mode, required, placement }: Service): number {
  if (mode === 'quorum') return Math.min(required, Math.floor(placement.length / 2) + 1);
  return Math.min(required, 1);
}

/** Every promotion succeeds, and nobody fails over needlessly. */
export function withoutFailoverFailure(model: Model): Model {
  return changeFailovers(model, (failover) => ({ ...failover, success: 1, falsePositive: null }));
}

/** Once it is noticed that something failed, or is back, nothing takes time; nobody moves back. */
export function withoutFailoverTime(model: Model): Model {
  const instant = changeFailovers(model, (failover) => ({
    ...failover,
    decide: none(failover.decide),
    promote: none(failover.promote),
    redirect: withoutRedirection(failover.redirect),
    rebuild: none(failover.rebuild),
    failback: null,
  }));
  return {
    ...changeServices(instant, (service) => ({
      ...service,
      elect: none(service.elect),
      healthCheck: withoutSlowStart(service.healthCheck),
    })),
    components: model.components.map((component) => ({ ...component, restart: none(component.restart) })),
  };
}

/** What fails, or is back, is known at once. */
export function withoutDetection(model: Model): Model {
  const noticed = changeFailovers(model, (failover) => ({
    ...failover,
    detect: failover.detect === null ? null : none(failover.detect),
  }));
  return changeServices(noticed, (service) => ({ ...service, healthCheck: null }));
}

const AT_ONCE: Distribution = { kind: 'constant', value: 0 };

/** A time that is zero already stays as it is written. */
function none(time: Distribution): Distribution {
  return isConstantZero(time) ? time : AT_ONCE;
}

function withoutRedirection(redirect: Failover['redirect']): Failover['redirect'] {
  const isNone = redirect.kind === 'dns' ? redirect.ttlSeconds === 0 : isConstantZero(redirect.delay);
  return isNone ? redirect : { kind: 'delay', delay: AT_ONCE };
}

function withoutSlowStart(check: HealthCheck | null): HealthCheck | null {
  return check === null ? null : { ...check, slowStart: none(check.slowStart) };
}

function changeServices(model: Model, change: (service: Service) => Service): Model {
  return { ...model, services: model.services.map(change) };
}

function changeFailovers(model: Model, change: (failover: Failover) => Failover): Model {
  return changeServices(model, (service) =>
    service.failover === null ? service : { ...service, failover: change(service.failover) },
  );
}
