import { describe, expect, test } from 'vitest';
import { DAY, expectExact, expectQuantile, HOUR, live, meanOf, weighted } from './harness.ts';

/*
 * A server whose disk fails 98 to 196 days after its last repair: whole numbers of days and weeks, so that the time
 * of a failure falls into any schedule of days or weeks uniformly, and never soon after a restore.
 */
const MTBF_DAYS = 147;
const server = (data: string, backup: string, more = '') => `${more}
components: { pg: { failures: { disk: { mtbf: 'uniform(98 days, 196 days)', mttr: constant(1 h), data: lost } } } }
services: { db: { component: pg, data: { ${data} }, backup: { ${backup} } } }
entry: db`;
const LIVES = { replications: 500, years: 20 };
/** 360 GB at 50 MB/s are two hours. */
const TWO_HOURS = 'size: 360 GB';
const INCIDENTS_PER_YEAR = 365.25 / (MTBF_DAYS + 1 / 24);

const QUANTILES = [['p50', 0.5], ['p90', 0.9], ['p95', 0.95], ['p99', 0.99]] as const;

describe('without a replica the age of the newest backup is lost', () => {
  test('of full backups: what the last one took, and a uniform part of the interval', () => {
    const { dataLoss, incidents } = live(server(TWO_HOURS, 'full: 1 day, backup-rate: 50 MB/s, restore-rate: 1 GB/s'), LIVES);
    expectExact(meanOf(dataLoss), 14 * HOUR);
    for (const [key, p] of QUANTILES) expectQuantile(dataLoss[key], dataLoss.count, p, (x) => Math.min(1, Math.max(0, (x - 2 * HOUR) / DAY)));
    expect(dataLoss.max).toBeLessThan(26 * HOUR);
    expectExact(incidents.perYear, INCIDENTS_PER_YEAR);
    expectExact(dataLoss.restorablePerYear, INCIDENTS_PER_YEAR * 14 * HOUR);
    expect(dataLoss.permanentPerYear.mean).toBe(0);
    expect(dataLoss.zero).toBe(0);
  });

  test('and as many intervals more as backups in a row do not restore', () => {
    const { dataLoss } = live(server(TWO_HOURS, 'full: 1 day, backup-rate: 50 MB/s, restore-rate: 1 GB/s, restorable: 70%, retention: 60 days'), LIVES);
    expectExact(meanOf(dataLoss), (2 + 24 * (0.5 + 0.3 / 0.7)) * HOUR);
    const cdf = (x: number) => {
      const intervals = Math.max(0, (x - 2 * HOUR) / DAY);
      const whole = Math.floor(intervals);
      return 1 - 0.3 ** whole + 0.3 ** whole * 0.7 * (intervals - whole);
    };
    for (const [key, p] of QUANTILES) expectQuantile(dataLoss[key], dataLoss.count, p, cdf);
  });

  test('for good where none of those restores that are kept', () => {
    const { dataLoss } = live(server(TWO_HOURS, 'full: 1 day, backup-rate: 50 MB/s, restore-rate: 1 GB/s, restorable: 50%, retention: 3 days'), LIVES);
    // Of three days the first two hours belong to the one that is not finished: then a third one is too old.
    const permanent = 0.5 ** 3 * (22 / 24) + 0.5 ** 2 * (2 / 24);
    expectExact(dataLoss.permanentPerYear, INCIDENTS_PER_YEAR * permanent);
    expect(Math.abs(dataLoss.permanent! - permanent)).toBeLessThan(3.5 * Math.sqrt((permanent * (1 - permanent)) / dataLoss.count));
  });

  test('but what was restored is not lost again: failures that follow soon', () => {
    // Since the last restore it is exponential, and the smaller of the two counts.
    const { dataLoss } = live(
      `components: { pg: { failures: { disk: { mtbf: 3 days, mttr: constant(1 h), data: lost } } } }
services: { db: { component: pg, data: { size: 360 GB }, backup: { full: 1 day, backup-rate: 50 MB/s, restore-rate: 1000 TB/s } } }
entry: db`,
      { replications: 200, years: 5 },
    );
    const survival = (days: number) => Math.min(1, Math.max(0, 1 - (days - 2 / 24))) * Math.exp(-days / 3);
    let mean = 0;
    const step = 1e-5;
    for (let x = step / 2; x < 26 / 24; x += step) mean += survival(x) * step;
    expectExact(meanOf(dataLoss), mean * DAY);
    for (const [key, p] of QUANTILES) expectQuantile(dataLoss[key], dataLoss.count, p, (x) => 1 - survival(x / DAY));
  });

  test('before the first backup of a new system there is nothing to restore', () => {
    const { dataLoss } = live(
      `components: { pg: { failures: { disk: { mtbf: constant(10 h), mttr: constant(1 h), data: lost } } } }
services: { db: { component: pg, data: { size: 360 GB }, backup: { full: 1 day, backup-rate: 5 MB/s } } }
entry: db`,
      { replications: 3, years: 1, warmUpSeconds: 0 },
    );
    // The first backup takes 20 h: the failure after 10 h finds none, that after 21 h finds it.
    expect(dataLoss.permanentPerYear.mean).toBe(1);
  });
});

