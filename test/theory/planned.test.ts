import { describe, expect, test } from 'vitest';
import { askedBy } from '../../src/assertion/asked.ts';
import { judge, parseAssertion } from '../../src/assertion/assertion.ts';
import { explain } from '../../src/run/explain.ts';
import { DAY, expectExact, HOUR, live, read, YEAR } from './harness.ts';

/*
 * One server that never fails, is worked on for an hour every 30 days, and has a deploy a week of which half are bad for 20
 * minutes. One in 720 bad deploys meets the work, which is less than a tenth of the errors here.
 */
const BAD = (YEAR / (7 * DAY)) * 0.5;
const ROUNDS = YEAR / (30 * DAY);
const MINUTE = 60;
const text = (more: string) => `components: { server: {} }
services:
  web:
    component: server
    maintenance: { every: 30 days, takes: 1 h }
    deploy: { every: 7 days, change-failure-rate: 50%, recovery: constant(20 min) }
${more}`;
const LIVES = { replications: 60, years: 10 };

describe('what is planned', () => {
  const TARGETS = text('targets: { rto: { maintenance: 30 min, deploy: 30 min, component: 1 h } }');
  const report = live(TARGETS, LIVES);

  test('is apart in deploys and maintenance, each as its own process has it', () => {
    const { deploys, maintenance, downtimePerYear, unplannedDowntimePerYear } = report.planned!;
    expectExact(deploys!.incidentsPerYear, BAD);
    expectExact(deploys!.downtimePerYear, BAD * 20 * MINUTE);
    expectExact(maintenance!.incidentsPerYear, ROUNDS);
    expectExact(maintenance!.downtimePerYear, ROUNDS * HOUR);
    expect(downtimePerYear.mean).toBeCloseTo(report.availability.downtimePerYear.mean, 3);
    expect(unplannedDowntimePerYear.mean).toBe(0);
  });

  test('is a cause each, with the downtime that is said to be planned', () => {
    const of = (cause: string) => report.incidents.byCause.find((each) => each.cause === cause)!;
    expect(of('web/deploy').downtimePerYear).toBeCloseTo(report.planned!.deploys!.downtimePerYear.mean, 6);
    expect(of('web/maintenance').downtimePerYear).toBeCloseTo(report.planned!.maintenance!.downtimePerYear.mean, 6);
  });

  test('is held against targets of its own kind: the hour of work misses what twenty minutes of a bad deploy meet', () => {
    const of = (kind: string) => report.targets.find((each) => each.kind === kind)!;
    expect(of('maintenance')).toMatchObject({ value: HOUR, verdict: 'missed' });
    expect(of('deploy')).toMatchObject({ value: 20 * MINUTE, verdict: 'met' });
    expect(of('component')).toMatchObject({ count: 0, verdict: 'undecided' });
    const asked = askedBy(read(TARGETS).model);
    const verdict = (assertion: string) => judge(parseAssertion(assertion, 'USD', [], asked), report).verdict;
    expect([verdict('rto.maintenance.p95 <= 30 min'), verdict('rto.deploy.p95 <= 30 min')]).toEqual(['fails', 'holds']);
  });

  test('is a step each of the waterfall', async () => {
    const { gap } = await explain(`nines: 1\nname: x\n${text('')}`, { years: 600, seed: 'planned', workers: 0, sensitivity: false });
    const added = (name: string) => gap.steps.find(({ step }) => step === name)!.added!;
    expectExact(added('deploys'), BAD * 20 * MINUTE);
    expectExact(added('maintenance'), ROUNDS * HOUR);
  });
});

describe('what an SLA excludes', () => {
  const sla = (excludes: string) => live(text(`sla: { promise: 99.9%, window: quarter, excludes: [${excludes}] }`), LIVES);

  test('is no downtime of it, and still that of availability', () => {
    const [work, both] = [sla('maintenance'), sla('maintenance, deploy')];
    expectExact(work.sla!.downtimePerYear, BAD * 20 * MINUTE);
    expectExact(work.sla!.incidentsPerYear, BAD);
    expect(both.sla!.downtimePerYear.mean).toBe(0);
    expect(both.sla!.availability.mean).toBe(1);
    for (const { availability } of [work, both]) expectExact(availability.downtimePerYear, BAD * 20 * MINUTE + ROUNDS * HOUR);
  });

  test('breaks no window: three hours of work do, and so many bad deploys by their binomial count', () => {
    // 131 min a quarter. A quarter has 13.04 deploys; seven bad ones of twenty minutes break it.
    expect(sla('maintenance, deploy').windows!.broken.mean).toBe(0);
    expect(sla('deploy').windows!.broken.mean).toBeGreaterThan(0.99);
    // 13 deploys, or 14 in a share of quarters that is what is left over of a week.
    const left = YEAR / 4 / (7 * DAY) - 13;
    const sevenOrMore = (n: number) => Array.from({ length: n - 6 }, (_, i) => choose(n, 7 + i) / 2 ** n).reduce((a, b) => a + b, 0);
    const { broken } = sla('maintenance').windows!;
    const exact = (1 - left) * sevenOrMore(13) + left * sevenOrMore(14);
    // What a border cuts in two is one in 300 quarters.
    expect(Math.abs(broken.mean - exact)).toBeLessThan((3.5 * (broken.ci95[1] - broken.ci95[0])) / 3.92 + 1 / 300);
  });
});

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
}
