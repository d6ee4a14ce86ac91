import { describe, expect, test } from 'vitest';
import type { PatternEffect } from '../../src/analysis/report-explanation.ts';
import { offersFor } from '../../src/edit/index.ts';
import { parseModel } from '../../src/model/index.ts';
import { compareOn } from '../../src/run/compare-on.ts';
import { onPlatform } from '../../src/run/choose-runner.ts';
import { explainOn } from '../../src/run/explain-on.ts';
import { patternsOn, type PatternReport } from '../../src/run/patterns-on.ts';
import { SHOP } from '../models.ts';
import { createSerializeOnlyRunner } from './serialize-only.ts';

const open = onPlatform(null);

function named(effects: readonly PatternEffect[], id: string, on: string | null): PatternEffect {
  const found = effects.find((effect) => effect.id === id && effect.on === on);
  if (found === undefined) throw new Error(`${id} of ${on} is not among them`);
  return found;
}

describe('the effect of a pattern', () => {
  test('is the paired difference that a comparison of the two texts in the same years comes to', async () => {
    const { patterns } = await patternsOn(open, SHOP, { years: 200, chosen: 'db' });
    const offer = [...offersFor(SHOP, 'db')].find(({ id }) => id === 'faster-detection');
    const effect = named(patterns.effects, 'faster-detection', 'db');
    const models = [SHOP, offer?.text ?? ''].map((text) => parseModel(text));
    const { models: reports, differences } = await compareOn(open, models, { years: patterns.years });
    // A comparison may take chance out of the mean; of the models' own figures it never does.
    const [before, after] = reports.map(({ availability }) => availability);
    expect(effect.years).toBe(patterns.years);
    expect(effect.downtimePerYear.mean).toBeCloseTo((before.mean - after.mean) * 365.25 * 86_400, 6);
    expect(effect.nines).toBeCloseTo((after.nines ?? NaN) - (before.nines ?? NaN), 9);
    expect(effect.downtimePerYear.ci95[0]).toBeLessThan(differences[0].downtimePerYear.mean);
    expect(effect.runningCostPerYear).toBe(0);
    expect(effect.patch).toEqual(offer?.patch);
  });

  test('is rough for all of them before it is refined for one, and the best are first', async () => {
    const seen: PatternReport[] = [];
    const { patterns } = await patternsOn(open, SHOP, { years: 3_000, onProgress: (report) => seen.push(report) });
    expect(patterns.effects).toHaveLength(patterns.asked);
    expect(patterns.effects.every(({ rough, years }) => !rough && years === patterns.years)).toBe(true);
    const mixed = seen.filter(({ patterns: { effects } }) => effects.some(({ rough }) => !rough && effects.some((one) => one.rough)));
    for (const { patterns: then } of mixed) expect(then.effects).toHaveLength(patterns.asked);
    const gains = patterns.effects.map(({ downtimePerYear: { mean, verdict } }) => (verdict === 'undecided' ? 0 : mean));
    expect([...gains].sort((a, b) => a - b)).toEqual(gains);
    expect(gains[0]).toBeLessThan(0);
  });

  test('has the same bits in the same order wherever it is simulated', async () => {
    const elsewhere = await patternsOn(() => createSerializeOnlyRunner(), SHOP, { years: 200 });
    expect(elsewhere).toEqual(await patternsOn(open, SHOP, { years: 200 }));
  });

  test('stands in an explanation that asks for it, and in no other', async () => {
    const asked = await explainOn(open, SHOP, { years: 200, sensitivity: false, patterns: true });
    expect(asked.patterns?.effects).toEqual((await patternsOn(open, SHOP, { years: 200 })).patterns.effects);
    expect(Object.keys(await explainOn(open, SHOP, { years: 20, sensitivity: false }))).not.toContain('patterns');
  });

  test('is of a model with its parameters as they are set from outside', async () => {
    const set = { web_replicas: 2 };
    const { patterns } = await explainOn(open, SHOP, { years: 50, sensitivity: false, patterns: true, set });
    // Three members are written, two are set: one more is the third, whatever the text says.
    expect(patterns?.effects.length).toBeGreaterThan(0);
  });
});