describe('a backup that a drill has restored is known to restore', () => {
  const drilled = (drill: string) => server(TWO_HOURS, `full: 1 day, backup-rate: 50 MB/s, restore-rate: 1 GB/s, restorable: 40%, retention: 60 days, drill: ${drill}`);

  test('drills more often than backups: only the newest may be untried', () => {
    // Finished A = U(0, 24 h) ago, it is untried with chance 1 − A / 6 h, and then the one before it restores for certain.
    const { dataLoss } = live(drilled('6 h'), LIVES);
    expectExact(meanOf(dataLoss), (2 + 12 + 0.6 * 3) * HOUR);
    expect(dataLoss.max).toBeLessThan(50 * HOUR);
    expect(dataLoss.permanentPerYear.mean).toBe(0);
  });

  test('of a chain the drill tries every part: only the newest may be untried', () => {
    // A backup of some kind was written U(0, 24 h) ago. If it does not restore all before it does, up to a day earlier.
    for (const kind of ['incremental', 'differential']) {
      const { dataLoss } = live(server('size: 360 GB', `full: 1 week, ${kind}: 1 day, restorable: 60%, retention: 60 days, drill: 12 h`), LIVES);
      expectExact(meanOf(dataLoss), (12 + 24 * 0.4 * 0.25) * HOUR);
      expect(dataLoss.max).toBeLessThanOrEqual(48 * HOUR);
      expect(dataLoss.permanentPerYear.mean).toBe(0);
    }
  });

  test('drills every third backup: at most two in a row are untried, beside the newest', () => {
    // The last drill was B = U(0, 72 h) ago; the g-th backup from the newest, and all after it, are untried with chance
    // P(B < A + (g − 1) × 24 h), and are of no use with 0.6 each.
    const { dataLoss } = live(drilled('3 days'), LIVES);
    let backups = 0;
    for (let g = 1; g <= 3; g++) backups += 0.6 ** g * (1 - (g - 0.5) / 3);
    expectExact(meanOf(dataLoss), (2 + 12 + 24 * backups) * HOUR);
    expect(dataLoss.max).toBeLessThan((2 + 24 * 4) * HOUR);
    expect(dataLoss.permanentPerYear.mean).toBe(0);
  });
});

/** A policy in hours and GB. */
interface Policy {
  readonly full: number;
  readonly differential?: number;
  readonly incremental?: number;
  readonly log?: number;
  readonly size: number;
  readonly change: number;
  readonly backupRate: number;
  readonly restoreRate: number;
  readonly replayRate: number;
  readonly restorable: number;
}
interface Outcome {
  readonly chance: number;
  /** Up to when the data are there again, and hours of reading. */
  readonly point: number;
  readonly hours: number;
}

/**
 * What is restored at a moment, the slow and plain way: every backup is written down with its beginning and its size,
 * and every way in which some of them are broken is gone through.
 * @param now hours since the newest full backup began
 */
