import { describe, expect, test } from 'vitest';
import { checkModel, ModelError, parseModel } from '../../src/model/index.ts';
import { EXAMPLE, RETRYING } from './example.ts';
import { clean } from './helpers.ts';

describe("the language page's example", () => {
  const model = parseModel(EXAMPLE, { file: 'web-shop.yaml' });

  test('is read with one warning, that requests to a failed server fail until it is noticed, and without it where they are retried', () => {
    expect(model.warnings.map(({ path }) => path)).toEqual(['services.web.health-check']);
    clean(RETRYING);
    expect(model.name).toBe('Web shop, three zones');
    expect(model.description).toBe('A stateless tier over a Multi-AZ database.');
    expect(model.currency).toBe('USD');
    expect(model.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('has its parameters in SI units', () => {
    expect(model.parameters).toEqual({ zone_mtbf: 63115200, web_replicas: 6 });
  });

  test('has its domains in preorder', () => {
    expect(model.domains.map(({ name, kind, parent }) => [name, kind, parent])).toEqual([
      ['eu-west-1', 'region', -1], ['eu-west-1a', 'zone', 0], ['eu-west-1b', 'zone', 0], ['eu-west-1c', 'zone', 0],
    ]);
    expect(model.domains[1].failures).toEqual([
      { name: 'outage', up: { kind: 'exponential', mean: 63115200 }, down: { kind: 'lognormal', median: 2700, p95: 14400 }, losesData: false, isLatent: false },
    ]);
  });

  test('draws bare mtbf and mttr exponentially, and what is named by its name', () => {
    const [crash, hardware] = model.components[0].failures;
    expect(crash).toEqual({ name: 'crash', up: { kind: 'exponential', mean: 2592000 }, down: { kind: 'exponential', mean: 90 }, losesData: false, isLatent: false });
    expect(hardware.down).toEqual({ kind: 'constant', value: 600 });
    expect(model.components[1].failures[1].losesData).toBe(true);
    expect(model.components[0].costPerSecond).toBe(0.17 / 3600);
  });

  test('spreads its replicas over the zones in the order written', () => {
    expect(model.services.map(({ name, placement }) => [name, placement])).toEqual([
      ['web', [1, 2, 3, 1, 2, 3]], ['cache', [1, 2]], ['db', [1, 2]],
    ]);
  });

  test('resolves names to indices', () => {
    expect(model.entry).toBe(0);
    expect(model.services[0].needs).toEqual([2]);
    expect(model.services[0].wants).toEqual([{ service: 1, without: 0.8 }]);
    expect(model.services.map(({ component }) => model.components[component].name)).toEqual(['app-server', 'redis', 'postgres']);
  });

  test('has its redundancy modes filled in', () => {
    const [web, cache, db] = model.services;
    const none = { kind: 'constant', value: 0 };
    expect(web).toMatchObject({ mode: 'active-active', required: 4, belowRequired: 'down', retry: false, failover: null, replication: null });
    expect(web.healthCheck).toEqual({ intervalSeconds: 10, timeoutSeconds: 0, unhealthyThreshold: 3, healthyThreshold: 2, slowStart: none });
    expect(cache).toMatchObject({ mode: 'active-active', required: 1, healthCheck: null });
    expect(db).toMatchObject({ mode: 'active-passive', required: 1, passiveCostShare: 1 });
    expect(db.replication).toEqual({ mode: 'sync', lag: none, maxLagSeconds: Infinity, strict: false, transferCostPerByte: 0 });
    expect(db.failover).toEqual({
      detect: { kind: 'constant', value: 30 }, decide: none, promote: { kind: 'uniform', min: 15, max: 30 },
      redirect: { kind: 'delay', delay: { kind: 'constant', value: 5 } }, success: 0.99, retry: { kind: 'constant', value: 900 },
      rebuild: none, failback: null, falsePositive: null, driftPerSecond: 0, drillSeconds: null, demoteAfter: null,
    });
  });

  test('has targets, losses and defaults in SI units', () => {
    expect(model.targets).toEqual({ availability: 0.9995, rtoSeconds: 900, rpoSeconds: 60, byKind: [], budgetPerYear: 40000 });
    expect(model.losses).toEqual({ downtimePerSecond: 20000 / 3600, dataPerSecond: 5000 / 3600 });
    expect(model.sla).toEqual({ errorRate: 0.05, toleratesSeconds: 0, excludes: [], windows: null });
    expect(model.simulation).toEqual({ years: 10000, seed: '1', warmUpSeconds: 31557600, missionSeconds: null });
  });

  test('is the same model as JSON', () => {
    const json = `{"nines": 1, "components": {"c": {"failures": {"f": {"mtbf": "1 day", "mttr": "uniform(1 s, 2 s)"}}}},\n "services": {"s": {"component": "c"}}}`;
    expect(clean(json).components[0].failures[0].down).toEqual({ kind: 'uniform', min: 1, max: 2 });
  });
});

describe('the two ways to read', () => {
  test('parseModel throws every error and warning at once', () => {
    const broken = EXAMPLE.replace('needs: [db]', 'needs: [dbb]').replace('required: 4', 'required: 9').replace('mttr: 90 s', 'mttr: 90');
    try {
      parseModel(broken, { file: 'web-shop.yaml' });
      expect.fail('it should have thrown');
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      expect(error.file).toBe('web-shop.yaml');
      expect(error.diagnostics).toHaveLength(3);
      expect(error.message.split('\n')[2]).toBe("web-shop.yaml:43:13: unknown service 'dbb': did you mean 'db'?");
    }
  });

  test('checkModel returns null for the model and the same diagnostics', () => {
    const { model, diagnostics } = checkModel('nines: 1\nservices: { a: { needs: [b] } }');
    expect(model).toBeNull();
    expect(diagnostics).toHaveLength(1);
  });

  test('a model without a name is called after its file', () => {
    expect(clean('nines: 1\ncomponents: { c: }\nservices: { s: { component: c } }', { file: '/models/one.yaml' }).name).toBe('one');
  });
});
