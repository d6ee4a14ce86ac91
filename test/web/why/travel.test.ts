import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeInput } from '../../plots/gallery/why-cases.ts';
import { tornadoRows } from '../../../src/plots/data/sensitivity.ts';
import { trackOf } from '../../../src/plots/tornado/layout.ts';
import { tornadoLayout } from '../../../src/plots/tornado-plot.tsx';
import { expectedChange, placeOfValue, valueAt } from '../../../web/why/travel.ts';

const size = { width: 900, height: 300 };
/** Half of it is 600 s more, twice of it 200 s less. */
const input = makeInput('mtbf', 'mtbf', 100, 's', 600, -200);
const { rows } = tornadoRows({ factor: 2, years: 1, asked: 1, inputs: [input] }, 'downtime');
const layout = tornadoLayout(rows, 'downtime', size);
const track = trackOf(rows[0], layout);

describe('a handle', () => {
  test('stands on zero at the model’s value and on the bars’ ends at what was tried', () => {
    expect(placeOfValue(100, input, track)).toBe(layout.x(0));
    expect(placeOfValue(50, input, track)).toBeCloseTo(layout.x(600), 9);
    expect(placeOfValue(200, input, track)).toBeCloseTo(layout.x(-200), 9);
    expect(placeOfValue(1, input, track)).toBeCloseTo(layout.x(600), 9);
  });

  test('goes back to the value that it stands for', () => {
    fc.assert(fc.property(fc.double({ min: 50, max: 200, noNaN: true }), (value) => Math.abs(valueAt(placeOfValue(value, input, track), input, track) / value - 1) < 1e-9));
  });

  test('lets expect as much of the change as it has gone of the way, by ratio', () => {
    expect(expectedChange(100, input, rows[0])).toBe(0);
    expect(expectedChange(50, input, rows[0])).toBe(600);
    expect(expectedChange(100 * Math.SQRT2, input, rows[0])).toBeCloseTo(-100, 9);
  });

  test('has a way to both sides even where the bar has no length, or both ends lie on one side', () => {
    for (const [low, high] of [[0, 0], [0, 600], [-1, 0], [300, 600], [-300, -600], [0.001, -0.001]]) {
      const odd = tornadoRows({ factor: 2, years: 1, asked: 2, inputs: [input, makeInput('odd', 'delay', 10, 's', low, high)] }, 'downtime').rows;
      const at = tornadoLayout(odd, 'downtime', size);
      const { low: a, middle, high: b } = trackOf(odd[1], at);
      expect(Math.sign(a - middle) * Math.sign(b - middle), `${low} ${high}`).toBe(-1);
      expect(Math.min(Math.abs(a - middle), Math.abs(b - middle))).toBeGreaterThanOrEqual(24);
    }
  });
});