function restored(p: Policy, now: number): Outcome[] {
  const outcomes: Outcome[] = [];
  const isFinished = (start: number, size: number) => start + size / p.backupRate <= now;
  const add = (chance: number, point: number, hours: number) => {
    const shipped = p.log === undefined ? -Infinity : Math.floor((now - (p.log * p.change) / p.backupRate) / p.log) * p.log;
    const replayed = Math.max(0, shipped - point);
    outcomes.push({ chance, point: point + replayed, hours: hours + (replayed * p.change) / p.replayRate });
  };
  const times = (every: number | undefined, first: number): number[] => {
    const found: number[] = [];
    if (every !== undefined) for (let n = 1; n * every < p.full - 1e-9; n++) found.push(first + n * every);
    return found;
  };
  for (let first = 0, chance = 1; chance > 1e-7; first -= p.full) {
    if (!isFinished(first, p.size)) continue;
    const until = Math.min(now, first + p.full);
    const differentials = times(p.differential, first).filter((start) => start < until && isFinished(start, Math.min(p.size, p.change * (start - first))));
    const taken = [first, ...times(p.differential, first)];
    const bases = [...differentials.reverse(), first];
    let tried = chance * p.restorable;
    let end = until;
    for (const base of bases) {
      // The full one has been found to restore already.
      const good = tried * (base === first ? 1 : p.restorable);
      const hours = (p.size + Math.min(p.size, p.change * (base - first))) / p.restoreRate;
      applyIncrementals(base, end, good, hours, taken);
      tried -= good;
      end = base;
    }
    chance *= 1 - p.restorable;
  }
  return outcomes;

  function applyIncrementals(base: number, end: number, chance: number, hours: number, taken: readonly number[]): void {
    let point = base;
    let left = chance;
    let read = hours;
    for (const start of times(p.incremental, taken[0])) {
      if (start <= base + 1e-9 || start >= end || taken.some((other) => Math.abs(other - start) < 1e-9)) continue;
      const size = Math.min(p.size, p.change * (start - point));
      if (!isFinished(start, size)) break;
      add(left * (1 - p.restorable), point, read);
      left *= p.restorable;
      point = start;
      read += size / p.restoreRate;
    }
    add(left, point, read);
  }
}

/** Loss and reading time of a moment that falls into the schedule uniformly: their means and distributions, seconds. */
function distributions(p: Policy) {
  const moments = p.restorable < 1 ? 1_000 : 10_000;
  const losses: [number, number][] = [];
  const readings: [number, number][] = [];
  for (let i = 0; i < moments; i++) {
    const now = ((i + 0.5) / moments) * p.full;
    for (const { chance, point, hours } of restored(p, now)) {
      losses.push([(now - point) * HOUR, chance / moments]);
      readings.push([hours * HOUR, chance / moments]);
    }
  }
  const mean = (samples: readonly (readonly [number, number])[]) => samples.reduce((sum, [value, weight]) => sum + value * weight, 0);
  return { loss: { mean: mean(losses), cdf: weighted(losses) }, reading: { mean: mean(readings), cdf: weighted(readings) } };
}

/** 1 MB/s in GB/h. */
const RATE = 3.6;
/** 720 GB of which 48 GB change in a day; written in four hours, read in two. */
const BASE = { full: 168, size: 720, change: 2, backupRate: 50 * RATE, restoreRate: 100 * RATE, replayRate: 20 * RATE, restorable: 1 };
const VOLUME = 'size: 720 GB, change-rate: 48 GB/day';
const RATES = 'backup-rate: 50 MB/s, restore-rate: 100 MB/s, replay-rate: 20 MB/s, provision: 10 min, retention: 90 days';

