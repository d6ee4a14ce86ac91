import { describe, expect, test } from 'vitest';
import { makeRecovery } from './gallery/make-report.ts';
import { STAGE_NAMES } from '../../src/analysis/stages.ts';
import { describeStages, emptyStages, readStage, readWhole, stageRows, stagesSentence, stagesTable } from '../../src/plots/data/stages.ts';
import { stagesPlot } from '../../src/plots/stages-plot.tsx';

/** Ten incidents of 100 s: 30 s to detect, 10 s to promote, 60 s to repair. */
const figures = makeRecovery(Array<number>(10).fill(100), undefined, { repair: 6, detect: 3, promote: 1 });
const rows = stageRows(figures);

describe('the stages of a recovery', () => {
  test('are those that take any time, one after the other', () => {
    expect(rows.map(({ stage, from, seconds }) => [stage, from, seconds])).toEqual([
      ['detect', 0, 30],
      ['promote', 30, 10],
      ['repair', 40, 60],
    ]);
  });

  test('add up to the mean', () => {
    const all = stageRows(makeRecovery([120, 480], undefined, Object.fromEntries(STAGE_NAMES.map((stage, i) => [stage, i + 1]))));
    expect(all).toHaveLength(STAGE_NAMES.length);
    expect(all.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(300, 9);
    expect(all.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('are read with what happens in them, their interval and their share', () => {
    expect(readStage(rows[0], 'incident')).toBe('Detect, until somebody or something notices: 30 s of the mean incident (95% interval 27 s to 33 s), 30% of it.');
    expect(readWhole(figures, 'incident')).toBe('Mean of 10 incidents: 1.7 min (95% interval 1.5 min to 1.84 min).');
    expect(stagesSentence(rows, figures, 'incident')).toBe('The longest stage is repair: 1 min of the mean incident of 1.7 min, 60%.');
    expect(describeStages(rows, figures, 'run')).toBe('The mean recovery time of 10 runs, 1.7 min, in its stages: detect 30 s (30%), promote 10 s (10%) and repair 1 min (60%).');
  });

  test('have a table with intervals and their sum', () => {
    const { columns, rows: lines } = stagesTable(rows, figures, 'incident');
    expect(columns.map(({ label }) => label)).toEqual(['Stage', 'Mean per incident', '95% from', '95% to', 'Share']);
    expect(lines.map((line) => [line[0], line[1]])).toEqual([['Detect', 30], ['Promote', 10], ['Repair', 60], ['All stages', 100]]);
  });

  test('of one stage alone are called all of it', () => {
    const only = makeRecovery([50, 50]);
    expect(stagesSentence(stageRows(only), only, 'incident')).toBe('All of the mean incident of 50 s is one stage: repair.');
  });

  test('of nothing are said, not drawn', () => {
    const none = makeRecovery([]);
    expect(stageRows(none)).toEqual([]);
    expect(emptyStages([], none, 'incident')).toBe('No incident was seen: there is no recovery to take apart.');
    const unnoticed = makeRecovery([0, 0]);
    expect(emptyStages(stageRows(unnoticed), unnoticed, 'run')).toBe('2 runs took no time at all: there is no recovery to take apart.');
    expect(stagesPlot({ figures: none, name: 'a', source: '' }).empty).not.toBeNull();
  });

  test('of a single incident have no interval', () => {
    expect(stageRows(makeRecovery([100]))[0].ci95).toBeNull();
  });

  test('are all stops of the plot, the whole first', () => {
    expect(stagesPlot({ figures, name: 'a', source: '' }).stops.map(({ key }) => key)).toEqual(['all', 'detect', 'promote', 'repair']);
  });
});
