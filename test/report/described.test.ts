import { describe, expect, test } from 'vitest';
import { differenceFigure, DIFFERENCE_IDS, verdictOn } from '../../src/analysis/differences.ts';
import { SERVICE_FIGURES } from '../../src/analysis/described/service.ts';
import { type FigureKey, REPORT_FIGURES } from '../../src/analysis/report-figures.ts';
import { FIGURES } from '../../src/assertion/figures.ts';
import { renderMarkdown, renderTable } from '../../src/report/index.ts';
import { figureRange } from '../../src/report/figure-range.ts';
import { figureText } from '../../src/report/figure-text.ts';
import { renderComparisonMarkdown } from '../../src/report/comparison/markdown.ts';
import { renderCsv } from '../../src/report/run/csv.ts';
import { SERVICE_COLUMNS } from '../../src/report/run/services.ts';
import { COMPARISONS } from '../plots/gallery/study-cases.ts';
import { rowsOf } from '../../web/compare/figures.ts';
import { promising as report } from './fixture.ts';

const KEYS = Object.keys(REPORT_FIGURES) as FigureKey[];
const at = (key: string) => key.split('.').reduce((part: unknown, name) => (part as Record<string, unknown>)[name], report);

describe('the list of a report’s figures', () => {
  test('reads each where its key says that it is', () => {
    for (const key of KEYS) {
      const found = at(key);
      const value = typeof found === 'object' && found !== null ? (found as { mean: number }).mean : found;
      expect([key, REPORT_FIGURES[key].read(report).value]).toEqual([key, value]);
    }
  });

  test('has one name for each', () => {
    const names = KEYS.map((key) => REPORT_FIGURES[key].name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('is what the CSV of a run has, value, interval and unit', () => {
    const lines = renderCsv(report).split('\r\n');
    for (const key of KEYS) {
      const [section, statistic] = key.split('.').slice(-2);
      const { value, interval } = REPORT_FIGURES[key].read(report);
      const [low, high] = interval ?? [null, null];
      const begin = [section, '', statistic, value ?? '', low ?? '', high ?? ''].join(',');
      expect(lines.some((line) => line.startsWith(`${begin},`)), begin).toBe(true);
    }
  });

  test('is what an assertion is held against', () => {
    expect(FIGURES.get('rto.p95')!.read(report)).toEqual(REPORT_FIGURES['recoveryTime.p95'].read(report));
    expect(FIGURES.get('cost.total')!.kind).toBe(REPORT_FIGURES['cost.total'].kind);
  });
});

describe('two models', () => {
  const [comparison] = COMPARISONS;

  test('are put side by side by the same names and texts on the page and in Markdown', () => {
    const markdown = renderComparisonMarkdown(comparison);
    const header = markdown.split('\n').find((line) => line.startsWith('| model |'))!;
    const shown = header.split('|').map((cell) => cell.trim()).slice(2, -1);
    const rows = rowsOf(comparison.models);
    expect(rows.map(({ name }) => name.toLowerCase())).toEqual(shown.map((name) => name.toLowerCase()));
    for (const each of comparison.models) {
      for (const { cell } of rows) expect(markdown).toContain(cell(each).value.replace(/[&$~_*|#]/g, '\\$&'));
    }
  });

  test('differ in figures of the list, of which more is better or less', () => {
    for (const id of DIFFERENCE_IDS) {
      const { better } = differenceFigure(id);
      expect([id, verdictOn(id, { ci95: [1, 2] })]).toEqual([id, better === 'more' ? 'better' : 'worse']);
      expect([id, verdictOn(id, { ci95: [-2, -1] })]).toEqual([id, better === 'more' ? 'worse' : 'better']);
      expect(verdictOn(id, { ci95: [-1, 1] })).toBe('undecided');
    }
  });
});

describe('a figure for people', () => {
  test('has its interval behind it, or says why there is none', () => {
    expect(figureText('availability.downtimePerYear.mean', report)).toBe('2.54 h');
    expect(figureRange('availability.downtimePerYear.mean', report)).toBe('± 0.07 h');
    expect(figureRange('cost.infrastructure', report)).toBe('');
    const few = { ...report, recoveryTime: { ...report.recoveryTime, quantileCi95: { ...report.recoveryTime.quantileCi95, p95: [null, null] as const } } };
    expect(figureRange('recoveryTime.p95', few)).toBe('too few for an interval');
    const none = { ...report, recoveryTime: { ...report.recoveryTime, count: 0, p95: null } };
    expect([figureText('recoveryTime.p95', none), figureRange('recoveryTime.p95', none)]).toEqual(['no incident', '']);
    const open = { ...report, recoveryTime: { ...report.recoveryTime, count: 3, censored: 2, p95: null } };
    expect(figureText('recoveryTime.p95', open)).toBe('no end');
  });

  test('of a service stands in the terminal, in Markdown and in CSV alike', () => {
    const [web] = Object.keys(report.services);
    const texts = SERVICE_COLUMNS.map(({ column, cell }) => [column.only, cell(report.services[web])] as const);
    const [terminal, markdown] = [renderTable(report), renderMarkdown(report)];
    const line = (text: string, begin: string) => text.split('\n').find((each) => each.startsWith(begin))!;
    for (const [only, text] of texts) {
      if (only === undefined) expect(line(terminal.slice(terminal.indexOf('Services')), `  ${web} `)).toContain(text);
      expect(line(markdown.slice(markdown.indexOf('### Services')), `| ${web} |`)).toContain(text);
    }
    const { value, interval } = SERVICE_FIGURES.availability.read(report.services[web]);
    expect(renderCsv(report)).toContain(`service,${web},availability,${value},${interval!.join(',')},share\r\n`);
  });
});
