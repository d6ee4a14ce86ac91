import { describe, expect, test } from 'vitest';
import type { GapStep, GapStepName } from '../../src/analysis/report-explanation.ts';
import { explain } from '../../src/run/explain.ts';
import { expectExact, YEAR } from './harness.ts';

/** The steps of a model's gap, by their names. */
async function gapOf(text: string, years: number): Promise<Readonly<Record<GapStepName, GapStep>>> {
  const { gap } = await explain(`nines: 1\nname: theory\n${text}`, { years, seed: 'gap', workers: 0, sensitivity: false });
  return Object.fromEntries(gap.steps.map((step) => [step.step, step])) as Record<GapStepName, GapStep>;
}

/** Each loss of the active, ten minutes long, and what a failover then takes. */
const pair = (failover: string) => `components: { unit: { failures: { crash: { mtbf: 10 days, mttr: constant(10 min) } } } }
services: { db: { component: unit, replicas: 2, mode: active-passive, failover: ${failover} } }
entry: db`;
const LOSSES_PER_YEAR = YEAR / (10 * 86_400);

describe('a pair loses for each failure of its active', () => {
  const all = gapOf(pair('{ detect: 30 s, promote: 1 min, redirect: 10 s, success: 80%, retry: 5 min }'), 400);

  test('the time to notice, in the step of detection', async () => {
    expectExact((await all).detection.added!, LOSSES_PER_YEAR * 30);
  });

  test('the times to promote and to redirect, in that of failover time', async () => {
    expectExact((await all).failoverTime.added!, LOSSES_PER_YEAR * 70);
  });

  test('what failed promotions cost, in that of failover failure', async () => {
    // Promoted at 90 s, or at 450 s, or served by the old active again after its 600 s.
    const downtime = 0.8 * 100 + 0.2 * (0.8 * 460 + 0.2 * 600);
    expectExact((await all).failoverFailure.added!, LOSSES_PER_YEAR * (downtime - 100));
  });

  test('and nothing in steps that are no part of it', async () => {
    const { capacity, shocks, data, failoverFailure } = await all;
    for (const step of [capacity, shocks, data]) {
      expect(step).toMatchObject({ absent: true, added: { mean: 0, ci95: [0, 0] }, downtimePerYear: failoverFailure.downtimePerYear });
    }
  });

  test('needless failovers belong to failover failure too', async () => {
    const { failoverFailure, failoverTime } = await gapOf(pair('{ promote: 1 min }').replace('failover: {', 'false-positive: { mtbf: 20 days }, failover: {'), 400);
    expectExact(failoverTime.added!, LOSSES_PER_YEAR * 60);
    expectExact(failoverFailure.added!, (LOSSES_PER_YEAR / 2) * 60);
  });
});

test('a health check is detection: the share of requests that reaches a dead member until it is noticed', async () => {
  const { detection, failoverTime } = await gapOf(`components: { app: { failures: { crash: { mtbf: 10 days, mttr: constant(10 min) } } } }
services: { web: { component: app, replicas: 3, health-check: { interval: 10 s, unhealthy-threshold: 3, healthy-threshold: 2, timeout: 5 s } } }
entry: web`, 400);
  // U(0, 10 s) + 2 × 10 s + 5 s, in which a third of the requests fails; three members.
  expectExact(detection.added!, 3 * LOSSES_PER_YEAR * 30);
  expect(failoverTime.absent).toBe(true);
});

test('the restart after a domain has returned is failover time, and the domain itself is in the arithmetic', async () => {
  const { arithmetic, sharedDomains, failoverTime } = await gapOf(`domains: { zone: { kind: zone, failures: { outage: { mtbf: 40 days, mttr: constant(2 h) } } } }
components: { app: { restart: 15 min, failures: { crash: { mtbf: 50 days, mttr: constant(1 h) } } } }
services: { web: { component: app, replicas: 2, in: zone } }
entry: web`, 800);
  const [zone, own] = [2 / (40 * 24 + 2), 1 / (50 * 24 + 1)];
  // The zone that both share stands in series, once, in the arithmetic already: sharing it adds nothing to that.
  expect(arithmetic.downtimePerYear.mean / ((zone + (1 - zone) * own * own) * YEAR)).toBeCloseTo(1, 9);
  expect(Math.abs(sharedDomains.added!.mean)).toBeLessThan(1e-6);
  expectExact(failoverTime.added!, (YEAR / (40 * 86_400 + 7200)) * 900);
});

