import { writeDataPrice, writeMoneyRate, writeShare, writeTime } from '../../units/index.ts';
import type { Failover, HealthCheck, Model, Replication, Service } from '../model.ts';
import type { Whole } from '../resolve/whole.ts';
import { printBackup, printData } from './data.ts';
import { writeConstant, writeExponential } from './times.ts';
import { present, type Printed } from './tree.ts';

/** A service as it is written, with everything said that its mode knows. */
export function printService(
  index: number,
  placement: Readonly<Record<string, Printed | undefined>>,
  model: Model,
  whole: Whole,
): Printed {
  const { drafts, copies } = whole;
  const { service, links, replicas, sites } = drafts[index];
  const { component, mode } = service;
  const named = (i: number): string => drafts[i].name;
  const dependencies = {
    cost: service.costPerSecond === 0 ? undefined : writeMoneyRate(service.costPerSecond, model.currency),
    needs: links.needs.length === 0 ? undefined : links.needs.map(named),
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
  const required = new Set(
    model.services.filter((_, i) => copies.instances[i].written === index).map((each) => each.required),
  );
  return present({
    ...members,
    mode,
    required: mode === 'active-passive' || required.size !== 1 ? undefined : [...required][0],
    'health-check':
      service.healthCheck === null ? undefined : printHealthCheck(service.healthCheck, mode === 'active-active'),
    ...printMode(service, printCosts(index, whole)),
    replication: service.replication === null ? undefined : printReplication(service.replication, model.currency),
    data: service.data === null ? undefined : printData(service.data, model.currency),
    backup: service.backup === null ? undefined : printBackup(service.backup, model),
    ...dependencies,
  });
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

function printMode(
  {
    mode,
    belowRequired,
    retry,
    failover,
    elect,
  }: Pick<Service, 'mode' | 'belowRequired' | 'retry' | 'failover' | 'elect'>,
  cost: Printed,
): Readonly<Record<string, Printed | undefined>> {
  switch (mode) {
    case 'active-active':
      return { 'below-required': belowRequired, retry };
    case 'active-passive':
      return { 'running-cost': cost, failover: failover === null ? undefined : printFailover(failover) };
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
function printReplication(
  { mode, lag, maxLagSeconds, strict, transferCostPerByte }: Replication,
  currency: string,
): Printed {
  const lagless = mode === 'sync' && lag.kind === 'constant' && lag.value === 0;
  return present({
    mode,
    lag: lagless ? undefined : writeConstant(lag),
    'max-lag': maxLagSeconds === Infinity ? undefined : writeTime(maxLagSeconds),
    strict: mode === 'sync' ? strict : undefined,
    'transfer-cost': transferCostPerByte === 0 ? undefined : writeDataPrice(transferCostPerByte, currency),
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
