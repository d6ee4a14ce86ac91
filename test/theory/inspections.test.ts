import { describe, expect, test } from 'vitest';
import { choose, DAY, expectExact, expectTells, HOUR, live } from './harness.ts';

const MTBF = 2_000 * HOUR;
const EVERY = 30 * DAY;
const PROTECTION = (k: number, n: number, more: string) => `components: { valve: { failures: { stuck: { mtbf: 2000 h, mttr: 0 s, latent: true } }, check: { every: 30 days${more} } } }
services: { valves: { component: valve, replicas: ${n}, required: ${k} } }`;

/** Chance that a member is broken so long after a check of it, in the long run: each check finds a fault with the given chance. */
function brokenSince(seconds: number, coverage: number): number {
  const fails = 1 - Math.exp(-EVERY / MTBF);
  const left = ((1 - coverage) * fails) / (1 - (1 - coverage) * (1 - fails));
  return left + (1 - left) * (1 - Math.exp(-seconds / MTBF));
}

/** Chance that fewer than k work of members that are broken with these chances, each by itself. */
function tooFew(k: number, broken: readonly number[]): number {
  let working = [1];
  for (const chance of broken) working = [...working, 0].map((p, i) => p * chance + (i > 0 ? working[i - 1] * (1 - chance) : 0));
  return working.slice(0, k).reduce((sum, p) => sum + p, 0);
}

/** Average probability of failure on demand, without approximations: the mean over a moment between two checks (Simpson's rule). */
function pfd(k: number, n: number, coverage: number, isStaggered: boolean): number {
  const at = (seconds: number) =>
    tooFew(k, Array.from({ length: n }, (_, i) => brokenSince((seconds + (isStaggered ? (i * EVERY) / n : 0)) % EVERY, coverage)));
  // Where one of them is checked there is a step, so that each part between steps is its own.
  const [parts, steps] = [n, 200];
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    const width = EVERY / parts;
    for (let i = 0; i <= steps; i++) {
      const inside = Math.min(Math.max((i / steps) * width, 1e-6), width - 1e-6);
      sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * at(part * width + inside);
    }
  }
  return sum / (3 * steps * parts);
}

describe('the average probability of failure on demand of protective systems (IEC 61508-6, ISO/TR 12489)', () => {
  test('is near the approximations where a fault between two checks is rare', () => {
    const x = EVERY / MTBF;
    // λτ/2, (λτ)²/3, (λτ)², (λτ)³/4, each too large by terms of the next order.
    for (const [k, n, near] of [[1, 1, x / 2], [1, 2, x ** 2 / 3], [2, 3, x ** 2], [1, 3, x ** 3 / 4]] as const) {
      expect(pfd(k, n, 1, false) / near).toBeLessThan(1);
      expect(pfd(k, n, 1, false) / near).toBeGreaterThan(1 - n * x);
    }
  });

  for (const [k, n] of [[1, 1], [1, 2], [2, 3], [1, 3]] as const)
    for (const [coverage, isStaggered] of [[1, false], [1, true], [0.6, false], [0.6, true]] as const)
      test(`${k} of ${n}, checked ${isStaggered ? 'one after the other' : 'together'}, each check finding ${coverage * 100}%`, () => {
        const exact = 1 - pfd(k, n, coverage, isStaggered);
        const { availability } = live(PROTECTION(k, n, `, coverage: ${coverage * 100}%, staggered: ${isStaggered}`), { replications: 60, years: 50, seed: `${k} ${n}` });
        expectExact(availability, exact);
        expectTells(availability, exact, 0.2);
      });

  test('has the repair on top of it, which begins when the fault is found', () => {
    // Down from the fault to the check, and then for a repair; meanwhile it does not fail. Renewal: one fault a cycle.
    const repair = 5 * DAY;
    const q = Math.exp(-EVERY / MTBF);
    // After a repair the next check comes EVERY − repair later.
    const firstGap = EVERY - repair;
    const p0 = Math.exp(-firstGap / MTBF);
    const uptime = MTBF;
    // Checks until the one that finds the fault, from a repair's end: the first after firstGap, then every EVERY.
    const meanGap = firstGap + (p0 * EVERY) / (1 - q);
    const exact = uptime / (meanGap + repair);
    const { availability, incidents, recoveryTime } = live(PROTECTION(1, 1, '').replace('mttr: 0 s', 'mttr: constant(5 days)'), { replications: 60, years: 50 });
    expectExact(availability, exact);
    expectTells(availability, exact, 0.05);
    // Until it is found nobody works on it: a stage of its own, and then the repair, which is somebody's work.
    const { stages, stagesCi95 } = recoveryTime;
    expectExact({ mean: stages!.undetected!, ci95: stagesCi95!.undetected! }, meanGap - uptime);
    expect(stages).toMatchObject({ detect: 0, repair: repair });
    expect(incidents.byCause.map(({ cause }) => cause)).toEqual(['valves/stuck']);
  });
});

