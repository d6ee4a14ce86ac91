import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slotScale } from '../../src/plots/axis/slot-scale.ts';
import { PUBLISHED } from '../../src/plots/data/published.ts';
import { describeStrategies, readStrategy, strategiesSentence, strategiesTable, strategyPoints, type StrategyResult } from '../../src/plots/data/strategies.ts';
import { makeExperiment } from './gallery/make-experiment.ts';
import { STRATEGY_CASES } from './gallery/strategy-cases.ts';
import { strategiesPlot } from '../../src/plots/strategies-plot.tsx';

const [published, , , forGood] = STRATEGY_CASES.map(({ results }) => results);

function warm(change: Partial<StrategyResult> = {}): StrategyResult {
  return { strategy: 'warm-standby', experiment: makeExperiment({ lengths: Array<number>(100).fill(480), losses: Array<number>(100).fill(9) }), relative: 1.5, ...change };
}

describe('the four strategies', () => {
  test('stand in the published order, whatever came first', () => {
    expect(strategyPoints([...published].reverse()).map(({ number, published: { name } }) => [number, name])).toEqual([
      [1, 'Backup and restore'],
      [2, 'Pilot light'],
      [3, 'Warm standby'],
      [4, 'Active-active'],
    ]);
    expect(strategyPoints(published.slice(2, 3)).map(({ number }) => number)).toEqual([3]);
  });

  test('are read with their quantiles, their cost and what is published', () => {
    expect(readStrategy(strategyPoints([warm()])[0])).toBe(
      'Warm standby: back within 8 min in half of the runs and 8 min in 95 of 100; loses at most 9 s and 9 s; 1.5× the cost. Published: RTO 5–15 min, RPO seconds to minutes, 1.5×.',
    );
    const unnoticed = warm({ experiment: makeExperiment({ lengths: Array<number>(100).fill(0) }), relative: null });
    expect(readStrategy(strategyPoints([unnoticed])[0])).toBe('Warm standby: nobody notices in 95 of 100 runs; loses nothing. Published: RTO 5–15 min, RPO seconds to minutes, 1.5×.');
  });

  test('that lose data for good say so', () => {
    expect(readStrategy(strategyPoints(forGood)[0])).toContain('all of it, for good');
  });

  test('are summed up by which is soonest back and which is cheapest', () => {
    expect(strategiesSentence(strategyPoints(published))).toBe('Soonest back: active-active. Cheapest: backup and restore.');
    expect(strategiesSentence(strategyPoints([warm(), { ...warm(), strategy: 'pilot-light' }]))).toBe('They are all alike.');
  });

  test('have a row each in the table, with the published bands beside', () => {
    const { columns, rows } = strategiesTable(strategyPoints(published));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows[0]).toContain('1–4 h and more');
    expect(rows[3][7]).toBe(0);
  });

  test('have bands that are no narrower than published', () => {
    for (const { rto, rpo } of PUBLISHED) for (const { from, to } of [rto, rpo]) expect(from).toBeLessThan(to);
  });

  test('are each a stop of the plot, and found where they are drawn', () => {
    const plot = strategiesPlot(published, '');
    expect(plot.stops.map(({ key }) => key)).toEqual(PUBLISHED.map(({ strategy }) => strategy));
    for (const width of [328, 640, 1000]) {
      const size = { width, height: plot.height(width) };
      // The top right corner is far from everything but the first.
      expect(plot.locate(width, 0, size)).toBe(0);
      expect(plot.locate(0, size.height, size)).toBe(3);
    }
  });

  test('of which none was tried yet are said, not drawn', () => {
    expect(strategiesPlot([], '').empty).toBe('No strategy has been tried yet.');
    expect(describeStrategies([])).toBe('No strategy has been tried yet.');
  });
});

describe('a logarithmic axis with slots', () => {
  const seconds = fc.oneof(fc.constant(0), fc.constant(null), fc.double({ min: 1e-3, max: 1e8, noNaN: true }));

  test('keeps the order, zero first and no bound last, in both directions', () => {
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 8 }), fc.boolean(), (values, upwards) => {
        const range = upwards ? ([300, 20] as const) : ([40, 600] as const);
        const scale = slotScale(values, range, 40, 50);
        const rank = (value: number | null) => value ?? Infinity;
        const places = [...values].sort((a, b) => rank(a) - rank(b)).map((value) => scale.at(value) * (upwards ? -1 : 1));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const place of values.map((value) => scale.at(value))) {
          expect(place).toBeGreaterThanOrEqual(Math.min(...range));
          expect(place).toBeLessThanOrEqual(Math.max(...range));
        }
      }),
    );
  });

  test('has no slot for what has no bound unless something has none', () => {
    expect(slotScale([1, 10], [0, 400], 40, 50).never).toBeNull();
    expect(slotScale([1, null], [0, 400], 40, 50).never).toBeGreaterThan(slotScale([1, null], [0, 400], 40, 50).inner[1]);
  });

  test('has no tick whose label would run into a slot’s', () => {
    const { ticks, zero, at } = slotScale([0, 1, 86_400, null], [50, 400], 56, 58);
    expect(ticks.length).toBeGreaterThan(1);
    for (const tick of ticks) expect(at(tick) - zero).toBeGreaterThanOrEqual(29);
  });
});
