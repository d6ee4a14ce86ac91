import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Interval } from '../../src/analysis/report.ts';
import { parseModel } from '../../src/model/index.ts';
import { compare } from '../../src/run/compare.ts';

const model = (name: string) => parseModel(readFileSync(fileURLToPath(new URL(`../../models/dr/${name}.yaml`, import.meta.url)), 'utf8'));

test.each([2, 10, 60])('a difference over %i years is never wider than that of two runs of their own', async (years) => {
  const names = ['active-active', 'warm-standby', 'backup-restore'];
  const { models, differences } = await compare(names.map(model), { years, workers: 0 });
  for (const { from, to, downtimePerYear } of differences) {
    const [a, b] = [from, to].map((i) => models[i].availability.downtimePerYear);
    // Zou & Donner 2008, eq. 5.
    const below = Math.hypot(b.mean - b.ci95[0], a.ci95[1] - a.mean);
    const above = Math.hypot(b.ci95[1] - b.mean, a.mean - a.ci95[0]);
    const [low, high]: Interval = downtimePerYear.ci95;
    expect(high - low).toBeLessThanOrEqual((below + above) * (1 + 1e-12));
    expect(low <= downtimePerYear.mean && downtimePerYear.mean <= high).toBe(true);
  }
});
