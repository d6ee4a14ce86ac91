import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/analysis/report.ts';
import { TIERS } from '../../../src/observe/tiers.ts';
import { EXPLANATIONS } from '../../../web/explain/contents/index.ts';
import { TITLES } from '../../../web/explain/titles.ts';
import { report as plain } from '../../report/fixture.ts';

const web = resolve(import.meta.dirname, '../../../web');
const entries = Object.entries(EXPLANATIONS);
const sentences = (text: string) => text.split(/(?<=[.?!])\s+(?=[A-Z0-9])/).length;

/** With stages, standbys and a service that reaches no tier. */
const times = { count: 9, p50: 60, p95: 100_000 };
const report: Report = {
  ...plain,
  recoveryTime: { ...plain.recoveryTime, mean: 3980, stages: { detect: 30, decide: 0, promote: 20, restore: 0, redirect: 57, warmUp: 0, hours: 0, people: 0, parts: 0, repair: 3873 }, stagesCi95: null },
  cost: { ...plain.cost, byKind: [{ kind: 'compute', perYear: 30_000 }, { kind: 'backup', perYear: 6201 }], standby: 12_300 },
  services: Object.fromEntries(Object.entries(plain.services).map(([name, figures]) => [name, { ...figures, recoveryTime: times, dataLoss: times, tier: null }])),
};

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
  incidents: { perYear: { mean: 0, ci95: [0, 0.0004] }, mtbf: null, byCause: [], byDomain: [], byService: [], byStage: [], byFailures: [] },
  recoveryTime: { ...report.recoveryTime, count: 0, mean: null, ci95: null, p50: null, p90: null, p95: null, p99: null, max: null, withinTarget: null, stages: null },
  dataLoss: { ...report.dataLoss, count: 0, zero: null, mean: null, ci95: null, p50: null, p90: null, p95: null, p99: null, max: null, withinTarget: null },
  targets: [],
  cost: { ...report.cost, infrastructure: 0, byService: [], byDomain: [], byKind: [], standby: 0, downtime: 0, dataLoss: 0, total: 0, relative: null },
  services: {},
};

describe('what a figure means', () => {
  test.each(entries)('%s says what goes in, what is assumed and where the simulation differs', (_, { formula, inputs, assumes, differs }) => {
    for (const part of [formula, inputs, assumes, differs]) expect(part.trim()).not.toBe('');
    for (const part of [inputs, assumes, differs]) expect(part).toMatch(/[.?!]$/);
  });

  test('every figure that has a title has a meaning, and the other way round', () => {
    expect(Object.keys(EXPLANATIONS).sort()).toEqual(Object.keys(TITLES).sort());
    for (const title of Object.values(TITLES)) expect(title.trim()).not.toBe('');
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

  test('tables are rectangles, each row with a name of its own', () => {
    for (const [, { table }] of entries) {
      if (table === undefined) continue;
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      expect(new Set(table.rows.map(([name]) => name)).size).toBe(table.rows.length);
    }
  });

  test('tiers are those that are published, and the limits those that are simulated', () => {
    const { table, assumes } = EXPLANATIONS.tier;
    expect(table?.rows.map(([tier, rpo, rto]) => [tier, rpo, rto])).toEqual([['1', 'seconds', 'minutes'], ['2', 'minutes', '< 1 h'], ['3', 'hours', '< 4 h'], ['4', '24 h', '< 24 h']]);
    for (const { tier } of TIERS) expect(assumes).toContain(`${tier}: `);
  });

  test('a p95 among losses for good is no missing incident', () => {
    const lost = { ...report, targets: report.targets.map((each) => (each.target === 'rpo' ? { ...each, value: 'for good' as const, ci95: ['for good', 'for good'] as const, verdict: 'missed' as const } : each)) };
    expect(EXPLANATIONS.targetRpo.numbers?.(lost, null)).toBe('p95 for good (for good to for good) against 1 min: missed');
  });

  test('numbers are those of the report', () => {
    const text = (figure: keyof typeof EXPLANATIONS) => EXPLANATIONS[figure].numbers?.(report, null);
    expect(text('nines')).toBe('−log₁₀(1 − 99.971%) = 3.5');
    expect(text('perfectYears')).toBe('1,200 ÷ 10,000 = 12%');
    expect(text('costRelative')).toContain('= 1.52×');
    expect(text('targetRto')).toContain('missed');
    expect(text('stages')).toBe('detect 30 s + promote 20 s + redirect 57 s + repair 1.08 h = 1.11 h');
    expect(text('costInfrastructure')).toBe('compute 30,000 USD + backup 6,201 USD = 36,201 USD');
    expect(text('costStandby')).toBe('12,300 USD of 36,201 USD, 34%');
    expect(text('tier')).toBe('web: no tier, p95 of recovery 27.8 h; db: no tier, p95 of recovery 27.8 h; cache: no tier, p95 of recovery 27.8 h');
  });
});
