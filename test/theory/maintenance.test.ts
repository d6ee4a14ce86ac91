import { describe, expect, test } from 'vitest';
import { DAY, expectExact, expectTells, HOUR, live, YEAR } from './harness.ts';
import { explain } from '../../src/run/explain.ts';
import { sweep } from '../../src/run/sweep.ts';

const MONTH = 30 * DAY;
const ALONE = (replicas: number, more = '', members = '') => `components: { server: {} }
services: { web: { component: server, replicas: ${replicas}${members}, maintenance: { every: 30 days, takes: 1 h${more} } } }`;

/** By Simpson's rule. */
function integral(of: (x: number) => number, to: number): number {
  const steps = 2_000;
  const width = to / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * of(i * width);
  return (sum * width) / 3;
}

describe('planned work alone', () => {
  const lives = { replications: 40, years: 10 };

  test('takes a single member down for as long as it takes, and is called planned', () => {
    const { availability, planned, recoveryTime } = live(ALONE(1), lives);
    expectExact(availability, 1 - HOUR / MONTH);
    expectTells(availability, 1 - HOUR / MONTH, 0.01);
    expect(planned).toMatchObject({ downtimePerYear: { mean: availability.downtimePerYear.mean }, unplannedDowntimePerYear: { mean: 0 } });
    expectExact(planned!.maintenance!.services[0].perYear, (365.25 * DAY) / MONTH);
    expect(recoveryTime.stages).toMatchObject({ work: HOUR, repair: 0, detect: 0 });
  });

  test('is out of rotation at once: no request meets a member that is out, and two take turns', () => {
    const { availability } = live(ALONE(2, '', ', health-check: { interval: 10 s }'), lives);
    expect(availability.mean).toBe(1);
    expect(availability.requests.mean).toBe(1);
  });

  test('switches away from an active once a round: the standby is worked on before it', () => {
    const passive = ', mode: active-passive, failover: { detect: 1 min, promote: 40 s, redirect: 20 s, success: 50% }';
    const { availability, incidents } = live(ALONE(2, '', passive), lives);
    expectExact(availability, 1 - 60 / MONTH);
    expect(incidents.byCause).toMatchObject([{ cause: 'web/maintenance' }]);
  });

  test('goes home once the first member has been worked on, as in any failback', () => {
    const passive = ', mode: active-passive, failover: { promote: 40 s, failback: auto }';
    expectExact(live(ALONE(2, '', passive), lives).availability, 1 - 80 / MONTH);
  });

  test('nobody fails over from an active that is out for it where no standby is ready', () => {
    const passive = ', mode: active-passive, failover: { detect: 10 s, promote: 40 s }';
    expectExact(live(ALONE(1, '', passive), lives).availability, 1 - HOUR / MONTH);
  });

  test('costs a quorum one election a round: whoever leads is last', () => {
    expectExact(live(ALONE(3, '', ', mode: quorum, elect: 10 s'), lives).availability, 1 - 10 / MONTH);
  });
});

const MTBF = 400 * HOUR;
const MTTR = 40 * HOUR;
const UP = MTBF / (MTBF + MTTR);
const FAILING = 'components: { server: { failures: { crash: { mtbf: 400 h, mttr: 40 h } } } }';
/** Chance that a member that works now has failed, and is not repaired, so long after. */
const downAfter = (seconds: number) => (1 - UP) * (1 - Math.exp(-seconds * (1 / MTBF + 1 / MTTR)));

