import { writeDataPrice, writeFrequency, writeMoneyRate, writeShare, writeTime } from '../../units/index.ts';
import { failoverShape, healthCheckShape, replicationShape } from '../language/service.ts';
import { canaryShape, checkShape, deployShape, maintenanceShape } from '../language/planned.ts';
import { rescheduleShape } from '../language/reschedule.ts';
import type { Maintenance } from '../maintenance.ts';
import type { Canary, Check, Deploy, Failover, HealthCheck, Model, Replication } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Reschedule } from '../reschedule.ts';
import type { Draft } from '../resolve/services.ts';
import type { Whole } from '../resolve/whole.ts';
import { printBackups, printData } from './data.ts';
import { printLoad } from './load.ts';
import { isParted } from './network.ts';
import { printHours } from './people.ts';
import { printTimes, writeConstant } from './times.ts';
import { inOrder, present, type Printed } from './tree.ts';

/** A service as it is written, with everything said that its mode knows. */
export function printService(
  index: number,
  placement: Readonly<Record<string, Printed | undefined>>,
  model: Model,
  whole: Whole,
): Printed {
  const { drafts, instances } = whole;
  const { service, links, replicas, sites } = drafts[index];
  const { component, mode } = service;
  const named = (i: number): string => drafts[i].name;
  const dependencies = {
    cost: service.costPerSecond === 0 ? undefined : writeMoneyRate(service.costPerSecond, model.currency),
    needs: printNeeds(links, named),
    wants:
      links.wants.length === 0
        ? undefined
        : new Map(links.wants.map(({ service: i, without }) => [named(i), writeShare(without)])),
  };
  if (component < 0 && sites === null) return present({ in: placement.in, ...dependencies });
  const members =
    sites === null
      ? { component: model.components[component].name, replicas, ...placement }
      : { of: named(links.of), sites: printSites(sites.named, model) };
  // Within different sites a service may have as many sites of its own as lie there, and more of them to require.
  const standing = model.services.filter((_, i) => instances.all[i].written === index);
  const required = new Set(standing.map((each) => each.required));
  const maintained = standing.flatMap(({ maintenance }) => maintenance ?? []);
  return present({
    ...members,
    mode,
    required: MODES[mode].standsBy || required.size !== 1 ? undefined : [...required][0],
    'health-check':
      service.healthCheck === null ? undefined : printHealthCheck(service.healthCheck, MODES[mode].spreads),
    ...printMode(service, printCosts(index, whole), links.coordinators.map(named), model),
    replication: service.replication === null ? undefined : printReplication(service.replication, model.currency),
    'on-partition': isParted(index, model, whole) ? service.onPartition : undefined,
    conflicts: service.mergesConflicts ? 'merge' : undefined,
    check: service.check === null ? undefined : printCheck(service.check),
    deploy: service.deploy === null ? undefined : printDeploy(service.deploy, model),
    maintenance: maintained.length === 0 ? undefined : printMaintenance(maintained),
    reschedule: service.reschedule === null ? undefined : printReschedule(service.reschedule),
    data: service.data === null ? undefined : printData(service.data, model.currency),
    backup: printBackups(service, model),
    ...dependencies,
  });
}

function printNeeds({ needs, anyOf, within }: Draft['links'], named: (i: number) => string): Printed | undefined {
  const all = [
    ...needs.map(named),
    ...anyOf.map((group) => ({ 'any-of': group.map(named) })),
    ...within.map(({ service, kind }) => ({ service: named(service), within: kind })),
  ];
  return all.length === 0 ? undefined : all;
}

function printSites(named: readonly (number | string)[], { domains }: Model): Printed {
  return named.map((site) => (typeof site === 'number' ? domains[site].name : site));
}

/** One share for all, or with sites a share for each service in them. */
function printCosts(index: number, { drafts, stacks }: Whole): Printed {
  const { service, sites, costShares } = drafts[index];
  if (sites === null) return writeShare(service.passiveCostShare);
  const shares = [...stacks[index]].map((i): [string, string] => [drafts[i].name, writeShare(costShares.of(i))]);
  return shares.every(([, share]) => share === shares[0][1]) ? shares[0][1] : new Map(shares);
}

