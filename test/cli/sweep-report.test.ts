import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SolvedFigures, SweepReport } from '../../src/analysis/report.ts';
import { sweepProgressLine } from '../../src/cli/sweep-progress.ts';
import { renderSweep, renderSweepCsv, renderSweepMarkdown, solvedSentence, width } from '../../src/report/index.ts';
import { valueTexts } from '../../src/report/sweep/values.ts';
import { report } from '../report/fixture.ts';

/** Two points, the second one down for a tenth longer; every figure made up. */
const SWEEP: SweepReport = {
  nines: 1,
  kind: 'sweep',
  model: report.model,
  run: { ...report.run, years: 20_000, seconds: 8 },
  asked: { years: 10_000, precision: null, solve: null },
  vary: ['detect'],
  values: { detect: [10, 300] },
  units: { detect: 's' },
  points: [
    { parameters: { detect: 10 }, report },
    {
      parameters: { detect: 300 },
      report: {
        ...report,
        availability: { ...report.availability, mean: 0.99968, downtimePerYear: { ...report.availability.downtimePerYear, mean: 10_066 } },
        dataLoss: { ...report.dataLoss, p95: 'for good' },
        cost: { ...report.cost, total: 95_000 },
      },
    },
  ],
};
const solved = (more: Partial<SolvedFigures>): SweepReport => ({
  ...SWEEP,
  asked: { years: 160_000, precision: null, solve: 'availability >= 99.97%' },
  solved: { parameter: 'detect', assertion: 'availability >= 99.97%', ends: ['met', 'missed'], met: 90, missed: 120, undecided: [], ...more },
});
const named = (name: string): SweepReport => ({
  ...SWEEP,
  vary: [name],
  values: { [name]: [10, 300] },
  units: { [name]: null },
  points: SWEEP.points.map((point, i) => ({ report: { ...point.report, model: { ...report.model, name } }, parameters: { [name]: `${name}${i}` } })),
});

