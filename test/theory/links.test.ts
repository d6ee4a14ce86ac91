import { describe, expect, test } from 'vitest';
import { conduct, DAY, expectExact, expectTells, HOUR, live, YEAR } from './harness.ts';

/** A pair whose link is cut every 10 days for a day, and whose active fails once a year. */
const PAIR = (replication: string, crash = '{ mtbf: 1 year, mttr: constant(1 h) }') => `domains: { a: { kind: dc }, b: { kind: dc } }
links: [ { between: [a, b], failures: { cut: { mtbf: 10 days, mttr: 1 day } } } ]
components: { db: { failures: { crash: ${crash} } } }
services:
  db: { component: db, replicas: 2, in: [a, b], mode: active-passive, replication: { ${replication} }, failover: { promote: 1 s } }
entry: db
experiments:
  cut-then-kill: { fail: [a--b, db.active], for: 2 days, after: 7 h }`;

describe('a pair across a link', () => {
  test('is not down while the link is cut, and loses nothing where nobody fails over', () => {
    const { availability, dataLoss } = live(PAIR('mode: async, lag: 1 h', '{ mtbf: 1e9 years, mttr: 1 h }'), { replications: 5, years: 10 });
    expect(availability.mean).toBe(1);
    expect(dataLoss.count).toBe(0);
  });

  test('loses at a failover all that was written since the link was cut, as if the other side had been down', () => {
    const { dataLoss } = conduct(PAIR('mode: async, lag: 10 min'), 'cut-then-kill', 40);
    expect(dataLoss.p50).toBeCloseTo(7 * HOUR + 600, 3);
  });

  test('loses the age of an exponential cut: a day on average, in as many failovers as the link is cut for of the time', () => {
    const { dataLoss } = live(PAIR('mode: async'), { replications: 120, years: 20 });
    const cut = 1 / 11;
    const error = Math.sqrt((cut * (1 - cut)) / dataLoss.count);
    expect(Math.abs(1 - dataLoss.zero! - cut)).toBeLessThan(4 * error);
    // Its square's mean is twice its mean's square.
    const spread = DAY * Math.sqrt((2 * cut - cut * cut) / dataLoss.count);
    expect(Math.abs(Number(dataLoss.mean) - cut * DAY)).toBeLessThan(4 * spread);
    expect(spread).toBeLessThan(0.1 * cut * DAY);
  });

  test('waits with synchronous replication for the active that was cut off: nothing is lost', () => {
    const { dataLoss, recoveryTime } = conduct(PAIR('mode: sync'), 'cut-then-kill', 40);
    expect(dataLoss.max ?? 0).toBe(0);
    expect(Math.abs(Number(recoveryTime.p50) - 2 * DAY)).toBeLessThan(7 * HOUR + 1);
  });

  test('is down for as long as the link is cut where replication is strict', () => {
    const { availability } = live(PAIR('mode: sync, strict: true', '{ mtbf: 1e9 years, mttr: 1 h }'), { replications: 40, years: 10 });
    expectExact(availability, 10 / 11);
    expectTells(availability, 10 / 11, 0.06);
  });
});

/** Redundant links between the same two are one route. */
test('two links between the same two are cut while both are', () => {
  const two = PAIR('mode: sync, strict: true', '{ mtbf: 1e9 years, mttr: 1 h }').replace('links: [ ', 'links: [ { between: [b, a], failures: { cut: { mtbf: 3 days, mttr: 1 day } } }, ');
  expectExact(live(two, { replications: 40, years: 10 }).availability, 1 - 1 / 11 / 4);
});

const SITES = ['a', 'b', 'c'];
/** Members that fail every 10 days for a day, elect at once, and stand where they are told; links between all, cut every 3 days for a day. */
const quorum = (places: readonly string[], links: readonly (readonly [string, string])[]) => `domains: { a: { kind: dc }, b: { kind: dc }, c: { kind: dc } }
links: [ ${links.map(([from, to]) => `{ between: [${from}, ${to}], failures: { cut: { mtbf: 3 days, mttr: 1 day } } }`).join(', ')} ]
components: { etcd: { failures: { crash: { mtbf: 10 days, mttr: 1 day } } } }
services: { etcd: { component: etcd, replicas: ${places.length}, in: [${places.join(', ')}], mode: quorum } }`;

