import { describe, expect, test } from 'vitest';
import { sweep } from '../../src/index.ts';
import { parameterSetting, parameterText } from '../../src/plots/data/parameter-text.ts';
import { goalOf, readFigure, SWEEP_FIGURES, sweepSeries, sweepTable, valueText } from '../../src/plots/data/sweep.ts';
import { figureScale, parameterScale, spacingOf } from '../../src/plots/sweep/scales.ts';
import { sweepPlot, thresholdText } from '../../src/plots/sweep-plot.tsx';
import { SWEEPS } from './gallery/study-cases.ts';
import { SHOP } from '../web/drill/models.ts';
import { shapesIn } from './drawing.ts';

const [one, curves, never, lists] = SWEEPS;

describe('a parameter’s value', () => {
  test('reads as it would be typed', () => {
    expect(parameterText(15_778_800, 's')).toBe('0.5 years');
    expect([42.4, 30, 90, 7200, 86_400, 0, 13.28125 * 60].map((seconds) => parameterText(seconds, 's'))).toEqual(['42.4 s', '30 s', '90 s', '2 h', '1 day', '0 s', '13.3 min']);
    expect(parameterText(0.17 / 3600, 'USD/s')).toBe('0.17 USD/h');
    expect(parameterText(6, '')).toBe('6');
    expect(parameterText('exponential(1 h)', null)).toBe('exponential(1 h)');
  });

  test('is written so that the very same number is read', () => {
    expect(parameterSetting(42.4, 's')).toBe('42.4 s');
    expect(parameterSetting(0.1, '')).toBe('0.1');
    expect(parameterSetting(2, '1/s')).toBe('2/s');
    expect(parameterSetting(3600, null)).toBe('3600 s');
  });
});

