import { beforeAll, describe, expect, test } from 'vitest';
import { lossInSeconds } from '../../src/analysis/for-good.ts';
import type { Report, StageName } from '../../src/analysis/report.ts';
import { parseModel } from '../../src/model/index.ts';
import { simulate } from '../../src/run/simulate.ts';
import { SHOP } from '../models.ts';

let report: Report;
beforeAll(async () => {
  report = await simulate(parseModel(SHOP), { years: 500, workers: 0 });
});

describe('a report', () => {
  test('says where the time of a recovery goes: stages that add up to the mean', () => {
    const { mean, stages, stagesCi95 } = report.recoveryTime;
    expect(Object.keys(stages!)).toEqual(['detect', 'decide', 'promote', 'restore', 'redirect', 'warmUp', 'repair']);
    expect(Object.values(stages!).reduce((sum, each) => sum + each, 0)).toBeCloseTo(mean!, 4);
    for (const [stage, seconds] of Object.entries(stages!)) {
      const [low, high] = stagesCi95![stage as StageName]!;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(seconds);
      expect(high).toBeGreaterThanOrEqual(seconds);
    }
    // Nobody decides here, and nothing is restored from a backup.
    expect(stages).toMatchObject({ decide: 0, restore: 0 });
  });

  test('knows of each service how long it was down at a time, to within a bin', () => {
    const { web } = report.services;
    expect(web.recoveryTime.count).toBeGreaterThan(100);
    for (const p of ['p50', 'p95'] as const) {
      expect(web.recoveryTime[p]!).toBeLessThanOrEqual(report.recoveryTime[p]! * 1.001);
      expect(web.recoveryTime[p]!).toBeGreaterThan(report.recoveryTime[p]! * (1 - 1 / 16 - 0.001));
    }
  });

  test('gives each service the tier that both p95 reach', () => {
    for (const { recoveryTime, dataLoss, tier } of Object.values(report.services)) {
      const limits = { 1: [900, 60], 2: [3600, 3600], 3: [14_400, 14_400], 4: [86_400, 86_400] } as const;
      for (const better of [1, 2, 3, 4] as const) {
        const isReached = recoveryTime.p95! <= limits[better][0] && lossInSeconds(dataLoss.p95!) <= limits[better][1];
        expect(isReached).toBe(tier !== null && better >= tier);
      }
    }
  });

  test('has costs that add up, by service, by domain and by kind', () => {
    const { infrastructure, byService, byDomain, byKind, standby } = report.cost;
    for (const parts of [byService, byDomain, byKind]) expect(parts.reduce((sum, { perYear }) => sum + perYear, 0)).toBeCloseTo(infrastructure, 6);
    // The second member of db, which runs in full.
    expect(standby).toBeCloseTo(0.52 * 8766, 6);
  });
});
