import { describe, expect, test } from 'vitest';
import { candidateName, describeFrontier, frontierPoints, frontierTable, outcomeSentence, readFrontierPoint } from '../../src/plots/data/frontier.ts';
import { frontierPlot } from '../../src/plots/frontier-plot.tsx';
import { makeOptimization, OPTIMIZATIONS } from './gallery/study-cases.ts';
import { shapesIn } from './drawing.ts';

const [found, open, none] = OPTIMIZATIONS;

describe('candidates', () => {
  test('that were not simulated are in the table alone', () => {
    expect(frontierPoints(found)).toHaveLength(7);
    expect(frontierTable(found).rows).toHaveLength(8);
    expect(frontierTable(found).rows.at(-1)?.[1]).toBe('beaten, by its running cost alone');
    expect(frontierPlot(found).note).toContain('1 candidate is in the table alone');
  });

  test('have one role each: the best, infeasible, on the frontier, or beaten', () => {
    expect(frontierPoints(found).map(({ role }) => role)).toEqual(['infeasible', 'infeasible', 'best', 'beaten', 'frontier', 'beaten', 'frontier']);
    expect(frontierPoints(open).every(({ role }) => role === 'frontier' || role === 'undecided')).toBe(true);
  });

  test('are named by what is varied, and with several alternatives by their model too', () => {
    const [, second] = found.candidates;
    expect(candidateName({ ...found, models: [{ ...found.models[0], vary: ['detect'], units: { detect: 's' } }] }, { ...second, parameters: { detect: 31_557_600 } })).toBe('detect = 1 year');
    expect(candidateName({ ...found, models: [{ ...found.models[0], vary: [] }] }, second)).toBe('A shop');
    const two = { ...found, models: [found.models[0], { ...found.models[0], name: 'B', vary: ['n'], units: { n: '' } }] };
    expect(candidateName(two, { ...second, model: 1, parameters: { n: 3 } })).toBe('B: n = 3');
  });

  test('are read with both intervals, and with what is wrong with them', () => {
    const [bad, , best] = frontierPoints(found);
    expect(readFrontierPoint(found, best)).toMatch(/: 99\.991% up, .* down a year .*; 15,000 USD a year in all \(14,250 USD to 15,750 USD\): the best, on the frontier\.$/);
    expect(readFrontierPoint(found, bad)).toMatch(/infeasible, it misses availability >= 99\.99%\.$/);
    expect(readFrontierPoint(open, frontierPoints(open)[1])).toContain('no downtime seen (at most 30 s a year)');
  });
});

describe('what came of a search', () => {
  test('is a sentence, whichever way it ended', () => {
    expect(outcomeSentence(found)).toMatch(/^The best of those with availability >= 99\.99%: .* at 15,000 USD a year\.$/);
    expect(outcomeSentence(none)).toBe('None of the 2 candidates keeps to availability >= 99.99%.');
    expect(outcomeSentence(open)).toMatch(/^So far .* leads\.$/);
    expect(outcomeSentence({ ...open, run: { ...open.run, partial: false } })).toMatch(/^The years did not tell for sure; .* leads\.$/);
    expect(outcomeSentence({ ...open, leading: null })).toBe('Nothing is decided yet.');
  });

  test('is described with the frontier from the cheapest on', () => {
    const text = describeFrontier(found, frontierPoints(found));
    expect(text).toContain('7 candidates of 8');
    const costs = [...text.matchAll(/; ([\d,]+) USD a year in all/g)].map(([, cost]) => Number(cost.replace(/,/g, '')));
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });
});

describe('the plot of a frontier', () => {
  test.each(OPTIMIZATIONS.map((report, i) => [i, report] as const))('%i: each point is found where it is drawn, at any width', (_, report) => {
    const plot = frontierPlot(report);
    for (const width of [300, 700, 1200]) {
      const size = { width, height: plot.height(width) };
      expect(shapesIn(plot.draw(size))).toBeGreaterThanOrEqual(plot.stops.length);
      plot.stops.forEach(({ text }, i) => {
        const { cx, cy } = (plot.mark(i, size) as { props: { cx: number; cy: number } }).props;
        expect(cx >= 0 && cx <= size.width && cy >= 0 && cy <= size.height).toBe(true);
        expect(plot.locate(cx, cy, size)).toBe(i);
        expect(text).not.toMatch(/NaN|undefined|\u202e/);
      });
    }
  });

  test('begins reading at the best one', () => {
    expect(frontierPlot(found).stops[frontierPlot(found).start].key).toBe('2');
  });

  test('says so while there is nothing yet, and where nothing had to be simulated', () => {
    expect(frontierPlot(makeOptimization([[1, null, 'undecided']], 'undecided')).empty).toBe('The first candidates come in a moment.');
    expect(frontierPlot(makeOptimization([[1, null, 'infeasible']], 'infeasible')).empty).toBe('No candidate had to be simulated.');
  });

  test('has a table of rectangles', () => {
    const { columns, rows } = frontierTable(found);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});
