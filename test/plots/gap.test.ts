import { describe, expect, test } from 'vitest';
import { describeGap, gapRows, gapSentence, gapTable, ninesText, readGap, signedTime } from '../../src/plots/data/gap.ts';
import { layOutWaterfall } from '../../src/plots/waterfall/layout.ts';
import { waterfallPlot } from '../../src/plots/waterfall-plot.tsx';
import { makeReport } from './gallery/make-report.ts';
import { makeGap } from './gallery/why-cases.ts';
import { shapesIn } from './drawing.ts';

/** 5.25960 min are five nines. Shared domains 10 min, detection 2 min, failover time takes off 30 s, then nothing. */
const gap = makeGap(315.576, [600, 120, -30, null, null, null, null], 0.1);
const rows = gapRows(gap);
const row = (key: string) => rows.find((each) => each.key === key)!;

describe('the waterfall', () => {
  test('begins with the claim, ends with the simulation, and its steps add up', () => {
    expect(rows.map(({ key }) => key)).toEqual(['arithmetic', 'sharedDomains', 'detection', 'failoverTime', 'failoverFailure', 'capacity', 'shocks', 'data', 'simulated']);
    const added = rows.reduce((sum, each) => sum + (each.added?.mean ?? 0), 0);
    expect(rows[0].to + added).toBeCloseTo(rows[8].to, 9);
    rows.slice(1, 8).forEach((each, i) => expect(each.from).toBe(rows[i].to));
  });

  test('gives the interval of what is added, moved to where its bar begins', () => {
    expect(row('detection').interval![0]).toBeCloseTo(915.576 + 108, 9);
    expect(row('detection').interval![1]).toBeCloseTo(915.576 + 132, 9);
    expect(row('arithmetic').interval).toBeNull();
  });

  test('reads in nines and in time', () => {
    expect(ninesText(315.576)).toBe('5.0 nines');
    expect(ninesText(0)).toBe('no downtime');
    expect(ninesText(31_557_600)).toBe('0.0 nines');
    expect(ninesText(1e-9)).toBe('over 12 nines');
    expect(signedTime({ mean: -30, ci95: [-33, -27] })).toBe('−30 s');
    expect(signedTime({ mean: 0, ci95: [0, 0] })).toBe('+0 s');
  });

  test('teaches what each step is, with how often its time is spent', () => {
    const report = makeReport({ name: 'a', years: [60, 60], causes: [{ cause: 'x', lengths: [20, 20, 20, 20, 20, 20] }], stages: { detect: 1, repair: 1 } });
    expect(readGap(row('arithmetic'), rows)).toMatch(/^Bare arithmetic claims 5\.26 min a year, 5\.0 nines: failures independent of each other/);
    expect(readGap(row('detection'), rows, report)).toBe(
      'Detection adds 2 min a year (95% interval +1.8 min to +2.2 min); 4.5 nines become 4.4 nines: until a health check or a watchdog notices, requests go to what is dead. In the whole model each of 3 incidents a year spends 10 s before anybody notices.',
    );
    expect(readGap(row('failoverTime'), rows)).toMatch(/^Failover time takes off 30 s a year \(95% interval −33 s to −27 s\); it stays at 4\.4 nines/);
    expect(readGap(row('shocks'), rows)).toMatch(/^Shocks: nothing in this model, so nothing is added\. It would count that a bad release/);
    expect(readGap(row('simulated'), rows)).toBe('With all of it the simulation finds 17 min down a year, 4.4 nines: 3.2 times what the arithmetic claims.');
  });

  test('does not take for a difference what chance alone could do', () => {
    const open = gapRows({ steps: gap.steps.map((step) => (step.step === 'detection' ? { ...step, added: { mean: 120, ci95: [-10, 250] } } : step)) });
    expect(readGap(open[2], open)).toContain('which chance alone could do');
  });

  test('says what most of it is', () => {
    expect(gapSentence(rows)).toBe('The arithmetic claims 5.0 nines, the simulation finds 4.4 nines. Of what is added, shared domains is 83%: 10 min a year.');
    expect(gapSentence(gapRows(makeGap(60, [null, null, null, null, null, null, null])))).toBe('The arithmetic claims 5.7 nines, the simulation finds 5.7 nines. No step adds any downtime.');
    expect(describeGap(rows)).toContain('shared domains +10 min, detection +2 min, failover time −30 s. Nothing in this model: failover failure, capacity, shocks, data.');
  });

  test('has a table of all rows', () => {
    const { columns, rows: lines } = gapTable(rows);
    expect(lines.every((line) => line.length === columns.length)).toBe(true);
    expect(lines.map((line) => line[8])).toEqual(['yes', 'yes', 'yes', 'yes', 'nothing', 'nothing', 'nothing', 'nothing', 'yes']);
  });

  test('is drawn in minutes that add up, or in nines that shrink', () => {
    for (const width of [360, 900]) {
      const time = layOutWaterfall(rows, 'time', { width, height: 400 });
      expect(time.x(600) - time.x(0)).toBeCloseTo((time.x(300) - time.x(0)) * 2, 6);
      const nines = layOutWaterfall(rows, 'nines', { width, height: 400 });
      expect(nines.x(31_557.6) - nines.zero).toBeCloseTo((nines.x(315_576) - nines.zero) * 1.5, 6);
      for (const each of rows) for (const layout of [time, nines]) expect(layout.x(each.to)).toBeLessThanOrEqual(layout.right);
    }
  });

  test('of nothing is a sentence, and of no downtime a picture all the same', () => {
    expect(waterfallPlot({ steps: [] }, { name: 'a', source: '' }).empty).not.toBeNull();
    const none = waterfallPlot(makeGap(0, [null, null, null, null, null, null, null]), { name: 'a', source: '', measure: 'nines' });
    expect(none.empty).toBeNull();
    expect(shapesIn(none.draw({ width: 600, height: 400 }))).toBeGreaterThan(0);
    expect(none.stops).toHaveLength(9);
  });
});
