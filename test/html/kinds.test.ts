import { describe, expect, test } from 'vitest';
import type { ComparisonReport, Difference, SweepReport } from '../../src/analysis/report.ts';
import type { OptimizationReport } from '../../src/analysis/report-optimization.ts';
import type { Explanation } from '../../src/analysis/report-explanation.ts';
import { renderCheckHtml, renderHtml } from '../../src/html/index.ts';
import { COMPARISONS, OPTIMIZATIONS, SWEEPS } from '../plots/gallery/study-cases.ts';
import { WHY_CASES } from '../plots/gallery/why-cases.ts';
import { experiments, report } from '../report/fixture.ts';
import { faults } from './markup.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const headings = (text: string, level: number) => [...text.matchAll(new RegExp(`<h${level}[^>]*>([^<]*)`, 'g'))].map(([, words]) => words.replace(/\s+/g, ' '));
const difference = (mean: number, verdict: Difference['verdict']): Difference => ({ mean, ci95: [mean - 20, mean + 20], varianceRemoved: 0.96, verdict });
const named = (name: string) => ({ ...report, model: { ...report.model, name } });

function comparison(names: readonly string[]): ComparisonReport {
  const pairs = names.flatMap((_, to) => names.slice(0, to).map((__, from) => ({ from, to })));
  return {
    nines: 1,
    kind: 'comparison',
    models: names.map(named),
    differences: pairs.map(({ from, to }) => ({ from, to, availability: difference(1e-5, 'better'), downtimePerYear: difference(-300, 'better'), recoveryTime: null, dataLoss: difference(5, 'undecided'), dataLossPerYear: difference(5, 'undecided'), cost: difference(4000, 'worse') })),
  };
}

function sweep(vary: readonly string[], points: SweepReport['points']): SweepReport {
  const values = Object.fromEntries(vary.map((name) => [name, [...new Set(points.map(({ parameters }) => parameters[name]))]]));
  const asked = { years: 10_000, precision: null, solve: null };
  return { nines: 1, kind: 'sweep', model: report.model, run: report.run, asked, vary, values, units: Object.fromEntries(vary.map((name) => [name, 's'])), points };
}

describe('a comparison as HTML', () => {
  const html = renderHtml(comparison(['Today', HOSTILE]));

  test('has the models beside each other, each difference with its verdict, and its pictures', () => {
    expect(headings(html, 2).slice(0, 4)).toEqual(['Side by side', 'B &lt;img src=x onerror=alert(1)> against A Today', 'The same history', 'Pictures']);
    expect(headings(html, 3)).toEqual(['Cost against availability', 'Paired differences', 'Downtime per year']);
    expect(html).toContain('<strong class="bad">worse</strong>');
    expect(html).toContain('<span class="good">better</span>');
    expect(faults(html)).toEqual([]);
  });

  test('says of which models the pictures are where there are too many', () => {
    expect(html).not.toContain('first four');
    const six = renderHtml(comparison(['a', 'b', 'c', 'd', 'e', 'f']));
    expect(six).toContain('Cost and downtime of the first four models');
    expect(faults(six)).toEqual([]);
  });
});

describe('a sweep as HTML', () => {
  test('has a line for each point and a curve for each figure', () => {
    const html = renderHtml(sweep(['detect'], [10, 20, 40].map((detect) => ({ parameters: { detect }, report }))));
    expect(headings(html, 2)).toEqual(['Along detect', 'Curves', 'How it was run', 'Parameters']);
    expect(headings(html, 3)[0]).toMatch(/^Availability/);
    expect(faults(html)).toEqual([]);
  });

  test('of two parameters, hostile names and one point is a document, too', () => {
    const points = [10, 20].flatMap((a) => [1, 2].map((b) => ({ parameters: { [HOSTILE]: a, b }, report })));
    expect(faults(renderHtml(sweep([HOSTILE, 'b'], points)))).toEqual([]);
    expect(faults(renderHtml(sweep(['b'], [{ parameters: { b: 1 }, report }])))).toEqual([]);
    expect(faults(renderHtml(sweep(['b'], [])))).toEqual([]);
  });
});

describe('experiments as HTML', () => {
  test('have their table, where the time went, and each recovery taken apart that anybody noticed', () => {
    const html = renderHtml(experiments);
    expect(headings(html, 2)).toEqual(['Experiments', 'Where the time went', 'Each recovery taken apart', 'How it was run', 'Parameters']);
    expect(headings(html, 3)).toEqual(['lose-region']);
    expect(faults(html)).toEqual([]);
  });

  test('that are many draw the first ones', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ ...experiments.experiments[0], name: `${HOSTILE} ${i}` }));
    const html = renderHtml({ ...experiments, experiments: many });
    expect(headings(html, 3)).toHaveLength(12);
    expect(html).toContain('18 more experiments in the tables above.');
    expect(faults(html)).toEqual([]);
  });
});

