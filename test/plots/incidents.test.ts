import { describe, expect, test } from 'vitest';
import { ecdf } from '../../src/plots/data/ecdf.ts';
import { boundedShare, describeIncidents, emptyIncidents, floorOf, incidentsOf, withinText, zeroText } from '../../src/plots/data/incidents.ts';
import { assignSlots } from '../../src/plots/data/slots.ts';
import { makeReport, type MadeReport } from './gallery/make-report.ts';

const YEARS = Array<number>(100).fill(600);
/** 100 incidents: 88 of 5 min, 12 of 30 min; the long ones lose 2 min each. */
const two: MadeReport = {
  name: 'a',
  years: YEARS,
  causes: [
    { cause: 'db/crash', lengths: Array<number>(88).fill(300) },
    { cause: 'zone/outage', lengths: Array<number>(12).fill(1800), losses: Array<number>(12).fill(120) },
  ],
  targets: { rto: 900, rpo: 60 },
};

describe('recovery time', () => {
  test('reads off the share of incidents within the RTO', () => {
    const incidents = incidentsOf(makeReport(two), 'recoveryTime');
    expect(withinText(incidents)).toBe('88% of incidents are over within 15 min, the RTO.');
    expect(incidents.causes.map(({ cause }) => cause)).toEqual(['db/crash', 'zone/outage']);
  });

  test('has a text alternative with the share of each cause', () => {
    const report = makeReport(two);
    expect(describeIncidents(report, incidentsOf(report, 'recoveryTime'))).toBe(
      'Recovery time of 100 incidents, as the share within a given time: half take at most 5 min. 88% of incidents are over within 15 min, the RTO. Within the RTO, by cause: db/crash 100% and zone/outage 0%.',
    );
  });

  test('takes the 95% quantile where there is no RTO', () => {
    expect(withinText(incidentsOf(makeReport({ ...two, targets: {} }), 'recoveryTime'))).toBe('95% of incidents are over within 30 min.');
  });

  test('draws the five largest causes', () => {
    const causes = Array.from({ length: 8 }, (_, i) => ({ cause: `c${i}`, lengths: Array<number>(i + 1).fill(60) }));
    const incidents = incidentsOf(makeReport({ name: 'a', years: YEARS, causes }), 'recoveryTime');
    expect(incidents.causes.map(({ cause }) => cause)).toEqual(['c7', 'c6', 'c5', 'c4', 'c3']);
  });

  test('without incidents says so', () => {
    const report = makeReport({ name: 'a', years: [0, 0], causes: [] });
    expect(emptyIncidents(report, incidentsOf(report, 'recoveryTime'))).toBe('No incident was seen in 2 simulated years: there is nothing to recover from.');
  });
});

describe('data loss', () => {
  test('names the lump that loses nothing, and only the causes that lose something', () => {
    const incidents = incidentsOf(makeReport(two), 'dataLoss');
    expect(zeroText(incidents)).toBe('88% of incidents lose nothing');
    expect(incidents.causes.map(({ cause }) => cause)).toEqual(['zone/outage']);
    expect(withinText(incidents)).toBe('88% of incidents lose at most 1 min, the RPO.');
  });

  test('that never happens is no data at stake', () => {
    const none = makeReport({ name: 'a', years: [0, 0], causes: [] });
    expect(emptyIncidents(none, incidentsOf(none, 'dataLoss'))).toBe('No data is ever at stake: no incident was seen in 2 simulated years.');
    const zero = makeReport({ ...two, causes: [two.causes[0]] });
    expect(emptyIncidents(zero, incidentsOf(zero, 'dataLoss'))).toBe('No data is ever at stake: none of 88 incidents lost a write.');
  });

  test('is not called impossible where data is lost for good', () => {
    const report = makeReport({ ...two, causes: [two.causes[0]], permanentPerYear: 0.002 });
    expect(emptyIncidents(report, incidentsOf(report, 'dataLoss'))).toContain('lost for good once in 500 years');
  });

  test('begins its axis below the smallest lump', () => {
    const zeros = (count: number, of: number) => ecdf({ edges: [0, 1, 2], counts: [count, of - count] });
    expect(floorOf([zeros(88, 100)])).toBe(0.5);
    expect(floorOf([zeros(9999, 10_000)])).toBe(0.999);
    expect(floorOf([zeros(40, 100), zeros(99, 100)])).toBe(0);
    expect(floorOf([zeros(0, 100)])).toBe(0);
  });
});

test('a share read within a bin that holds much is given as a range', () => {
  // All 100 in [896, 928): at 900 s anything between none and all is possible.
  expect(boundedShare(ecdf({ edges: [896, 928], counts: [100] }), 900)).toBe('0% to 100%');
  expect(boundedShare(ecdf({ edges: [1, 2, 4], counts: [99, 1] }), 3)).toBe('99.5%');
});

test('a cause keeps its colour while others change places', () => {
  const first = assignSlots(['a', 'b', 'c'], new Map(), 5);
  expect([...first]).toEqual([['a', 0], ['b', 1], ['c', 2]]);
  const second = assignSlots(['c', 'd', 'a'], first, 5);
  expect(Object.fromEntries(second)).toEqual({ a: 0, c: 2, d: 1 });
});
