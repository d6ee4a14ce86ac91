import type { Backup, Component, DataSet, Domain, Failover, FailureMode, Model, Replication, Service } from '../../src/model/model.ts';

/** Models put together by hand: what the analysis reads of them, without the language in between. */

const NOW = { kind: 'constant', value: 0 } as const;
export const HOUR = 3600;
export const YEAR = 365.25 * 86_400;

/** Down one hour in so many. */
export const oneHourIn = (hours: number): FailureMode => ({
  name: 'out',
  up: { kind: 'exponential', mean: (hours - 1) * HOUR },
  down: { kind: 'exponential', mean: HOUR },
  losesData: false,
  isLatent: false,
});

export const domain = (name: string, fields: Partial<Domain> = {}): Domain => ({ name, kind: 'region', parent: -1, failures: [], room: Infinity, costPerSecond: 0, ...fields });
export const component = (name: string, fields: Partial<Component> = {}): Component => ({ name, failures: [], restart: NOW, standbyFailures: null, costPerSecond: 0, ...fields });
export const FAILOVER: Failover = {
  ...{ detect: null, decide: NOW, promote: NOW, redirect: { kind: 'delay', delay: NOW }, success: 1, retry: NOW, rebuild: NOW },
  ...{ failback: null, falsePositive: null, driftPerSecond: 0, drillSeconds: null, demoteAfter: null },
};
export const replication = (fields: Partial<Replication> = {}): Replication => ({ mode: 'async', lag: NOW, maxLagSeconds: Infinity, strict: false, transferCostPerByte: 0, ...fields });
export const dataSet = (fields: Partial<DataSet> = {}): DataSet => ({ sizeBytes: 0, changeBytesPerSecond: 0, costPerByteSecond: 0, ...fields });
export const backup = (fields: Partial<Backup> = {}): Backup => ({
  ...{ fullSeconds: 86_400, differentialSeconds: null, incrementalSeconds: null, logSeconds: null, retentionSeconds: 86_400 },
  ...{ backupRate: Infinity, restoreRate: Infinity, replayRate: Infinity, provision: NOW, copies: [], restorable: 1, drillSeconds: null },
  ...{ costPerByteSecond: 0, transferCostPerByte: 0, ...fields },
});

/** Without fields it has no members; with `placement` they are of component 0. */
export function service(name: string, fields: Partial<Service> = {}): Service {
  const isPassive = fields.mode === 'active-passive';
  return {
    ...{ name, written: name.split('@')[0], component: fields.placement === undefined || fields.sites ? -1 : 0, placement: [], sites: null, load: null, shards: null },
    ...{ mode: 'active-active', required: 1, belowRequired: 'down', retry: false, healthCheck: null, failover: isPassive ? FAILOVER : null },
    ...{ replication: null, onPartition: 'consistent', mergesConflicts: false, elect: NOW, standbysAnswer: 0, passiveCostShare: 1, standbyFailures: 1, siteCostShare: 1, inFirstSite: true, costPerSecond: 0, check: null, deploy: null, maintenance: null, reschedule: null, data: null, backup: null, moreBackups: [] },
    ...{ needs: [], anyOf: [], within: [], coordinators: [], wants: [], ...fields },
  };
}

export function model(fields: Partial<Model> & Pick<Model, 'services'>): Model {
  return {
    ...{ name: 'by hand', description: '', currency: 'USD', sha256: '', words: [], parameters: {}, domains: [], components: [component('server')], teams: [], links: [], shocks: [] },
    ...{ entry: 0, targets: { availability: null, rtoSeconds: null, rpoSeconds: null, byKind: [], budgetPerYear: null }, losses: { downtimePerSecond: 0, dataPerSecond: 0 } },
    ...{ sla: { errorRate: 0.05, toleratesSeconds: 0, excludes: [], windows: null }, simulation: { years: 1, seed: '1', warmUpSeconds: 0, missionSeconds: null }, experiments: [], traffic: [], trafficBySite: [], ...fields },
  };
}