describe('an explanation as HTML', () => {
  const explanation = ({ report: of, gap, importance, sensitivity }: (typeof WHY_CASES)[number]): Explanation => ({
    nines: 1,
    kind: 'explanation',
    report: of,
    singlePoints: [{ cause: HOSTILE, kind: 'member', proved: 'it is alone', unavailability: 1e-5, downtimePerYear: 316 }],
    cutSets: [{ causes: [HOSTILE], unavailability: 1e-5 }, { causes: ['db[0]', 'db[1]'], unavailability: 1e-8 }],
    gap,
    importance,
    sensitivity,
  });

  test('has the waterfall, the parts, cut sets, importance and the tornado', () => {
    const html = renderHtml(explanation(WHY_CASES[0]));
    expect(headings(html, 2).filter((each) => !['How it was run', 'Parameters'].includes(each))).toEqual(['The gap', 'Where the downtime goes', 'Single points of failure', 'Down only together', 'Importance', 'What moves the downtime', 'What moves the total cost']);
    expect(headings(html, 3)).toEqual(expect.arrayContaining(['From the arithmetic to reality', 'What matters by the structure', 'Change of the downtime a year', 'Change of the total cost a year']));
    expect(html).toContain('db[0] + db[1]');
  });

  test('leaves out the tornado where nobody asked for it', () => {
    expect(headings(renderHtml({ ...explanation(WHY_CASES[0]), sensitivity: null }), 2)).not.toContain('What moves the downtime');
  });

  test('needs nothing else, whatever there is to tell', () => {
    for (const each of WHY_CASES) expect(faults(renderHtml(explanation(each))), each.id).toEqual([]);
  });
});

describe('a search as HTML', () => {
  /** What is beaten is beaten by something. */
  const searches = OPTIMIZATIONS.map((each): OptimizationReport => ({ ...each, candidates: each.candidates.map((one) => (one.state === 'beaten' ? { ...one, beatenBy: each.best } : one)) }));

  test('has its answer, all candidates in a picture and in a table, and the frontier', () => {
    const html = renderHtml(searches[0]);
    expect(headings(html, 2).filter((each) => !['How it was run', 'Parameters'].includes(each))).toEqual(['Best', 'Candidates in one picture', 'Candidates', 'Frontier', 'Spent']);
    expect(html).toContain('<span class="good">best</span>');
  });

  test('needs nothing else, found or not', () => {
    for (const each of searches) expect(faults(renderHtml(each)), each.outcome).toEqual([]);
  });
});

describe('the gallery of the page', () => {
  test('makes documents that need nothing else', () => {
    for (const each of [...COMPARISONS, ...SWEEPS]) expect(faults(renderHtml(each))).toEqual([]);
  });
});

describe('a check as HTML', () => {
  const check = { name: HOSTILE, arithmetic: 0.99998, arithmeticUnavailability: 2e-5, singlePoints: [], cutSets: Array.from({ length: 60 }, (_, i) => ({ causes: [`a${i}`, HOSTILE], unavailability: 1e-8 })), cutSetsByOrder: [0, 60, 0], importance: WHY_CASES[0].importance, exact: { value: null, method: null, reason: 'No.' } as const, refused: [] };

  test("has the arithmetic's claim, all that brings it down, and the expanded model", () => {
    const html = renderCheckHtml('x.yaml', { findings: [], check, expanded: 'name: </pre><script>' });
    expect(html).toContain('<p class="report-answer">99.998%</p>');
    expect(html).toContain('<summary>48 more</summary>');
    expect(headings(html, 3)).toEqual(['What matters by the structure']);
    expect(html).toContain('name: &lt;/pre>&lt;script>');
    expect(faults(html)).toEqual([]);
  });

  test('of a model with errors has these alone, under the name of its file', () => {
    const finding = { severity: 'error', message: `unknown service '${HOSTILE}'`, line: 3, column: 4, path: 'entry', suggestion: 'db' };
    const html = renderCheckHtml('x.yaml', { findings: [finding], check: null, expanded: null });
    expect(html).toContain('<h1>x.yaml</h1>');
    expect(html).toContain('<strong class="bad">error</strong>');
    expect(html).toContain('write: db');
    expect(faults(html)).toEqual([]);
  });
});
