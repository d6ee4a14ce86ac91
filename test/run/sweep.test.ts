import { describe, expect, it } from 'vitest';
import type { Report, SweepReport, Verdict } from '../../src/analysis/report.ts';
import { ModelError, parseModel } from '../../src/model/index.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { conductSweep } from '../../src/run/sweep-on.ts';
import type { SweepOptions } from '../../src/run/sweep-options.ts';
import { PointError } from '../../src/run/grid.ts';
import { planSweep } from '../../src/run/sweep-plan.ts';
import { solveSweep } from '../../src/run/sweep-solve.ts';
import { sweep } from '../../src/run/sweep.ts';
import { renderSweep, renderSweepCsv } from '../../src/report/index.ts';
import { simulate } from '../../src/run/simulate.ts';
import { FRAIL } from '../models.ts';
import { hurriedClock } from './hurried-clock.ts';

const TEXT = FRAIL.replace('parameters: { web_replicas: 3 }', 'parameters: { web_replicas: 3, detect: 30 s }').replace('detect: 30 s, promote', 'detect: detect, promote');
const GRID = { vary: { web_replicas: '3,5', detect: '10 s..5 min:3' }, years: 200, workers: 0 } as const;
const LINE = { vary: { detect: ['10 s', '30 s', '60 s', '2 min'] }, years: 300, workers: 0 } as const;

/** Without what the clock decides. */
function figures(report: SweepReport): SweepReport {
  const still = <T extends { seconds: number; workers: number }>(run: T): T => ({ ...run, seconds: 0, workers: 0 });
  return { ...report, run: still(report.run), points: report.points.map((point) => ({ ...point, report: { ...point.report, run: still(point.report.run) } })) };
}

/** Aborted when so many points are finished. */
async function interrupted(options: SweepOptions, points: number): Promise<SweepReport> {
  const stop = new AbortController();
  return sweep(TEXT, { ...options, signal: stop.signal, onPoint: (report) => (report.points.length === points ? stop.abort() : undefined) });
}

