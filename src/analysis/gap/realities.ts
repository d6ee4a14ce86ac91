import type { FailureMode, Failover, Model, Service } from '../../model/model.ts';
import { MODES } from '../../model/modes.ts';
import { timeAt, withTime } from '../../model/time-path.ts';
import { OTHER_TIMES, type Time, type TimeReality, timesOf } from '../../model/times.ts';
import { AT_ONCE } from '../../random/distribution.ts';
import { isConstantZero } from '../../random/parameters.ts';

/*
 * A model without one reality: what it would be if that were no matter. Each keeps everything else, and names above
 * all, so that the model with and the model without live through the same failures. What is not there to be taken away
 * stays as it is: a model that the reality is no part of is given back with the same in it.
 */

/** Neither replication nor lost data, no backups to restore from: any member can serve as soon as it works. */
export function withoutData(model: Model): Model {
  return {
    ...model,
    domains: model.domains.map((domain) => ({ ...domain, failures: domain.failures.map(keepingData) })),
    components: model.components.map((component) => ({ ...component, failures: component.failures.map(keepingData) })),
    shocks: model.shocks.map((shock) => ({ ...shock, losesData: false })),
    services: model.services.map((service) => ({
      ...service,
      replication: null,
      data: null,
      backup: null,
      moreBackups: [],
    })),
  };
}

/** Whoever repairs or decides is there at once, with parts and all that is needed. */
export function withoutWaits(model: Model): Model {
  if (!hasWaits(model)) return model;
  const decided = changeFailovers(model, (failover) => ({ ...failover, decidedBy: undefined }));
  const atOnce = changeServices(decided, (service) =>
    service.deploy === null ? service : { ...service, deploy: { ...service.deploy, work: undefined } },
  );
  return {
    ...atOnce,
    teams: [],
    domains: model.domains.map((domain) => ({ ...domain, failures: domain.failures.map(waitingForNothing) })),
    components: model.components.map((component) => ({
      ...component,
      spares: undefined,
      failures: component.failures.map(waitingForNothing),
    })),
    shocks: model.shocks.map(waitingForNothing),
  };
}

function waitingForNothing<T extends FailureMode>(mode: T): T {
  return { ...mode, work: undefined };
}

/** Something in the model waits for people, parts or services. */
function hasWaits({ domains, components, shocks, services }: Model): boolean {
  return (
    [...domains, ...components].some(({ failures }) => failures.some(({ work }) => work !== undefined)) ||
    shocks.some(({ work }) => work !== undefined) ||
    services.some(({ failover, deploy }) => failover?.decidedBy !== undefined || deploy?.work !== undefined)
  );
}

function keepingData(mode: FailureMode): FailureMode {
  return { ...mode, losesData: false };
}

/** Nothing strikes across the tree. */
export function withoutShocks(model: Model): Model {
  return { ...model, shocks: [] };
}

/** No change is bad. */
export function withoutDeploys(model: Model): Model {
  return changeServices(model, (service) => (service.deploy === null ? service : { ...service, deploy: null }));
}

/** Nobody is taken out, and nothing is renewed before it fails. */
export function withoutMaintenance(model: Model): Model {
  return changeServices(model, (service) =>
    service.maintenance === null ? service : { ...service, maintenance: null },
  );
}

/** Any one member carries the whole load; of a quorum, which is no matter of load, a bare majority. */
export function withoutCapacity(model: Model): Model {
  return changeServices(model, (service) => ({ ...service, required: fewest(service), load: null }));
}

function fewest({ mode, required, placement }: Service): number {
  if (MODES[mode].agrees) return Math.min(required, Math.floor(placement.length / 2) + 1);
  return Math.min(required, 1);
}

/** Every promotion succeeds and needs nobody else, and nobody fails over needlessly. */
export function withoutFailoverFailure(model: Model): Model {
  const settled = changeServices(model, (service) => ({
    ...service,
    coordinators: [],
    failover: service.failover && { ...service.failover, success: 1, demoteAfter: null },
  }));
  return withoutTimes(settled, 'failoverFailure');
}

/** Once it is noticed that something failed, or is back, nothing takes time; nobody moves back. */
export function withoutFailoverTime(model: Model): Model {
  return withoutTimes(
    changeFailovers(model, (failover) => ({ ...failover, failback: null })),
    'failoverTime',
  );
}

/** What fails, or is back, is known at once. */
export function withoutDetection(model: Model): Model {
  return changeServices(withoutTimes(model, 'detection'), (service) => ({ ...service, healthCheck: null }));
}

/** With all of its times that do anything taken away: a delay takes none, what happened now and then never does. */
function withoutTimes(model: Model, reality: TimeReality): Model {
  const restarts = OTHER_TIMES['components.restart'];
  return {
    ...changeServices(model, (service) =>
      timesOf(service).reduce(
        (less, [path, each]) => (each.reality === reality ? withoutTime(less, path, each) : less),
        service,
      ),
    ),
    components:
      restarts.reality === reality
        ? model.components.map((component) => withoutTime(component, 'restart', restarts))
        : model.components,
  };
}

/** A time that is zero already stays as it is written. */
function withoutTime<T extends object>(owner: T, path: string, { input }: Time): T {
  const time = timeAt(owner, path);
  if (time === null || isConstantZero(time)) return owner;
  return withTime(owner, path, input === 'mtbf' ? null : AT_ONCE);
}

function changeServices(model: Model, change: (service: Service) => Service): Model {
  return { ...model, services: model.services.map(change) };
}

function changeFailovers(model: Model, change: (failover: Failover) => Failover): Model {
  return changeServices(model, (service) =>
    service.failover === null ? service : { ...service, failover: change(service.failover) },
  );
}
