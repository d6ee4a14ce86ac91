import { describe, expect, test } from 'vitest';
import { chanceText, describeImportance, importanceTable, importanceTexts, readImportance, timesText } from '../../src/plots/data/importance.ts';
import { importancePlot } from '../../src/plots/importance-plot.tsx';

const db = { element: 'db[0]', kind: 'member', unavailability: 0.001, birnbaum: 0.5, criticality: 0.25, riskAchievementWorth: 250, riskReductionWorth: 4 / 3 } as const;
const region = { element: 'r', kind: 'domain', unavailability: 1e-9, birnbaum: 1, criticality: 1, riskAchievementWorth: 1e9, riskReductionWorth: null } as const;

describe('importance', () => {
  test('is told by four measures', () => {
    expect(importanceTexts(db)).toEqual(['50%', '25%', '250×', '1.33×']);
    expect(importanceTexts(region)[3]).toBe('all of it');
    expect(readImportance(region)).toContain('nothing would be left if it never failed');
    expect(readImportance(db)).toContain('critical in 25% of the downtime; 250× the downtime if it were always down, 1.33× less if it never failed');
  });

  test('has chances that can be read however small they are', () => {
    expect(chanceText(0)).toBe('0');
    expect(chanceText(0.0012)).toBe('0.12%');
    expect(chanceText(1 / 3.2e6)).toBe('1 in 3.2 million');
    expect(chanceText(1 / 4.5e9)).toBe('1 in 4.5 billion');
    expect(chanceText(1e-15)).toBe('1 in 1e15');
    expect(timesText(1.0006)).toBe('1.0006×');
  });

  test('is drawn most first, all of it in the table', () => {
    const all = Array.from({ length: 30 }, (_, i) => ({ ...db, element: `db[${i}]` }));
    const plot = importancePlot(all, { name: 'a', source: '' });
    expect(plot.stops).toHaveLength(12);
    expect(plot.note).toContain('18 elements that matter less are in the table alone');
    expect(importanceTable(all).rows).toHaveLength(30);
    expect(describeImportance(all)).toContain('30 elements');
    expect(importancePlot([], { name: 'a', source: '' }).empty).not.toBeNull();
  });
});