describe('sweep', () => {
  it('has a report for every combination, the last parameter fastest', async () => {
    const report = await sweep(TEXT, GRID);
    expect(report).toMatchObject({
      nines: 1,
      kind: 'sweep',
      model: { name: 'Test shop', parameters: { web_replicas: 3, detect: 30 } },
      run: { years: 1200, seed: '7', partial: false },
      asked: { years: 200, precision: null, solve: null },
      vary: ['web_replicas', 'detect'],
      values: { web_replicas: [3, 5], detect: [10, 155, 300] },
      units: { web_replicas: '', detect: 's' },
    });
    expect(report.points.map(({ parameters }) => Object.values(parameters))).toEqual([[3, 10], [3, 155], [3, 300], [5, 10], [5, 155], [5, 300]]);
    for (const { parameters, report: each } of report.points) {
      expect(each).toMatchObject({ kind: 'report', run: { years: 200, seed: '7', partial: false } });
      expect(each.model).toMatchObject({ sha256: report.model.sha256, parameters });
    }
  });

  it('says of each point what inputs that nobody knows leave open: as a run of its own there does, in the same worlds', async () => {
    const text = TEXT.replace('detect: 30 s }', 'detect: 10 s to 10 min }');
    const options = { years: 100, workers: 0 };
    const swept = await sweep(text, { ...options, vary: { web_replicas: '3,5' } });
    for (const [i, web_replicas] of [3, 5].entries()) {
      const { doubt, targets, availability } = await simulate(parseModel(text, { set: { web_replicas } }), options);
      expect(swept.points[i].report).toMatchObject({ doubt, targets, availability: { doubt: availability.doubt } });
      expect(doubt).toMatchObject({ worlds: 200, inputs: [{ parameter: 'detect' }] });
    }
    // Where it is varied itself, it is known at each point.
    const known = await sweep(text, { ...options, vary: { detect: ['30 s'] } });
    expect(known.points[0].report.doubt).toBeUndefined();
    expect(renderSweepCsv(swept).split('\r\n')[0]).toMatch(/,doubt\.p5,doubt\.p50,doubt\.p95,availability\.chance,/);
    expect(renderSweep(swept, { columns: 80, color: false })).toMatch(/19 in 20 +met in/);
    await expect(sweep(text, { ...options, vary: { web_replicas: '2..5' }, solve: 'availability >= 99% with 90%' })).rejects.toThrow(/leave out 'with'/);
  });

  it('is the same bits on the calling thread and on 1, 2 and 7 workers', async () => {
    const few = { ...GRID, years: 60 };
    const expected = figures(await sweep(TEXT, few));
    for (const workers of [1, 2, 7]) expect(figures(await sweep(TEXT, { ...few, workers }))).toEqual(expected);
  });

  it('gives a point the same figures whatever else is in the grid', async () => {
    const few = await sweep(TEXT, { ...LINE, vary: { detect: ['60 s'] } });
    const many = await sweep(TEXT, LINE);
    expect(figures(few).points[0]).toEqual(figures(many).points[2]);
  });

  it('cuts all points alike: years and warm-up are the most that any asks for', async () => {
    const text = TEXT.replace('simulation: { years: 1000', 'simulation: { warm-up: 100 * detect, years: 2 * detect / 1 s');
    const plan = await planSweep(text, { vary: { detect: ['10 s', '30 s'] } });
    expect(plan.common).toMatchObject({ years: 60, warmUpSeconds: 3000 });
  });

  it('takes distributions, and says so in their own words', async () => {
    const text = TEXT.replace('promote: \'uniform(15 s, 30 s)\'', 'promote: promote').replace('detect: 30 s }', "detect: 30 s, promote: 'uniform(15 s, 30 s)' }");
    const report = await sweep(text, { vary: { promote: 'uniform(15 s, 30 s), 1 h' }, years: 50, workers: 0 });
    expect(report.points.map(({ parameters }) => parameters.promote)).toEqual(['uniform(15 s, 30 s)', 3600]);
    expect(report.units).toEqual({ promote: null });
    expect(report.points[1].report.availability.mean).toBeLessThan(report.points[0].report.availability.mean);
  });

  it('runs each point until the precision is reached', async () => {
    const report = await sweep(TEXT, { vary: { detect: ['10 s', '10 min'] }, precision: 0.3, workers: 0 });
    for (const { report: { availability: { mean, ci95 } } } of report.points) expect((ci95[1] - ci95[0]) / 2 / (1 - mean)).toBeLessThanOrEqual(0.3);
    expect(report.run.partial).toBe(false);
    const notices: string[] = [];
    await sweep(TEXT, { vary: { detect: ['10 s', '10 min'] }, precision: 0.001, years: 50, workers: 0, onNotice: (notice) => notices.push(notice) });
    expect(notices).toEqual(['The precision of 0.1% was not reached within 50 years at any point.']);
  });

  it('shares out the time that it has, so that every point has something', async () => {
    const report = await sweep(TEXT, { ...LINE, years: 3_000, maxTime: 0.2 });
    expect(report.points).toHaveLength(4);
    expect(report.run.partial).toBe(true);
    for (const { report: { run } } of report.points) expect(run).toMatchObject({ partial: true });
    expect(report.run.seconds).toBeLessThan(20);
  });

  it('reports progress, the point under way last', async () => {
    hurriedClock();
    const seen: SweepReport[] = [];
    await sweep(TEXT, { ...LINE, years: 100, onProgress: (report) => seen.push(report) });
    expect(new Set(seen.map(({ points }) => points.length)).size).toBeGreaterThan(1);
    for (const { run, points } of seen) {
      expect(run.partial).toBe(true);
      expect(points.map(({ report }) => report.run.partial)).toEqual([...points.slice(1).map(() => false), true]);
    }
  });

  it('says where a range of whole numbers has fewer values than asked for', async () => {
    const notices: string[] = [];
    const { points } = await sweep(TEXT, { vary: { web_replicas: '3..5:8' }, years: 20, workers: 0, onNotice: (notice) => notices.push(notice) });
    expect(points).toHaveLength(3);
    expect(notices).toEqual(['web_replicas takes whole numbers: 3 values instead of 8.']);
  });
});

