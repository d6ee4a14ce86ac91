import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../src/model/features.ts';
import { expandModel, parseModel, type Service } from '../../src/model/index.ts';
import { at, BASE, clean, only, said, SITED, withService, withSites } from './helpers.ts';

const PASSIVE = 'replicas: 2, mode: active-passive';
const DATA = 'data: { size: 500 GB, change-rate: 20 GB/day }';
const TREE = 'domains: { eu: { failures: { outage: { mtbf: 9 years, mttr: 1 h } }, domains: { eu-a: , eu-b: } }, us: }\n';
const constant = (value: number) => ({ kind: 'constant', value });
const service = (keys: string, more = ''): Service => parseModel(withService(keys, more)).services[0];
const backup = (keys: string, more = ''): string => withService(`replicas: 1, ${DATA}, backup: { restore-rate: 200 MB/s, ${keys} }`, more);

describe('data', () => {
  test('has a size, a rate of change and a price, in bytes and seconds', () => {
    expect(service('replicas: 2, data: { size: 500 GB, change-rate: 20 GB/day, cost: 0.08 USD/GB/month }').data).toEqual({
      sizeBytes: 5e11, changeBytesPerSecond: 20e9 / 86_400, costPerByteSecond: 0.08 / 1e9 / 2_629_800,
    });
    expect(clean(withService('replicas: 2, data: { size: 1 TiB }')).services[0].data).toEqual({ sizeBytes: 2 ** 40, changeBytesPerSecond: 0, costPerByteSecond: 0 });
    expect(clean(BASE).services[0]).toMatchObject({ data: null, backup: null, costPerSecond: 0 });
  });

  test('in a unit that does not fit is an error that says which do', () => {
    const wrong: [string, string, string | null][] = [
      ['size: 500', "needs an amount of data such as '500 GB' or '2 TB', got the plain number 500: did you mean '500 GB'?", '500 GB'],
      ['size: 5 h', "needs an amount of data such as '500 GB' or '2 TB', got '5 h', a time", null],
      ['size: 1 GB, change-rate: 20 GB', "needs data per time such as '200 MB/s' or '20 GB/day', got '20 GB', an amount of data", null],
      ['size: 1 GB, cost: 0.08 USD/GB', "needs money per amount of data and time such as '0.023 USD/GB/month', got '0.08 USD/GB', money per amount of data", null],
      ['size: 1 GB, cost: -1 USD/GB/month', "cannot be negative, got '-1 USD/GB/month'", null],
      ['size: -1 GB', "cannot be negative, got '-1 GB'", null],
      ['size: lognormal(1 s, 2 s)', '', null],
      ['size: [1 GB]', "needs an amount of data such as '500 GB' or '2 TB', got a list", '1 GB'],
      ['change-rate: 1 GB/s', "'size' is missing in this data set, as in 'size: 500 GB'", null],
    ];
    for (const [keys, message, suggestion] of wrong.filter(([, message]) => message !== '')) expect(only(withService(`replicas: 2, data: { ${keys} }`))).toMatchObject({ message, suggestion });
    expect(only(withService('replicas: 2, mode: active-passive, replication: { mode: async, transfer-cost: 5 }')).message).toBe("needs money per amount of data such as '0.02 USD/GB', got the plain number 5: did you mean '5 USD/GB'?");
  });

  test('belongs to members', () => {
    expect(only(`${BASE}  all: { needs: web, data: { size: 1 GB } }\n`).message).toBe("'data' belongs to a service with a 'component': this one has no members");
  });

  test('on a service whose members all serve may be replicated', () => {
    expect(said(withService('replicas: 2, replication: { mode: async, lag: 5 s }, data: { size: 1 GB }'))).toEqual([]);
    expect(only(withService('replicas: 2, replication: { mode: async }')).message).toMatch(/^'replication' has no effect here/);
    expect(said(withSites('of: stack, sites: [eu, us], replication: { mode: async }'))).toEqual([]);
    expect(only(withSites('of: stack, sites: [eu, us], mode: quorum, required: 2, replication: { mode: async }').replace('us: {', 'mars: { domains: { red: { kind: zone } } }\n  us: {').replace('[eu, us]', '[eu, us, mars]')).message).toMatch(/this one is quorum: leave it out$/);
  });
});

