import { describe, expect, test } from 'vitest';
import type { ComparisonReport, SweepReport } from '../../../src/analysis/report.ts';
import type { OptimizationReport } from '../../../src/analysis/report-optimization.ts';
import { compare, limit, sweep } from '../../../src/index.ts';
import { studyFile, watchStudy } from '../../../web/desk/studies.ts';
import type { Watched } from '../../../web/desk/watched.ts';
import type { StudyNews } from '../../../web/desk/types.ts';
import { shop, SHOP, sites, SITES } from '../drill/models.ts';

const VARIED = SHOP.replace('\nentry:', '\nparameters: { promote: 20 s, members: 4 }\nentry:').replace('promote: 20 s, redirect', 'promote: promote, redirect').replace('replicas: 4, across: zone, required: 1', 'replicas: members, across: zone, required: 3');

async function all({ next }: Watched<StudyNews>): Promise<StudyNews[]> {
  const news: StudyNews[] = [];
  for (let one = await next(); one !== null; one = await next()) news.push(one);
  return news;
}

/** Without what may differ between two equal runs. */
function bits(report: unknown): unknown {
  return JSON.parse(JSON.stringify(report, (key, value: unknown) => (key === 'seconds' || key === 'workers' ? 0 : value)));
}

describe('a comparison', () => {
  test('is the library’s own, to the last bit', async () => {
    const news = await all(watchStudy(null, { kind: 'comparison', texts: [SHOP, SITES], seed: 'x', years: 100 }));
    expect(news.at(-1)).toMatchObject({ isOver: true, problem: '' });
    expect(bits(news.at(-1)!.report)).toEqual(bits(await compare([shop, sites], { seed: 'x', years: 100, workers: 0 })));
  });

  test('keeps what is finished when it is stopped', async () => {
    const watched = watchStudy(null, { kind: 'comparison', texts: [SHOP, SITES], seed: '', years: 1_000_000 });
    const first = await watched.next();
    expect(first).toMatchObject({ isOver: false, problem: '' });
    watched.stop();
    const last = (await all(watched)).at(-1)!;
    expect(last).toMatchObject({ isOver: true, problem: '' });
    const [{ run }] = (last.report as ComparisonReport).models;
    expect(run.partial).toBe(true);
    expect(run.years).toBeGreaterThan(0);
    expect(run.years).toBeLessThan(1_000_000);
  });

  test('is not heard of any more once it is dropped', async () => {
    const watched = watchStudy(null, { kind: 'comparison', texts: [SHOP, SITES], seed: '', years: 1_000_000 });
    const waiting = watched.next();
    watched.drop();
    expect(await waiting).toBeNull();
    expect(await watched.next()).toBeNull();
  });

  test('of two currencies says so in a sentence', async () => {
    const news = await all(watchStudy(null, { kind: 'comparison', texts: [SHOP, SITES.replace('\nname:', '\ncurrency: EUR\nname:')], seed: '', years: 10 }));
    expect(news.at(-1)).toMatchObject({ report: null, isOver: true, problem: expect.stringMatching(/one currency.*USD.*EUR/s) as string });
  });
});

