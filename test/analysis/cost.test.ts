import { describe, expect, test } from 'vitest';
import { runningCost } from '../../src/analysis/cost.ts';
import type { Model } from '../../src/model/model.ts';
import { backup, component, dataSet, domain, model, replication, service, YEAR } from './hand-made.ts';

/** Amounts a year as rates a second; a server costs 1,000 a year. */
const yearly = (amount: number) => amount / YEAR;
const server = component('server', { costPerSecond: yearly(1000) });
const zones = [domain('region'), domain('a', { kind: 'zone', parent: 0 }), domain('b', { kind: 'zone', parent: 0 })];
/** 1,000 bytes at 0.1 a year each, of which 20,000 bytes a year change. */
const data = dataSet({ sizeBytes: 1000, costPerByteSecond: yearly(0.1), changeBytesPerSecond: 20_000 / YEAR });

/** Rounded to a millionth: sums of what was divided by the seconds of a year. */
function bill(of: Model) {
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  const cost = runningCost(of);
  return {
    total: round(cost.total),
    kinds: Object.fromEntries(cost.byKind.map(({ kind, perYear }) => [kind, round(perYear)])),
    services: Object.fromEntries(cost.byService.map(({ service: name, perYear }) => [name, round(perYear)])),
    domains: Object.fromEntries(cost.byDomain.map(({ domain: name, perYear }) => [name, round(perYear)])),
    standby: round(cost.standby),
    bare: round(cost.withoutRedundancy),
  };
}

describe('compute', () => {
  test('is paid for every member, where it stands', () => {
    const of = model({ components: [server], domains: zones, services: [service('web', { placement: [1, 2, 1], required: 2 }), service('job', { placement: [-1] })] });
    expect(bill(of)).toEqual({
      total: 4000,
      kinds: { compute: 4000 },
      services: { web: 3000, job: 1000 },
      domains: { a: 2000, b: 1000, '': 1000 },
      standby: 0,
      // Two of web are required, one of job.
      bare: 3000,
    });
  });

  test('of passive members is their share, all of which is for standing by', () => {
    const of = model({ components: [server], domains: zones, services: [service('db', { placement: [1, 2, 2], mode: 'active-passive', passiveCostShare: 0.25 })] });
    expect(bill(of)).toMatchObject({ total: 1500, domains: { a: 1000, b: 500 }, standby: 500, bare: 1000 });
  });
});

describe('storage and transfer', () => {
  test('are paid for each copy, and for each change that is sent to one', () => {
    const of = model({
      ...{ components: [server], domains: zones },
      services: [service('db', { placement: [1, 2, 2], mode: 'quorum', required: 2, data, replication: replication({ transferCostPerByte: 0.001 }) })],
    });
    // 3 × 100 for the copies; 20,000 bytes to each of two others.
    expect(bill(of)).toEqual({
      total: 3340,
      kinds: { compute: 3000, storage: 300, transfer: 40 },
      services: { db: 3340 },
      domains: { a: 1100, b: 2240 },
      standby: 0,
      bare: 2100,
    });
  });

  test('are nothing for a standby that is restored from a backup', () => {
    const db = service('db', { placement: [1, 2], mode: 'active-passive', data });
    expect(bill(model({ services: [db], domains: zones })).kinds).toEqual({ storage: 200 });
    expect(bill(model({ services: [{ ...db, backup: backup() }], domains: zones })).kinds).toEqual({ storage: 100 });
    expect(bill(model({ services: [{ ...db, backup: backup(), replication: replication() }], domains: zones })).kinds).toEqual({ storage: 200 });
  });
});

describe('backups', () => {
  const tenth = YEAR / 10;
  /** A full of 1,000 bytes ten times a year, each kept for three tenths of one. */
  const fulls = { fullSeconds: tenth, retentionSeconds: 3 * tenth, costPerByteSecond: yearly(0.01), transferCostPerByte: 0.002 };

  test('are kept in every copy, and sent to each after the first, in its domain', () => {
    const db = service('db', { placement: [1], data, backup: backup({ ...fulls, copies: [1, 2] }) });
    // 3,000 bytes kept are 30; 10,000 bytes sent are 20.
    expect(bill(model({ services: [db], domains: zones }))).toMatchObject({ kinds: { storage: 100, backup: 80 }, domains: { a: 130, b: 50 }, bare: 100 });
  });

  test('without a place are one copy outside', () => {
    const db = service('db', { placement: [1], data, backup: backup(fulls) });
    expect(bill(model({ services: [db], domains: zones })).domains).toEqual({ a: 100, '': 30 });
  });

  test('of a service that says nothing of its data cost nothing', () => {
    expect(bill(model({ services: [service('db', { placement: [1], backup: backup(fulls) })], domains: zones })).total).toBe(0);
  });
});