describe('a backup', () => {
  test('is what is given, or a month of full ones that are read back in no time', () => {
    expect(clean(backup('full: 1 week')).services[0].backup).toEqual({
      fullSeconds: 604_800, differentialSeconds: null, incrementalSeconds: null, logSeconds: null, retentionSeconds: 30 * 86_400,
      backupRate: Infinity, restoreRate: 2e8, replayRate: 2e8, provision: constant(0), copies: [], restorable: 1, drillSeconds: null, costPerByteSecond: 0, transferCostPerByte: 0,
    });
    const keys = "full: { every: 1 week }, differential: { every: 1 day }, incremental: 1 h, log-shipping: 0 s, retention: 60 days, backup-rate: 300 MB/s, replay-rate: 50 MB/s, provision: 'uniform(5 min, 15 min)', copies: [us, eu], restorable: 98%, drill: 90 days, cost: 0.023 USD/GB/month, transfer-cost: 0.02 USD/GB";
    expect(clean(backup(keys, TREE).replace('replicas: 1', 'replicas: 1, in: eu-a').replace('eu-a: ,', 'eu-a:,').replace(', eu-b: }', '}')).services[0].backup).toEqual({
      fullSeconds: 604_800, differentialSeconds: 86_400, incrementalSeconds: 3600, logSeconds: 0, retentionSeconds: 60 * 86_400,
      backupRate: 3e8, restoreRate: 2e8, replayRate: 5e7, provision: { kind: 'uniform', min: 300, max: 900 }, copies: [2, 0], restorable: 0.98, drillSeconds: 90 * 86_400,
      costPerByteSecond: 0.023 / 1e9 / 2_629_800, transferCostPerByte: 0.02 / 1e9,
    });
  });

  test('needs a full one, and data', () => {
    expect(only(backup('incremental: 1 h')).message).toBe("'full' is missing in this backup, as in 'full: 1 week'");
    const text = withService('replicas: 1, backup: { full: 1 week }');
    expect(only(text)).toMatchObject({ ...at(text, 'backup'), path: 'services.web.backup', message: "there is nothing to back up: say how much data there is, as in 'data: { size: 500 GB }'" });
    expect(only(withSites('of: stack, sites: [eu, us], backup: { full: 1 week }').replace(', data: { size: 500 GB }', '')).message).toMatch(/on the services in the sites that hold it$/);
    expect(clean(withSites('of: stack, sites: [eu, us], backup: { full: 1 week, restore-rate: 1 GB/s }')).services[0]).toMatchObject({ data: null, backup: { fullSeconds: 604_800 } });
  });

  test('that cannot be, or is of no use, is an error with the numbers', () => {
    for (const [keys, path, message] of [
      ['full: 1 day, differential: 1 day', 'differential', "'differential' every 1 day is not more often than 'full' every 1 day, upon which it builds"],
      ['full: 1 day, incremental: { every: 2 days }', 'incremental', "'incremental' every 2 days is not more often than 'full' every 1 day, upon which it builds"],
      ['full: 1 week, retention: 3 days', 'retention', 'backups are kept for 3 days, which is gone before the next full one after 7 days: keep them longer, or make full ones more often'],
      ['full: 60 days', 'full', 'backups are kept for 30 days, which is gone before the next full one after 60 days: keep them longer, or make full ones more often'],
      ['full: 1 h, backup-rate: 100 MB/s', 'full', 'a full backup of 500 GB at 100 MB/s takes 1.39 h, longer than the 1 h until the next one'],
      ['full: 1 week, differential: 1 h, backup-rate: 10 MB/s', 'differential', 'a differential backup of 140 GB at 10 MB/s takes 3.89 h, longer than the 1 h until the next one'],
      ['full: 0 s', 'full', 'has to be above 0'],
      ['full: { every: 0 s }', 'full.every', 'has to be above 0'],
      ['full: 1 week, drill: 0 s', 'drill', 'has to be above 0'],
      ['full: 1 week, backup-rate: 0 MB/s', 'backup-rate', 'has to be above 0'],
    ] as const) {
      expect(only(backup(keys))).toMatchObject({ severity: 'error', path: `services.web.backup.${path}`, message });
    }
    const busy = (keys: string): string => withService(`replicas: 1, data: { size: 500 GB, change-rate: 2 MB/s }, backup: { full: 1 week, backup-rate: 1 MB/s, restore-rate: 1 MB/s, ${keys} }`);
    expect(only(busy('incremental: 1 h')).message).toBe('an incremental backup of 7.2 GB at 1 MB/s takes 2 h, longer than the 1 h until the next one');
    expect(only(busy('log-shipping: 5 min')).message).toBe("the log grows by 2 MB/s, faster than 'backup-rate' ships it (1 MB/s)");
    expect(only(withSites('of: stack, sites: [eu, us], backup: { full: 1 h, backup-rate: 1 MB/s, restore-rate: 1 MB/s }')).message).toMatch(/^a full backup of 500 GB at 1 MB\/s takes 5\.79 days/);
  });

  test('has copies in domains, each once', () => {
    const text = backup('full: 1 week, copies: [us, uss]', TREE);
    expect(said(text).filter((line) => line.startsWith('error'))).toEqual([expect.stringMatching(/services.web.backup.copies\[1\]: unknown domain 'uss': did you mean 'us'\?$/)]);
    expect(said(backup('full: 1 week, copies: [us, us]', TREE)).filter((line) => line.startsWith('error'))).toEqual([expect.stringMatching(/copies\[1\]: 'us' is listed twice, and counts once: take the second out$/)]);
  });

  test('is suspicious where it never restores, restores in no time, or falls with the data', () => {
    expect(only(backup('full: 1 week, restorable: 0%')).message).toBe('with restorable 0% no backup ever restores: give the share that does, as in \'restorable: 95%\'');
    expect(only(backup('full: 1 week, transfer-cost: 1 USD/TB')).message).toBe("'transfer-cost' has no effect here: it is paid for each copy after the first: leave it out");
    expect(only(backup('full: 1 week').replace('restore-rate: 200 MB/s, ', '')).message).toBe("without 'restore-rate' 500 GB are read back in no time: say how fast, as in 'restore-rate: 200 MB/s'");
    const near = (copies: string): string[] => said(backup(`full: 1 week, copies: ${copies}`, TREE).replace('replicas: 1', 'replicas: 1, in: eu-a')).filter((line) => !line.includes('nothing is placed')).map((line) => line.split(': ').slice(1).join(': '));
    expect(near('eu-b')).toEqual(["a failure of domain 'eu' takes the data and all its backups: keep a copy elsewhere, as in 'copies: [us]'"]);
    expect(near('eu')).toHaveLength(1);
    expect(near('[eu-b, us]')).toEqual([]);
    // The zone itself cannot fail.
    expect(near('eu-a')[0]).toMatch(/domain 'eu'/);
  });
});

