import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { judge, parseAssertion } from '../../src/assertion/assertion.ts';
import { FIGURES, findFigure } from '../../src/assertion/figures.ts';
import { exitCode, judgeAll, renderOutcomes, renderOutcomesMarkdown } from '../../src/cli/outcome.ts';
import { AssertionError } from '../../src/assertion/error.ts';
import { report } from '../report/fixture.ts';

const parse = (text: string) => parseAssertion(text, 'USD', ['web', 'db']);
const verdict = (text: string, of: Report = report) => judge(parse(text), of).verdict;

describe('an assertion', () => {
  it.each([
    ['availability >= 99.95%', 0.9995],
    ['availability ≥ 0.9995', 0.9995],
    ['nines > 3.5', 3.5],
    ['rto.p95<=15 min', 900],
    ['recoveryTime.p99 <= 2 h 30 min', 9000],
    ['rpo.p99 <= 0', 0],
    ['downtime <= 4 h', 14_400],
    ['downtime <= 4 h/year', 14_400],
    ['downtime.p95 <= 20 min/month', 14_400],
    ['cost.total <= 40000 USD', 40_000],
    ['cost.total <= 40000 USD/year', 40_000],
    ['cost.infrastructure <= 1 USD/h', 8766],
    ['incidents <= 2', 2],
    ['incidents <= 1/month', 12],
    ['services.db.availability >= 99.9%', 0.999],
  ])('%s is held against %d in SI units a year', (text, goal) => {
    expect(parse(text).goal).toBeCloseTo(goal, 9);
  });

  it.each([
    ['availabilty >= 99.95%', "unknown figure 'availabilty': did you mean 'availability'?"],
    ['rto <= 15 min', "did you mean 'rto.p95'?"],
    ['services.dbb.availability >= 99%', "unknown service 'dbb'"],
    ['availability', "is written like 'availability >= 99.95%'"],
    ['availability == 99.95%', 'write >=, <=, > or <'],
    ['availability >= 99.95', 'a share lies between 0 and 100%'],
    ['rto.p95 <= 15', "this figure is a time, as in '15 min', not a plain number"],
    ['rto.p95 <= 15 mni', "unknown unit or parameter 'mni': did you mean 'min'?"],
    ['cost.total <= 40000 EUR', "unknown unit or parameter 'EUR'"],
    ['downtime <= 4 GB', 'not an amount of data'],
    ['', 'is written like'],
    ['recoveryTime <= 15 min', "did you mean 'recoveryTime.p95'?"],
    ['services.dbb.availability >= 99%', "did you mean 'db'?"],
    ['uptime.share >= 99%', 'There are availability, availability.{requests|out|degraded}, nines, downtime, downtime.{p50|p90|p95|p99|max}, incidents, rto.{mean|p50|p90|p95|p99|max}, '],
  ])('%j is refused with what is wrong', (text, message) => {
    expect(() => parse(text)).toThrow(AssertionError);
    expect(() => parse(text)).toThrow(message);
  });

  it('holds if the whole interval is on the right side, fails if all of it is on the wrong one', () => {
    // 0.99971, from 0.999702 to 0.999718
    expect(verdict('availability >= 99.97%')).toBe('holds');
    expect(verdict('availability >= 99.971%')).toBe('undecided');
    expect(verdict('availability >= 99.972%')).toBe('fails');
    expect(verdict('availability < 99.972%')).toBe('holds');
    expect(verdict('availability <= 99.97%')).toBe('fails');
    expect(verdict('nines >= 3.5')).toBe('holds');
    expect(verdict('nines >= 3.6')).toBe('fails');
    expect(verdict('cost.infrastructure <= 36201 USD')).toBe('holds');
    expect(verdict('cost.infrastructure < 36201 USD')).toBe('fails');
  });

  it.each([
    ['availability.mean', 'availability'],
    ['availability.requests.mean', 'availability.requests'],
    ['availability.nines', 'nines'],
    ['downtimePerYear', 'downtime'],
    ['availability.downtimePerYear.mean', 'downtime'],
    ['downtimePerYear.p95', 'downtime.p95'],
    ['availability.downtimePerYear.max', 'downtime.max'],
    ['incidents.perYear', 'incidents'],
    ['recoveryTime.mean', 'rto.mean'],
    ['recoveryTime.p95', 'rto.p95'],
    ['recoveryTime.max', 'rto.max'],
    ['dataLoss.p99', 'rpo.p99'],
    ['dataLoss.max', 'rpo.max'],
    ['dataLoss.perYear', 'rpo.perYear'],
    ['dataLoss.permanentPerYear', 'permanentLoss'],
  ])("the report's own name %s is %s", (own, short) => {
    expect(findFigure(own)!.figure).toBe(FIGURES.get(short));
  });

  it("reads services' figures by the report's names too", () => {
    const { figure, service } = findFigure('services.db.downtimePerYear.mean')!;
    expect(service).toBe('db');
    expect(figure.read(report)).toEqual({ value: report.services.db.downtimePerYear.mean, interval: report.services.db.downtimePerYear.ci95 });
  });

  it('on a maximum is about what was seen', () => {
    expect(verdict('rto.max <= 400000 s')).toBe('holds');
    expect(verdict('rto.max <= 1 h')).toBe('fails');
    expect(verdict('rpo.max <= 1 h')).toBe('fails');
    expect(verdict('downtime.max <= 5 days')).toBe('holds');
  });

  it('fails any upper bound on what was lost for good', () => {
    const always = ['for good', 'for good'] as const;
    const quantileCi95 = { ...report.dataLoss.quantileCi95, p90: [12, 'for good'] as const, p95: [12, null] as const, p99: always };
    const forGood: Report = {
      ...report,
      dataLoss: { ...report.dataLoss, max: 'for good', mean: 'for good', ci95: always, p90: 'for good', p95: 'for good', p99: 'for good', perYear: 'for good', perYearCi95: always, quantileCi95 },
    };
    for (const figure of ['max', 'mean', 'p99', 'perYear']) expect(verdict(`rpo.${figure} <= 100 years`, forGood), figure).toBe('fails');
    expect(verdict('rpo.p90 <= 1 year', forGood)).toBe('undecided');
    expect(verdict('rpo.p95 <= 1 year', forGood)).toBe('undecided');
    const text = renderOutcomes(judgeAll(['rpo.mean <= 1 h', 'rpo.p90 <= 1 h', 'rpo.p95 <= 1 h'].map(parse), forGood), { columns: 80, color: false });
    expect(text).toMatch(/rpo.mean <= 1 h +fails +for good$/m);
    expect(text).toMatch(/rpo.p90 <= 1 h +undecided +for good \(12 s to for good\)$/m);
    expect(text).toMatch(/rpo.p95 <= 1 h +undecided +for good \(12 s to unknown\)$/m);
  });

  it('takes an unknown bound of a quantile for any', () => {
    const p99 = [39_000, null] as const;
    const open = { ...report, recoveryTime: { ...report.recoveryTime, quantileCi95: { ...report.recoveryTime.quantileCi95, p99 } } };
    expect(verdict('rto.p99 <= 20 h', open)).toBe('undecided');
    expect(verdict('rto.p99 <= 1 h', open)).toBe('fails');
    expect(verdict('rto.p99 >= 1 h', open)).toBe('holds');
  });

  it('is undecided where nothing was seen, and says how much these years allow', () => {
    const open = [null, null] as const;
    const none: Report = {
      ...report,
      run: { ...report.run, years: 10 },
      incidents: { ...report.incidents, perYear: { mean: 0, ci95: [0, 0.369] } },
      recoveryTime: { ...report.recoveryTime, count: 0, mean: null, ci95: null, p95: null, max: null, quantileCi95: { p50: open, p90: open, p95: open, p99: open } },
    };
    for (const figure of ['mean', 'p95', 'max']) expect(verdict(`rto.${figure} <= 15 min`, none), figure).toBe('undecided');
    expect(verdict('rto.p95 >= 15 min', none)).toBe('undecided');
    expect(renderOutcomes(judgeAll([parse('rto.p95 <= 15 min')], none), { columns: 80, color: false })).toContain('no incident in 10 years: at most 0.37 a year');
  });

  it('holds without anything seen where the model leaves no room for more', () => {
    const nothing = [0, 0] as const;
    const stateless: Report = { ...report, dataLoss: { ...report.dataLoss, count: 0, p95: null, quantileCi95: { ...report.dataLoss.quantileCi95, p95: nothing } } };
    expect(verdict('rpo.p95 <= 1 s', stateless)).toBe('holds');
  });
});

