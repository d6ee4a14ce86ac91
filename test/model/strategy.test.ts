import { describe, expect, test } from 'vitest';
import { expandModel, parseModel, type Service } from '../../src/model/index.ts';
import { at, clean, only, said, SITED, withService, withSites } from './helpers.ts';

const constant = (value: number) => ({ kind: 'constant', value });
const shop = (keys: string, text = SITED): Service => parseModel(text.replace('sites: [eu, us]', `sites: [eu, us], ${keys}`)).services[0];
const shares = (keys: string, text = SITED): Record<string, number> => {
  const { services } = parseModel(text.replace('sites: [eu, us]', `sites: [eu, us], ${keys}`));
  return Object.fromEntries(services.filter(({ inFirstSite }) => !inFirstSite).map(({ written, siteCostShare }) => [written, siteCostShare]));
};
const DECIDE = { kind: 'lognormal', median: 180, p95: 420 };
const ASYNC = { mode: 'async', lag: { kind: 'lognormal', median: 1, p95: 20 }, maxLagSeconds: Infinity, strict: false, transferCostPerByte: 0 };

describe('a strategy', () => {
  test('for backup and restore has nothing running in the second site, builds it, and restores into it', () => {
    const service = shop('strategy: backup-restore');
    expect(service).toMatchObject({
      mode: 'active-passive', replication: null, data: null,
      failover: { detect: constant(90), decide: DECIDE, promote: constant(1800), redirect: { kind: 'dns', ttlSeconds: 60 }, success: 1 },
      backup: { fullSeconds: 86_400, retentionSeconds: 30 * 86_400, provision: constant(600), copies: [], restorable: 1 },
    });
    expect(shares('strategy: backup-restore')).toEqual({ stack: 0, web: 0, db: 0 });
  });

  test('for a pilot light has the data there and switches the rest on', () => {
    expect(shop('strategy: pilot-light')).toMatchObject({ mode: 'active-passive', replication: ASYNC, backup: null, failover: { detect: constant(90), decide: DECIDE, promote: constant(1200) } });
    expect(shares('strategy: pilot-light')).toEqual({ stack: 0, web: 0, db: 1 });
  });

  test('for a warm standby runs the rest at half the size', () => {
    expect(shop('strategy: warm-standby')).toMatchObject({ mode: 'active-passive', replication: ASYNC, failover: { promote: constant(240) } });
    expect(shares('strategy: warm-standby')).toEqual({ stack: 0.5, web: 0.5, db: 1 });
  });

  test('with all sites active serves from all of them', () => {
    expect(shop('strategy: active-active')).toMatchObject({
      mode: 'active-active', required: 1, retry: true, failover: null, replication: ASYNC,
      healthCheck: { intervalSeconds: 10, unhealthyThreshold: 3, healthyThreshold: 3, timeoutSeconds: 0 },
    });
    expect(shares('strategy: active-active')).toEqual({ stack: 1, web: 1, db: 1 });
  });

  test('draws no warnings on a sound model, but for how fast backups are read', () => {
    for (const strategy of ['pilot-light', 'warm-standby', 'active-active']) clean(withSites(`of: stack, sites: [eu, us], strategy: ${strategy}`));
    expect(only(withSites('of: stack, sites: [eu, us], strategy: backup-restore')).message).toBe("without 'restore-rate' 500 GB are read back in no time: say how fast, as in 'restore-rate: 200 MB/s'");
  });

  test('gives way to whatever the author gives, and a failover key by key', () => {
    expect(shop('strategy: warm-standby, failover: { decide: 0 s, success: 99% }').failover).toMatchObject({ detect: constant(90), decide: constant(0), promote: constant(240), success: 0.99 });
    expect(shop('strategy: warm-standby, replication: { mode: sync }').replication).toMatchObject({ mode: 'sync', lag: constant(0) });
    expect(shop('strategy: warm-standby, mode: active-passive').mode).toBe('active-passive');
    expect(shop('strategy: warm-standby, standby: hot').failover?.promote).toEqual(constant(10));
    expect(shares('strategy: warm-standby, standby: hot')).toEqual({ stack: 1, web: 1, db: 1 });
    expect(shares('strategy: warm-standby, running-cost: 30%')).toEqual({ stack: 0.3, web: 0.3, db: 0.3 });
    expect(shares('strategy: warm-standby, running-cost: { web: 30% }')).toEqual({ stack: 0.5, web: 0.3, db: 1 });
    expect(shop('strategy: warm-standby, health-check: { interval: 5 s }').failover?.detect).toBeNull();
    expect(shop('strategy: active-active, retry: false, health-check: { interval: 5 s }')).toMatchObject({ retry: false, healthCheck: { intervalSeconds: 5, healthyThreshold: 2 } });
    expect(shop('strategy: backup-restore, backup: { full: 1 week, restore-rate: 1 GB/s }').backup).toMatchObject({ fullSeconds: 7 * 86_400, provision: constant(0) });
  });

  test('for backup and restore leaves backups to the services that have them', () => {
    const text = SITED.replace('data: { size: 500 GB }', 'data: { size: 500 GB }, backup: { full: 1 day, restore-rate: 1 GB/s }');
    expect(shop('strategy: backup-restore', text).backup).toBeNull();
    expect(said(text.replace('sites: [eu, us]', 'sites: [eu, us], strategy: backup-restore'))).toEqual([]);
    // What stands in the sites is backed up by what is around it.
    const shared = SITED.replace(', replication: { mode: sync }', '');
    expect(said(shared).map((line) => line.split(': ')[0])).toEqual(['warning 12:81 services.db.data']);
    expect(said(shared.replace('sites: [eu, us]', 'sites: [eu, us], strategy: backup-restore'))).toEqual([expect.stringMatching(/in no time: say how fast/)]);
  });

  test('for backup and restore says that without any data there is nothing to restore', () => {
    const text = withSites('of: stack, sites: [eu, us], strategy: backup-restore').replace(', data: { size: 500 GB }', '');
    expect(only(text)).toMatchObject({ severity: 'warning', ...at(text, 'backup-restore'), message: "nothing in the sites holds data: restoring takes no more than provisioning ('data: { size: 500 GB }' on a service says how much there is)" });
    expect(parseModel(text).services[0]).toMatchObject({ data: { sizeBytes: 0, changeBytesPerSecond: 0, costPerByteSecond: 0 }, backup: { fullSeconds: 86_400 } });
  });

  test('that its mode contradicts is an error, and no more than that', () => {
    const text = withSites('of: stack, sites: [eu, us], strategy: warm-standby, mode: active-active, failover: { detect: 5 s }');
    expect(only(text)).toMatchObject({ ...at(text, 'active-active'), path: 'services.shop.mode', message: "strategy warm-standby is active-passive, this says active-active: leave 'mode' out, or the strategy", suggestion: 'active-passive' });
  });

  test('that is misspelt draws no messages about its keys', () => {
    expect(only(withSites('of: stack, sites: [eu, us], strategy: warm, failover: { decide: 0 s }, running-cost: 5%'))).toMatchObject({ path: 'services.shop.strategy', suggestion: 'warm-standby' });
  });

  test('belongs to a service that works on sites', () => {
    const text = withService('replicas: 2, strategy: warm-standby');
    expect(only(text)).toMatchObject({ ...at(text, 'strategy'), path: 'services.web.strategy', message: "'strategy' belongs to a service with 'of' and 'sites': put one above this one, as in 'shop: { of: stack, sites: [us-east-1, us-west-2], strategy: warm-standby }'" });
  });

  test('refuses the keys of other modes', () => {
    expect(only(withSites('of: stack, sites: [eu, us], strategy: warm-standby, retry: true')).message).toBe("'retry' belongs to mode active-active, this service is active-passive");
    expect(only(withSites('of: stack, sites: [eu, us], strategy: active-active, standby: hot')).message).toBe("'standby' belongs to mode active-passive, this service is active-active");
  });

  test('is printed as what it fills in', () => {
    const expanded = expandModel(withSites('of: stack, sites: [eu, us], strategy: warm-standby'));
    for (const line of ['mode: active-passive', 'db: 100%', 'web: 50%', 'decide: lognormal(3 min, 7 min)', 'promote: 4 min', 'lag: lognormal(1 s, 20 s)', 'of: stack']) expect(expanded).toContain(line);
    expect(expanded).not.toContain('strategy');
    expect(expanded).not.toContain('standby');
  });
});