describe('the table of a sweep', () => {
  it('has a line for each point', () => {
    expect(renderSweep(SWEEP)).toBe(
      [
        'Web shop, three zones                           10,000 years each · seed 1 · 8 s',
        '',
        'Along detect',
        '  detect  availability  nines  down a year  recover p95  lost p95  cost a year',
        '    10 s       99.971%    3.5       2.54 h        4.2 h       0 s   87,000 USD',
        '   5 min       99.968%    3.5        2.8 h        4.2 h  for good   95,000 USD',
        '  All points live through the same history: neighbours differ by what is varied,',
        '  and by little else.',
        '',
      ].join('\n'),
    );
  });

  it('has room for two parameters', () => {
    const two = { ...SWEEP, vary: ['web_replicas', 'detect'], values: { web_replicas: [3], detect: [10, 300] }, units: { web_replicas: '', detect: 's' }, points: SWEEP.points.map((point) => ({ ...point, parameters: { web_replicas: 3, ...point.parameters } })) };
    expect(renderSweep(two)).toContain(
      [
        'Along web_replicas and detect',
        '  web_replicas  detect  availability    down  recover      lost        cost',
        '             3    10 s       99.971%  2.54 h    4.2 h       0 s  87,000 USD',
        '             3   5 min       99.968%   2.8 h    4.2 h  for good  95,000 USD',
        '  Down and cost are of a year, recover and lost are p95.',
        '',
      ].join('\n'),
    );
    expect(renderSweepMarkdown(two)).toContain('| web\\_replicas | detect | availability | nines | down a year |');
  });

  it('lets the best stand out, unless all are alike', () => {
    expect(renderSweep(SWEEP, { color: true })).toContain('\u001b[1m99.971%\u001b[22m');
    expect(renderSweep({ ...SWEEP, points: [SWEEP.points[0]] }, { color: true })).not.toContain('\u001b[1m99.971%');
    expect(renderSweepMarkdown(SWEEP)).toContain('| 10 s | **99.971%** | 3.5 |');
  });

  it('leaves out what nothing costs and nobody loses', () => {
    const free = { ...SWEEP, points: SWEEP.points.map((point) => ({ ...point, report: { ...report, cost: { ...report.cost, total: 0 }, dataLoss: { ...report.dataLoss, p95: 0 } } })) };
    expect(renderSweep(free)).toMatch(/\n {2}detect +availability +nines +down a year +recover p95\n/);
  });

  it('says that it was ended early', () => {
    expect(renderSweep({ ...SWEEP, run: { ...SWEEP.run, partial: true } })).toContain('\nPartial: ');
    expect(renderSweepMarkdown({ ...SWEEP, run: { ...SWEEP.run, partial: true } })).toContain('**Partial: ');
  });

  it('fits its columns whatever things are called, and lets no control through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.integer({ min: 72, max: 120 }), (name, columns) => {
        const text = renderSweep(named(name), { columns });
        for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(columns);
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('a sweep as CSV', () => {
  const lines = renderSweepCsv(SWEEP).split('\r\n');

  it('has one line a point: parameters, figures, their intervals', () => {
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(
      ['detect', 'availability.mean', 'downtimePerYear.mean', 'incidents.perYear', 'recoveryTime.p95', 'dataLoss.p95', 'cost.total', 'run.years', 'run.partial']
        .flatMap((name, i) => (i === 0 || i > 6 ? [name] : [name, `${name}.low`, `${name}.high`]))
        .join(','),
    );
    expect(lines[1]).toBe('10,0.99971,0.999702,0.999718,9151,8911,9391,2.3,2.231,2.3689999999999998,15000,14550,15450,0,0,0,87041.27,85500,88600,10000,false');
    expect(lines[2]).toMatch(/^300,0\.99968,.*,15450,for good,0,0,95000,/);
  });
});

describe('what a solve has found', () => {
  it.each<[Partial<SolvedFigures>, string]>([
    [{}, 'availability >= 99.97% is met up to detect = 90 s and missed from 2 min on.'],
    [{ ends: ['missed', 'met'], met: 120, missed: 90 }, 'availability >= 99.97% is missed up to detect = 90 s and met from 2 min on.'],
    [{ undecided: [100] }, 'availability >= 99.97% is met up to detect = 90 s and missed from 2 min on. At 100 s in between 160,000 years do not tell.'],
    [{ undecided: [100, 105, 110] }, 'availability >= 99.97% is met up to detect = 90 s and missed from 2 min on. From 100 s to 110 s in between 160,000 years do not tell.'],
    [{ ends: ['met', 'undecided'], missed: null, undecided: [200, 300] }, 'availability >= 99.97% is met at detect = 90 s, and nowhere surely missed. From 200 s to 5 min 160,000 years do not tell.'],
    [{ ends: ['undecided', 'missed'], met: null, undecided: [10] }, 'availability >= 99.97% is missed at detect = 2 min, and nowhere surely met. At 10 s 160,000 years do not tell.'],
    [{ ends: ['met', 'met'], met: null, missed: null }, 'availability >= 99.97% is met at both ends of detect, 10 s and 5 min: it does not turn between them.'],
    [{ ends: ['missed', 'missed'], met: null, missed: null }, 'availability >= 99.97% is missed at both ends of detect, 10 s and 5 min: it does not turn between them.'],
    [{ ends: ['undecided', 'undecided'], met: null, missed: null, undecided: [10, 300] }, 'availability >= 99.97% is undecided at both ends of detect, 10 s and 5 min, after 160,000 years: more --years would tell.'],
  ])('%j is told in a sentence', (more, sentence) => {
    expect(solvedSentence(solved(more))).toBe(sentence);
  });

  it('stands above the points', () => {
    expect(renderSweep(solved({}))).toMatch(/\n\nSolved\n {2}availability >= 99\.97% is met up to detect = 90 s and missed from 2 min on\.\n\nAlong detect\n/);
    expect(solvedSentence(SWEEP)).toBeNull();
  });
});

describe('the values of a parameter', () => {
  it.each<[readonly (number | string)[], string | null, readonly string[]]>([
    [[10, 30, 300], 's', ['10 s', '30 s', '5 min']],
    [[10, 82.5, 155, 227.5, 300], 's', ['10 s', '1.38 min', '2.58 min', '3.79 min', '5 min']],
    [[31_557_600, 39_447_000, 47_336_400], 's', ['1 year', '1.25 years', '1.5 years']],
    [[60_000, 60_001], 's', ['1000 min', '60001 s']],
    [[0.9, 0.93, 0.96], '', ['0.9', '0.93', '0.96']],
    [[0.123456789012, 0.9], '', ['0.1235', '0.9']],
    [[3, 4, 12_000], '', ['3', '4', '12000']],
    [[0.17 / 3600, 1 / 3600], 'USD/s', ['0.17 USD/h', '1 USD/h']],
    [[5e11, 1e12], 'B', ['500 GB', '1 TB']],
    [[1 / 3600], '1/s', ['0.0002778/s']],
    [['exponential(2 h)', 3600], null, ['exponential(2 h)', '1 h']],
  ])('%j in %j are told apart as %j', (values, unit, texts) => {
    expect(valueTexts(values, unit, 'USD')).toEqual(texts);
  });
});

describe('the progress line', () => {
  const underWay = { ...SWEEP, run: { ...SWEEP.run, seconds: 3 }, points: [SWEEP.points[0], { ...SWEEP.points[1], report: { ...report, run: { ...report.run, years: 5000, partial: true } } }] };

  it('says which point is under way, and how far all of them are', () => {
    expect(sweepProgressLine(underWay, { points: 4, years: 10_000, precision: null })).toBe('███████▌               37%  point 2 of 4  5 s left  detect = 5 min  5,000 years');
  });

  it('fits a line of a terminal whatever things are called, and counts on where there are more points than expected', () => {
    const text = sweepProgressLine({ ...named('x\u001b'.repeat(100)), run: underWay.run }, { points: 1, years: 10_000, precision: null });
    expect(width(text)).toBeLessThan(80);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('point 2 of 2');
  });
});
