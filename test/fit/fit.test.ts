import { describe, expect, it } from 'vitest';
import { fitLog } from '../../src/fit/fit.ts';
import { readMoment } from '../../src/fit/moment.ts';
import { rateFigures } from '../../src/fit/rate.ts';
import { testTrend } from '../../src/fit/trend.ts';
import { checkModel } from '../../src/model/index.ts';
import { at, logOf } from './log-text.ts';

const HOUR = 3600;
const fitted = (...args: Parameters<typeof fitLog>) => {
  const { fit, problems } = fitLog(...args);
  if (fit === null) throw new Error(JSON.stringify(problems));
  return fit;
};
const messages = (text: string, options = {}) =>
  fitLog(text, options).problems.map(({ line, column, message, severity }) => `${severity} ${line}:${column} ${message}`);

describe('a rate', () => {
  it("is NIST's: two failures in 1,000 h up to a time, none in 1,000 h (e-Handbook 8.4.5.1, table of factors)", () => {
    // Factors of T/r for r = 2: 95% sided each at 2.5%: 0.2768 and 8.2573 (two-sided 95%, time censored).
    const { mean, ci95 } = rateFigures(2, 1000, false);
    expect(mean).toBe(500);
    expect(ci95[0] / 500).toBeCloseTo(0.2768, 4);
    expect(ci95[1]! / 500).toBeCloseTo(8.2573, 3);
    expect(rateFigures(0, 1000, false)).toMatchObject({ mean: null, ci95: [expect.closeTo(1000 / 2.995732, 3), null], value: expect.closeTo(1000 / 0.693147, 3) });
  });

  it('has 2n degrees at both ends where the observation ended with the last failure', () => {
    // qchisq(0.975, 20) = 34.16961
    expect(rateFigures(10, 1500, true).ci95[0]).toBeCloseTo(3000 / 34.16961, 4);
    expect(rateFigures(10, 1500, false).ci95[0]).toBeCloseTo(81.56449, 4);
  });
});

describe('a trend', () => {
  const REPAIRS = [5, 40, 43, 175, 389, 712, 747, 795, 1299, 1478];

  it("is NIST's 37.23 of the military handbook's test for its ten repairs up to 1,500 h (e-Handbook 8.2.3.4)", () => {
    const trend = testTrend(REPAIRS, 1500, false)!;
    expect(trend.milHdbk189).toMatchObject({ chiSquare: expect.closeTo(37.228, 3), degrees: 20, p: expect.closeTo(0.02197, 4) });
    expect(trend.laplace).toMatchObject({ u: expect.closeTo(-1.32695, 5), p: expect.closeTo(0.184525, 5) });
    expect(trend.verdict).toBe('falling');
  });

  it('is seen in the other direction, and not where incidents come evenly', () => {
    expect(testTrend([700, 900, 1050, 1200, 1250, 1300, 1350, 1400, 1450], 1500, false)!.verdict).toBe('rising');
    expect(testTrend([150, 300, 450, 600, 750, 900, 1050, 1200, 1350], 1500, false)!.verdict).toBe('constant');
    expect(testTrend([1, 2, 3], 10, false)).toBeNull();
  });

  it('says of incidents at one rate that they have a trend no more often than once in twenty', () => {
    let state = 12345;
    const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const trials = 2000;
    let seen = 0;
    for (let i = 0; i < trials; i++) {
      const moments = Array.from({ length: 12 }, () => uniform() * 100).sort((a, b) => a - b);
      if (testTrend(moments, 100, false)!.verdict !== 'constant') seen++;
    }
    // Two tests at 2.5% each, which agree often: 2.5% to 5%, and three standard errors of a share of 5%.
    expect(seen / trials).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / trials));
    expect(seen / trials).toBeGreaterThan(0.025 - 3 * Math.sqrt((0.025 * 0.975) / trials));
  });
});

