import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/analysis/report.ts';
import { EXPLANATIONS } from '../../../web/explain/contents/index.ts';
import { report } from '../../report/fixture.ts';

const web = resolve(import.meta.dirname, '../../../web');
const entries = Object.entries(EXPLANATIONS);
const sentences = (text: string) => text.split(/(?<=[.?!])\s+(?=[A-Z0-9])/).length;

/** A run in which nothing failed. */
const quiet: Report = {
  ...report,
  availability: {
    ...report.availability,
    mean: 1,
    ci95: [0.9999999, 1],
    nines: null,
    arithmetic: 1,
    perfectYears: 1,
    downtimePerYear: { ...report.availability.downtimePerYear, mean: 0, ci95: [0, 3], p50: 0, p90: 0, p95: 0, p99: 0, max: 0 },
  },
  incidents: { perYear: { mean: 0, ci95: [0, 0.0004] }, mtbf: null, byCause: [] },
  recoveryTime: { ...report.recoveryTime, count: 0, mean: null, ci95: null, p50: null, p90: null, p95: null, p99: null, max: null, withinTarget: null },
  dataLoss: { ...report.dataLoss, count: 0, zero: null, mean: null, ci95: null, p50: null, p90: null, p95: null, p99: null, max: null, withinTarget: null },
  targets: [],
  cost: { ...report.cost, infrastructure: 0, byService: [], byDomain: [], byKind: [], downtime: 0, dataLoss: 0, total: 0, relative: null },
  services: {},
};

describe('what a figure means', () => {
  test.each(entries)('%s says what goes in, what is assumed and where the simulation differs', (_, { title, formula, inputs, assumes, differs }) => {
    for (const part of [title, formula, inputs, assumes, differs]) expect(part.trim()).not.toBe('');
    for (const part of [inputs, assumes, differs]) expect(part).toMatch(/[.?!]$/);
  });

  test.each(entries)('%s cites a formula or a definition', (_, { formula }) => {
    expect(formula).toMatch(/[=÷×Σ≤≥<→]|:|share of|mean|sets? of|everything whose|observations|times a year|unbroken|given by|interval|point/);
    expect(formula.length).toBeGreaterThan(12);
  });

  test.each(entries)('%s is three to six plain sentences', (_, { inputs, assumes, differs }) => {
    const count = sentences(inputs) + sentences(assumes) + sentences(differs);
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThanOrEqual(6);
  });

  test('every figure of the page that has a «?» has an entry', () => {
    const unknown: string[] = [];
    for (const name of readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))) {
      const text = readFileSync(join(web, name), 'utf8');
      for (const [, figure] of text.matchAll(/<Explain\s+figure="([^"]*)"/g)) if (!(figure in EXPLANATIONS)) unknown.push(`${name}: ${figure}`);
    }
    expect(unknown).toEqual([]);
  });

  test.each(entries)('%s puts the report’s own numbers into its formula', (_, { numbers }) => {
    for (const each of [report, quiet]) {
      const text = numbers?.(each, null) ?? null;
      if (text === null) continue;
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/NaN|undefined|null|Infinity|∞|\[object/);
    }
  });

  test('numbers are those of the report', () => {
    const text = (figure: keyof typeof EXPLANATIONS) => EXPLANATIONS[figure].numbers?.(report, null);
    expect(text('nines')).toBe('−log₁₀(1 − 99.971%) = 3.5');
    expect(text('perfectYears')).toBe('1,200 ÷ 10,000 = 12%');
    expect(text('costRelative')).toContain('= 1.52×');
    expect(text('targetRto')).toContain('missed');
  });
});