describe('what became of assertions', () => {
  const outcomes = judgeAll(['availability >= 99.97%', 'availability >= 99.971%', 'rto.p95 <= 1 h'].map(parse), report);

  it('is a section at the end of the table', () => {
    const lines = renderOutcomes(outcomes, { columns: 80, color: false }).split('\n');
    expect(lines.slice(0, 3)).toEqual(['', 'Assertions', expect.stringMatching(/^ {2}availability >= 99\.97% +holds +99\.971% \(/)]);
    expect(lines.slice(-2)).toEqual(['  More years, or --precision, would decide.', '']);
    expect(renderOutcomes([], { columns: 80, color: false })).toBe('');
  });

  it('and one at the end of a document', () => {
    const text = renderOutcomesMarkdown(outcomes);
    expect(text).toMatch(/^\n### Assertions\n\n\| assertion \| verdict \| found \|\n/);
    expect(text).toContain('| rto.p95 \\<= 1 h | **fails** |');
    expect(renderOutcomesMarkdown([])).toBe('');
  });
});

describe('the exit code', () => {
  const code = (...texts: string[]) => exitCode(judgeAll(texts.map(parse), report));
  it('is 1 if any fails, else 2 if any is undecided, else 0', () => {
    expect(code()).toBe(0);
    expect(code('availability >= 99.97%')).toBe(0);
    expect(code('availability >= 99.97%', 'availability >= 99.971%')).toBe(2);
    expect(code('availability >= 99.971%', 'availability >= 99.972%')).toBe(1);
  });
});
