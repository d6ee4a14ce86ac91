import { describe, expect, it } from 'vitest';
import { parseModel } from '../../src/index.ts';
import { backtest } from '../../src/run/backtest.ts';
import { at, logOf } from '../fit/log-text.ts';
import { readMoment } from '../../src/fit/moment.ts';

const UNIT = parseModel(`nines: 1
components: { unit: { failures: { fault: { mtbf: 20 days, mttr: constant(1 s) } } } }
services: { system: { component: unit } }
simulation: { years: 100, seed: backtest }
`);
const HOURS = 24 * 200;
const period = { from: readMoment(at(0))!, until: readMoment(at(HOURS))! };
/** So many outages of 1 h, evenly. */
const evenly = (count: number) => logOf(Array.from({ length: count }, (_, i) => [(i + 0.5) * (HOURS / count), (i + 0.5) * (HOURS / count) + 1] as const), ',,');

/** P(X <= k), X Poisson. */
function poisson(k: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= k; i++) sum += term *= mean / i;
  return k < 0 ? 0 : sum;
}

describe('a back-test of one unit, whose outages are a Poisson process', () => {
  it.each([3, 11, 18])('has the p-value of the exact test for %i outages where ten are expected', async (count) => {
    const { report } = await backtest(UNIT, evenly(count), period);
    const { figures, run } = report!;
    const exact = Math.min(1, 2 * Math.min(poisson(count, 10), 1 - poisson(count - 1, 10)));
    // Twice a share: four standard errors of that, and the test's own 1 / (n + 1).
    const tolerance = 8 * Math.sqrt(((exact / 2) * (1 - exact / 2)) / run.histories) + 2 / run.histories;
    expect(Math.abs(figures[0].p - exact)).toBeLessThan(tolerance);
    expect(figures[0].verdict).toBe(exact >= 0.05 ? 'as expected' : `${exact < 0.01 ? 'far ' : ''}${count > 10 ? 'more' : 'less'}`);
  });

  it('expects as many as the rate says, between the quantiles of the exact law', async () => {
    const { figures, run } = (await backtest(UNIT, evenly(10), period)).report!;
    const { mean, range95, range99 } = figures[0].expected;
    expect(Math.abs(mean - 10)).toBeLessThan(4 * Math.sqrt(10 / run.histories));
    // qpois(c(0.025, 0.975, 0.005, 0.995), 10): 4, 17, 3, 19; one to either side where chance falls near a step.
    [...range95, ...range99].forEach((end, i) => expect(Math.abs(end - [4, 17, 3, 19][i])).toBeLessThanOrEqual(1));
  });

  it('sees down times that are far too long, and one that is not over as that much at least', async () => {
    const { figures } = (await backtest(UNIT, logOf([[100, 101], [HOURS - 5, null]], ',,'), period)).report!;
    expect(figures.map(({ what, observed, isAtLeast, verdict }) => [what, observed, isAtLeast, verdict])).toEqual([
      ['incidents', 2, false, 'far less'],
      ['downtime', 6 * 3600, false, 'far more'],
      ['longest', 5 * 3600, true, 'far more'],
    ]);
  });
});

const PAIR = parseModel(`nines: 1
components:
  database: { failures: { crash: { mtbf: 50 days, mttr: constant(1 h) } } }
  app: { failures: { crash: { mtbf: 20 days, mttr: 10 min } } }
domains: { a: { kind: zone, failures: { outage: { mtbf: 100 days, mttr: 1 h } } } }
services:
  web: { component: app, in: a, needs: [db] }
  db: { component: database, replicas: 2, mode: active-passive, standby: hot, failover: { detect: 30 s, promote: 'uniform(60 s, 160 s)' } }
entry: web
experiments: { kill: { fail: db.active } }
simulation: { years: 100, seed: 5 }
`);

describe('a back-test of a system', () => {
  const log = (...rows: string[]) => `start,end,service,cause\n${rows.map((row, i) => `${at(24 * (i + 1))},${at(24 * (i + 1) + 1)},${row}`).join('\n')}`;

  it('tells outages of the entry by cause from failures of parts', async () => {
    const { report, problems } = await backtest(PAIR, log('web,outage', ',a/outage', 'web,', 'db,crash', 'db,crash', 'a,'), period);
    expect(problems).toEqual([]);
    expect(report!.figures.filter(({ cause }) => cause !== null).map(({ what, cause, observed }) => [what, cause, observed])).toEqual(
      expect.arrayContaining([
        ['incidents', 'a/outage', 2],
        ['incidents', 'web/crash', 0],
        ['failures', 'db/crash', 2],
        ['failures', 'a', 1],
      ]),
    );
    // Two databases, each 200 days / (50 days + 1 h).
    const failures = report!.figures.find(({ what, cause }) => what === 'failures' && cause === 'db/crash')!;
    expect(Math.abs(failures.expected.mean - 8)).toBeLessThan(0.01 + 4 * Math.sqrt(8 / report!.run.histories));
  });

  it('names what the model does not have: a cause of an outage as a finding, a service as an error with its line', async () => {
    const { report } = await backtest(PAIR, log('web,expired certificate'), period);
    expect(report!.unknown).toEqual([{ cause: 'expired certificate', incidents: 1 }]);
    const wrong = await backtest(PAIR, log('web,', 'dbb,crash', 'db,disk'), period);
    expect(wrong.report).toBeNull();
    expect(wrong.problems.map(({ line, message }) => [line, message])).toEqual([
      [3, "the model has no 'dbb' that fails: did you mean 'db'? Leave service empty for an outage of the whole."],
      [4, "'db' fails by db/crash in the model, not by 'disk'."],
    ]);
  });

  it.each([
    [140, 'as expected'],
    [188.2, 'more'],
    [195, 'far more'],
    [60, 'far less'],
  ])('holds a drill of %d s against the runs of its experiment, which take 90 s to 190 s: %s', async (seconds, verdict) => {
    const [drill] = (await backtest(PAIR, null, { drills: { kill: seconds }, runs: 2000 })).report!.drills;
    expect(drill.verdict).toBe(verdict);
    const exact = Math.min(1, Math.max(0, (190 - seconds) / 100));
    // Four standard errors, and what lies between the report's quantiles; the law is straight there.
    expect(Math.abs(drill.slower! - exact)).toBeLessThan(4 * Math.sqrt(0.25 / 2000));
  });
});
