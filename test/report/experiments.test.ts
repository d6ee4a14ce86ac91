import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExperimentsReport } from '../../src/analysis/report.ts';
import { wanderedText } from '../../src/report/experiments/noticed.ts';
import { renderExperiments, renderExperimentsCsv, width } from '../../src/report/index.ts';
import { experiments } from './fixture.ts';

const [first, second] = experiments.experiments;
const named = (name: string): ExperimentsReport => ({ ...experiments, model: { ...experiments.model, name }, experiments: [{ ...first, name, what: name }, second] });

describe('the table of experiments', () => {
  it('has the row that the field expects of a drill, and where the time went in a line', () => {
    expect(renderExperiments(experiments)).toBe(
      [
        'Web shop, three zones                          10,000 runs each · seed 1 · 4.1 s',
        '',
        'Experiments',
        '  test         noticed  recovered       p50       p95  lost p95  verdict',
        '  lose-region      98%       100%  13.7 min  31.7 min      22 s  missed',
        '  drop-table        0%        88%         –         –  for good  undecided',
        '  Where users noticed: p50 and p95 of the time to recover, against an RTO of 15',
        '  min; p95 of the data lost, against an RPO of 1 min. The verdict is on these',
        '  runs.',
        '  drop-table: data is lost for good in 12% of runs.',
        '',
        'Where the time went  mean of the runs in which users noticed',
        '  lose-region  detect 1.5 min · decide 8 min · promote 4 min · redirect 1 min',
        '  drop-table   no downtime; data was lost',
        '',
      ].join('\n'),
    );
  });

  it('has no verdict without a target', () => {
    const free = { ...experiments, experiments: [{ ...first, targets: [] }] };
    expect(renderExperiments(free)).toMatch(/lose-region .* 22 s {2}—\n {2}Where users noticed: p50 and p95 of the time to recover; p95 of the data lost\.\n/);
  });

  it('goes on in the next line where a recovery has many stages', () => {
    const interval = [50, 70] as const;
    const stages = { detect: 60, decide: 60, promote: 60, restore: 60, redirect: 60, warmUp: 60, hours: 0, people: 0, parts: 0, repair: 60 };
    const stagesCi95 = { detect: interval, decide: interval, promote: interval, restore: interval, redirect: interval, warmUp: interval, hours: [0, 0] as const, people: [0, 0] as const, parts: [0, 0] as const, repair: interval };
    const long = { ...first, recoveryTime: { ...first.recoveryTime, mean: 420, stages, stagesCi95 } };
    const lines = renderExperiments({ ...experiments, experiments: [long] }).split('\n');
    const at = lines.findIndex((line) => line.includes('detect'));
    expect(lines[at + 1]).toMatch(/^ {15}\S/);
    expect(`${lines[at]} ${lines[at + 1]}`).toContain('warm up');
  });

  it('fits its columns whatever things are called, and lets no control through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.integer({ min: 64, max: 120 }), (name, columns) => {
        const text = renderExperiments(named(name), { columns });
        for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(columns);
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('says that it was ended early', () => {
    expect(renderExperiments({ ...experiments, run: { ...experiments.run, partial: true } })).toContain('\nPartial: ');
  });
});

describe('experiments as CSV', () => {
  const lines = renderExperimentsCsv(experiments).split('\r\n');

  it('name each figure by its experiment, with its interval', () => {
    expect(lines).toContain('experiment,lose-region,runs,10000,,,');
    expect(lines).toContain('experiment,drop-table,permanentLoss,0.12,0.11639999999999999,0.1236,share');
    expect(lines).toContain('recoveryTime.stages,lose-region,detect,90,87.3,92.7,s');
    expect(lines).toContain('target.rto,lose-region,verdict,missed,,,');
    expect(lines).toContain('target.rpo,drop-table,value,for good,200,for good,s');
  });

  it('say each thing once', () => {
    const keys = lines.map((line) => line.split(',').slice(0, 3).join());
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('why hardly anybody noticed', () => {
  const said = (standbyStruck: number) => wanderedText({ ...first, name: 'lose-b', noticed: { mean: 1 - standbyStruck, ci95: [0, 1] }, wandered: { service: 'db', standbyStruck } });

  it('is that the active had wandered where now it and now a standby was struck', () => {
    expect(said(0.5)).toEqual([expect.stringMatching(/^lose-b: .* only a standby of db in 50%: the active had wandered; say 'failback' or 'fail: db\.active'\.$/)]);
  });

  it('is that only a standby stands there where hardly ever anything else was struck', () => {
    expect(said(0.9987)).toEqual([expect.stringMatching(/that is where it stands by; to lose the active say 'fail: db\.active'\.$/)]);
  });
});