test('capacity is the members that are required: two of three against any of three', async () => {
  const u = 12 / (20 * 24 + 12);
  const { arithmetic, sharedDomains, capacity } = await gapOf(`components: { app: { failures: { crash: { mtbf: 20 days, mttr: 12 h } } } }
services: { web: { component: app, replicas: 3, required: 2 } }
entry: web`, 1_000);
  expect(arithmetic.downtimePerYear.mean / (u ** 3 * YEAR)).toBeCloseTo(1, 9);
  expect(sharedDomains).toMatchObject({ absent: true, added: { mean: 0, ci95: [0, 0] } });
  expectExact(capacity.added!, 3 * u * u * (1 - u) * YEAR);
});

test('a quorum needs its majority in the arithmetic already; what is required above that is capacity, and electing takes time', async () => {
  const u = 12 / (20 * 24 + 12);
  const { arithmetic, failoverTime, capacity } = await gapOf(`components: { node: { failures: { crash: { mtbf: 20 days, mttr: constant(12 h) } } } }
services: { kv: { component: node, replicas: 3, mode: quorum, required: 3, elect: 2 min } }
entry: kv`, 1600);
  expect(arithmetic.downtimePerYear.mean / ((3 * u * u * (1 - u) + u ** 3) * YEAR)).toBeCloseTo(1, 9);
  // Each loss of a leader; where the majority goes with it, the election comes when that is back.
  expect(failoverTime.added!.mean / ((YEAR / (20 * 86_400)) * 120)).toBeGreaterThan(0.95);
  expect(failoverTime.added!.mean / ((YEAR / (20 * 86_400)) * 120)).toBeLessThan(1.02);
  expectExact(capacity.added!, 3 * u * (1 - u) * (1 - u) * YEAR);
});

test('shocks add the time in which they strike what still works', async () => {
  const [u, shock] = [1 / (20 * 24 + 1), 3 / (30 * 24 + 3)];
  const { shocks } = await gapOf(`components: { app: { failures: { crash: { mtbf: 20 days, mttr: 1 h } } } }
shocks: { deploy: { mtbf: 30 days, mttr: 3 h, hits: [web] } }
services: { web: { component: app } }
entry: web`, 800);
  expectExact(shocks.added!, shock * (1 - u) * YEAR);
});

test('restores are data: after each lost disk the provisioning of another', async () => {
  const { data, failoverTime } = await gapOf(`components: { app: { failures: { disk: { mtbf: 30 days, mttr: constant(1 h), data: lost } } } }
services: { db: { component: app, data: { size: 0 GB }, backup: { full: 1 h, retention: 30 days, provision: 2 h } } }
entry: db`, 400);
  expect(failoverTime.absent).toBe(true);
  expectExact(data.added!, (YEAR / (30 * 86_400 + 3 * 3600)) * 7200);
});

test('a pair of sites is noticed, and fails over, as a pair of members does', async () => {
  const { arithmetic, sharedDomains, detection, failoverTime } = await gapOf(`domains:
  east: { kind: region, failures: { outage: { mtbf: 20 days, mttr: constant(6 h) } } }
  west: { kind: region, failures: { outage: { mtbf: 20 days, mttr: constant(6 h) } } }
components: { app: {} }
services:
  shop: { of: web, sites: [east, west], mode: active-passive, failover: { detect: 2 min, decide: 5 min, promote: 3 min } }
  web: { component: app }
entry: shop`, 800);
  const u = 6 / (20 * 24 + 6);
  expect(arithmetic.downtimePerYear.mean / (u * u * YEAR)).toBeCloseTo(1, 9);
  expect(sharedDomains).toMatchObject({ absent: true, added: { mean: 0, ci95: [0, 0] } });
  // Of an active that is lost while the other site is there, and of the first of both to come back.
  const losses = (YEAR / (20 * 86_400 + 6 * 3600)) * (1 - u);
  expect(detection.added!.mean / (losses * 120)).toBeGreaterThan(0.97);
  expect(detection.added!.mean / (losses * 120)).toBeLessThan(1.03);
  expect(failoverTime.added!.mean / (losses * 480)).toBeGreaterThan(0.97);
  expect(failoverTime.added!.mean / (losses * 480)).toBeLessThan(1.03);
});
