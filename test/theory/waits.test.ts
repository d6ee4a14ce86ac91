import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { solveChain } from './chain.ts';
import { estimateOf, expectExact, expectTells, HOUR, live } from './harness.ts';

/* What repairs wait for beside people: parts, services that they need; failovers that somebody decides on; and what is said of teams. */

const LIVES = { replications: 60, years: 8 };
const up = ({ availability }: Report) => availability;

describe('spares, one for one', () => {
  /**
   * Repairs that take no time once there is a part: with n machines and a stock of s, k parts on order, failures come at min(n, n + s − k) λ
   * and each order takes its own time, whatever its law: P(k) ∝ Π λ_j E[L]^k / k! (Palm 1938 for many machines; insensitivity of the
   * infinite-server queue with such arrivals).
   */
  function onOrder(machines: number, stock: number, load: number): number[] {
    const weights = [1];
    for (let k = 1; k <= machines + stock; k++) weights.push((weights[k - 1] * Math.min(machines, machines + stock - k + 1) * load) / k);
    const all = weights.reduce((sum, each) => sum + each, 0);
    return weights.map((weight) => weight / all);
  }

  const text = (machines: number, stock: number, lead: string) => `components:
  machine: { failures: { breaks: { mtbf: 100 h, mttr: constant(0 s), needs-spare: true } }, spares: { stock: ${stock}, lead-time: '${lead}' } }
services: { shop: { component: machine, replicas: ${machines}, required: ${machines} } }`;

  test.each([
    ['constant(40 h)', 40], ['exponential(40 h)', 40], ['uniform(0 h, 80 h)', 40], ['empirical(5 h, 5 h, 5 h, 145 h)', 40],
  ])('with a lead time of %s are missing as often as Palm has it', (lead, hours) => {
    for (const [machines, stock] of [[1, 0], [1, 1], [3, 2]] as const) {
      const exact = onOrder(machines, stock, hours / 100).slice(0, stock + 1).reduce((sum, each) => sum + each, 0);
      const report = live(text(machines, stock, lead), LIVES);
      expectExact(up(report), exact);
      expectTells(up(report), exact, 0.15);
    }
  });

  test.each([0, 1, 2])('with a repair that takes its time and %i in stock follow the chain', (stock) => {
    // Whether the machine works, is repaired, or waits for a part, and how many are on order.
    type State = readonly ['up' | 'repair' | 'waits', number];
    const next = (onOrderNow: number): State => [onOrderNow <= stock ? 'repair' : 'waits', onOrderNow];
    const chain = solveChain<State>(['up', 0], ([is, k]) => [
      ...(is === 'up' ? [[1 / (50 * HOUR), next(k + 1)] as const] : []),
      ...(is === 'repair' ? [[1 / (10 * HOUR), ['up', k] as State] as const] : []),
      ...(k > 0 ? [[k / (60 * HOUR), (is === 'waits' ? next(k - 1) : [is, k - 1]) as State] as const] : []),
    ]);
    const exact = chain.share(([is]) => is === 'up');
    const report = live(
      `components:
  machine: { failures: { breaks: { mtbf: 50 h, mttr: 10 h, needs-spare: true } }, spares: { stock: ${stock}, lead-time: exponential(60 h) } }
services: { shop: { component: machine } }`,
      LIVES,
    );
    expectExact(up(report), exact);
    expectTells(up(report), exact, 0.05);
  });
});

test('a repair that needs a service pauses while that is down', () => {
  // Both fail and are repaired independently, but the machine only while its tool works.
  const chain = solveChain<readonly [boolean, boolean]>([true, true], ([machine, tool]) => [
    ...(machine ? [[1 / (30 * HOUR), [false, tool]] as const] : tool ? [[1 / (10 * HOUR), [true, tool]] as const] : []),
    tool ? [1 / (20 * HOUR), [machine, false]] : [1 / (15 * HOUR), [machine, true]],
  ]);
  const report = live(
    `components:
  machine: { failures: { breaks: { mtbf: 30 h, mttr: 10 h, repair-needs: [tool] } } }
  tool: { failures: { breaks: { mtbf: 20 h, mttr: 15 h } } }
services: { shop: { component: machine }, tool: { component: tool } }
entry: shop`,
    LIVES,
  );
  const exact = chain.share(([machine]) => machine);
  expectExact(up(report), exact);
  expectTells(up(report), exact, 0.03);
});

