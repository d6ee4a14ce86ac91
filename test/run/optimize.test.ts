import { describe, expect, it } from 'vitest';
import type { OptimizationReport } from '../../src/analysis/report-optimization.ts';
import { ModelError, parseModel } from '../../src/model/index.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { searchStudy } from '../../src/run/optimize-search.ts';
import { conduct } from '../../src/run/study.ts';
import { planOptimization } from '../../src/run/optimize-plan.ts';
import { optimize } from '../../src/run/optimize.ts';
import type { OptimizeOptions } from '../../src/run/optimize-options.ts';
import { createSerializeOnlyRunner } from './serialize-only.ts';
import { PointError } from '../../src/run/grid.ts';
import { COIN, SHOP } from '../models.ts';

/** n servers in parallel, each down a fifth of the time. */
const SERVERS = `
nines: 1
name: Servers
parameters: { n: 1, mttr: 1 day }
components: { server: { failures: { crash: { mtbf: 4 days, mttr: mttr } }, cost: 1000 USD/year } }
services: { web: { component: server, replicas: n } }
entry: web
losses: { downtime: 10 USD/h }
simulation: { years: 1000, seed: 3 }
`;
const QUICK = { workers: 0, years: 1600 } as const;

/** Without what the clock decides. */
function figures(report: OptimizationReport): OptimizationReport {
  return { ...report, run: { ...report.run, seconds: 0, workers: 0 } };
}