test('fixed costs of services and domains are paid whatever runs there, and belong to no redundancy', () => {
  const of = model({
    components: [component('free')],
    domains: [{ ...zones[0], costPerSecond: yearly(70) }, zones[1], zones[2]],
    services: [service('lb', { costPerSecond: yearly(200) }), service('web', { placement: [1, 2], costPerSecond: yearly(30) }), service('cache', { placement: [1, 1], costPerSecond: yearly(5) })],
  });
  expect(bill(of)).toMatchObject({
    total: 305,
    kinds: { fixed: 305 },
    // What a domain costs by itself is no service's.
    services: { lb: 200, web: 30, cache: 5 },
    // The innermost domain that holds all members.
    domains: { '': 200, region: 100, a: 5 },
    bare: 305,
  });
});

describe('two sites, of which one stands by', () => {
  const regions = [domain('east', { costPerSecond: yearly(11) }), domain('west', { costPerSecond: yearly(13) }), domain('west-a', { kind: 'zone', parent: 1, costPerSecond: yearly(17) })];
  const in2 = { inFirstSite: false, siteCostShare: 0.5 };
  /** A warm standby: replicated between the sites, the second at half the cost. */
  const warm = model({
    ...{ components: [server], domains: regions },
    services: [
      service('shop', { placement: [0, 1], sites: [1, 2], mode: 'active-passive', passiveCostShare: 0.5, replication: replication({ transferCostPerByte: 0.001 }), costPerSecond: yearly(3) }),
      service('stack@east', { needs: [3, 5] }),
      service('stack@west', { needs: [4, 5], inFirstSite: false }),
      service('db@east', { placement: [0, 0], mode: 'active-passive', passiveCostShare: 0.5, data, replication: replication({ transferCostPerByte: 0.01 }) }),
      service('db@west', { ...in2, placement: [2, 2], mode: 'active-passive', passiveCostShare: 0.5, data, replication: replication({ transferCostPerByte: 0.01 }), costPerSecond: yearly(7) }),
      service('dns', { placement: [-1] }),
    ],
  });

  test('each cost what they are, the second its share', () => {
    expect(bill(warm)).toEqual({
      // east: 1,500 + 2 × 100 + 200 sent in it + 11; west: 750 + 200 + 200 + 7 + 20 sent there + 13 + 17; dns 1,000; shop 3.
      total: 1911 + 1207 + 1003,
      kinds: { compute: 3250, storage: 400, transfer: 420, fixed: 51 },
      services: { shop: 23, 'stack@east': 0, 'stack@west': 0, 'db@east': 1900, 'db@west': 1157, dns: 1000 },
      // What is between the sites is in neither.
      domains: { east: 1911, west: 33, 'west-a': 1174, '': 1003 },
      // 500 in the east; all 750 in the west.
      standby: 1250,
      // East as it is, dns and shop; nothing of the west, nor between them.
      bare: 1911 + 1003,
    });
  });

  test('that both serve stand by in nothing', () => {
    const [shop, ...others] = warm.services;
    const active = { ...warm, services: [{ ...shop, mode: 'active-active' as const }, ...others] };
    // Only the second members of the databases.
    expect(bill(active).standby).toBe(750);
  });

  test('have their backups once, though each copy has the policy', () => {
    const fulls = backup({ fullSeconds: YEAR / 10, retentionSeconds: YEAR / 10, costPerByteSecond: yearly(0.01), copies: [1] });
    const services = warm.services.map((each) => (each.data === null ? each : { ...each, backup: fulls }));
    expect(bill({ ...warm, services })).toMatchObject({ total: 4131, kinds: { backup: 10 }, bare: 2914 });
  });

  test('have the backups of all their data once where the service that works on sites has the policy', () => {
    const fulls = backup({ fullSeconds: YEAR / 10, retentionSeconds: YEAR / 10, costPerByteSecond: yearly(0.01) });
    const [shop, ...others] = warm.services;
    expect(bill({ ...warm, services: [{ ...shop, backup: fulls }, ...others] })).toMatchObject({ total: 4131, services: { shop: 33 } });
  });

  test('keep nothing in the second where that is restored from backups', () => {
    const [shop, ...others] = warm.services;
    const cold = { ...warm, services: [{ ...shop, replication: null, backup: backup() }, ...others] };
    expect(bill(cold).kinds).toMatchObject({ storage: 200, transfer: 400 });
  });

  test('may hold data of their own, a copy in each', () => {
    const [shop, ...others] = warm.services;
    const own = { ...warm, services: [{ ...shop, data: dataSet({ sizeBytes: 10, costPerByteSecond: yearly(1), changeBytesPerSecond: 5000 / YEAR }) }, ...others] };
    // 10 for each copy; and it is those changes that are sent between the sites.
    expect(bill(own)).toMatchObject({ services: { shop: 3 + 20 + 5 }, bare: 2914 + 10 });
  });
});

test('nothing costs anything where nothing has a price', () => {
  expect(bill(model({ services: [service('web', { placement: [-1] })] }))).toEqual({ total: 0, kinds: {}, services: { web: 0 }, domains: { '': 0 }, standby: 0, bare: 0 });
});