describe('an interrupted sweep', () => {
  it('has the finished points', async () => {
    const report = await interrupted(LINE, 2);
    expect(report.run.partial).toBe(true);
    expect(report.points.map(({ parameters }) => parameters.detect)).toEqual([10, 30]);
    for (const point of report.points) expect(point.report.run).toMatchObject({ years: 300, partial: false });
  });

  it('goes on from a file of it to the same bits as without the interruption', async () => {
    const expected = figures(await sweep(TEXT, GRID));
    const first = await interrupted(GRID, 2);
    const second = await interrupted({ ...GRID, workers: 2, earlier: JSON.parse(JSON.stringify(first)) }, 5);
    expect(second.points).toHaveLength(5);
    const finished: number[] = [];
    const last = await sweep(TEXT, { ...GRID, earlier: JSON.parse(JSON.stringify(second)), onPoint: ({ points }) => void finished.push(points.length) });
    expect(finished).toEqual([6]);
    expect(JSON.stringify(figures(last))).toBe(JSON.stringify(expected));
  });

  it('lives again through a point that had no time to finish', async () => {
    const short = await sweep(TEXT, { ...LINE, years: 100_000, maxTime: 0.1 });
    expect(short.run.partial).toBe(true);
    const stop = new AbortController();
    stop.abort();
    await expect(sweep(TEXT, { ...LINE, years: 100_000, earlier: short, signal: stop.signal })).rejects.toThrow('aborted');
  });

  it('is not mixed with another: other text, options, values or parameters', async () => {
    const earlier = await interrupted(LINE, 1);
    const again = (options: Partial<SweepOptions>, text = TEXT) => sweep(text, { ...LINE, earlier, ...options });
    await expect(again({}, `${TEXT}\n# A word more.`)).rejects.toThrow("earlier is of another sweep: the model's text is another.");
    await expect(again({ years: 400 })).rejects.toThrow('the years are 300 there, 400 here');
    await expect(again({ seed: 8 })).rejects.toThrow('the seed is 7 there, 8 here');
    await expect(again({ precision: 0.5 })).rejects.toThrow('the precision is none there, 0.5 here');
    await expect(again({ set: { web_replicas: 4 } })).rejects.toThrow('web_replicas is 3 there, 4 here');
    await expect(again({ vary: { detect: '10 s..5 min' } })).rejects.toThrow('detect takes the values 10, 30, 60, 120 there, 10, 82.5, 155, 227.5, … (5) here');
    await expect(again({ vary: { web_replicas: [3] } })).rejects.toThrow('it varies detect there, web_replicas here');
    const [{ parameters, report, checksum }] = earlier.points;
    const longer = { parameters, report: { ...report, recoveryTime: { ...report.recoveryTime, p95: 1 } }, checksum };
    await expect(again({ earlier: { ...earlier, points: [longer] } })).rejects.toThrow('earlier cannot be gone on from: the point of detect = ');
    await expect(again({ earlier: { ...earlier, run: { ...earlier.run, version: '0.0.1' } } })).rejects.toThrow('the version of nines is 0.0.1 there');
  });

  it('without a finished point is rejected with the reason', async () => {
    await expect(sweep(TEXT, { ...LINE, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });
});

describe('solve, in the library', () => {
  const vary = { detect: '1 min..40 min' };

  it('finds the value at which an assertion begins to fail', async () => {
    const { solved, asked } = await sweep(TEXT, { vary, solve: 'rto.p95 <= 10 min', years: 50, workers: 0 });
    expect(asked.solve).toBe('rto.p95 <= 10 min');
    expect(solved).toMatchObject({ parameter: 'detect', ends: ['met', 'missed'] });
    expect(solved!.met).toBeLessThanOrEqual(600);
    expect(solved!.missed! - solved!.met!).toBeLessThan(120);
  });

  it('refuses what makes no sense, by name', async () => {
    await expect(sweep(TEXT, { vary, solve: 'availabilty >= 99%' })).rejects.toThrow("unknown figure 'availabilty': did you mean 'availability'?");
    await expect(sweep(TEXT, { vary, solve: 'rto.p95 <= 10 min', precision: 0.1 })).rejects.toThrow('leave out precision');
    await expect(sweep(TEXT, { vary, solve: 7 as never })).rejects.toThrow("solve must be an assertion such as 'availability >= 99.95%', not");
  });
});

describe('a solve', () => {
  const judge = ({ recoveryTime: { quantileCi95: { p95: [low, high] } } }: Report): Verdict =>
    (high ?? Infinity) <= 600 ? 'met' : (low ?? 0) > 600 ? 'missed' : 'undecided';
  const options = { vary: { detect: '1 s..2 h:16' }, years: 300, workers: 0 } as const;
  const solve = async (more: Partial<SweepOptions> = {}) => {
    const all = { ...options, ...more };
    return solveSweep(createInProcessRunner, await planSweep(TEXT, all, 'rto.p95 <= 10 min'), judge, all);
  };

  it('goes on after an interruption to the same bits', async () => {
    const expected = figures(await solve());
    expect(expected.solved).toMatchObject({ parameter: 'detect', assertion: 'rto.p95 <= 10 min', ends: ['met', 'missed'] });
    const stop = new AbortController();
    const first = await solve({ signal: stop.signal, onPoint: ({ points }) => (points.length === 3 ? stop.abort() : undefined) });
    expect(first).toMatchObject({ run: { partial: true }, points: [{}, {}, {}] });
    expect(figures(await solve({ earlier: JSON.parse(JSON.stringify(first)) }))).toEqual(expected);
  });

  it('has the points that it tried from one end to the other', async () => {
    const { points, values, asked } = await solve();
    const tried = points.map(({ parameters }) => parameters.detect as number);
    expect(tried).toEqual(tried.toSorted((a, b) => a - b));
    expect(values).toEqual({ detect: [1, 7200] });
    expect(asked).toEqual({ years: 4800, precision: null, solve: 'rto.p95 <= 10 min' });
  });

  it('takes one range', async () => {
    await expect(planSweep(TEXT, { vary: { detect: '1 s,2 s' } }, 'availability >= 99%')).rejects.toThrow('vary.detect: a solve varies one parameter over a range');
    await expect(planSweep(TEXT, GRID, 'availability >= 99%')).rejects.toThrow('a solve varies one parameter over a range');
  });
});

describe('what makes no sense', () => {
  it('is refused by name', async () => {
    const refused = (options: unknown, text: unknown = TEXT) => expect(sweep(text as string, options as SweepOptions)).rejects;
    await refused(LINE, parseModel(TEXT)).toThrow("text must be the model's text: every point is read from it");
    await refused(LINE, 5).toThrow('text must be a string with the model in it, not the number 5');
    await refused(undefined).toThrow('options must be an object');
    await refused({}).toThrow("vary must be an object such as { detect: ['10 s', '30 s'] }, not undefined");
    await refused({ vary: { detect: 5 } }).toThrow('vary.detect must be a list of values');
    await refused({ vary: {} }).toThrow('a sweep varies one parameter or two, not 0');
    await refused({ ...LINE, yeers: 5 }).toThrow("unknown option 'yeers': did you mean 'years'?");
    await refused({ ...LINE, years: 0.5 }).toThrow('years must be a whole number');
    await refused({ ...LINE, seed: '' }).toThrow('seed must be text or a number');
    await refused({ ...LINE, earlier: { kind: 'report' } }).toThrow('earlier must be what a sweep resolved to, not an object');
    await refused({ ...LINE, onPoint: 5 }).toThrow('onPoint must be a function');
    await refused({ ...LINE, set: { detect: '1 s' } }).toThrow('vary.detect: it is set to one value as well');
    await refused({ vary: { detect: '1..100 s:40', web_replicas: '2..31:30' } }).toThrow('40 × 30 are 1,200 points, at most 1,000');
    await refused({ vary: { detekt: '1 s' } }).toThrow("vary.detekt: unknown parameter 'detekt': did you mean 'detect'?");
  });

  it('is refused where the model has errors, at all or at a point', async () => {
    await expect(sweep('nines: 1', LINE)).rejects.toThrow(ModelError);
    const error: unknown = await sweep(TEXT, { ...LINE, vary: { web_replicas: [3, 1] }, file: 'shop.yaml' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PointError);
    expect((error as PointError).message).toMatch(/^shop\.yaml \(web_replicas = 1\):\d+:\d+: required: 2 is above replicas: 1/);
  });

  it('leaves the threads when it ends', async () => {
    const plan = await planSweep(TEXT, LINE);
    await expect(conductSweep(createInProcessRunner, plan, { ...LINE, onPoint: () => Promise.reject(new Error('no room')) })).rejects.toThrow('no room');
  });
});