describe('optimize', () => {
  it('finds the cheapest of a grid that keeps to its constraints, and the exact one', async () => {
    const report = await optimize(SERVERS, { ...QUICK, vary: { n: '1..6:6' }, subjectTo: [{ figure: 'availability', atLeast: 0.95 }] });
    // n × 1,000 + 0.2ⁿ × 87,660 USD: 18,532, 5,506, 3,701, 4,140, 5,028, 6,006.
    expect(report).toMatchObject({
      nines: 1,
      kind: 'optimization',
      currency: 'USD',
      outcome: 'found',
      best: 2,
      leading: null,
      run: { partial: false, seed: '3' },
      asked: { goal: 'minimize', figure: 'cost.total', years: 1600, tolerance: 0.05, indifference: { share: 0.01, amount: null } },
      models: [{ name: 'Servers', vary: ['n'], values: { n: [1, 2, 3, 4, 5, 6] }, units: { n: '' } }],
    });
    expect(report.candidates.map(({ state }) => state)).toEqual(['infeasible', 'beaten', 'best', 'beaten', 'beaten', 'beaten']);
    expect(report.candidates.map(({ parameters }) => parameters.n)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { availability, parameters } of report.candidates) {
      const exact = 1 - 0.2 ** (parameters.n as number);
      expect(Math.abs(availability!.mean - exact)).toBeLessThan(3.5 * ((availability!.ci95[1] - availability!.ci95[0]) / 3.92));
    }
    expect(report.frontier.map(({ candidate }) => candidate)).toEqual([2, 3, 4, 5]);
  });

  it('varies of one model its decisions where nothing is said, never its assumptions, and of several nothing', async () => {
    const said = SERVERS.replace('n: 1, mttr: 1 day', 'n: { value: 1, from: 1, to: 3, is: decision }, mttr: { value: 1 day, from: 1 h, to: 2 days, is: assumption }');
    expect((await planOptimization([said], QUICK)).candidates.map(({ name }) => name)).toEqual(['n = 1', 'n = 2', 'n = 3']);
    expect((await planOptimization([said], { ...QUICK, set: { n: 2 } })).candidates).toHaveLength(1);
    expect((await planOptimization([said], { ...QUICK, vary: { mttr: null } })).candidates).toHaveLength(5);
    expect((await planOptimization([said, said], QUICK)).candidates).toHaveLength(2);
  });

  it('does not simulate for the decision what costs more to run than the best in all', async () => {
    const { candidates, spent, best } = await optimize(SERVERS, { ...QUICK, vary: { n: '1..9:9' } });
    expect(best).toBe(2);
    expect(spent.ruledOut).toBe(6);
    for (const { ruledOutBy, state, beatenBy } of candidates.slice(3)) expect([ruledOutBy, state, beatenBy]).toEqual(['infrastructure', 'beaten', 2]);
    expect(spent.years).toBe(candidates.reduce((sum, { years }) => sum + years, 0));
    expect(spent.equalYears).toBe(9 * Math.max(...candidates.map(({ years }) => years)));
    expect(spent.saved).toBeCloseTo(1 - spent.years / spent.equalYears, 12);
  });

  it('is the same bits on the calling thread and on 1, 2 and 5 workers', async () => {
    const options = { vary: { web_replicas: '2,3,4' }, subjectTo: [{ figure: 'rto.p95', atMost: 3600 }, { figure: 'rpo.mean', atMost: 600 }], years: 640 };
    const expected = figures(await optimize(SHOP, { ...options, workers: 0 }));
    for (const workers of [1, 2, 5]) expect(figures(await optimize(SHOP, { ...options, workers }))).toEqual(expected);
  });

  it('is the same bits where everything crosses to another thread', async () => {
    const plan = await planOptimization([SHOP], { vary: { web_replicas: '2,4' }, subjectTo: [{ figure: 'rto.p95', atMost: 3600 }], years: 320 });
    const [here, there] = [await conduct(createInProcessRunner, {}, () => searchStudy(plan, {})), await conduct(createSerializeOnlyRunner, {}, () => searchStudy(plan, {}))];
    expect(figures(there)).toEqual(figures(here));
  });

  it('takes several models as alternatives, each with what it has of what is varied', async () => {
    const other = SERVERS.replace('name: Servers', 'name: Others').replace('n: 1, ', '').replace('replicas: n', 'replicas: 2');
    const { models, candidates, best } = await optimize([SERVERS, other], { ...QUICK, vary: { n: '2,3', mttr: ['1 day', '12 h'] } });
    expect(models.map(({ name, vary }) => [name, vary])).toEqual([['Servers', ['n', 'mttr']], ['Others', ['mttr']]]);
    expect(candidates.map(({ model, parameters }) => [model, ...Object.values(parameters)])).toEqual([
      [0, 2, 86_400], [0, 2, 43_200], [0, 3, 86_400], [0, 3, 43_200], [1, 86_400], [1, 43_200],
    ]);
    // 2,000 + 87,660 / 81 = 3,082 USD, in both models: the first of them.
    expect(best).toBe(1);
    for (const i of [1, 5]) expect(Math.abs(candidates[i].cost.total!.mean / 3082 - 1)).toBeLessThan(0.03);
  });

  it('maximizes where that is asked for', async () => {
    const { best, asked } = await optimize(SERVERS, { ...QUICK, vary: { n: '1..3:3' }, maximize: 'availability', subjectTo: [{ figure: 'cost.infrastructure', atMost: 2500 }] });
    expect([best, asked.goal, asked.figure]).toEqual([1, 'maximize', 'availability']);
  });

  it.each(['downtime', 'incidents', 'rto.mean', 'rto.p95', 'services.web.downtime', 'cost.downtime'])('minimizes %s', async (figure) => {
    const { best, candidates } = await optimize(SERVERS, { ...QUICK, years: 3200, vary: { n: '1,2' }, minimize: figure });
    expect(best).toBe(1);
    expect(candidates[1].objective!.mean).toBeLessThan(candidates[0].objective!.mean);
  });

  it('says that none is feasible, simulating none where running costs alone say so', async () => {
    const missed = await optimize(SERVERS, { ...QUICK, vary: { n: '1,2' }, subjectTo: [{ figure: 'nines', atLeast: 4 }] });
    expect(missed).toMatchObject({ outcome: 'infeasible', best: null, leading: null, asked: { constraints: [{ figure: 'availability', operator: '>=' }] } });
    expect(missed.asked.constraints[0].goal).toBeCloseTo(0.9999, 12);
    const dear = await optimize(SERVERS, { ...QUICK, vary: { n: '3,4' }, subjectTo: [{ figure: 'cost.total', atMost: 2000 }] });
    expect(dear).toMatchObject({ outcome: 'infeasible', spent: { ruledOut: 2 } });
    for (const { state, constraints } of dear.candidates) expect([state, constraints[0].verdict]).toEqual(['infeasible', 'missed']);
  });

  it('leaves undecided what the years do not tell, and names who leads', async () => {
    const report = await optimize(SERVERS, { workers: 0, years: 32, vary: { mttr: ['24 h', '24.01 h'] }, indifference: { amount: 0.001 } });
    expect(report).toMatchObject({ outcome: 'undecided', best: null, leading: 0, run: { partial: false } });
    expect(report.candidates.map(({ state }) => state)).toEqual(['undecided', 'undecided']);
  });

  it('chooses among one', async () => {
    expect(await optimize(COIN, { workers: 0, years: 320 })).toMatchObject({ outcome: 'found', best: 0, candidates: [{ name: 'Coin', state: 'best' }] });
  });

  it('holds a quantile against its goal as a share', async () => {
    const { candidates, asked } = await optimize(SERVERS, { ...QUICK, vary: { n: '1,2' }, subjectTo: [{ figure: 'rto.p95', atMost: 3.2 * 86_400 }] });
    expect(asked.constraints[0].statistic).toBe('shareWithin');
    const exact = candidates.map((_, i) => 1 - Math.exp(-3.2 * (i + 1)));
    candidates.forEach(({ constraints: [{ verdict, value }] }, i) => {
      expect(verdict).toBe('met');
      expect(Math.abs(value! - exact[i])).toBeLessThan(0.01);
    });
  });

  it('leaves what is asked of incidents undecided where none was seen', async () => {
    const perfect = COIN.replace('mtbf: 1 day', 'mtbf: 1e9 years').replace('mttr: 1 day', 'mttr: 1 s');
    const options = { workers: 0, years: 640 };
    const report = await optimize(perfect, { ...options, subjectTo: [{ figure: 'rto.p95', atMost: 60 }, { figure: 'availability', atLeast: 0.9999 }] });
    expect(report).toMatchObject({ outcome: 'undecided', candidates: [{ incidents: 0, constraints: [{ verdict: 'undecided', value: null }, { verdict: 'met', value: 1 }] }] });
    expect(report.procedure.approximations.join(' ')).toContain('Where no incident was seen, what is asked of incidents stays undecided.');
    // Nothing in it could lose a write: that needs no incident.
    expect(await optimize(perfect, { ...options, subjectTo: [{ figure: 'rpo.p95', atMost: 60 }] })).toMatchObject({ outcome: 'found' });
  });

  it.each([
    ['10 days', 'infeasible', 'missed'],
    ['100000 years', 'undecided', 'undecided'],
  ])('finds nothing that keeps a bound on lost data where a fire every %s takes them for good', async (mtbf, outcome, verdict) => {
    const burning = `nines: 1
components: { disk: { failures: { fire: { mtbf: ${mtbf}, mttr: 1 h, data: lost }, crash: { mtbf: 10 days, mttr: 1 h } } } }
services: { db: { component: disk, data: { size: 1 GB, change-rate: 1 GB/day } } }
simulation: { years: 100, seed: 1 }`;
    for (const figure of ['rpo.mean', 'rpo.perYear']) {
      const { outcome: found, candidates } = await optimize(burning, { workers: 0, years: 200, subjectTo: [{ figure, atMost: 1e9 }] });
      expect([found, candidates[0].constraints[0].verdict], figure).toEqual([outcome, verdict]);
    }
  });
});