describe('planned work beside failures', () => {
  test('waits until the member is repaired, and what fails while it is out is down on its own account', () => {
    const takes = 20 * HOUR;
    const exact = 1 - (1 - UP) - integral((x) => 1 - downAfter(x), takes) / MONTH;
    const text = `${FAILING}\nservices: { web: { component: server, maintenance: { every: 30 days, takes: 20 h } } }`;
    const { availability, planned } = live(text, { replications: 60, years: 40 });
    expectExact(availability, exact);
    expectTells(availability, exact, 0.02);
    // A member is broken when it is due with chance 1 − A, and then for a mean repair.
    const wait = (1 - UP) * MTTR;
    const works = 60 * 40 * planned!.maintenance!.services[0].perYear.mean;
    expect(Math.abs(planned!.maintenance!.services[0].waitSeconds! - wait)).toBeLessThan(3.5 * Math.sqrt((2 * (1 - UP) * MTTR ** 2 - wait ** 2) / works));
    expect(planned!.downtimePerYear.mean + planned!.unplannedDowntimePerYear.mean).toBeCloseTo(availability.downtimePerYear.mean, 3);
  });

  test('is a step of its own in the waterfall: what it adds to failures', async () => {
    const text = `nines: 1\nname: x\n${FAILING}\nservices: { web: { component: server, maintenance: { every: 30 days, takes: 20 h } } }`;
    const { gap } = await explain(text, { years: 1_000, seed: 'gap', workers: 0, sensitivity: false });
    const step = gap.steps.find((each) => each.step === 'maintenance')!;
    expectExact(step.added!, (integral((x) => 1 - downAfter(x), 20 * HOUR) / MONTH) * YEAR);
    expect(gap.steps.map((each) => each.step)).not.toContain('deploys');
  });

  // Under the budget each begins with all three up, so that clocks and work are independent from there on.
  const STAGGERED = (out: string) => `${FAILING}\nservices: { web: { component: server, replicas: 3, required: 2, maintenance: { every: 60 days, takes: 20 h, ${out} } } }`;

  test('2 of 3, one after the other under a budget of one', () => {
    const moreOf = (x: number) => {
      const down = downAfter(x);
      const atLeastTwo = 3 * down ** 2 * (1 - down) + down ** 3;
      return 1 - (1 - down) ** 2 - atLeastTwo;
    };
    const without = 3 * (1 - UP) ** 2 * UP + (1 - UP) ** 3;
    const exact = 1 - without - (3 * integral(moreOf, 20 * HOUR)) / (2 * MONTH);
    for (const budget of ['max-unavailable: 1', 'min-available: 2', 'min-available: 51%', 'max-unavailable: 33%']) {
      const { availability } = live(STAGGERED(budget), { replications: 40, years: 40 });
      expectExact(availability, exact);
      expectTells(availability, exact, 0.05);
    }
  });

  test('a budget that is too loose takes a member out while others are broken', () => {
    const lives = { replications: 20, years: 40 };
    const [tight, loose] = ['1', '3'].map((out) => live(STAGGERED(`max-unavailable: ${out}`), lives).planned!);
    // Of the time in which one is out, the other two are down with about 2 (1 − A).
    expect(loose.downtimePerYear.ci95[0]).toBeGreaterThan(tight.downtimePerYear.ci95[1]);
    expect(tight.downtimePerYear.mean).toBe(0);
  });
});

describe('planned work on whole sites', () => {
  const SITES = (more: string, failures = '') => `domains: { east: { kind: region${failures} }, west: { kind: region${failures} } }
components: { app: {} }
services: { web: { component: app }, shop: { of: web, sites: [east, west], maintenance: { every: 60 days, takes: 20 h }${more} } }
entry: shop`;

  test('moves an active site once a round, as an active member', () => {
    const { availability, incidents } = live(SITES(', mode: active-passive, failover: { detect: 1 min, promote: 40 s, redirect: 20 s }'), { replications: 40, years: 10 });
    expectExact(availability, 1 - 60 / (2 * MONTH));
    expect(incidents.byCause).toMatchObject([{ cause: 'shop/maintenance' }]);
  });

  test('takes one out while the other works: one of two regions that fail', () => {
    // Each begins with both up, so that regions and work are independent from there on.
    const exact = 1 - (1 - UP) ** 2 - (2 * integral(downAfter, 20 * HOUR)) / (2 * MONTH);
    const { availability, services } = live(SITES('', ', failures: { outage: { mtbf: 400 h, mttr: 40 h } }'), { replications: 60, years: 40 });
    expectExact(availability, exact);
    expectTells(availability, exact, 0.03);
    // Within the site nothing is switched off.
    expectExact(services['web@east'].availability, UP);
  });

  test('is down for as long as it takes where all are required', () => {
    expectExact(live(SITES(', required: 2'), { replications: 40, years: 10 }).availability, 1 - (2 * 20 * HOUR) / (2 * MONTH));
  });
});