describe('a sweep', () => {
  const ask = { kind: 'sweep', text: VARIED, seed: 's', years: 20, earlier: null } as const;

  test('is the library’s own, and can be written as the command line would', async () => {
    const news = await all(watchStudy(null, { ...ask, vary: { promote: ['10 s', '40 s'] } }));
    const report = news.at(-1)!.report as SweepReport;
    expect(bits(report)).toEqual(bits(await sweep(VARIED, { vary: { promote: ['10 s', '40 s'] }, seed: 's', years: 20, workers: 0, file: 'model' })));
    expect(studyFile(report, 'csv').split(/\r?\n/)[0]).toMatch(/^promote,availability\.mean/);
    expect((JSON.parse(studyFile(report, 'json')) as SweepReport).points).toHaveLength(2);
  });

  test('leaves out values at which the model makes no sense, and says which and why', async () => {
    const last = (await all(watchStudy(null, { ...ask, vary: { members: ['2', '3', '4'] } }))).at(-1)!;
    expect((last.report as SweepReport).values.members).toEqual([3, 4]);
    expect(last.problem).toBe('');
    const last3 = (await all(watchStudy(null, { ...ask, vary: { members: ['1', '2'] } }))).at(-1)!;
    expect(last3.problem).toMatch(/^The model has errors where members = 1: .*required: 3/);
  });

  test('tells of a value that is none', async () => {
    const last = (await all(watchStudy(null, { ...ask, vary: { promote: ['3 GB'] } }))).at(-1)!;
    expect(last.problem).toMatch(/^promote: .*\.$/s);
    expect(last.report).toBeNull();
  });

  test('that was stopped goes on to the same bits', async () => {
    const vary = { promote: ['5 s', '10 s', '20 s', '40 s'] };
    const watched = watchStudy(null, { ...ask, years: 400, vary });
    let stopped: SweepReport | null = null;
    for (let one = await watched.next(); one !== null; one = await watched.next()) {
      stopped = one.report as SweepReport | null;
      if ((stopped?.points.length ?? 0) >= 2) watched.stop();
    }
    expect(stopped!.run.partial).toBe(true);
    const whole = (await all(watchStudy(null, { ...ask, years: 400, vary, earlier: stopped }))).at(-1)!.report;
    expect(bits(whole)).toEqual(bits((await all(watchStudy(null, { ...ask, years: 400, vary }))).at(-1)!.report));
  });
});

describe('a solve', () => {
  test('finds where a goal turns', async () => {
    const last = (await all(watchStudy(null, { kind: 'solve', text: VARIED, seed: '', years: 30, vary: { promote: '1 s..10 h:9' }, goal: 'rto.p95 <= 2 h' }))).at(-1)!;
    expect(last.problem).toBe('');
    const { solved } = last.report as SweepReport;
    expect(solved?.ends).toEqual(['met', 'missed']);
    expect(solved!.met! < solved!.missed!).toBe(true);
  });

  test('says what is wrong with a goal, without the command line’s words', async () => {
    const last = (await all(watchStudy(null, { kind: 'solve', text: VARIED, seed: '', years: 30, vary: { promote: '1 s..1 h' }, goal: 'availablity >= 99%' }))).at(-1)!;
    expect(last.problem).toMatch(/^unknown figure 'availablity': did you mean 'availability'\?$/);
  });
});

describe('a search', () => {
  test('finds the cheapest that keeps to the goals, by any name that a figure has', async () => {
    const priced = VARIED.replace('app: {', 'app: { cost: 0.1 USD/h,');
    const last = (await all(watchStudy(null, { kind: 'optimization', text: priced, seed: '', years: 2000, vary: { members: ['3', '4', '6'] }, goals: ['downtimePerYear < 4000 h', 'cost.infrastructure <= 1e6 USD'] }))).at(-1)!;
    expect(last.problem).toBe('');
    const report = last.report as OptimizationReport;
    expect(report.asked.constraints.map(({ figure }) => figure)).toEqual(['downtime', 'cost.infrastructure']);
    expect(report.outcome).toBe('found');
    expect(report.candidates[report.best!].parameters).toEqual({ members: 3 });
  });
});

describe('a limit', () => {
  const LOADED = `nines: 1
domains: { r: { kind: region, domains: { a: { kind: zone }, b: { kind: zone }, c: { kind: zone } } } }
components: { server: { failures: { crash: { mtbf: 60 days, mttr: 5 min } } } }
services: { web: { component: server, replicas: 2, across: zone, retry: true, load: 200% } }
`;

  test('is the library’s own, to the last bit', async () => {
    const last = (await all(watchStudy(null, { kind: 'limits', text: LOADED, seed: 'x' }))).at(-1)!;
    expect(last.problem).toBe('');
    expect(bits(last.report)).toEqual(bits(await limit(LOADED, { seed: 'x', workers: 0 })));
  });

  test('is said not to be there in a sentence', async () => {
    const last = (await all(watchStudy(null, { kind: 'limits', text: SHOP, seed: '' }))).at(-1)!;
    expect(last.problem).toMatch(/^no service has a load: .*\.$/);
  });
});