describe('the axis of a parameter', () => {
  test('is spaced as its values are', () => {
    expect(spacingOf([1, 2, 3, 4])).toBe('even');
    expect(spacingOf([7.5, 10.6, 15, 21.2, 30, 42.4, 60])).toBe('ratio');
    expect(spacingOf([0.99, 0.999, 0.9999])).toBe('missing');
    expect(spacingOf(['constant(1 h)', 'exponential(1 h)'])).toBe('list');
    expect(spacingOf([0, 1])).toBe('even');
  });

  test('goes from the first value to the last, also where they fall', () => {
    for (const values of [[1, 2, 4, 8], [8, 4, 2, 1], [0.9, 0.99, 0.999], ['a', 'b', 'c'], [0, 5, 10]]) {
      const at = parameterScale(values, [100, 500]);
      expect(at(values[0])).toBeCloseTo(100, 9);
      expect(at(values.at(-1)!)).toBeCloseTo(500, 9);
      const places = values.map((value) => at(value));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });
});

describe('the axis of a figure', () => {
  test('has more availability higher up, and what was never down above all', () => {
    const { y, ticks } = figureScale('availability', [1e-3, 2e-4, 0], [400, 50], 'USD');
    expect(y(1e-3)).toBeGreaterThan(y(2e-4));
    expect(y(2e-4)).toBeGreaterThan(y(0));
    expect(ticks.map(({ text }) => text)).toContain('99.9%');
    expect(ticks.at(-1)?.text).toBe('none');
  });

  test('keeps its labels apart', () => {
    for (const worst of [0.9, 1e-2, 3e-5]) {
      const { ticks } = figureScale('availability', [worst, worst / 1000], [300, 50], 'USD');
      const places = ticks.map(({ at }) => at).sort((a, b) => a - b);
      places.slice(1).forEach((at, i) => expect(at - places[i]).toBeGreaterThan(26));
      expect(ticks.length).toBeGreaterThan(1);
    }
  });

  test('has a place for losses that have no bound', () => {
    const { y } = figureScale('dataLoss', [0, 60, Infinity], [400, 50], 'USD');
    expect(y(Infinity)).toBeLessThan(y(60));
    expect(y(60)).toBeLessThan(y(0));
  });
});

describe('curves', () => {
  test('run from left to right, one for each value of the second parameter', () => {
    const series = sweepSeries(curves, 'downtime');
    expect(series.map(({ label }) => label)).toEqual([2, 3, 4, 5, 6, 7].map((count) => `zones = ${count}`));
    for (const { marks } of series) expect(marks.map(({ x }) => x)).toEqual(curves.values.detect);
    expect(series.filter(({ isCurrent }) => isCurrent).map(({ label }) => label)).toEqual(['zones = 2']);
  });

  test('grow as points come', () => {
    const part = { ...one, points: one.points.slice(0, 3) };
    expect(sweepSeries(part, 'cost')[0].marks).toHaveLength(3);
    // The axis has room for those to come.
    expect(sweepPlot(part, 'cost').empty).toBeNull();
    expect(sweepPlot({ ...one, points: [] }, 'cost').empty).toBe('The first point comes in a moment.');
  });

  test('have the report’s own figures and bounds', () => {
    const { report } = one.points[4];
    expect(readFigure(report, 'downtime')).toEqual({ value: report.availability.downtimePerYear.mean, interval: report.availability.downtimePerYear.ci95 });
    expect(readFigure(report, 'recovery').value).toBe(report.recoveryTime.p95);
    const lost = { ...report, dataLoss: { ...report.dataLoss, p95: 'for good' as const } };
    expect(readFigure(lost, 'dataLoss').value).toBe(Infinity);
    expect(readFigure({ ...lost, dataLoss: { ...lost.dataLoss, count: 0, p95: null } }, 'dataLoss').value).toBeNull();
    expect(valueText('dataLoss', Infinity, null, 'USD')).toBe('lost for good');
  });

  test('are held against the model’s target, as the figure is drawn', () => {
    const { report } = one.points[0];
    expect(goalOf(report, 'availability')).toBeCloseTo(1e-4, 12);
    expect(goalOf(report, 'downtime')).toBeCloseTo(3155.76, 6);
    expect(goalOf(report, 'recovery')).toBe(1800);
    expect(goalOf(report, 'dataLoss')).toBeNull();
  });

  test('without any incident say so instead of drawing', () => {
    expect(sweepPlot(never, 'recovery').empty).toContain('no incident at any point');
    expect(sweepPlot(never, 'availability').empty).toBeNull();
  });
});

describe('the plot of a sweep', () => {
  test.each(SWEEPS.map((report, i) => [i, report] as const))('%i: each point is a stop that is found where it is drawn, at any width', (_, report) => {
    for (const { id } of SWEEP_FIGURES) {
      const plot = sweepPlot(report, id);
      if (plot.empty !== null) continue;
      for (const width of [300, 700, 1200]) {
        const size = { width, height: plot.height(width) };
        expect(shapesIn(plot.draw(size))).toBeGreaterThanOrEqual(plot.stops.length);
        plot.stops.forEach((stop, i) => {
          const [, circle] = (plot.mark(i, size) as { props: { children: { props: { cx: number; cy: number } }[] } }).props.children;
          const { cx, cy } = circle.props;
          expect(Number.isFinite(cx) && Number.isFinite(cy)).toBe(true);
          const found = plot.stops[plot.locate(cx, cy, size)];
          // Curves may touch.
          const [, other] = (plot.mark(plot.stops.indexOf(found), size) as { props: { children: { props: { cx: number; cy: number } }[] } }).props.children;
          expect(Math.abs(other.props.cx - cx)).toBeLessThan(1e-6);
          expect(stop.text).not.toMatch(/NaN|undefined|\[object|\u202e/);
        });
      }
      const { columns, rows } = plot.table();
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  test('starts reading at the model’s own value', () => {
    const plot = sweepPlot(one, 'availability');
    expect(plot.stops[plot.start].text).toMatch(/^detect = 30 s: availability 99\.\d+%/);
  });

  test('draws distributions beside each other, by their text', () => {
    expect(sweepPlot(lists, 'cost').stops.map(({ text }) => text.split(':')[0])).toEqual(['repair = exponential(1 h)', 'repair = constant(1 h)', 'repair = lognormal(2 h, 9 h)']);
  });

  test('says where a solved goal turns, from whichever end', () => {
    const text = (value: number) => `${value} s`;
    expect(thresholdText({ met: 60, missed: 62, ends: ['met', 'missed'] }, text)).toBe('met up to 60 s');
    expect(thresholdText({ met: 62, missed: 60, ends: ['missed', 'met'] }, text)).toBe('met from 62 s');
    expect(thresholdText({ met: null, missed: 60, ends: ['undecided', 'missed'] }, text)).toBe('missed at 60 s');
  });

  test('has a table in which availability’s bounds are in order', () => {
    const { rows } = sweepTable(one, 'availability');
    for (const [, value, low, high] of rows as number[][]) expect(low <= value && value <= high).toBe(true);
  });

  test('shows a real sweep', async () => {
    const text = SHOP.replace('\nentry:', '\nparameters: { promote: 20 s }\nentry:').replace('promote: 20 s, redirect', 'promote: promote, redirect');
    const report = await sweep(text, { vary: { promote: ['5 s', '20 s', '80 s'] }, years: 50, workers: 0 });
    const plot = sweepPlot(report, 'downtime');
    expect(plot.stops.map(({ text: said }) => said.split(':')[0])).toEqual(['promote = 5 s', 'promote = 20 s', 'promote = 80 s']);
    // Through the same history, a slower promotion is never less downtime.
    const values = sweepSeries(report, 'downtime')[0].marks.map(({ reading }) => reading.value!);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});