describe('a restore reads the last full backup, then the newest differential or every incremental, then the log', () => {
  const policies: Record<string, readonly [words: string, policy: Policy]> = {
    'full backups only': ['full: 1 week', BASE],
    'differential': ['full: 1 week, differential: 1 day', { ...BASE, differential: 24 }],
    'incremental': ['full: 1 week, incremental: 6 h', { ...BASE, incremental: 6 }],
    'differential and incremental': ['full: 1 week, differential: 1 day, incremental: 4 h', { ...BASE, differential: 24, incremental: 4 }],
    'log': ['full: 1 week, log-shipping: 30 min', { ...BASE, log: 0.5 }],
    'log all the time': ['full: 1 week, log-shipping: 0 s', { ...BASE, log: 1e-7 }],
    'everything': ['full: { every: 1 week }, differential: { every: 2 days }, incremental: { every: 12 h }, log-shipping: 15 min', { ...BASE, differential: 48, incremental: 12, log: 0.25 }],
    'incrementals that some of the time do not restore': ['full: 1 week, incremental: 12 h, restorable: 90%', { ...BASE, incremental: 12, restorable: 0.9 }],
    'differentials that half of the time do not restore': ['full: 1 week, differential: 1 day, incremental: 12 h, restorable: 50%', { ...BASE, differential: 24, incremental: 12, restorable: 0.5 }],
    'a log from where the chain is broken': ['full: 1 week, incremental: 1 day, restorable: 80%, log-shipping: 1 h', { ...BASE, incremental: 24, restorable: 0.8, log: 1 }],
  };
  for (const [name, [words, policy]] of Object.entries(policies)) {
    test(name, () => {
      const { dataLoss, recoveryTime, incidents } = live(server(VOLUME, `${words}, ${RATES}`), LIVES);
      const { loss, reading } = distributions(policy);
      // An hour of repair, ten minutes of provisioning.
      const fixed = HOUR + 600;
      if (policy.log === 1e-7) expect(dataLoss.max).toBe(0);
      else if (dataLoss.permanent === 0 && dataLoss.atRisk === undefined) expectExact(meanOf(dataLoss), loss.mean);
      // Some chains have no backup at all that restores, or might have none: the mean may be for good, and this is that of the others.
      else expectExact(dataLoss.restorablePerYear, loss.mean * incidents.perYear.mean * (1 - dataLoss.permanent!));
      expectExact(meanOf(recoveryTime), fixed + reading.mean);
      for (const [key, p] of QUANTILES) {
        if (policy.log !== 1e-7) expectQuantile(dataLoss[key], dataLoss.count, p, loss.cdf);
        expectQuantile(recoveryTime[key], recoveryTime.count, p, (x) => reading.cdf(x - fixed));
      }
    });
  }

  test('data that change more than there are: no differential is larger than the data', () => {
    const { recoveryTime } = live(server('size: 72 GB, change-rate: 720 GB/day', 'full: 1 week, differential: 1 day, restore-rate: 100 MB/s'), LIVES);
    // On six days of seven a full and a differential, both of 72 GB in 12 min.
    expectExact(meanOf(recoveryTime), HOUR + 720 * (1 + 6 / 7));
    expect(recoveryTime.max).toBeCloseTo(HOUR + 1440, 6);
  });
});

describe('copies of the backups', () => {
  const places = (east: string, west: string) => `domains: { east: { kind: region${east} }, west: { kind: region${west} } }`;
  const down = ', failures: { outage: { mtbf: 10 days, mttr: 5 days } }';

  test('in a region that is down, the restore waits for it', () => {
    const { recoveryTime, dataLoss } = live(server(TWO_HOURS, 'full: 1 day, provision: 30 min, copies: [east]', places(down, '')), LIVES);
    // One time in three, and then five days more on average.
    expectExact(meanOf(recoveryTime), 1.5 * HOUR + (5 / 3) * DAY);
    expectQuantile(recoveryTime.p90, recoveryTime.count, 0.9, (x) => (x < 1.5 * HOUR ? 0 : 1 - Math.exp(-(x - 1.5 * HOUR) / (5 * DAY)) / 3));
    // And nothing has been shipped to it for as long as it has been down: 5 days on average, seen from any moment of that.
    expectExact(meanOf(dataLoss), 12 * HOUR + (5 / 3) * DAY);
    expect(dataLoss.permanentPerYear.mean).toBe(0);
  });

  test('elsewhere, it does not wait until all of them are down', () => {
    const { recoveryTime } = live(server(TWO_HOURS, 'full: 1 day, provision: 30 min, copies: [east, west]', places(down, down)), LIVES);
    // The first of two to return.
    expectExact(meanOf(recoveryTime), 1.5 * HOUR + (2.5 / 9) * DAY);
  });

  const fire = ', failures: { fire: { mtbf: uniform(98 days, 196 days), mttr: constant(2 days), data: lost } }';
  const burning = (copies: string) => `${places(fire, '').replace('uniform(98 days, 196 days)', "'uniform(98 days, 196 days)'")}
components: { pg: {} }
services: { db: { component: pg, in: east, data: { size: 360 GB }, backup: { full: 1 day, backup-rate: 50 MB/s, restore-rate: 100 MB/s, ${copies} } } }
entry: db`;

  test('burn with the region that they are in', () => {
    const { dataLoss, recoveryTime } = live(burning('copies: [east]'), LIVES);
    expectExact(dataLoss.permanentPerYear, 365.25 / (MTBF_DAYS + 2));
    expect(dataLoss.permanent).toBe(1);
    expect(recoveryTime.max).toBeCloseTo(2 * DAY, 5);
  });

  test('and not where one is kept elsewhere', () => {
    const { dataLoss, recoveryTime } = live(burning('copies: [east, west]'), LIVES);
    expect(dataLoss.permanentPerYear.mean).toBe(0);
    expectExact(meanOf(dataLoss), 14 * HOUR);
    expect(recoveryTime.max).toBeCloseTo(2 * DAY + HOUR, 5);
  });

  test('a copy that burned and is new again is no reason to give up the one that is out of reach', () => {
    // West burns every day or two and is back at once, so that its newest backup is often gone; east goes back for ever,
    // and is down half of the time.
    const { dataLoss, recoveryTime } = live(
      server(
        TWO_HOURS,
        'full: 1 day, retention: 60 days, copies: [east, west]',
        `domains:
  east: { kind: region, failures: { outage: { mtbf: 5 days, mttr: 5 days } } }
  west: { kind: region, failures: { fire: { mtbf: 1 day, mttr: constant(1 s), data: lost } } }`,
      ),
      LIVES,
    );
    expect(dataLoss.permanentPerYear.mean).toBe(0);
    // The newest one began U(0, 24 h) before the failure, and is read an hour after it.
    const hasBurned = 1 - Math.exp(-1 / 24) * (1 - Math.exp(-1));
    // And if the east went down before it began, whole days more are lost until the newest one there, by the lack of memory 1/(1 − e^(−1/5)).
    const days = 1 / (1 - Math.exp(-1 / 5));
    expectExact(meanOf(dataLoss), 12 * HOUR + (DAY / 2) * (5 - (Math.exp(-1 / 24) * days * (1 - Math.exp(-1.2))) / 1.2));
    expectExact(meanOf(recoveryTime), HOUR + hasBurned * 0.5 * 5 * DAY);
  });
});