test('what is broken is undetected only while nobody repairs anything of it, and where most of it works it is still more than detection', () => {
  // Both of two are needed. One breaks unnoticed; the other's repairs, of half a day, are work on the same service.
  const { recoveryTime } = live(PROTECTION(2, 2, '').replace('latent: true }', 'latent: true }, crash: { mtbf: 10 days, mttr: constant(12 h) }'), { replications: 20, years: 50 });
  const { undetected, repair, detect } = recoveryTime.stages!;
  expect(detect).toBe(0);
  expect(undetected! + repair).toBeCloseTo(recoveryTime.mean!, 3);
  const { recoveryTime: half } = live(PROTECTION(1, 2, '').replace('replicas: 2', 'replicas: 2, health-check: { interval: 10 s }'), { replications: 20, years: 50 });
  // A health check does not see it: requests go there until the check does.
  expect(half.stages!.detect).toBe(0);
  expect(half.stages!.undetected).toBeCloseTo(half.mean!, 3);
});

describe('a standby that nobody looks at', () => {
  /** Failovers a year. */
  const CRASHES = 36.525;

  /** What share of failovers finds what breaks at this rate a year, looked for every so many years and at each failover. */
  function foundBroken(rate: number, uses: number, every: number): number {
    const k = rate + uses;
    return rate * (1 / k - (every === Infinity ? 0 : -Math.expm1(-k * every) / (k * k * every)));
  }
  const model = (component: string, failover: string) => `components: { db: { failures: { crash: { mtbf: 10 days, mttr: constant(1 s) }${component} } } }
services: { db: { component: db, replicas: 2, mode: active-passive, failover: { retry: 1 h${failover} } } }`;

  test('is broken as often as renewal theory says when it is needed, and a drill finds it before', () => {
    const faults = 12;
    const latent = ', stuck: { mtbf: 730.5 h, mttr: constant(1 s), latent: true }';
    // An active that is stuck is noticed, and failed over.
    const uses = CRASHES + faults;
    for (const [drill, every] of [['', Infinity], [', drill: 7 days', 7 / 365.25]] as const) {
      const { incidents, recoveryTime } = live(model(latent, drill), { replications: 40, years: 50 });
      expectExact(incidents.perYear, uses * foundBroken(faults, uses, every));
      // Nobody else is there, and the old active is back in a second.
      expect(recoveryTime.max).toBeLessThan(3);
    }
  });

  test('cannot be reached as often as renewal theory says when the path to it drifts', () => {
    for (const [drill, every] of [['', Infinity], [', drill: 14 days', 14 / 365.25]] as const) {
      const { incidents } = live(model('', `, drift: 100%/month${drill}`), { replications: 40, years: 50 });
      expectExact(incidents.perYear, CRASHES * foundBroken(12, CRASHES, every));
    }
  });

  test('is never broken where the drill comes before anything can break', () => {
    const { incidents } = live(model('', ', drill: 14 days'), { replications: 4, years: 50 });
    expect(incidents.perYear.mean).toBeLessThan(0.01);
  });
});

test('the share of members that must be broken together is counted as k of n is', () => {
  expect(tooFew(2, [0.5, 0.5, 0.5])).toBeCloseTo(choose(3, 2) * 0.125 + 0.125, 12);
});
