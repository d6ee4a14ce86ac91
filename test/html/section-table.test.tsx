import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { HTML_PAINT } from '../../src/html/index.ts';
import { SectionTable } from '../../src/html/section-table.tsx';
import { type Cell, figures, words } from '../../src/report/index.ts';
import type { Table } from '../../src/report/section.ts';

const draw = (table: Table) => renderToString(<SectionTable table={table} title="Things" />);
const many = (rows: number): Table => ({ columns: [words('thing'), figures('a year')], rows: Array.from({ length: rows }, (_, i): Cell[] => [`thing ${i}`, `${i}`]) });
const rowsIn = (html: string) => (html.match(/<th scope="row"/g) ?? []).length;

describe("a section's table", () => {
  test('names its columns and rows, figures at the right', () => {
    const html = draw(many(2));
    expect(html).toContain('<th scope="col">thing</th><th scope="col" class="figure">a year</th>');
    expect(html).toContain('<tr><th scope="row" class="short">thing 1</th><td class="figure">1</td></tr>');
    expect(html).not.toContain('<details');
  });

  test('has the columns that a document has room for, under their long names, and no head where there are no words', () => {
    const html = draw({ columns: [words(''), figures('p95', { longName: 'to recover, p95' }), words('bar', { only: 'screen' })], rows: [['db', '2 min', '███']] });
    expect(html).toContain('<thead><tr><td></td><th scope="col" class="figure">to recover, p95</th></tr></thead>');
    expect(html).not.toContain('███');
  });

  test('escapes what it is told, also inside of what it paints', () => {
    const text = `<script>"a" & 'b'</script>`;
    const html = draw({ columns: [words('<b>'), words('')], rows: [[text, { text, paint: HTML_PAINT.bad }], ['plain', { text, paint: (each) => HTML_PAINT.strong(HTML_PAINT.good(each)) }]] });
    const escaped = '&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;';
    expect(html).toContain(`>${escaped}</th>`);
    expect(html).toContain(`<strong class="bad">${escaped}</strong>`);
    expect(html).toContain(`<strong><span class="good">${escaped}</span></strong>`);
    expect(html).not.toMatch(/<(script|b)\b/);
  });

  test('lets nothing through that turns text round or stands for nothing', () => {
    expect(draw({ columns: [words('name')], rows: [['a\u202eb\u0000c\nd']] })).toContain('>ab\ufffdc d</th>');
  });

  test('folds away what comes after the first twelve, unless it is hardly more', () => {
    expect(draw(many(15))).not.toContain('<details');
    const html = draw(many(200));
    expect(html).toContain('<summary>188 more</summary>');
    expect(html.indexOf('thing 11<')).toBeLessThan(html.indexOf('<details'));
    expect(html.indexOf('thing 12<')).toBeGreaterThan(html.indexOf('<details'));
    expect(rowsIn(html)).toBe(200);
  });

  test('stays of a bounded size, and says what it leaves out', () => {
    const html = draw(many(10_000));
    expect(rowsIn(html)).toBe(500);
    expect(html).toContain('9500 others are left out here');
  });
});