describe('data that nothing restores', () => {
  const lossy = (keys: string, more = ''): string => withService(keys, more).replace('mttr: 5 min }', 'mttr: 5 min, data: lost }');

  test('is suspicious on a single member, or before a shock', () => {
    const text = lossy('replicas: 1, data: { size: 1 GB }');
    expect(only(text)).toMatchObject({ severity: 'warning', path: 'services.web.data', message: "the data that 'crash' destroys is lost for good, as nothing restores it: 'backup' would" });
    expect(said(lossy('replicas: 2, data: { size: 1 GB }'))).toEqual([]);
    expect(said(lossy('replicas: 1'))).toEqual([]);
    expect(said(lossy('replicas: 1, data: { size: 1 GB }, backup: { full: 1 day, restore-rate: 1 GB/s }'))).toEqual([]);
    const shock = 'shocks: { drop: { mtbf: 5 years, mttr: 1 h, hits: web, data: lost } }\n';
    expect(only(withService('replicas: 3, data: { size: 1 GB }', shock)).message).toMatch(/^the data that the shock 'drop' destroys/);
    expect(said(withService('replicas: 3', shock))).toEqual([]);
  });

  test('is suspicious where one domain takes all members', () => {
    const text = withService('replicas: 2, in: [eu-a, eu-b], data: { size: 1 GB }', TREE.replace('mttr: 1 h', 'mttr: 1 h, data: lost').replace(', us: }', ' }'));
    expect(only(text).message).toMatch(/^the data that 'outage' of 'eu' destroys/);
  });

  test('is no matter where a service around it backs it up, or has another copy', () => {
    const single = SITED.replace('replicas: 2, across: zone, mode: active-passive, replication: { mode: sync }', 'replicas: 1');
    expect(only(single).message).toMatch(/^the data that 'loss' destroys/);
    const around = (keys: string): string[] => said(single.replace('sites: [eu, us]', `sites: [eu, us], ${keys}`)).filter((line) => line.includes('destroys'));
    expect(around('replication: { mode: async }')).toEqual([]);
    expect(around('backup: { full: 1 day, restore-rate: 1 GB/s }')).toEqual([]);
  });

  test('is taken to be shared by standbys that do not replicate it', () => {
    expect(only(withService(`${PASSIVE}, data: { size: 1 GB }`))).toMatchObject({ path: 'services.web.data', message: "active-passive without 'replication' and 'backup': all members are taken to share one copy of the data, as on a SAN: where each has its own, say how it is fed, as in 'replication: { mode: async }'" });
    expect(said(withService(`${PASSIVE}, data: { size: 1 GB }, replication: { mode: async }`))).toEqual([]);
    expect(said(withService(PASSIVE))).toEqual([]);
    expect(only(withSites('of: stack, sites: [eu, us], mode: active-passive'))).toMatchObject({ path: 'services.shop.of', message: "active-passive without 'replication' and 'backup': all sites are taken to share one copy of the data, as on a SAN: where each has its own, say how it is fed, as in 'replication: { mode: async }'" });
    expect(said(withSites('of: stack, sites: [eu, us], mode: active-passive').replace(', data: { size: 500 GB }', ''))).toEqual([]);
  });
});

