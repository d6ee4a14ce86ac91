import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { parseModel } from '../../src/model/index.ts';
import { renderRunHtml } from '../../src/html/index.ts';
import { renderCsv, renderTable, reportCases } from '../../src/report/index.ts';
import { metAndMissed } from '../../src/report/run/met-and-missed.ts';
import { experiment } from '../../src/run/experiment.ts';
import { simulate } from '../../src/run/simulate.ts';

/** Crashes every ten days for a minute; the disaster that the RTO is for comes once in a thousand years. */
const model = parseModel(`nines: 1
name: crashes and a disaster
domains: { a: { kind: zone, failures: { outage: { mtbf: 1000 years, mttr: constant(6 h) } } } }
components: { app: { failures: { crash: { mtbf: 10 days, mttr: constant(1 min) } } } }
services: { web: { component: app, in: a } }
targets: { rto: 15 min, rpo: 1 min }
experiments: { lose-a: { fail: a, for: 6 h }, crash: { fail: web, for: 30 s } }`);

let report: Report;
beforeAll(async () => {
  report = await simulate(model, { years: 50, experiments: true, workers: 0 });
});

describe("the model's own experiments in a run's report", () => {
  test('are the same as by themselves, to the last bit', async () => {
    expect(report.experiments).toEqual((await experiment(model, { workers: 0 })).experiments);
    const { experiments, ...rest } = report;
    expect(experiments).toHaveLength(2);
    const alone = await simulate(model, { years: 50, workers: 0 });
    expect({ ...alone, run: { ...alone.run, seconds: 0 } }).toEqual({ ...rest, run: { ...rest.run, seconds: 0 } });
  });

  test('say in one line which target the run meets and one of them misses', () => {
    expect(report.targets.map(({ target, verdict }) => [target, verdict])).toEqual([['rto', 'met'], ['rpo', 'met']]);
    expect(metAndMissed(report)).toEqual(['RTO: met by the run, missed by the experiment lose-a (p95 6 h).']);
    expect(renderTable(report)).toContain('  RTO: met by the run, missed by the experiment lose-a (p95 6 h).\n');
  });

  test('stand in the table, in HTML, in CSV and among the test cases', () => {
    expect(renderTable(report)).toMatch(/^Experiments$/m);
    expect(renderRunHtml(report)).toContain('missed by the experiment lose-a');
    expect(renderCsv(report)).toMatch(/^target.rto,lose-a,verdict,missed,/m);
    expect(reportCases(report).filter(({ group }) => group === 'experiments.lose-a').map(({ result }) => result)).toEqual(['failure', 'passed']);
  });

  test('are left out where nobody asks for them, and end with the time', async () => {
    expect(await simulate(model, { years: 10, workers: 0 })).not.toHaveProperty('experiments');
    const signal = AbortSignal.timeout(1);
    const none = parseModel(`nines: 1\nname: none\ncomponents: { app: {} }\nservices: { web: { component: app } }`);
    expect(await simulate(none, { years: 1, experiments: true, workers: 0 })).not.toHaveProperty('experiments');
    await expect(simulate(model, { years: 10, experiments: 'yes' as never, signal })).rejects.toThrow('experiments must be true or false');
  });
});
