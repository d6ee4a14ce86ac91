import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { renderRunHtml } from '../../src/html/index.ts';
import { causesPlot } from '../../src/plots/causes-plot.tsx';
import { costPlot } from '../../src/plots/cost-plot.tsx';
import { cellText } from '../../src/plots/data/table.ts';
import { DataTable } from '../../src/plots/frame/data-table.tsx';
import type { Plot } from '../../src/plots/frame/types.ts';
import { renderMarkdown, renderTable } from '../../src/report/index.ts';
import { duration, money } from '../../src/units/figure.ts';
import { answer } from '../../src/report/run/answer.ts';
import { report } from './fixture.ts';

const cellsOf = (plot: Plot) => {
  const { columns, rows } = plot.table();
  return rows.flatMap((row) => row.map((_, i) => cellText(columns[i], row, i)));
};

test('a figure reads the same in terminal, Markdown, HTML, tile, read-out and table', () => {
  const down = report.availability.downtimePerYear;
  const [cause] = report.incidents.byCause;
  const total = money(report.cost.total, report.cost.ci95.total, report.cost.currency);
  const ofCause = duration(cause.downtimePerYear, cause.ci95.downtimePerYear);
  for (const text of [renderTable(report), renderMarkdown(report), renderRunHtml(report)]) {
    for (const figure of [duration(down.mean, down.ci95), ofCause, total]) expect(text).toContain(figure);
  }
  expect(answer(report).downtime).toBe(`${duration(down.mean, down.ci95)} down a year`);
  expect(causesPlot(report).stops[0].text).toContain(ofCause);
  expect(cellsOf(causesPlot(report))).toContain(ofCause);
  expect(costPlot(report, 'kind').stops.at(-1)!.text).toContain(total);
  expect(cellsOf(costPlot(report, 'kind'))).toContain(total);
  // As they are drawn, on the page and in an HTML report.
  for (const plot of [causesPlot(report), costPlot(report, 'kind')]) {
    const drawn = renderToString(h(DataTable, { table: plot.table(), title: plot.title }));
    expect([...drawn.matchAll(/<t[hd][^>]*?(?: scope="row")?>([^<]*)<\/t[hd]>/g)].map(([, text]) => text).slice(plot.table().columns.length)).toEqual(cellsOf(plot));
  }
});
