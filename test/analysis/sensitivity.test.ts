import { describe, expect, it } from 'vitest';
import { timeInputs } from '../../src/analysis/sensitivity/inputs.ts';
import { stretched } from '../../src/analysis/sensitivity/stretch.ts';
import { parseModel } from '../../src/model/index.ts';
import type { Distribution } from '../../src/random/distribution.ts';
import { mean, variance } from '../../src/random/moments.ts';
import { gallery } from '../model/gallery.ts';
import { SHOP } from '../models.ts';

const ALL_KINDS: readonly Distribution[] = [
  { kind: 'constant', value: 5 },
  { kind: 'exponential', mean: 5 },
  { kind: 'uniform', min: 1, max: 5 },
  { kind: 'triangular', min: 1, mode: 2, max: 5 },
  { kind: 'lognormal', median: 5, p95: 50 },
  { kind: 'weibull', shape: 2, mean: 5 },
  { kind: 'gamma', shape: 2, mean: 5 },
  { kind: 'empirical', values: [1, 2, 5] },
];

describe('a distribution is stretched as a whole', () => {
  it.each(ALL_KINDS)('$kind: three times the mean, nine times the variance', (d) => {
    const longer = stretched(d, (seconds) => 3 * seconds);
    expect(mean(longer)).toBeCloseTo(3 * mean(d), 9);
    expect(variance(longer)).toBeCloseTo(9 * variance(d), 6);
  });
});

describe('the times of a model', () => {
  const names = (text: string) => timeInputs(parseModel(text)).map(({ name }) => name);

  it('are all mtbf, mttr and delays that are not zero, in the order of the model', () => {
    expect(names(SHOP)).toEqual([
      ...['a/outage mtbf', 'a/outage mttr', 'b/outage mtbf', 'b/outage mttr'],
      ...['app/crash mtbf', 'app/crash mttr', 'database/crash mtbf', 'database/crash mttr'],
      ...['web health-check.interval', 'db failover.detect', 'db failover.promote', 'db failover.redirect', 'db failover.retry', 'db replication.lag'],
    ]);
  });

  it('are one where several services are made of one component, and where a service has copies in several sites', () => {
    const found = names(`nines: 1
domains: { east: {}, west: {} }
components: { app: { failures: { crash: { mtbf: 1 day, mttr: 1 h } } } }
services:
  shop: { of: stack, sites: [east, west], mode: active-passive, failover: { detect: 1 min } }
  stack: { needs: [web, db] }
  web: { component: app, replicas: 2, health-check: { interval: 10 s } }
  db: { component: app, replicas: 3, mode: quorum, elect: 5 s }
entry: shop`);
    expect(found).toEqual(['app/crash mtbf', 'app/crash mttr', 'shop failover.detect', 'web health-check.interval', 'db elect']);
  });

  it('are not those that nothing can depend on', () => {
    const found = names(`nines: 1
domains: { used: { kind: zone, failures: { power: { mtbf: 1 year, mttr: 1 h } } }, empty: { kind: zone, failures: { power: { mtbf: 1 year, mttr: 1 h } } } }
components:
  app: { failures: { crash: { mtbf: 1 day, mttr: 1 h } } }
  other: { restart: 1 min, failures: { crash: { mtbf: 1 day, mttr: 1 h } } }
shocks: { elsewhere: { mtbf: 1 day, mttr: 1 h, hits: [idle] } }
services:
  web: { component: app, in: used, replicas: 2, mode: active-passive, health-check: { interval: 10 s }, failover: { detect: 5 s, retry: 1 h }, replication: { mode: sync } }
  idle: { component: other }
entry: web`);
    expect(found).toEqual(['used/power mtbf', 'used/power mttr', 'app/crash mtbf', 'app/crash mttr', 'web failover.detect']);
  });

  it.each(gallery())('%s: each changes itself and no other, and the model keeps its names', (_, text) => {
    const model = parseModel(text);
    const inputs = timeInputs(model);
    expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
    for (const { name, seconds, change } of inputs) {
      const changed = timeInputs(change(model, (value) => value * 2));
      expect(changed.map((each) => each.name)).toEqual(inputs.map((each) => each.name));
      changed.forEach((each, i) => expect(each.seconds / inputs[i].seconds, `${each.name} for ${name}`).toBeCloseTo(each.name === name ? 2 : 1, 9));
      expect(seconds).toBeGreaterThan(0);
    }
  });
});
