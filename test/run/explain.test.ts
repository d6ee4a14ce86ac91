import { describe, expect, it } from 'vitest';
import { explain } from '../../src/run/explain.ts';
import type { Explanation } from '../../src/analysis/report-explanation.ts';
import { gallery } from '../model/gallery.ts';
import { BROKEN, SHOP } from '../models.ts';
import { hurriedClock } from './hurried-clock.ts';

/** Without what the clock decides. */
function figures(explanation: Explanation): object {
  return { ...explanation, report: { ...explanation.report, run: { ...explanation.report.run, seconds: 0, workers: 0 } } };
}

describe('explain', () => {
  it('is the same bits on the calling thread and on 1, 2 and 7 workers', async () => {
    const expected = figures(await explain(SHOP, { years: 8, workers: 0 }));
    for (const workers of [1, 2, 7]) expect(figures(await explain(SHOP, { years: 8, workers }))).toEqual(expected);
  });

  it.each(gallery())('%s: the steps of the gap add up to the report, to rounding', async (_, text) => {
    const { report, gap, sensitivity } = await explain(text, { years: 10, workers: 0, sensitivity: false });
    // Without a bare arithmetic there is nothing to begin with.
    if (report.availability.arithmetic === null) return expect(gap.steps).toEqual([]);
    const [first, ...rest] = gap.steps;
    const sum = rest.reduce((total, { added }) => total + added!.mean, first.downtimePerYear.mean);
    const { mean, ci95 } = report.availability.downtimePerYear;
    expect(Math.abs(sum - mean)).toBeLessThanOrEqual(1e-9 * Math.max(1, mean));
    expect(gap.steps.at(-1)!.downtimePerYear).toEqual({ mean, ci95 });
    expect(gap.steps.at(-1)!.availability.mean).toBe(report.availability.mean);
    rest.forEach(({ absent, added, downtimePerYear }, i) => {
      if (absent) expect([added, downtimePerYear]).toEqual([{ mean: 0, ci95: [0, 0] }, gap.steps[i].downtimePerYear]);
    });
    expect(first).toMatchObject({ step: 'arithmetic', added: null, absent: false });
    expect(sensitivity).toBeNull();
  });

  it('tells what the structure says beside it', async () => {
    const { singlePoints, cutSets, importance } = await explain(SHOP, { years: 20, workers: 0, sensitivity: false });
    expect(singlePoints.map(({ cause }) => cause)).toEqual(['a']);
    expect(cutSets.length).toBeGreaterThan(0);
    expect(importance.map(({ element }) => element)).toContain('a');
  });

  it('reports progress as partial explanations: the gap first, then inputs', async () => {
    hurriedClock();
    const seen: Explanation[] = [];
    const last = await explain(SHOP, { years: 100, workers: 0, onProgress: (each) => seen.push(each) });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen[0].report.run.partial).toBe(true);
    expect(seen[0].sensitivity).toEqual({ factor: 2, years: 0, asked: 0, inputs: [] });
    expect(last.report.run.partial).toBe(false);
    expect(last.sensitivity!.inputs).toHaveLength(last.sensitivity!.asked);
    expect(seen.some(({ sensitivity }) => sensitivity!.inputs.length > 0 && sensitivity!.inputs.length < last.sensitivity!.asked)).toBe(true);
  });

  it('ends early with what there is: as much of the gap, then the inputs that are finished', async () => {
    const early = new AbortController();
    const gapOnly = await explain(SHOP, { years: 100_000, workers: 0, signal: early.signal, onProgress: () => early.abort() });
    expect(gapOnly.report.run).toMatchObject({ partial: true });
    expect(gapOnly.report.run.years).toBeLessThan(100_000);
    expect(gapOnly.sensitivity!.inputs).toEqual([]);

    hurriedClock();
    const later = new AbortController();
    const some = await explain(SHOP, { years: 100, workers: 0, signal: later.signal, onProgress: ({ sensitivity }) => sensitivity!.inputs.length > 0 && later.abort() });
    expect(some.report.run.partial).toBe(false);
    expect(some.sensitivity!.inputs.length).toBeGreaterThan(0);
    expect(some.sensitivity!.inputs.length).toBeLessThan(some.sensitivity!.asked);
  });

  it('rejects with the reason of a signal that is aborted before there is anything', async () => {
    await expect(explain(SHOP, { signal: AbortSignal.abort(new Error('not now')) })).rejects.toThrow('not now');
  });

  it('takes as long as it may, at most', async () => {
    const { report, sensitivity } = await explain(SHOP, { years: 1_000_000, workers: 0, maxTime: 1 });
    expect(report.run.partial).toBe(true);
    expect(report.run.seconds).toBeLessThan(15);
    expect(sensitivity!.inputs.length).toBeLessThan(sensitivity!.asked);
  });

  it('refuses what makes no sense, by name', async () => {
    const wrong = (options: object) => explain(SHOP, options as never);
    await expect(explain({ services: [] } as never)).rejects.toThrow("text must be the model's text");
    await expect(wrong({ factor: 1 })).rejects.toThrow('factor must be a number above 1, at most 1000, not 1.');
    await expect(wrong({ factor: '2' })).rejects.toThrow("factor must be a number above 1, not the string '2'.");
    await expect(wrong({ sensitivity: 'no' })).rejects.toThrow("sensitivity must be true or false, not the string 'no'.");
    await expect(wrong({ precision: 0.05 })).rejects.toThrow("unknown option 'precision'");
    await expect(wrong({ years: 1.5 })).rejects.toThrow('years must be a whole number of at least 1, not 1.5.');
    await expect(explain(BROKEN)).rejects.toThrow('dya');
  });
});
