import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare, parseModel } from '../../src/index.ts';

const read = (name: string) => parseModel(readFileSync(join(import.meta.dirname, `../../models/dr/${name}.yaml`), 'utf8'), { file: name });
const STRATEGIES = ['backup-restore', 'pilot-light', 'warm-standby', 'active-active'];

test('between any two of the four strategies the interval of the difference is more than four and a half times narrower than between runs of their own', async () => {
  const { models, differences } = await compare(STRATEGIES.map(read), { years: 8_000 });
  const half = ({ ci95 }: { readonly ci95: readonly [number, number] }) => (ci95[1] - ci95[0]) / 2;
  expect(differences).toHaveLength(6);
  for (const { from, to, availability } of differences) {
    const unpaired = Math.hypot(half(models[from].availability), half(models[to].availability));
    expect(unpaired / half(availability), `${STRATEGIES[to]} against ${STRATEGIES[from]}`).toBeGreaterThan(4.5);
    // The order that is published: the dearer, the better.
    expect(availability.verdict).toBe('better');
    // The models' own figures know their difference less well, and agree.
    const own = models[to].availability.mean - models[from].availability.mean;
    expect(Math.abs(availability.mean - own)).toBeLessThan((3.5 / 1.96) * unpaired);
  }
});
