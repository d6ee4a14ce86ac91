import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { renderRunHtml } from '../../../src/html/index.ts';
import { renderMarkdown, renderTable } from '../../../src/report/index.ts';
import { perfectYearsText, spreadRows, STATISTICS, withinTargetText } from '../../../src/report/run/spread.ts';
import { Summary } from '../../../web/results/summary.tsx';
import { report } from '../../report/fixture.ts';

const page = renderToString(h(Summary, { report }));
const others = [renderTable(report, { columns: 200 }), renderMarkdown(report), renderRunHtml(report)];

/** Words only, one space between them. */
function plain(text: string): string {
  return text.replace(/<svg.*?<\/svg>|<button.*?<\/button>|\u2060|<[^>]*>|[|*\\]|&[a-z#0-9]+;/gs, ' ').replace(/\s+/g, ' ');
}

describe('the spread of times', () => {
  test('is the same cells in table, Markdown, HTML and on the page', () => {
    const rows = spreadRows(report);
    expect(rows.map(({ label }) => label)).toEqual(['down a year', 'to recover', 'data lost']);
    for (const { label, cells } of rows) {
      expect(cells).toHaveLength(STATISTICS.length);
      for (const text of [page, ...others]) expect(plain(text)).toContain([label, ...cells].join(' '));
    }
  });

  test('has the same remarks beside it in each', () => {
    const said = [perfectYearsText(report), withinTargetText(report, 'rto')!];
    for (const text of [page, ...others]) for (const each of said) expect(plain(text)).toContain(each);
  });
});
