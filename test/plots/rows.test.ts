import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { axisEnd, causeRows, describeCauses } from '../../src/plots/data/causes.ts';
import { frontier, pointsOf, readPoint, sameCurrency } from '../../src/plots/data/compare.ts';
import { shortMoney } from '../../src/plots/axis/short-money.ts';
import { type CostBy, costParts, costRows, costSentence, costTable, describeCost, redundancySentence, tellingBy } from '../../src/plots/data/cost.ts';
import { makeReport } from './gallery/make-report.ts';

/** Causes c0, c1, … of 1, 2, … incidents of a minute each, in 10 years. */
function withCauses(count: number) {
  const causes = Array.from({ length: count }, (_, i) => ({ cause: `c${i}`, lengths: Array<number>(i + 1).fill(60) }));
  const total = causes.reduce((sum, { lengths }) => sum + lengths.length * 60, 0);
  return makeReport({ name: 'a', years: Array<number>(10).fill(total / 10), causes });
}

describe('causes', () => {
  test('come most downtime first', () => {
    const rows = causeRows(withCauses(3));
    expect(rows.map(({ label }) => label)).toEqual(['c2', 'c1', 'c0']);
    expect(rows[0].downtime).toBeCloseTo(18, 12);
    expect(rows[0].share).toBeCloseTo(0.5, 12);
  });

  test('beyond the twelfth are one row, without an interval', () => {
    const rows = causeRows(withCauses(30));
    expect(rows).toHaveLength(13);
    expect(rows[12].label).toBe('18 others');
    // 1 + 2 + … + 18 = 171 of 465 incidents.
    expect(rows[12].share).toBeCloseTo(171 / 465, 12);
    expect(rows[12].ci95).toBeNull();
    expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('are all shown where one would be left over', () => {
    expect(causeRows(withCauses(13)).map(({ label }) => label)).not.toContain('1 others');
    expect(causeRows(withCauses(13))).toHaveLength(13);
  });

  test('have a text alternative that says how overlaps are attributed', () => {
    const report = withCauses(3);
    expect(describeCauses(report, causeRows(report))).toBe(
      'Downtime a year by cause, most first, with 95% intervals, 3 causes in all: c2 18 s (50%), c1 12 s (33%) and c0 6 s (17%). An incident counts for the failure that began it, also where others overlap.',
    );
  });

  test('with hostile names are named without what would reach beyond the name', () => {
    const report = makeReport({ name: 'a', years: [60], causes: [{ cause: '\u202eevil\n\u0007name', lengths: [60] }] });
    expect(causeRows(report)[0]).toMatchObject({ key: '\u202eevil\n\u0007name', label: 'evil name' });
  });

  test('are drawn up to their longest whisker, but not to one that flattens them', () => {
    expect(axisEnd([{ value: 10, high: 12 }, { value: 1, high: 2 }])).toBe(12);
    expect(axisEnd([{ value: 10, high: 500 }])).toBe(20);
  });
});

describe('cost', () => {
  const report = makeReport({
    ...{ name: 'a', years: [100, 100], causes: [{ cause: 'x', lengths: [100, 100], losses: [10, 0] }], lossPerSecond: 4, targets: { budget: 1000 } },
    ...{ services: [['db', 200], ['web', 300], ['free', 0]], kinds: { compute: 0.6, storage: 0.4 }, domains: { 'zone-a': 0.3, '': 0.7 }, standby: 0.25 },
  });
  const labelled = (by: CostBy) => costRows(report, by).map(({ label, cost }) => [label, cost]);

  test('lists services, their sum, the budget, expected losses and the total', () => {
    // 500 to run; 100 s a year at 4; 5 s of writes a year at 4.
    expect(labelled('service')).toEqual([
      ['web', 300],
      ['db', 200],
      ['Running cost', 500],
      ['Budget', 1000],
      ['Lost to downtime', 400],
      ['Lost with data', 20],
      ['Total', 920],
    ]);
    expect(describeCost(report, 'service')).toBe(
      'Cost a year: 920 USD in all, 500 USD to run it and 420 USD in expected losses. Running cost by service: web 300 USD and db 200 USD. Running it costs 500 USD a year, of which 125 USD for standbys: 1.5× the same without redundancy.',
    );
    expect(costSentence(report)).toBe('920 USD a year, 46% of it expected losses.');
  });

  test('falls apart into kinds and domains as well', () => {
    expect(labelled('kind').slice(0, 3)).toEqual([['compute', 300], ['storage', 200], ['Running cost', 500]]);
    expect(labelled('domain').slice(0, 3)).toEqual([['outside all domains', 350], ['zone-a', 150], ['Running cost', 500]]);
  });

  test('that is no service’s has a part of its own', () => {
    const withDomains = { ...report, cost: { ...report.cost, infrastructure: 560 } };
    expect(costParts(withDomains, 'service')).toContainEqual({ name: 'domains themselves', perYear: 60 });
    expect(costParts(withDomains, 'service').reduce((sum, { perYear }) => sum + perYear, 0)).toBe(560);
  });

  test('is shown by kind, unless all is of one kind', () => {
    expect(tellingBy(report)).toBe('kind');
    expect(tellingBy({ ...report, cost: { ...report.cost, byKind: [{ kind: 'compute', perYear: 500 }] } })).toBe('service');
  });

  test('says nothing of standbys where there are none, and nothing at all where nothing costs', () => {
    const without = (change: Partial<Report['cost']>) => redundancySentence({ ...report, cost: { ...report.cost, ...change } });
    expect(without({ standby: 0 })).toEqual(['Running it costs 500 USD a year: 1.5× the same without redundancy.']);
    expect(without({ standby: 0, relative: null })).toEqual(['Running it costs 500 USD a year.']);
    expect(without({ infrastructure: 0, relative: null })).toEqual([]);
  });

  test('has a table with services, domains, kinds and standbys', () => {
    const rows = costTable(report).rows.map((row) => row.slice(0, 3));
    expect(rows).toContainEqual(['web', 'service', 300]);
    expect(rows).toContainEqual(['zone-a', 'domain', 150]);
    expect(rows).toContainEqual(['compute', 'kind of cost', 300]);
    expect(rows).toContainEqual(['For standbys', 'part of the running cost', 125]);
  });

  test('is short where there is little room', () => {
    expect(shortMoney(20_000, 'USD')).toBe('20k USD');
    expect(shortMoney(987_000_000_000_000, 'EUR')).toBe('987tn EUR');
    expect(shortMoney(3_200_000_000, 'EUR')).toBe('3.2bn EUR');
    expect(shortMoney(0.0123, 'EUR')).toBe('0.012 EUR');
    expect(shortMoney(1e21, 'EUR')).toBe('1.0e21 EUR');
  });
});

describe('models compared', () => {
  const model = (name: string, seconds: number, cost: number, currency = 'USD') =>
    makeReport({ name, years: [seconds, seconds], causes: [], services: [['all', cost]], lossPerSecond: 0, currency });
  const points = pointsOf([model('cheap', 31_557.6, 100), model('good', 31.5576, 900), model('bad', 31_557.6, 950), model('perfect', 0, 2000)], ['', '', '', '']);

  test('are placed by downtime a year as a share of the year', () => {
    expect(points[0].unavailability).toBeCloseTo(1e-3, 15);
    expect(points[1].unavailability).toBeCloseTo(1e-6, 18);
    expect(points[3].unavailability).toBe(0);
  });

  test('form a frontier of those that no other beats in both', () => {
    expect(frontier(points).map(({ index }) => index)).toEqual([0, 1, 3]);
  });

  test('are read with availability, downtime and cost', () => {
    const [cheap] = pointsOf([model('cheap', 31_557.6, 100)], ['Cheap one']);
    expect(readPoint(cheap)).toBe('Cheap one: 99.9% up, 8.8 h down a year (7.88 h to 9.65 h); 100 USD a year in all (100 USD to 100 USD).');
  });

  test('in different currencies are not called comparable', () => {
    expect(sameCurrency(points)).toBe(true);
    expect(sameCurrency(pointsOf([model('a', 1, 1), model('b', 1, 1, 'EUR')], []))).toBe(false);
  });
});
