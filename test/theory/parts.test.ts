import { describe, expect, test } from 'vitest';
import type { DowntimePart, Report } from '../../src/analysis/report.ts';
import { DAY, expectExact, HOUR, live, YEAR } from './harness.ts';

const LIVES = { replications: 600, years: 10 };

function partOf<T extends DowntimePart>(parts: readonly T[], is: (part: T) => boolean): { mean: number; ci95: readonly [number, number] } {
  const found = parts.find(is)!;
  return { mean: found.downtimePerYear, ci95: found.ci95 };
}

const ofService = ({ incidents }: Report, name: string) => partOf(incidents.byService, ({ service }) => service === name);
const ofDomain = ({ incidents }: Report, name: string) => partOf(incidents.byDomain, ({ domain }) => domain === name);
const ofFailures = ({ incidents }: Report, count: number) => partOf(incidents.byFailures, ({ failures }) => failures === count);

describe('downtime taken apart', () => {
  test('by service: each its own share of time down, and half of what both are', () => {
    const report = live(
      `components:
  web: { failures: { crash: { mtbf: 30 days, mttr: 6 h } } }
  db: { failures: { crash: { mtbf: 60 days, mttr: 2 days } } }
services: { web: { component: web, needs: [db] }, db: { component: db } }
entry: web`,
      LIVES,
    );
    const [web, db] = [6 / (30 * 24 + 6), 2 / 62];
    expectExact(ofService(report, 'web'), YEAR * (web * (1 - db) + (web * db) / 2));
    expectExact(ofService(report, 'db'), YEAR * (db * (1 - web) + (web * db) / 2));
    // Both are single failures; it takes a second one only to prolong what is down already.
    expect(report.incidents.byFailures.map(({ failures }) => failures)).toEqual([1]);
  });

  test('by number of failures: of a pair in a region, the region alone, and both members together', () => {
    const report = live(
      `domains: { region: { kind: region, failures: { outage: { mtbf: 1 year, mttr: 1 day } } } }
components: { unit: { failures: { crash: { mtbf: 20 days, mttr: 12 h } } } }
services: { web: { component: unit, replicas: 2, in: region } }
entry: web`,
      LIVES,
    );
    const u = 12 / (20 * 24 + 12);
    const r = 1 / (365.25 + 1);
    const [single, double] = [ofFailures(report, 1), ofFailures(report, 2)];
    expect(single.mean + double.mean).toBeCloseTo(report.availability.downtimePerYear.mean, 3);
    // The region alone is enough, also where it finds one of the two down. Who is first has the overlap: an outage finds
    // both down with chance u², and their incident then goes on until it is over; a hundredth of a standard error here.
    expectExact(single, YEAR * r);
    expectExact(double, YEAR * (1 - r) * u * u);
    expect(ofDomain(report, 'region').mean).toBeCloseTo(report.availability.downtimePerYear.mean, 3);
  });

  test('by number of failures: two of three takes two, one of three takes three', () => {
    const units = (required: number) => `components: { unit: { failures: { crash: { mtbf: 10 days, mttr: 12 h } } } }
services: { web: { component: unit, replicas: 3, required: ${required} } }
entry: web`;
    expect(live(units(2), LIVES).incidents.byFailures.map(({ failures }) => failures)).toEqual([2]);
    expect(live(units(1), LIVES).incidents.byFailures.map(({ failures }) => failures)).toEqual([3]);
  });

  test('by number of failures: a failover is a single failure, one without a standby takes two', () => {
    const report = live(
      `components: { db: { failures: { crash: { mtbf: 30 days, mttr: 1 day } } } }
services: { db: { component: db, replicas: 2, mode: active-passive, failover: { detect: 30 s, promote: 30 s, false-positive: { mtbf: 30 days } } } }
entry: db`,
      { ...LIVES, seed: 'parts' },
    );
    const { byFailures, byStage } = report.incidents;
    expect(byFailures.map(({ failures }) => failures)).toEqual([0, 1, 2]);
    const [needless, single, double] = byFailures;
    // Each takes its own time, whatever else happens: half a minute of promotion, and half a minute before it to notice.
    expect(needless.downtimePerYear / needless.incidentsPerYear).toBeCloseTo(30, 0);
    expect(single.downtimePerYear / single.incidentsPerYear).toBeGreaterThan(60);
    expect(single.downtimePerYear / single.incidentsPerYear).toBeLessThan(75);
    expect(double.downtimePerYear / double.incidentsPerYear).toBeGreaterThan(HOUR);
    expect(byStage.map(({ stage }) => stage)).toEqual(['detect', 'promote', 'repair']);
  });

  test('by domain: what failed stood there, wherever that was felt', () => {
    const report = live(
      `domains: { a: { kind: zone, failures: { outage: { mtbf: 40 days, mttr: 1 h } } }, b: { kind: zone } }
components: { one: { failures: { crash: { mtbf: 20 days, mttr: 3 h } } } }
services: { web: { in: a, component: one, needs: [db] }, db: { in: b, component: one } }
entry: web`,
      LIVES,
    );
    const [zone, unit] = [HOUR / (40 * DAY + HOUR), (3 * HOUR) / (20 * DAY + 3 * HOUR)];
    const total = 1 - (1 - zone) * (1 - unit) ** 2;
    const sum = report.incidents.byDomain.reduce((all, { downtimePerYear }) => all + downtimePerYear, 0);
    expect(sum).toBeCloseTo(report.availability.downtimePerYear.mean, 3);
    expectExact(report.availability.downtimePerYear, YEAR * total);
    // Overlaps go to whoever was first: by the rates at which each begins incidents, and how long these last.
    const share = (zone + unit) / (zone + 2 * unit);
    const { mean, ci95 } = ofDomain(report, 'a');
    expect(Math.abs(mean - share * YEAR * total)).toBeLessThan(1.2 * (ci95[1] - ci95[0]));
  });
});