test('a failover waits for whoever decides on it, and holds them for as long', () => {
  // Both members fail and are repaired by themselves; while the active is down somebody is asked, decides, and the other takes over.
  type Stage = 'serves' | 'asked' | 'decides' | 'waits';
  type State = readonly [Stage, active: boolean, other: boolean];
  const [fails, repairs] = [1 / (40 * HOUR), 1 / (20 * HOUR)];
  const chosen = (active: boolean, other: boolean): State => (active ? ['serves', true, other] : other ? ['serves', true, false] : ['waits', false, false]);
  const chain = solveChain<State>(['serves', true, true], ([stage, active, other]) => [
    active ? [fails, [stage === 'serves' ? 'asked' : stage, false, other]] : [repairs, stage === 'waits' ? chosen(true, other) : ['serves', true, other]],
    other ? [fails, [stage, active, false]] : [repairs, stage === 'waits' ? chosen(active, true) : [stage, active, true]],
    ...(stage === 'asked' ? [[1 / (3 * HOUR), ['decides', active, other] as State] as const] : []),
    ...(stage === 'decides' ? [[1 / (5 * HOUR), chosen(active, other)] as const] : []),
  ]);
  const report = live(
    `teams: { crew: { people: 1, acknowledge: exponential(3 h) } }
components: { machine: { failures: { breaks: { mtbf: 40 h, mttr: 20 h } } } }
services: { shop: { component: machine, replicas: 2, mode: active-passive, failover: { decide: { by: crew, takes: exponential(5 h) } } } }`,
    LIVES,
  );
  const exact = chain.share(([stage]) => stage === 'serves');
  expectExact(up(report), exact);
  expectTells(up(report), exact, 0.05);
  expectExact(report.teams![0].busy, chain.share(([stage]) => stage === 'asked' || stage === 'decides'));
});

describe('what is said of a team', () => {
  test('is how busy it is, how long one waits and how often nobody is free, as in M/M/c//N', () => {
    const [fails, repairs] = [1 / (30 * HOUR), 1 / (10 * HOUR)];
    const chain = solveChain<number>(0, (down) => [...(down < 5 ? [[(5 - down) * fails, down + 1] as const] : []), ...(down > 0 ? [[Math.min(down, 2) * repairs, down - 1] as const] : [])]);
    const mean = (of: (down: number) => number) => chain.states.reduce((sum, down) => sum + of(down) * chain.share((state) => state === down), 0);
    const text = `teams: { crew: { people: 2 } }
components: { machine: { failures: { breaks: { mtbf: 30 h, mttr: 10 h, repaired-by: crew } } } }
services: { shop: { component: machine, replicas: 5, required: 3 } }`;
    const report = live(text, LIVES);
    const [crew] = report.teams!;
    expect(crew).toMatchObject({ name: 'crew', people: 2 });
    expectExact(crew.busy, mean((down) => Math.min(down, 2)) / 2);
    expectExact(crew.nobodyFree, chain.share((down) => down >= 2));
    // Little's law: who waits, over how many come.
    const exact = mean((down) => Math.max(0, down - 2)) / mean((down) => (5 - down) * fails);
    // Waits are no independent sample; lives of their own are.
    const waits = Array.from({ length: 12 }, (_, i) => live(text, { replications: 2, years: 8, seed: `wait ${i}` }).teams![0].waitSeconds.mean!);
    expectExact(estimateOf(waits), exact);
    expect(crew.waitSeconds.mean!).toBeGreaterThan(0);
  });

  test('says that an office is closed, and the stages say who waits for it', () => {
    const report = live(
      `teams: { office: { people: 1, hours: Mon-Fri 09:00-17:00 } }
components: { machine: { failures: { breaks: { mtbf: 2000 h, mttr: constant(1 h), repaired-by: office } } } }
services: { shop: { component: machine } }`,
      { replications: 60, years: 30 },
    );
    const [office] = report.teams!;
    // Closed 128 hours of 168, and busy for an hour of every 2,000.
    expect(office.nobodyFree.mean).toBeGreaterThan(128 / 168);
    expect(office.nobodyFree.mean).toBeLessThan(128 / 168 + 1 / 2000);
    expect(office.busy.mean).toBeLessThan(1 / 400);
    const { hours = 0, repair, people = 0, parts = 0 } = report.recoveryTime.stages!;
    expect(repair / HOUR).toBeCloseTo(1, 9);
    expect(people + parts).toBe(0);
    // Failures come at random: a mean wait of Σ gap² / 2 over the week, and the hour that a failure in the last one of a day is cut off by.
    const atOnce = (4 * 16 ** 2 + 64 ** 2) / 2 / 168;
    const cutOff = (4 * 16 + 64) / 168;
    const exact = (atOnce + cutOff) * HOUR;
    const [low, high] = report.recoveryTime.ci95!;
    const standardError = (high - low) / (2 * 1.96);
    // Up to a thousandth, since an hour in 2,000 nothing can fail.
    expect(Math.abs(hours - exact)).toBeLessThan(3.5 * standardError + exact / 1000);
  });
});
