import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { simulate } from '../../src/run/simulate.ts';

test.each(['dr/active-active', 'dr/warm-standby', 'web-shop', 'patroni', 'stateless-three-zones'])(
  'a run of %s that stops by --precision prints an interval on the downtime that is as narrow as was asked for',
  async (name) => {
    const text = readFileSync(fileURLToPath(new URL(`../../models/${name}.yaml`, import.meta.url)), 'utf8');
    const notices: string[] = [];
    const { availability, run } = await simulate(parseModel(text), { precision: 0.15, workers: 0, onNotice: (notice) => notices.push(notice) });
    expect(notices).toEqual([]);
    expect(run.partial).toBe(false);
    for (const { mean, ci95: [low, high] } of [availability.downtimePerYear, { mean: 1 - availability.mean, ci95: availability.ci95 }]) {
      expect((high - low) / 2 / mean).toBeLessThanOrEqual(0.15 * (1 + 1e-9));
    }
  },
);
