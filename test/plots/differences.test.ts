import { describe, expect, test } from 'vitest';
import type { Difference } from '../../src/analysis/report.ts';
import { compare } from '../../src/index.ts';
import { describeDifferences, DIFFERENCES, differencesFrom, differencesTable, pairingSentence, readDifference } from '../../src/plots/data/differences.ts';
import { differenceRange, differenceText, wordOf } from '../../src/report/comparison/difference.ts';
import { differencePlot } from '../../src/plots/difference-plot.tsx';
import { COMPARISONS, makeComparison } from './gallery/study-cases.ts';
import { shop } from '../web/drill/models.ts';
import { shapesIn } from './drawing.ts';

const [four, two] = COMPARISONS;
const none: Difference = { mean: 0, ci95: [0, 0], varianceRemoved: null, verdict: 'undecided' };

describe('differences from a baseline', () => {
  test('are those of the report where the baseline stands first', () => {
    const [b, c, d] = differencesFrom(four, 0);
    expect([b.index, c.index, d.index]).toEqual([1, 2, 3]);
    expect(b.figures.downtimePerYear).toEqual(four.differences[0].downtimePerYear);
    expect(b.figures.downtimePerYear?.verdict).toBe('better');
  });

  test('are turned round where it stands last, verdict and interval too', () => {
    const [a] = differencesFrom(four, 1);
    const { downtimePerYear: { mean, ci95, varianceRemoved } } = four.differences[0];
    expect(a.figures.downtimePerYear).toEqual({ mean: -mean, ci95: [-ci95[1], -ci95[0]], varianceRemoved, verdict: 'worse' });
    expect(a.figures.availability?.verdict).toBe('worse');
    expect(Object.is(a.figures.dataLoss?.mean, 0), 'there is no minus nothing').toBe(true);
  });

  test('of a real comparison are each other’s negative, whichever the baseline is', async () => {
    const report = await compare([shop, { ...shop, losses: { ...shop.losses, downtimePerSecond: 1 } }], { years: 200, seed: 's', workers: 0 });
    const [[forth], [back]] = [differencesFrom(report, 0), differencesFrom(report, 1)];
    expect(forth.figures.cost!.mean).toBe(-back.figures.cost!.mean);
    expect(forth.figures.downtimePerYear!.mean).toBe(0);
    expect(wordOf(forth.figures.downtimePerYear!)).not.toBe('worse');
  });

  test('are told in words: better, worse, no difference shown, the same', () => {
    const of = (mean: number, ci95: readonly [number, number], verdict: Difference['verdict']) => wordOf({ mean, ci95, varianceRemoved: null, verdict });
    expect(of(3, [1, 5], 'worse')).toBe('worse');
    expect(of(3, [-1, 5], 'undecided')).toBe('no difference shown');
    expect(of(0, [-1, 1], 'undecided')).toBe('no difference shown');
    expect(of(0, [0, 0], 'undecided')).toBe('the same');
  });

  test('have a sign and no more digits than the interval supports', () => {
    expect(differenceText('downtimePerYear', -1543, [-1700, -1400], 'USD')).toBe('−26 min');
    expect(differenceText('cost', 1234.5, [1000, 1500], 'EUR')).toBe('+1,200 EUR');
    expect(differenceText('availability', -0.00006, [-0.000064, -0.000057], 'USD')).toBe('−0.006 points');
    expect(differenceText('dataLoss', 0, [0, 0], 'USD')).toBe('0 s');
  });

  test('have bounds that differ, however narrow the interval', () => {
    const middle = (low: number, high: number) => ({ mean: (low + high) / 2, ci95: [low, high] as const });
    expect(differenceRange('downtimePerYear', middle(-1783, -1757), 'USD')).toBe('−29.72 min to −29.28 min');
    expect(differenceRange('cost', middle(-26_040, -25_120), 'USD')).toBe('−26,040 USD to −25,120 USD');
    expect(differenceRange('dataLoss', middle(-17, 0.52), 'USD')).toBe('−17 s to +520 ms');
    expect(differenceRange('availability', middle(0, 0.0001), 'USD')).toBe('0 to +0.01 points');
  });

  test('say where there is nothing to compare', () => {
    const [b] = differencesFrom(two, 0);
    expect(readDifference(b, 'recoveryTime', b.figures.recoveryTime, 'A', 'USD')).toBe('B against A, recovery time, mean: nothing to compare, one of them had no incident.');
    expect(differencesTable([b], 'USD').rows.find((row) => row[1] === 'Recovery time, mean')?.at(-1)).toBe('nothing to compare');
    const lost = two.models.map((report) => ({ ...report, dataLoss: { ...report.dataLoss, mean: 'for good' as const } }));
    const [l] = differencesFrom({ ...two, models: lost, differences: [{ ...two.differences[0], dataLoss: null }] }, 0);
    expect(readDifference(l, 'dataLoss', l.figures.dataLoss, 'A', 'USD')).toBe('B against A, data loss, mean: nothing to compare, one of them lost data for good.');
  });

  test('are described with every verdict', () => {
    expect(describeDifferences(differencesFrom(four, 0), 'Web shop')).toContain('Two zones: better in availability and down a year; worse in total cost a year; no difference shown in recovery time, mean; the same in data loss, mean and data loss a year.');
  });
});