describe('a log', () => {
  const period = { from: readMoment('2020-01-01')!, until: readMoment(at(1000))! };
  const rows = [[100, 102], [250, 251], [600, 605], [900, null]] as const;

  it('gives each cause its time up, without its own down time; what is open is censored', () => {
    const [group] = fitted(logOf(rows), period).groups;
    expect(group).toMatchObject({ service: 'db', cause: 'disk', incidents: 4, downSeconds: 108 * HOUR, upSeconds: 892 * HOUR });
    expect(group.mtbf.mean).toBeCloseTo((892 * HOUR) / 4, 6);
    expect(group.durations).toMatchObject({ count: 4, open: 1 });
    expect(group.durations.chosen!.law).toBeDefined();
    // The exponential mean with one open: all the time, by those that are over.
    expect(group.durations.laws.find(({ law }) => law === 'exponential')!.distribution).toMatchObject({ mean: expect.closeTo((108 * HOUR) / 3, 6) });
  });

  it('counts the time of each of several members, and says none where none was seen', () => {
    const text = `${logOf(rows)}\n,,web,crash`;
    const { groups } = fitted(text, { ...period, members: { db: 3 } });
    expect(groups[0].upSeconds).toBe((3000 - 108) * HOUR);
    expect(groups[0].between).toBeNull();
    expect(groups[1]).toMatchObject({ service: 'web', cause: 'crash', incidents: 0, mtbf: { mean: null, ci95: [expect.closeTo((1000 * HOUR) / Math.log(20), 3), null] } });
  });

  it('that does not say since when it is kept begins with its first incident, which then counts for no rate', () => {
    const { log, groups } = fitted(logOf(rows.slice(0, 3)));
    expect(log).toMatchObject({ isFromGiven: false, isUntilGiven: false, until: readMoment(at(605)) });
    expect(groups[0]).toMatchObject({ incidents: 2, durations: { count: 3 } });
  });

  it('may be written with semicolons, tabs, quotes, other words for its columns, and times in other zones', () => {
    const text = 'Started At;Resolved;root_cause\r\n"2024-01-05 10:00";2024-01-05T13:00:00+02:00;"a\nb"\r\n2024-02-01;2024-02-02;"a\nb"';
    const { groups } = fitted(text, { from: readMoment('2024-01-01')!, until: readMoment('2025-01-01')! });
    expect(groups).toMatchObject([{ service: 'service', cause: 'a\nb', incidents: 2, downSeconds: 25 * HOUR }]);
  });

  it('becomes parameters and components that the language reads, with how many incidents each rests on', () => {
    const { parameters } = fitted(`${logOf(rows)}\n,,web,crash\n${at(500)},${at(501)},web,"it's: {odd} #1"`, period);
    expect(parameters).toContain('db_disk_mtbf: 4.06 days to 27.2 days  # 4 incidents in 37.2 days up: 9.29 days; 95%: 3.63 days to 34.1 days');
    expect(parameters).toContain('# none in 41.7 days up: 13.9 days or more with 95%');
    const services = Object.keys({ db: 0, web: 0 }).map((each) => `  ${each}: { component: ${each} }`);
    const model = `nines: 1\nname: Fitted\n${parameters}services:\n${services.join('\n')}\n  all: { component: db, needs: [db, web] }\nentry: all\n`;
    expect(checkModel(model).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says of each mistake the line, what was expected and what can be left out, all at once', () => {
    const text = 'start,end,noticed,owner\n03/04/2024,2024-03-05,,x\n2024-01-02,2024-01-01,,x\n2024-02-30,soon,,x\n,2024-01-01,,x\n2024-01-01,2024-01-02,2023-01-01,x';
    expect(messages(text)).toEqual([
      'warning 1:1 not read: the columns owner.',
      "error 2:1 '03/04/2024' is no start: expected is a moment such as '2024-03-05 14:02' (UTC) or '2024-03-05T14:02:30+01:00'.",
      'error 3:12 it ends before it starts: give it the length that it had.',
      "error 4:1 '2024-02-30' is no start: expected is a moment such as '2024-03-05 14:02' (UTC) or '2024-03-05T14:02:30+01:00'.",
      "error 4:12 'soon' is no end: expected is a moment such as '2024-03-05 14:02' (UTC) or '2024-03-05T14:02:30+01:00'; leave it empty where it is not known.",
      "error 5:1 no start: expected is a moment such as '2024-03-05 14:02' (UTC) or '2024-03-05T14:02:30+01:00'. A row without start and end says that nothing happened there.",
      'error 6:23 it is noticed before it starts, or after it ends; leave it empty where it is not known.',
    ]);
  });

  it('with a quote that is never closed says where it is opened', () => {
    const text = 'start,cause\n2024-01-01,"a ""b"" c"\n2024-02-01,"disk\n2024-03-01,net\n';
    expect(messages(text)).toEqual(['error 3:1 a quote is opened here and never closed: all that follows would be one field.']);
  });

  it('without a header, empty, or kept for no time says what is missing', () => {
    expect(messages('2024-01-01,2024-01-02')[0]).toContain("names no column 'start'. Expected is a header such as 'start,end,noticed,service,cause'");
    expect(messages('start,end')[0]).toContain('nothing is in it');
    expect(messages('start\n2024-01-01')[0]).toContain('give --from and --until');
    expect(messages(logOf([[1, 2]]), { ...period, members: { dbb: 2 } })[0]).toContain('--members dbb: the log names db');
  });

  it('with more down at one time than there are members is refused, with how to say how many there are', () => {
    const overlap = logOf([[100, 200], [150, 160]]);
    expect(messages(overlap, period)).toEqual([
      expect.stringContaining('error 3:1 it begins while that of line 2 (disk of db) is not over: make one of them, or say how many there are with --members db=2'),
    ]);
    expect(fitLog(overlap, { ...period, members: { db: 2 } }).fit).not.toBeNull();
  });

  it('tells what it leaves out as it lies outside of the period', () => {
    const { fit, problems } = fitLog(logOf(rows), { from: readMoment(at(200))!, until: period.until });
    expect(problems).toMatchObject([{ severity: 'warning', line: 2, message: 'left out, as they begin outside of the period: line 2.' }]);
    expect(fit!.log.incidents).toBe(3);
  });
});