/** @param usual what `standby-failures` are where they are not said */
function printMode(
  {
    mode,
    belowRequired,
    retry,
    failover,
    elect,
    shards,
    standbyFailures,
    standbysAnswer,
    component,
    load,
  }: Draft['service'],
  cost: Printed,
  coordinators: readonly string[],
  model: Model,
): Readonly<Record<string, Printed | undefined>> {
  switch (mode) {
    case 'active-active':
      return { 'below-required': belowRequired, retry, ...(load === null ? {} : printLoad(load)) };
    case 'active-passive':
      return {
        'running-cost': cost,
        'standbys-answer': standbysAnswer === 0 ? undefined : writeShare(standbysAnswer),
        'standby-failures':
          standbyFailures === (model.components[component]?.standbyFailures ?? 1)
            ? undefined
            : writeShare(standbyFailures),
        failover: failover === null ? undefined : printFailover(failover, coordinators, model),
      };
    case 'quorum':
      return { elect: writeConstant(elect) };
    case 'sharded':
      return shards === null
        ? {}
        : {
            shards: shards.count,
            copies: shards.copies,
            leader: shards.lead,
            elect: shards.lead ? writeConstant(elect) : undefined,
          };
  }
}

function printHealthCheck(check: HealthCheck, slowStart: boolean): Printed {
  const times = printTimes({ healthCheck: check }, 'health-check');
  return inOrder(healthCheckShape, {
    ...times,
    'slow-start': slowStart ? times['slow-start'] : undefined,
    'unhealthy-threshold': check.unhealthyThreshold,
    'healthy-threshold': check.healthyThreshold,
  });
}

function printCheck(check: Check): Printed {
  return inOrder(checkShape, {
    ...printTimes({ check }, 'check'),
    coverage: writeShare(check.coverage),
    staggered: check.isStaggered,
  });
}

function printDeploy(deploy: Deploy, { teams }: Model): Printed {
  const { canary, work } = deploy;
  const times = printTimes({ deploy }, 'deploy');
  return inOrder(deployShape, {
    ...times,
    'change-failure-rate': writeShare(deploy.changeFailureRate),
    canary: canary === null ? undefined : printCanary(canary),
    'repaired-by': typeof work?.team === 'number' ? teams[work.team].name : undefined,
    priority: work === undefined || work.priority === 0 ? undefined : work.priority,
  });
}

function printCanary({ members, bakeSeconds, catches }: Canary): Printed {
  return inOrder(canaryShape, { members, bake: writeTime(bakeSeconds), catches: writeShare(catches) });
}

/** @param standing that of each place in which the service stands: the same share may be of more sites in one place */
function printMaintenance(standing: readonly Maintenance[]): Printed {
  const [maintenance] = standing;
  const { window, renews } = maintenance;
  return inOrder(maintenanceShape, {
    ...printTimes({ maintenance }, 'maintenance'),
    'max-unavailable': Math.min(...standing.map(({ mostOut }) => mostOut)),
    window: window === null ? undefined : printHours(window),
    // A word that says nothing more would be one more that theorems are asked about.
    renews: renews ? true : undefined,
  });
}

function printReschedule(reschedule: Pick<Reschedule, 'after' | 'start' | 'haltsAt'>): Printed {
  return inOrder(rescheduleShape, {
    after: writeConstant(reschedule.after),
    start: writeConstant(reschedule.start),
    'halts-at': reschedule.haltsAt === null ? undefined : writeShare(reschedule.haltsAt),
  });
}

/** What a mode of replication does not use stays out: giving it would be an error, or draw a warning. */
function printReplication(replication: Replication, currency: string): Printed {
  const { mode, lag, strict, transferCostPerByte } = replication;
  const times = printTimes({ replication }, 'replication');
  const lagless = mode === 'sync' && lag.kind === 'constant' && lag.value === 0;
  return inOrder(replicationShape, {
    ...times,
    mode,
    lag: lagless ? undefined : times.lag,
    strict: mode === 'sync' ? strict : undefined,
    'transfer-cost': transferCostPerByte === 0 ? undefined : writeDataPrice(transferCostPerByte, currency),
  });
}

function printFailover(failover: Failover, coordinators: readonly string[], { teams }: Model): Printed {
  const times = printTimes({ failover }, 'failover');
  return inOrder(failoverShape, {
    ...times,
    decide:
      failover.decidedBy === undefined ? times.decide : { by: teams[failover.decidedBy].name, takes: times.decide },
    success: writeShare(failover.success),
    needs: coordinators.length === 0 ? undefined : coordinators,
    drift: failover.driftPerSecond === 0 ? undefined : writeFrequency(failover.driftPerSecond),
    failback: printFailback(failover) ?? times.failback,
  });
}

/** `auto` is the same as `{ after: 0 s }`, and shorter. null: it has its times. */
function printFailback({ failback }: Failover): string | null {
  if (failback === null) return 'never';
  const { after, takes } = failback;
  return takes === null && after.kind === 'constant' && after.value === 0 ? 'auto' : null;
}
