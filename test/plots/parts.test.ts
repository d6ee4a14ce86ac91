import { describe, expect, test } from 'vitest';
import { describeParts, emptyParts, PARTS_BY, partRows, partsSentence, partsTable, readPart, singleSentence } from '../../src/plots/data/parts.ts';
import { partsPlot } from '../../src/plots/parts-plot.tsx';
import { WHY_CASES } from './gallery/why-cases.ts';

const [shop, many, quiet] = WHY_CASES.map(({ report }) => report);

describe('the parts of the downtime', () => {
  test.each(PARTS_BY)('add up to all of it, by %s', (by) => {
    for (const report of [shop, many]) {
      const whole = report.availability.downtimePerYear;
      const sum = partRows(report, by).reduce((total, { part }) => total + part.downtimePerYear, 0);
      expect(sum / whole.mean).toBeCloseTo(1, 9);
      const { columns, rows } = partsTable(partRows(report, by), whole);
      expect(rows.at(-1)!.slice(0, 2)).toEqual(['All downtime', whole.mean]);
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
    }
  });

  test('say what single failures are, and coincidences', () => {
    expect(singleSentence(shop)).toBe('Single failures are 86% of all downtime, coincidences of two and more 13%, and what began without any failure 1%.');
    expect(singleSentence(many)).toBe('Single failures are 100% of all downtime, coincidences of two and more 0%.');
    expect(singleSentence(quiet)).toBeNull();
    expect(partsSentence(shop, partRows(shop, 'domain'), 'domain')).toMatch(/^eu-west-1 has 82% of all downtime, /);
  });

  test('are read with their interval, share and how often', () => {
    const one = partRows(shop, 'failures').find(({ key }) => key === 'failures 1')!;
    expect(readPart(one)).toMatch(/^One failure: .* a year \(95% interval .* to .*\), 86% of all downtime; [\d.]+ incidents a year begin so\.$/);
    expect(partRows(shop, 'domain').map(({ label }) => label)).toEqual(['eu-west-1', 'eu-west-1a', 'outside all domains']);
    expect(partRows(shop, 'stage').map(({ label }) => label)).toContain('Promote');
  });

  test('beyond the twelfth are one row, in a file all of them', () => {
    const rows = partRows(many, 'domain');
    expect(rows).toHaveLength(13);
    expect(rows[12]).toMatchObject({ label: '18 others', rest: true, element: null });
    expect(partsPlot(many, 'domain').csv!().rows).toHaveLength(31);
  });

  test('that can be chosen on the topology name their element', () => {
    expect(partRows(shop, 'domain')[0].element).toEqual({ kind: 'domain', name: 'eu-west-1' });
    expect(partRows(shop, 'service')[0].element).toEqual({ kind: 'service', name: 'db' });
    expect(partRows(shop, 'stage')[0].element).toBeNull();
  });

  test('of nothing are said, not drawn', () => {
    expect(emptyParts(quiet, partRows(quiet, 'failures'))).toBe('No downtime was seen in 10,000 simulated years: there is nothing to split.');
    expect(describeParts(quiet, [], 'stage')).toContain('nothing to split');
    expect(partsPlot(quiet, 'failures').empty).not.toBeNull();
  });
});