/** Over all states of all members and links: whether some member works and reaches the majority, itself among them. */
function enumerate(places: readonly string[], links: readonly (readonly [string, string])[]): number {
  let sum = 0;
  const n = places.length;
  for (let state = 0; state < 2 ** (n + links.length); state++) {
    let chance = 1;
    const works = (i: number) => ((state >> i) & 1) === 0;
    for (let i = 0; i < n; i++) chance *= works(i) ? 10 / 11 : 1 / 11;
    for (let i = 0; i < links.length; i++) chance *= works(n + i) ? 3 / 4 : 1 / 4;
    const reaches = (x: string, y: string) => !links.some((link, i) => !works(n + i) && link.includes(x) && link.includes(y) && x !== y);
    const leads = (i: number) => works(i) && places.filter((place, k) => works(k) && reaches(places[i], place)).length > n / 2;
    if (places.some((_, i) => leads(i))) sum += chance;
  }
  return sum;
}

describe('a quorum goes on where a member reaches the majority', () => {
  const two: (readonly [string, string])[] = [['a', 'b']];
  const three: (readonly [string, string])[] = [['a', 'b'], ['b', 'c'], ['a', 'c']];
  test.each([
    ['2 + 1', ['a', 'a', 'b'], two],
    ['2 + 2 + 1', ['a', 'a', 'b', 'b', 'c'], three],
    ['3 + 3', ['a', 'a', 'a', 'b', 'b', 'b'], two],
    ['3 + 3 and a witness', ['a', 'a', 'a', 'b', 'b', 'b', 'c'], three],
  ])('%s, by enumeration of all states', (_, places, links) => {
    expect(SITES).toEqual(expect.arrayContaining(places));
    const exact = enumerate(places, links);
    const { availability } = live(quorum(places, links), { replications: 60, years: 4 });
    expectExact(availability, exact);
    expectTells(availability, exact, 0.17);
  });

  test('3 + 3 without a witness are down with the link, which is their cause', () => {
    const { availability, incidents } = live(quorum(['a', 'a', 'a', 'b', 'b', 'b'], two).replace('mtbf: 10 days', 'mtbf: 1e9 years'), { replications: 20, years: 4 });
    expectExact(availability, 3 / 4);
    expectExact(incidents.perYear, YEAR / (4 * DAY));
    expect(incidents.byCause.map(({ cause }) => cause)).toEqual(['a--b/cut']);
    expect(incidents.byFailures.filter(({ share }) => share > 0).map(({ failures }) => failures)).toEqual([1]);
  });
});

/** A primary in b with one vote there and two in a; nothing but the link fails. */
const LOCK = (demotes: string, cut = '1 day') => `domains: { a: { kind: dc }, b: { kind: dc } }
links: [ { between: [a, b], failures: { cut: { mtbf: 100 days, mttr: constant(${cut}) } } } ]
components: { db: {}, etcd: {} }
services:
  etcd: { component: etcd, replicas: 3, in: [a, b, a], mode: quorum }
  db: { component: db, replicas: 2, in: [b, a], mode: active-passive, replication: { mode: async }, failover: { detect: 30 min, promote: 5 min, needs: [etcd]${demotes}, failback: { after: 1 h, takes: 0 s } } }
entry: db`;

describe('an active on the side without the lock', () => {
  const lives = { replications: 20, years: 10 };

  test.each([
    ['serves until the other side knows that the lock is free', '', 5 * 60, 30 * 60],
    ['steps down after demote-after, and waits for the other side to know', ', demote-after: 10 min', 25 * 60, 10 * 60],
    ['has lost its lock when the other side has noticed, however long it would have had', ', demote-after: 2 h', 5 * 60, 30 * 60],
  ])('%s', (_, demotes, down, lost) => {
    const { availability, incidents, recoveryTime, dataLoss } = live(LOCK(demotes), lives);
    expectExact(incidents.perYear, YEAR / (101 * DAY));
    expect(recoveryTime.p50).toBeCloseTo(down, 3);
    expect(recoveryTime.max).toBeCloseTo(down, 3);
    expect(dataLoss.p50).toBeCloseTo(lost, 3);
    expect(incidents.byCause.map(({ cause }) => cause)).toEqual(['a--b/cut']);
    expect(availability.mean).toBeLessThan(1);
  });

  test('is not touched by a cut that is over before that', () => {
    expect(live(LOCK('', '29 min'), lives).availability.mean).toBe(1);
  });

  test('serves again where it is when the cut is over before anybody is promoted', () => {
    const { recoveryTime, dataLoss } = live(LOCK(', demote-after: 10 min', '20 min'), lives);
    expect(recoveryTime.max).toBeCloseTo(10 * 60, 3);
    expect(dataLoss.max).toBe(0);
  });

  test('does not matter where the active has the lock', () => {
    expect(live(LOCK(', demote-after: 10 min').replace('in: [b, a], mode: active', 'in: [a, b], mode: active'), lives).availability.mean).toBe(1);
  });
});