describe('money', () => {
  test('is spent on a domain and on a service whatever stands there', () => {
    const model = clean(withService('replicas: 3, in: dc, cost: 20 USD/month', 'domains: { dc: { cost: 1000 USD/month } }\n'));
    expect([model.domains[0].costPerSecond, model.services[0].costPerSecond]).toEqual([1000 / 2_629_800, 20 / 2_629_800]);
    expect(clean(`${BASE}  all: { needs: web, cost: 5 USD/h }\n`).services[1].costPerSecond).toBe(5 / 3600);
    expect(only(withService('replicas: 3, cost: 20')).message).toMatch(/^needs money per time such as/);
  });

  test('is spent on sending changes to standbys', () => {
    expect(service(`${PASSIVE}, replication: { mode: async, transfer-cost: 0.02 USD/GB }`).replication?.transferCostPerByte).toBe(0.02 / 1e9);
  });
});

describe('several policies', () => {
  const LIST = `replicas: 1, ${DATA}, backup: [{ full: 1 day, restore-rate: 200 MB/s }, { full: 1 week, restore-rate: 1 GB/s, copies: [us] }]`;

  test('are a list, and a list of one is that one', () => {
    const { backup: first, moreBackups } = service(LIST, TREE);
    expect([first, ...moreBackups].map((each) => [each!.fullSeconds, each!.restoreRate, each!.copies.length])).toEqual([[86_400, 2e8, 0], [7 * 86_400, 1e9, 1]]);
    expect(service(`replicas: 1, ${DATA}, backup: [{ full: 1 day }]`)).toEqual(service(`replicas: 1, ${DATA}, backup: { full: 1 day }`));
  });

  test('are each held to what a policy is held to, where it stands', () => {
    const wrong = LIST.replace('full: 1 week', 'full: 1 week, drill: 0 s, differental: 1 day').replace('full: 1 day,', 'full: 1 day, log-shipping: 2 days,');
    expect(said(withService(wrong, TREE)).filter((line) => line.startsWith('error')).map((line) => line.split(' ')[2]).sort()).toEqual([
      'services.web.backup[0].log-shipping:', 'services.web.backup[1].differental:', 'services.web.backup[1].drill:',
    ]);
  });

  test('are printed as a list, which says the same', () => {
    const model = parseModel(withService(LIST, TREE));
    const again = parseModel(expandModel(withService(LIST, TREE)));
    expect(again.services[0]).toEqual(model.services[0]);
    expect([...featuresOf(model)]).toContain('several backups');
    expect([...featuresOf(parseModel(backup('full: 1 day')))]).not.toContain('several backups');
  });

  test('go down with the data only where all of them do', () => {
    const both = (copies: string) => said(withService(`replicas: 2, in: eu-a, ${DATA}, backup: [{ full: 1 day, restore-rate: 1 GB/s, copies: [eu-b] }, { full: 1 week, restore-rate: 1 GB/s${copies} }]`, TREE)).join();
    expect(both(', copies: [eu-a]')).toMatch(/takes the data and all its backups/);
    expect(both(', copies: [us]')).not.toMatch(/takes the data and all its backups/);
    expect(both('')).not.toMatch(/takes the data and all its backups/);
  });
});