describe('what the pairing saved', () => {
  const saved = (varianceRemoved: number | null) =>
    pairingSentence(differencesFrom({ ...two, differences: [{ ...two.differences[0], downtimePerYear: { ...two.differences[0].downtimePerYear, varianceRemoved } }] }, 0));

  test('is told in years: 1 − 1/25 of the variance is a fifth of the width and 25 times the years', () => {
    expect(saved(0.96)).toContain('took away 96% of the variance');
    expect(saved(0.96)).toContain('5 times narrower');
    expect(saved(0.96)).toContain('25 times the years');
  });

  test('is never rounded up to all of it', () => {
    expect(saved(0.9999)).toContain('99.9%');
    expect(saved(1)).toContain('for exactly as long');
  });

  test('may be nothing', () => {
    expect(saved(-0.2)).toContain('share too little');
    expect(saved(null)).toBeNull();
  });
});

describe('the plot of differences', () => {
  test('has a panel for each figure in which somebody differs, on one zero', () => {
    const plot = differencePlot(four, 0);
    // Nobody lost another amount of writes.
    expect(plot.stops.map(({ key }) => key)).toEqual(['downtimePerYear', 'recoveryTime', 'cost'].flatMap((id) => [1, 2, 3].map((model) => `${id} ${model}`)));
    expect(plot.empty).toBeNull();
    for (const width of [300, 640, 1000]) {
      const size = { width, height: plot.height(width) };
      plot.stops.forEach((_, i) => {
        const { props } = plot.mark(i, size) as { props: { y: number; height: number } };
        expect(plot.locate(width / 2, props.y + props.height / 2, size)).toBe(i);
        expect(props.y + props.height).toBeLessThan(size.height);
      });
      expect(shapesIn(plot.draw(size))).toBeGreaterThanOrEqual(plot.stops.length);
    }
  });

  test('says so where nobody differs in anything', () => {
    const alike = { ...two, differences: two.differences.map((each) => ({ ...each, downtimePerYear: none, cost: none })) };
    expect(differencePlot(alike).empty).toBe('They differ in nothing that is shown here.');
  });

  test('needs two models', () => {
    expect(differencePlot(makeComparison(['alone'], []), 0).empty).toBe('A difference needs two models.');
  });

  test('has a table of rectangles that names every figure', () => {
    const { columns, rows } = differencePlot(four, 2).table();
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(DIFFERENCES.map(({ name }) => name)));
  });

  test('takes hostile names for names', () => {
    expect(differencePlot(four, 3).description).not.toMatch(/\u202e/);
  });
});
