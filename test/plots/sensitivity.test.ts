import { describe, expect, test } from 'vitest';
import { amountText } from '../../src/plots/data/amounts.ts';
import { describeTornado, readTornado, tornadoRows, tornadoSentence, tornadoTable } from '../../src/plots/data/sensitivity.ts';
import { isFolded } from '../../src/plots/tornado/layout.ts';
import { tornadoLayout, tornadoPlot } from '../../src/plots/tornado-plot.tsx';
import { makeInput } from './gallery/why-cases.ts';
import { shapesIn } from './drawing.ts';

const share = { ...makeInput('success', 'parameter', 0.9, '', 600, -60), high: { ...makeInput('success', 'parameter', 0.9, '', 600, -60).high, value: 1 } };
const figures = { factor: 2, years: 1000, asked: 3, inputs: [makeInput('detect', 'delay', 30, 's', -120, 240), share, makeInput('both', 'mttr', 3600, 's', 30, 90)] };
const options = { currency: 'USD', name: 'a', source: '' };

describe('the tornado', () => {
  test('has the largest effect first, on downtime and on cost', () => {
    expect(tornadoRows(figures, 'downtime').rows.map(({ key }) => key)).toEqual(['success', 'detect', 'both']);
    const dear = { ...figures.inputs[2], low: { ...figures.inputs[2].low, cost: { mean: -9999, ci95: [-9999, -9999] as const, varianceRemoved: null, verdict: 'better' as const } } };
    expect(tornadoRows({ ...figures, inputs: [...figures.inputs.slice(0, 2), dear] }, 'cost').rows[0].key).toBe('both');
  });

  test('says which end is divided and which multiplied, and the value where neither is whole', () => {
    const [success, detect] = tornadoRows(figures, 'downtime').rows;
    expect([detect.low.label, detect.high.label]).toEqual(['÷2', '×2']);
    expect([success.low.label, success.high.label]).toEqual(['÷2', 'to 1']);
  });

  test('is read with both ends, their values and intervals', () => {
    const [, detect] = tornadoRows(figures, 'downtime').rows;
    expect(readTornado(detect, 'downtime', 'USD')).toBe(
      'detect, 30 s in the model. ÷2, 15 s: −2 min of downtime a year (95% interval −2.3 min to −1.7 min); ×2, 1 min: +4 min of downtime a year (95% interval +3.4 min to +4.6 min).',
    );
    expect(readTornado(tornadoRows(figures, 'cost').rows[1], 'cost', 'USD')).toContain('×2, 1 min: +480 USD a year (95% interval +408 USD to +552 USD)');
    expect(tornadoSentence(tornadoRows(figures, 'downtime').rows, 'downtime', 'USD')).toBe('success moves the downtime most: ÷2 is +10 min a year.');
    expect(describeTornado(tornadoRows(figures, 'downtime').rows, 2, 'downtime', 'USD')).toContain('detect (÷2 −2 min, ×2 +4 min)');
  });

  test('says where an input can go no further, and where no difference is shown', () => {
    const stuck = makeInput('replicas', 'parameter', 1, '', 5, 0);
    const still = { ...stuck, high: { ...stuck.high, value: 1 }, low: { ...stuck.low, downtimePerYear: { ...stuck.low.downtimePerYear, verdict: 'undecided' as const } } };
    const [row] = tornadoRows({ ...figures, inputs: [still] }, 'downtime').rows;
    expect(readTornado(row, 'downtime', 'USD')).toMatch(/no difference shown\); to 1: it can go no further\.$/);
  });

  test('puts zero within the axis and each end on its side of it', () => {
    const { rows } = tornadoRows(figures, 'downtime');
    for (const width of [360, 900]) {
      const layout = tornadoLayout(rows, 'downtime', { width, height: 300 });
      const zero = layout.x(0);
      expect(zero).toBeGreaterThan(layout.left);
      expect(zero).toBeLessThan(layout.right);
      for (const { low, high } of rows) {
        for (const { change } of [low, high]) expect(Math.sign(layout.x(change.mean) - zero)).toBe(Math.sign(change.mean));
      }
      expect(layout.ticks).toContain(0);
    }
    expect(rows.map(isFolded)).toEqual([false, false, true]);
  });

  test('keeps what it does not draw in its table, and says so', () => {
    const inputs = Array.from({ length: 20 }, (_, i) => makeInput(`p${i}`, 'parameter', 1, '', -i, i));
    const plot = tornadoPlot({ ...figures, asked: 20, inputs }, 'downtime', options);
    expect(plot.stops).toHaveLength(12);
    expect(plot.table().rows).toHaveLength(20);
    expect(plot.note).toContain('8 inputs with smaller effects are in the table alone.');
    expect(tornadoPlot({ ...figures, asked: 13, inputs: inputs.slice(0, 13) }, 'downtime', options).stops).toHaveLength(13);
    const { columns, rows } = tornadoTable(tornadoRows(figures, 'cost').rows, 'cost', 'USD');
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });

  test('of nothing is a sentence; of no effect at all a picture', () => {
    expect(tornadoPlot({ ...figures, asked: 0, inputs: [] }, 'downtime', options).empty).not.toBeNull();
    const flat = tornadoPlot({ ...figures, inputs: [makeInput('x', 'mttr', 60, 's', 0, 0)] }, 'downtime', options);
    expect(flat.resting).toBe('No input changes the downtime of these years.');
    expect(shapesIn(flat.draw({ width: 600, height: 200 }))).toBeGreaterThan(0);
  });
});

test('amounts read as the language writes them', () => {
  expect(amountText(90, 's')).toBe('1.5 min');
  expect(amountText(6, '')).toBe('6');
  expect(amountText(0.17 / 3600, 'USD/s')).toBe('0.17 USD/h');
  expect(amountText(5e11, 'B')).toBe('500 GB');
  expect(amountText(12.5, 'EUR')).toBe('12.50 EUR');
});