describe('a window', () => {
  const WINDOW = (every: string, takes: string) => `components: { server: {} }
services: { web: { component: server, maintenance: { every: ${every}, takes: ${takes}, window: Sun 02:00-06:00 } } }`;

  test('cuts off what does not fit, and the next one has the rest', () => {
    // In 28 years there are whole weeks. Six hours every four weeks: four and two; of those due within a window, one in two of four hours needs a third.
    const { availability, incidents, recoveryTime } = live(WINDOW('4 weeks', '6 h'), { replications: 100, years: 28 });
    expectExact(availability, 1 - 6 / (4 * 168));
    expectExact(incidents.perYear, (365.25 / 28) * (2 + 2 / 168));
    expect(recoveryTime.max).toBe(4 * HOUR);
  });

  test('begins nothing outside', () => {
    const { planned, recoveryTime } = live(WINDOW('1 week', '1 h'), { replications: 200, years: 1 });
    expect(recoveryTime.max).toBe(HOUR);
    // Due at any moment of the week, and at the same one throughout a history: in 164 of 168 hours it waits for the next window.
    const [mean, square] = [(164 ** 2 / 168 / 2) * HOUR, (164 ** 3 / 168 / 3) * HOUR ** 2];
    expect(Math.abs(planned!.maintenance!.services[0].waitSeconds! - mean)).toBeLessThan(3.5 * Math.sqrt((square - mean ** 2) / 200));
  });
});

describe('age replacement (Barlow & Hunter 1960)', () => {
  const TEXT = `parameters: { age: 500 h }
components: { pump: { failures: { wear: { mtbf: 'weibull(3, 1000 h)', mttr: constant(48 h) } } } }
services: { line: { component: pump, maintenance: { every: age, takes: 6 h, renews: true } } }`;
  // Γ(4/3) is 0.8929795…: the mean of a Weibull time by its scale.
  const scale = (1000 * HOUR) / 0.892979511569249;
  const survives = (x: number) => Math.exp(-((x / scale) ** 3));
  const exact = (age: number) => {
    const up = integral(survives, age);
    const repairs = (1 - survives(age)) * 48 * HOUR + survives(age) * 6 * HOUR;
    return up / (up + repairs);
  };

  test('is what its formula says at each age', () => {
    for (const age of [200, 500, 2_000]) {
      const { availability } = live(TEXT.replace('500 h', `${age} h`), { replications: 60, years: 20 });
      expectExact(availability, exact(age * HOUR));
      expectTells(availability, exact(age * HOUR), 0.04);
    }
  });

  test('is in the long run from the first year on, however long the age', () => {
    const slow = TEXT.replace('500 h', '5000 h').replace('1000 h', '10000 h').replace('48 h', '480 h').replace('6 h', '60 h');
    expectExact(live(slow, { replications: 2_000, years: 1 }).availability, exact(500 * HOUR));
  });

  test('has its best age where a sweep finds it', async () => {
    const ages = [150, 300, 450, 600, 900, 1_500];
    const best = ages.reduce((a, b) => (exact(b * HOUR) > exact(a * HOUR) ? b : a));
    const { points } = await sweep(`nines: 1\nname: age\n${TEXT}`, { vary: { age: ages.map((age) => `${age} h`) }, years: 1_000, workers: 0 });
    const found = points.reduce((a, b) => (b.report.availability.mean > a.report.availability.mean ? b : a));
    expect(found.parameters.age).toBe(best * HOUR);
    expect(best).not.toBe(ages[0]);
  });
});