describe('an interrupted search', () => {
  /** Nobody is as good as that, and no years are enough. */
  const LONG = { vary: { web_replicas: '2..9:8' }, workers: 0, years: 1e9, indifference: { amount: 1e-9 } } as const;

  it('has what there is, marked partial, and says what is open', async () => {
    const stop = new AbortController();
    const report = await optimize(SHOP, { ...LONG, signal: stop.signal, onProgress: ({ run }) => (run.years > 0 ? stop.abort() : undefined) });
    expect(report).toMatchObject({ outcome: 'undecided', run: { partial: true } });
    expect(report.run.years).toBeGreaterThan(0);
    expect(report.candidates.filter(({ state }) => state === 'undecided').length).toBeGreaterThan(0);
  });

  it('ends when its time is over', async () => {
    const report = await optimize(SHOP, { ...LONG, maxTime: 0.3 });
    expect(report.run.partial).toBe(true);
    expect(report.run.seconds).toBeLessThan(20);
  });

  it('rejects with the reason where there is nothing yet', async () => {
    await expect(optimize(SHOP, { ...LONG, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

describe('what makes no sense', () => {
  const refused = (options: OptimizeOptions, message: string | RegExp, texts: string | readonly string[] = SERVERS) => expect(optimize(texts, options)).rejects.toThrow(message);

  it.each<[OptimizeOptions, string | RegExp]>([
    [{ vary: { m: '1..3' } }, /no parameter 'm'|unknown parameter 'm'/],
    [{ vary: { n: '1..3' }, set: { n: 2 } }, 'vary.n: it is set to one value as well'],
    [{ vary: { n: '1..200:200', mttr: '1..200 h:200' } }, '200 × 200 are 40,000 candidates, at most 10,000'],
    [{ subjectTo: [{ figure: 'rto.max', atMost: 1 }] }, 'rto.max is the largest that was seen'],
    [{ subjectTo: [{ figure: 'uptime', atLeast: 1 }] }, "unknown figure 'uptime'"],
    [{ subjectTo: [{ figure: 'availability' }] }, 'give atLeast or atMost'],
    [{ subjectTo: [{ figure: 'services.db.availability', atLeast: 0.9 }] }, "has no service 'db': there are web"],
    [{ minimize: 'downtime', maximize: 'availability' }, 'leave out one of the two'],
    [{ years: 31 }, 'years must be at least 32'],
    [{ indifference: 0 }, 'indifference must be'],
    [{ tolerance: 2 }, 'tolerance must be a share'],
    [{ precision: 1 } as OptimizeOptions, "unknown option 'precision'"],
  ])('%j is refused', async (options, message) => refused(options, message));

  it('is not a combination of parameters that makes no sense: it is left out, by name', async () => {
    const text = SERVERS.replace('{ n: 1,', '{ all: 3, needed: 2,').replace('replicas: n', 'replicas: all, required: needed');
    const notices: string[] = [];
    const { candidates } = await optimize(text, { vary: { all: '2,3', needed: '2,3' }, years: 320, workers: 0, onNotice: (notice) => notices.push(notice) });
    expect(candidates.map(({ name }) => name)).toEqual(['all = 2, needed = 2', 'all = 3, needed = 2', 'all = 3, needed = 3']);
    expect(notices.join(' ')).toContain('Left out, as the model has errors there: all = 2, needed = 3. The first: required: 3 is above replicas: 2');
  });

  it('is a model that was parsed, models in two currencies, and a candidate with errors', async () => {
    await refused({}, "texts must be the models' texts", [parseModel(SERVERS) as unknown as string]);
    await refused({}, 'one currency', [SERVERS, SERVERS.replace('name: Servers', 'name: Servers\ncurrency: EUR').replaceAll('USD', 'EUR')]);
    await refused({}, ModelError as unknown as string, 'nines: 1');
    const error = await optimize(SHOP, { vary: { web_replicas: '1,3' } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PointError);
    expect((error as PointError).point).toBe('web_replicas = 1');
  });
});
