import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { HTML_PAINT, renderRunHtml } from '../../src/html/index.ts';
import { parseModel } from '../../src/model/index.ts';
import { type Section, words } from '../../src/report/index.ts';
import { CASES } from '../plots/gallery/cases.ts';
import { report } from '../report/fixture.ts';
import { faults } from './markup.ts';

const html = renderRunHtml(report);
const headings = (text: string, level: number) => [...text.matchAll(new RegExp(`<h${level}[^>]*>([^<]*)`, 'g'))].map(([, words]) => words);

describe('the report of a run as HTML', () => {
  test('begins with its name, how it was run and the answer', () => {
    expect(html).toContain('<title>Web shop, three zones · nines</title>');
    expect(html).toContain('<h1>Web shop, three zones</h1><p class="report-aside">10,000 years · seed 1 · 4.1 s</p>');
    expect(html).toContain('<p class="report-answer">99.971%</p>');
    for (const part of ['3.5 nines', '2.54 h down a year', '(± 0.07 h)', 'Bare arithmetic claims 99.998% and 10.5 min a year, 14.5 times less.']) expect(html).toContain(part);
  });

  test('has every part of the report and every plot of a run', () => {
    expect(headings(html, 2)).toEqual(['Targets', 'Times', 'Incidents', 'Services', 'Cost a year', 'Where the downtime goes', 'How it was run', 'Parameters']);
    const plots = ['Downtime per year', 'Fifty years, as likely as each other', 'Recovery time', 'Recovery taken apart', 'Data loss', 'Causes of downtime', 'Cost per year'];
    expect(headings(html, 3)).toEqual([...plots, 'By number of failures', 'By domain', 'By service', 'By stage of the recovery']);
    expect(html).toContain('<strong class="bad">missed</strong>');
  });

  test('says what is needed to make it again', () => {
    for (const [name, value] of [['Years simulated', '10,000'], ['Seed', '1'], ['nines', '0.1.0'], ['Model, SHA-256', 'ab'.repeat(32)]]) expect(html).toContain(`<dt>${name}</dt><dd>${value}</dd>`);
    expect(html).toContain('<th scope="row" class="short">zone_mtbf</th><td class="figure">63,115,200</td>');
  });

  test('has the exact value beside the estimate and why it applies, or why there is none', () => {
    expect(html).toContain('No exact value: web checks health');
    const exact = { value: 0.99971234, method: 'independence', reason: 'Everything fails by itself.' } as const;
    expect(renderRunHtml({ ...report, availability: { ...report.availability, exact } })).toContain('>exact</span> 99.97123% (2.52 h a year): everything fails by itself.');
  });

  test('has what was asserted, and what is suspicious in the model', () => {
    const outcomes: Section[] = [{ title: 'Assertions', table: { columns: [words('assertion'), words('verdict')], rows: [['rto.p95 <= 15 min', { text: 'fails', paint: HTML_PAINT.bad }]] } }];
    const findings = [{ severity: 'warning', message: 'nothing is placed in <zone>', line: 3, column: 12, path: '', suggestion: null }];
    const text = renderRunHtml(report, { outcomes, findings });
    expect(text).toContain('rto.p95 &lt;= 15 min</th><td class="short"><strong class="bad">fails</strong>');
    expect(text).toContain('3:12</th><td class="short"><em class="unsure">warning</em></td><td class="long">nothing is placed in &lt;zone&gt;');
    expect(faults(text)).toEqual([]);
  });

  test('marks on the topology what takes the entry down by itself, once in the legend as well', () => {
    const marks = (name: string) => {
      const system = parseModel(readFileSync(new URL(`../../models/${name}.yaml`, import.meta.url), 'utf8'));
      return renderRunHtml(report, { system }).match(/class="single-mark"/g)?.length ?? 0;
    };
    // The region; a zone, the load balancer in it, the DNS provider and whoever takes payments.
    expect([marks('web-shop'), marks('everything-forgotten'), marks('cassandra-quorum-reads')]).toEqual([1 + 1, 4 + 1, 0]);
  });

  test('says so when the run was ended early', () => {
    expect(html).not.toContain('Partial');
    expect(renderRunHtml({ ...report, run: { ...report.run, partial: true } })).toContain('<p class="report-partial">Partial: ');
  });

  test('needs nothing else, whatever there is to tell', () => {
    for (const each of [report, ...CASES.map((one) => one.report)]) expect(faults(renderRunHtml(each)), each.model.name).toEqual([]);
    // And this would be seen.
    for (const more of ['<script></script>', '<p onclick="x">', '<img src="x">', '<p id="P0-0-title">', '<h4>']) expect(faults(html.replace('<h1>', `${more}<h1>`)), more).not.toEqual([]);
  });

  test('is small: a report with all plots is below 300 kB', () => {
    for (const each of [report, ...CASES.map((one) => one.report)]) expect(renderRunHtml(each).length, each.model.name).toBeLessThan(300_000);
  });

  test('leaves out what is not there: no incidents, no costs, one service, no split', () => {
    const { availability: a, incidents: i } = report;
    const nothing = { ...report.recoveryTime, count: 0, mean: null, ci95: null, p50: null, p90: null, p95: null, p99: null, max: null, withinTarget: null, stages: null, stagesCi95: null, histogram: { edges: [0], counts: [] } };
    const quiet: Report = {
      ...report,
      targets: [],
      availability: { ...a, mean: 1, nines: null, downtimePerYear: { ...a.downtimePerYear, mean: 0, ci95: [0, 3], p50: 0, p90: 0, p95: 0, p99: 0, max: 0, histogram: { edges: [0, 60], counts: [10_000] } } },
      incidents: { ...i, perYear: { mean: 0, ci95: [0, 0.001] }, mtbf: null, byCause: [], byDomain: [], byService: [], byStage: [], byFailures: [] },
      recoveryTime: nothing,
      dataLoss: { ...report.dataLoss, ...nothing, zero: null, permanent: null },
      cost: { ...report.cost, infrastructure: 0, byService: [], byDomain: [], byKind: [], standby: 0, downtime: 0, dataLoss: 0, total: 0, relative: null },
      services: { web: report.services.web },
    };
    const text = renderRunHtml(quiet);
    expect(headings(text, 2)).toEqual(['Times', 'How it was run', 'Parameters']);
    expect(text).toContain('None of 10,000 simulated years had any downtime.');
    expect(faults(text)).toEqual([]);
  });

  test('of two hundred services folds most of them away', () => {
    const services = Object.fromEntries(Array.from({ length: 200 }, (_, k) => [`service ${k}`, report.services.web]));
    const text = renderRunHtml({ ...report, services });
    expect(text).toContain('<summary>188 more</summary>');
    expect(text).toContain('>service 199</th>');
    expect(text.length).toBeLessThan(300_000);
  });

  test('is made of nothing but what a report is made of, whatever things are called', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('</style><script>alert(1)</script>', '" onload="alert(1)', "'><img src=x onerror=alert(1)>", '<!--', ']]>', '&lt;b&gt;', '\u202e<b>'));
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        const text = renderRunHtml({
          ...report,
          model: { ...report.model, name: a, parameters: { [b]: c } },
          run: { ...report.run, seed: c },
          incidents: {
            ...report.incidents,
            byCause: report.incidents.byCause.map((cause, i) => ({ ...cause, cause: `${b}${i}` })),
            byDomain: report.incidents.byDomain.map((part) => ({ ...part, domain: a })),
          },
          cost: { ...report.cost, byService: report.cost.byService.map((each) => ({ ...each, service: c })) },
          services: { [a]: report.services.web, [b]: report.services.db },
        });
        const found = faults(text).filter((fault) => fault !== 'a value that is none');
        if (found.length > 0) throw new Error(found.join('\n'));
      }),
      { numRuns: 15 },
    );
  });
});