describe('of several policies', () => {
  const CALENDARS = (near: string, far: string, domains = '', place = '') => `${domains}
components: { pg: { failures: { disk: { mtbf: 'uniform(98 days, 196 days)', mttr: constant(1 h), data: lost } } } }
services: { db: { component: pg, ${place}data: { size: 360 GB }, backup: [{ full: 1 day${near} }, { full: 1 week, provision: 2 h${far} }] } }
entry: db`;

  test('the one that gives back the most is restored: of a daily and a weekly one the younger', () => {
    const { dataLoss, recoveryTime } = live(CALENDARS(', provision: 10 min', ''), LIVES);
    // min(U(0, 1 day), U(0, 7 days)), by independent phases: 1 − (1 − x)(1 − x/7).
    expectExact(meanOf(dataLoss), (1 - 1 / 2 - 1 / 14 + 1 / 21) * DAY);
    const cdf = (x: number) => 1 - Math.max(0, 1 - x / DAY) * (1 - x / (7 * DAY));
    for (const [key, p] of QUANTILES) expectQuantile(dataLoss[key], dataLoss.count, p, cdf);
    // The weekly one is the younger with the chance ∫ (1 − x) dx/7 = 1/14.
    expectExact(meanOf(recoveryTime), HOUR + 2 * HOUR / 14 + (10 / 60) * HOUR * (13 / 14));
  });

  test('what the fire has taken is no policy any more: the weekly one elsewhere is restored', () => {
    const burns = `domains: { here: { kind: zone, failures: { fire: { mtbf: 'uniform(98 days, 196 days)', mttr: constant(1 h), data: lost } } }, tape: { kind: zone } }`;
    const { dataLoss, recoveryTime } = live(CALENDARS(', copies: [here]', ', copies: [tape]', burns, 'in: here, ').replace(/components:.*/, 'components: { pg: }'), LIVES);
    expectExact(meanOf(dataLoss), 3.5 * DAY);
    expectExact(meanOf(recoveryTime), 3 * HOUR);
    expect(dataLoss.permanentPerYear.mean).toBe(0);
  });

  test('one that does not restore leaves it to the other', () => {
    const { dataLoss } = live(CALENDARS(', retention: 1 day, restorable: 20%', ''), LIVES);
    // With the chance 80% the newest of the daily ones is broken, and no other one is kept.
    const both = 1 - 1 / 2 - 1 / 14 + 1 / 21;
    expectExact(meanOf(dataLoss), (0.2 * both + 0.8 * 3.5) * DAY);
    expect(dataLoss.permanentPerYear.mean).toBe(0);
  });

  test('of equals the fastest is restored, whichever is written first', () => {
    const { dataLoss, recoveryTime } = live(CALENDARS(', log-shipping: 0 s, provision: 4 h', ', log-shipping: 0 s'), { replications: 20, years: 20 });
    expect(dataLoss.max).toBeLessThan(1);
    expectExact(meanOf(recoveryTime), 3 * HOUR);
  });
});