/** Members that all take writes, as in Galera: nothing but the link fails. */
const CLUSTER = (places: string, replicas: number, more = '') => `domains: { a: { kind: dc }, b: { kind: dc }, c: { kind: dc } }
links: [ { between: [a, b], failures: { cut: { mtbf: 30 days, mttr: 3 days } } } ]
components: { db: {} }
services: { db: { component: db, replicas: ${replicas}, in: [${places}], replication: { mode: sync }${more} } }`;

describe('members that all take writes', () => {
  test('all stop while a link parts two of them: neither has the majority', () => {
    expectExact(live(CLUSTER('a, b', 2), { replications: 20, years: 10 }).availability, 30 / 33);
  });

  test('go on where most of them are, with an arbitrator that both reach', () => {
    expect(live(CLUSTER('a, b, c', 3), { replications: 20, years: 10 }).availability.mean).toBe(1);
  });

  test('go on where most of them are, and answer what their share of members does', () => {
    const { availability } = live(CLUSTER('a, b, a', 3, ', required: 3, below-required: degraded'), { replications: 20, years: 10 });
    expectExact(availability.requests, 1 - 3 / 33 / 3);
  });
});

describe('members that go on on both sides of a cut', () => {
  const lives = { replications: 100, years: 20 };

  test.each([
    ['half of', 'a, b', 2, 1 / 2],
    ['a third of', 'a, b, a', 3, 1 / 3],
  ])('lose %s what was written in an exponential cut, and are never down', (_, places, replicas, share) => {
    const { availability, dataLoss } = live(CLUSTER(places, replicas, ', on-partition: available'), lives);
    expect(availability.mean).toBe(1);
    // Each cut is a loss, of exponential length: its spread is its mean.
    const mean = 3 * DAY * share;
    expect(Math.abs(Number(dataLoss.mean) / mean - 1)).toBeLessThan(3.5 / Math.sqrt(dataLoss.count));
    expect(Math.abs(Number(dataLoss.p50) / (mean * Math.LN2) - 1)).toBeLessThan(3.5 / Math.sqrt(dataLoss.count) / Math.LN2);
    const cuts = (20 * 100 * YEAR) / (33 * DAY);
    expect(Math.abs(dataLoss.count / cuts - 1)).toBeLessThan(3.5 / Math.sqrt(cuts));
  });

  test('are what the same cut costs otherwise: hours in which all is refused against those that only one side has, each with its money', () => {
    const money = '\nlosses: { downtime: 1000 USD/h, data: 300 USD/h }';
    // Cut every 33 days for 3, on average.
    const cutHours = 8766 * (3 / 33);
    const refused = live(CLUSTER('a, b', 2) + money, lives);
    expectExact(refused.availability.downtimePerYear, cutHours * HOUR);
    expect(refused.cost.downtime! / 1000).toBeCloseTo(refused.availability.downtimePerYear.mean / HOUR, 6);
    expect(refused.dataLoss.restorablePerYear.mean).toBe(0);
    const diverged = live(CLUSTER('a, b', 2, ', on-partition: available') + money, lives);
    expectExact(diverged.dataLoss.restorablePerYear, (cutHours / 2) * HOUR);
    expect(diverged.cost.dataLoss! / 300).toBeCloseTo(diverged.dataLoss.restorablePerYear.mean / HOUR, 6);
    expect(diverged.availability.downtimePerYear.mean).toBe(0);
  });

  test('lose nothing where conflicts are merged', () => {
    expect(live(CLUSTER('a, b', 2, ', on-partition: available, conflicts: merge'), { replications: 5, years: 10 }).dataLoss.count).toBe(0);
  });
});
