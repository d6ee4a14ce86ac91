import { expect, test } from 'vitest';
import { cellText, csvOf } from '../../src/plots/data/table.ts';
import { counted, listed, nameText, shareText, shortened, sourceOf } from '../../src/plots/data/text.ts';
import { stopsOf, tableOf } from '../../src/plots/distribution/read.ts';
import type { Distribution } from '../../src/plots/distribution/types.ts';
import { ecdf } from '../../src/plots/data/ecdf.ts';
import { fileName } from '../../src/plots/frame/download.ts';
import { find } from '../../src/plots/frame/use-cursor.ts';
import { makeReport } from './gallery/make-report.ts';

test('CSV is that of RFC 4180: CRLF, quotes doubled, numbers in full', () => {
  const table = {
    columns: [{ label: 'Cause' }, { label: 'Downtime', unit: 's', format: () => 'never' }],
    rows: [['a "b", c', 1 / 3], ['line\nbreak', null], ['\u0007bell', Infinity]],
  };
  expect(csvOf(table)).toBe('Cause,Downtime (s)\r\n"a ""b"", c",0.3333333333333333\r\n"line\nbreak",\r\n\ufffdbell,\r\n');
});

test('a cell without a value is a dash', () => {
  expect(cellText({ label: '' }, [null], 0)).toBe('–');
  expect(cellText({ label: '', format: shareText }, [0.5], 0)).toBe('50%');
});

test('shares keep the digits that tell them from 0 and from 1', () => {
  expect(shareText(0)).toBe('0%');
  expect(shareText(1 - (1 - 1e-16))).toBe('0%');
  expect(shareText(0.12)).toBe('12%');
  expect(shareText(0.99974)).toBe('99.974%');
  expect(shareText(1)).toBe('100%');
});

test('words agree with their numbers', () => {
  expect(counted(1, 'incident')).toBe('1 incident');
  expect(counted(10_000, 'year')).toBe('10,000 years');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed(['a'])).toBe('a');
});

test('names are plain text of bounded length', () => {
  expect(nameText('\u202eabc\u2066')).toBe('abc');
  expect(nameText(' \n ')).toBe('(no name)');
  expect(shortened('abcdef', 4)).toBe('abc…');
  expect(sourceOf(makeReport({ name: 'Shop', years: [0, 0], causes: [] }))).toBe('Shop · 2 simulated years · seed 1');
});

test('a file is named after the plot, whatever the model is called', () => {
  expect(fileName('Web shop, three zones causes', 'csv')).toBe('Web-shop-three-zones-causes.csv');
  expect(fileName('../../etc/passwd', 'svg')).toBe('etc-passwd.svg');
  expect(fileName('///', 'png')).toBe('plot.png');
});

test('a cursor finds its place again when the data has changed', () => {
  const stops = [{ key: 1, text: '' }, { key: 10, text: '' }, { key: 100, text: '' }];
  expect(find(stops, 10)).toBe(1);
  expect(find(stops, 80)).toBe(2);
  expect(find([{ key: 'a', text: '' }, { key: 'b', text: '' }], 'b')).toBe(1);
  expect(find([{ key: 'a', text: '' }], 'gone')).toBe(0);
});

test('a distribution is read at zero, at its edges and, exactly, at its rule', () => {
  const spec: Distribution = {
    lines: [{ key: '', label: 'all', colour: 'ink', dash: 'none', ecdf: ecdf({ edges: [0, 1, 2], counts: [1, 3] }) }],
    hidden: new Set(),
    side: 'more',
    shareTitle: '',
    timeTitle: '',
    zeroLabel: null,
    rule: { at: 1.5, label: '', share: 0.3 },
    quantiles: [],
    floor: 0,
  };
  expect(stopsOf(spec, (time, shares) => `${shares} > ${time}`).map(({ text }) => text)).toEqual(['75% > 0 s', '75% > 1 s', '30% > 1.5 s', '0% > 2 s']);
  expect(tableOf(spec, 'Time', 'Share').rows).toEqual([[0, 0.75], [1, 0.75], [1.5, 0.3], [2, 0]]);
});
