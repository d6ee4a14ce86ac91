import { describe, expect, test } from 'vitest';
import { cutSets } from '../../src/analysis/structure/index.ts';
import { refusals } from '../../src/analysis/theorems.ts';
import { DAY, expectExact, expectTells, live, read, YEAR } from './harness.ts';

const ZONES = (shocks: string, own = '') => `domains:
  a: { kind: zone${own} }
  b: { kind: zone${own} }
  c: { kind: zone${own} }
components: { unit: { restart: 0 s } }
services: { s: { component: unit, replicas: 3, across: zone, required: 2 } }
shocks: { ${shocks} }
entry: s`;

/** Chance that at least two of three are struck, each by itself. */
const two = (p: number) => 3 * p ** 2 * (1 - p) + p ** 3;

describe('a shock that hits domains', () => {
  test('strikes each of them by its own chance in the same instant, and lasts for all of them', () => {
    const { availability, incidents } = live(ZONES("s1: { mtbf: 19 days, mttr: 'lognormal(12 h, 3 days)', hits: [a, b, c], probability: 40% }"), { replications: 100, years: 10 });
    const down = read(ZONES("s1: { mtbf: 19 days, mttr: 'lognormal(12 h, 3 days)', hits: [a, b, c] }")).compiled.program.fleetUnavailability[0];
    expectExact(availability, 1 - down * two(0.4));
    // Were each one struck in an instant of its own, two would hardly ever be down together.
    expectTells(availability, 1 - down * two(0.4), 0.1);
    expect(availability.ci95[1]).toBeLessThan(1 - 3 * (down * 0.4) ** 2);
    expectExact(incidents.perYear, ((YEAR / (19 * DAY)) * two(0.4) * (1 - down)));
  });

  test('arrives as a compound Poisson process, whose marks overlap: down until the last one is over', () => {
    // Many of the same kind, each soon ready to strike again: zone by zone an M/G/∞ queue, thinned.
    const KINDS = 20;
    const many = Array.from({ length: KINDS }, (_, i) => `k${i}: { mtbf: 199 days, mttr: constant(1 day), hits: [a, b], probability: 60% }`).join(', ');
    const { availability } = live(ZONES(many), { replications: 100, years: 5 });
    // Each is on for 1/200 of the time, and then holds a and b with 60% each: both free, and one free.
    const neither = 1 - 0.005 * (1 - 0.4 ** 2);
    const one = 1 - 0.005 * 0.6;
    const up = neither ** KINDS + 2 * (one ** KINDS - neither ** KINDS);
    expectExact(availability, up);
  });

  test("is over before the domain's own failure is, or after: whichever lasts longer holds it", () => {
    const own = ', failures: { out: { mtbf: 9 days, mttr: 1 day } }';
    const { availability } = live(ZONES('s1: { mtbf: 8 days, mttr: 2 days, hits: [a, b], probability: 50% }', own), { replications: 60, years: 5 });
    const zone = 0.9;
    const atLeastTwo = ([p, q, r]: readonly number[]) => p * q * r + p * q * (1 - r) + p * (1 - q) * r + (1 - p) * q * r;
    const struck = 0.25 * atLeastTwo([zone, zone, zone]) + 0.5 * atLeastTwo([0, zone, zone]) + 0.25 * atLeastTwo([0, 0, zone]);
    expectExact(availability, 0.8 * atLeastTwo([zone, zone, zone]) + 0.2 * struck);
  });

  test('may be over at once, and each domain repaired by itself', () => {
    const { availability } = live(ZONES('s1: { mtbf: 10 days, mttr: 2 days, hits: [a, b, c], repair: each }'), { replications: 60, years: 5 });
    // All three fall; strikes pass over whom an earlier one still holds. Up with two of three: between strikes each one's own repair.
    // By the chain of how many are down: 3 → 2 → 1 → 0 at 3, 2, 1 repairs in 2 days, and back to 3 at each strike.
    const [strike, repair] = [1 / 10, 1 / 2];
    const three = strike / (strike + 3 * repair);
    const share2 = (three * 3 * repair) / (strike + 2 * repair);
    expectExact(availability, 1 - three - share2);
  });

  test('burns what is in it, and is told in the field by its own name', () => {
    const report = live(
      `domains: { a: { kind: zone }, b: { kind: zone } }
components: { disk: { failures: { crash: { mtbf: 100 days, mttr: 1 h } } } }
services: { db: { component: disk, replicas: 2, across: zone, mode: active-passive, replication: { mode: sync } } }
shocks: { flood: { mtbf: 100 days, mttr: 1 day, hits: [a, b], probability: 50%, data: lost } }
entry: db`,
      { replications: 60, years: 5 },
    );
    // Only where both burn everything is lost: a quarter of the floods.
    const floods = YEAR / (101 * DAY);
    expectExact(report.dataLoss.permanentPerYear, floods / 4);
    expect(report.incidents.byCause.map(({ cause }) => cause)).toContain('flood');
  });

  test('has cut sets, found by breaking it, and no chances, and says why', () => {
    const { model } = read(ZONES('s1: { mtbf: 8 days, mttr: 2 days, hits: [a, b] }'));
    expect(cutSets(model).map(({ unavailability }) => unavailability)).toContain(null);
    expect(refusals(model).find(({ theorem }) => theorem === 'structure function')?.reason).toBe("it uses 'shocks that hit domains', for which this was not proved");
  });
});
