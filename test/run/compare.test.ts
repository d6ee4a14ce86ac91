import { describe, expect, it } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { compare } from '../../src/run/compare.ts';
import type { ComparisonReport } from '../../src/analysis/report.ts';
import { SHOP } from '../models.ts';
import { hurriedClock } from './hurried-clock.ts';

const one = parseModel(SHOP);
const other = parseModel(SHOP.replace(/replicas: \d+/, 'replicas: 9'));

/** Without what the clock decides. */
function figures(report: ComparisonReport): object {
  return { ...report, models: report.models.map((each) => ({ ...each, run: { ...each.run, seconds: 0, workers: 0 } })) };
}

describe('compare', () => {
  it('is the same bits on the calling thread and on 1, 2 and 7 workers', async () => {
    const expected = figures(await compare([one, other], { years: 100, workers: 0 }));
    for (const workers of [1, 2, 7]) expect(figures(await compare([one, other], { years: 100, workers }))).toEqual(expected);
  });

  it('has a difference for every two models, the second less the first', async () => {
    const { models, differences } = await compare([one, other, one], { years: 2_000, workers: 0 });
    expect(models).toHaveLength(3);
    expect(differences.map(({ from, to }) => [from, to])).toEqual([[0, 1], [0, 2], [1, 2]]);
    expect(differences[1].downtimePerYear.mean).toBe(0);
    // What chance did is taken out of the difference and not of the models' own figures: they agree as far as these are known.
    const own = models.map(({ availability }) => availability.downtimePerYear);
    const error = Math.hypot(...own.slice(0, 2).map(({ ci95 }) => (ci95[1] - ci95[0]) / 3.92));
    expect(Math.abs(differences[0].downtimePerYear.mean - (own[1].mean - own[0].mean))).toBeLessThan(3.5 * error);
    expect(differences[0].downtimePerYear.controls).toBeGreaterThan(0);
  });

  it('is the difference that was seen where a history begins with everything new: nobody knows then what is to be expected', async () => {
    const [first, second] = [one, other].map((model) => ({ ...model, simulation: { ...model.simulation, warmUpSeconds: 0 } }));
    const { models, differences } = await compare([first, second], { years: 100, workers: 0 });
    expect(differences[0].downtimePerYear.mean).toBeCloseTo(models[1].availability.downtimePerYear.mean - models[0].availability.downtimePerYear.mean, 6);
    expect(differences[0].cost.mean).toBeCloseTo(models[1].cost.total - models[0].cost.total, 6);
    expect(differences[0].downtimePerYear.controls).toBeUndefined();
  });

  it('runs until the precision is reached in every model', async () => {
    const { models } = await compare([one, other], { precision: 0.3, workers: 0 });
    for (const { availability } of models) {
      const [low, high] = availability.ci95;
      expect((high - low) / 2 / (1 - availability.mean)).toBeLessThanOrEqual(0.3);
    }
  });

  it('reports progress as partial comparisons', async () => {
    hurriedClock();
    const partial: boolean[] = [];
    await compare([one, other], { years: 100, workers: 0, onProgress: ({ models }) => partial.push(models[0].run.partial) });
    expect(partial.length).toBeGreaterThan(0);
    expect(partial).not.toContain(false);
  });

  it('refuses what makes no sense, by name', async () => {
    await expect(compare([one])).rejects.toThrow('models must be at least two, not 1');
    await expect(compare([one, {} as never])).rejects.toThrow('model must be what parseModel returns');
    await expect(compare([one, other], { years: 0.5 })).rejects.toThrow('years must be a whole number');
    const euros = parseModel(SHOP.replace(/USD/g, 'EUR'));
    await expect(compare([one, euros])).rejects.toThrow('models must reckon in one currency');
  });
});

describe('a model that loses its data for good, where they have a price', () => {
  const text = (backup: string) => `nines: 1
components: { disk: { failures: { dies: { mtbf: 1 year, mttr: 4 h, data: lost } } } }
services: { db: { component: disk, data: { size: 1 GB, change-rate: 1 GB/day }${backup} } }
losses: { data: 1 USD/h }
simulation: { years: 200, seed: 1 }`;
  const [none, daily] = [text(''), text(', backup: { full: 1 day }')].map((each) => parseModel(each));

  it('costs more than one that restores yesterday, though a total without them is less', async () => {
    const { differences: [{ cost }], models } = await compare([none, daily], { workers: 0 });
    expect(models.map(({ cost: { forGood } }) => forGood)).toEqual(['seen', undefined]);
    expect([cost.mean > 0, cost.verdict]).toEqual([true, 'better']);
  });

  it('costs neither more nor less than one that loses them as often', async () => {
    expect((await compare([none, none], { workers: 0 })).differences[0].cost.verdict).toBe('undecided');
  });
});
