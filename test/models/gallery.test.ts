import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkModel, experiment, parseModel, simulate, type ExperimentFigures, type Report } from '../../src/index.ts';

const folder = fileURLToPath(new URL('../../models/', import.meta.url));
const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('.yaml') && !name.startsWith('ci')).map((name) => name.replaceAll('\\', '/'));
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const model = (file: string) => parseModel(read(file), { file });

/** From which public figure to which the availability has to lie; never what a run gave yesterday. */
interface Believable {
  readonly above: number;
  readonly below: number;
  readonly because: string;
  /** Seconds, where somebody publishes how long a failover takes. */
  readonly recovery?: { readonly quantile: 'p50' | 'p95'; readonly above: number; readonly below: number };
}

/** One event of two hours in ten years, about the rarest that any region has a record of. */
const BEST_REGION = 1 - 2 / (10 * 8766);

/** Two failovers a year of the 60 to 120 s that RDS publishes, at the least: what no second region takes away. */
const FAILOVERS_LEFT = 1 - (2 * 60) / (8766 * 3600);

const BELIEVABLE: Readonly<Record<string, Believable>> = {
  'single-server.yaml': { above: 0.995, below: 0.9995, because: 'the EC2 instance SLA (2022) is a floor, and one server does not beat the RDS Multi-AZ SLA (2024)' },
  'stateless-three-zones.yaml': { above: 0.9995, below: 0.9999, because: 'with its changes it stays short of the EC2 region SLA of 2022, and above that of before 2018' },
  'web-shop.yaml': { above: 0.9995, below: BEST_REGION, because: 'the RDS Multi-AZ SLA (2024) is a floor, one region the ceiling' },
  'multi-az-database.yaml': {
    above: 0.9995,
    below: BEST_REGION,
    because: 'the RDS Multi-AZ SLA (2024) is a floor, one region the ceiling',
    recovery: { quantile: 'p50', above: 60, below: 120 }, // AWS, RDS User Guide, Failing over a Multi-AZ DB instance
  },
  'two-region-web-shop.yaml': { above: 0.9999, below: FAILOVERS_LEFT, because: 'two regions beat the EC2 region SLA (2022), and leave the failovers within each of them' },
  'patroni.yaml': {
    above: 0.9999,
    below: 0.99999,
    because: 'a few failovers of a minute a year leave four nines, and etcd as a whole takes the fifth',
    recovery: { quantile: 'p95', above: 20, below: 60 }, // Patroni's defaults: ttl 30 s and two loops of 10 s at most
  },
  'redis-sentinel.yaml': { above: 0.9999, below: 1 - 60 / (8766 * 3600), because: 'a dozen failovers of half a minute are minutes a year, and not less than one', recovery: { quantile: 'p50', above: 30, below: 60 } },
  'patroni-two-data-centres.yaml': { above: 0.999, below: 0.9999, because: 'one data centre without which nobody may promote: some hours a year, as the Uptime Institute (2023) has outages' },
  'github-2018.yaml': { above: 0.995, below: 0.999, because: 'the 24 h 11 min of its post-mortem (2018), once a year, are 99.72%' },
  'galera-pair.yaml': { above: 0.9999, below: 0.999999, because: 'two of three votes, and only the loss of two at once stops it, for about an hour' },
  'kubernetes-deployment.yaml': { above: 0.999, below: 0.9999, because: 'the GKE SLA for pods in several zones (2023) is a floor, the EC2 region SLA (2022) the ceiling' },
  'four-nines-and-credits.yaml': { above: 0.9999, below: 0.99999, because: 'it is meant to keep four nines a year, and two bad releases of a quarter of an hour a year are five nines’ budget six times over' },
  'second-on-call.yaml': { above: 0.999, below: 0.99999, because: 'one person and a standby keep three nines whatever these years have not seen, and nobody who has to wake up reaches five' },
  'office-hours.yaml': { above: 0.99, below: 0.995, because: 'the EC2 instance SLA (2022) promises 99.5%, which who repairs by day alone does not reach' },
  'spare-on-the-shelf.yaml': { above: 0.999, below: 0.99999, because: 'a RAID loses arrays to second failures, and is no worse than the single volume that AWS (EBS, 2024) calls 99.8 to 99.9% durable' },
  'disruption-budget.yaml': { above: 0.999, below: 0.9999, because: 'no tier that stops with two of six away keeps the EC2 region SLA (2022), and whoever replaces machines within hours keeps three nines' },
  'kubernetes-in-operation.yaml': { above: 0.999, below: 0.9999, because: 'as kubernetes-deployment.yaml, whose changes are here deploys that people roll back' },
  'weekly-deploys.yaml': { above: 0.98, below: 0.997, because: 'DORA (2024) has one in three of a low performer’s deploys fail: with half a day each that is two days a year of its own' },
  'broken-standby.yaml': { above: 0.999, below: 0.99999, because: 'two pairs are no better than FAILOVERS_LEFT of one, and a pair of which half is broken now and then keeps three nines' },
  'cassandra-quorum-reads.yaml': { above: 0.99999, below: 0.9999999, because: 'a quorum of copies in three zones outlives any one of them, as five nines a year take, and coincidences within one range leave no seven' },
  'two-payment-providers.yaml': { above: 0.9998, below: 0.9999, because: 'a card network that is out for the ten hours of Visa Europe (2018) once in ten years, and a second provider for all else' },
  'kafka-min-insync-replicas.yaml': { above: 0.9999, below: 0.999999, because: 'elections of ten seconds, two dozen a year, are minutes a year, and a quorum of copies in three zones outlives any one of them' },
  'region-at-eight.yaml': { above: 0.9995, below: 0.9999, because: 'a tier without a server to spare at its peak stays short of the EC2 region SLA (2022)' },
  'kubernetes-zone-goes.yaml': { above: 0.9999, below: 0.99999, because: 'three outages of zones in two years, each of five minutes of toleration (Kubernetes, 2024) and what is beside it, are ten minutes a year', recovery: { quantile: 'p50', above: 350, below: 450 } },
  'everything-forgotten.yaml': { above: 0.995, below: 0.999, because: 'a chain is weaker than its weakest promise: one load balancer, 99.9% (ELB SLA, 2022)' },
  'dr/backup-restore.yaml': { above: 0.9999, below: 0.99999, because: 'a region that is rebuilt in two hours is not worse than the EC2 region SLA (2022), and no five nines' },
  'dr/pilot-light.yaml': { above: 0.9999, below: FAILOVERS_LEFT, because: 'as two-region-web-shop.yaml' },
  'dr/warm-standby.yaml': { above: 0.9999, below: FAILOVERS_LEFT, because: 'as two-region-web-shop.yaml' },
  'dr/active-active.yaml': { above: 0.99999, below: 0.999999, because: 'a second region takes over within half a minute, a few times a year: five nines and not six' },
  'dr/sync-and-async.yaml': { above: 0.9999, below: FAILOVERS_LEFT, because: 'two zones without their region: better than the RDS Multi-AZ SLA (2024), and two databases fail over' },
  'dr/on-call-at-night.yaml': { above: 0.9995, below: 0.99999, because: 'the RDS Multi-AZ SLA (2024) is a floor, and nobody who has to wake up reaches five nines' },
  'dr/untested-backup.yaml': { above: 0.995, below: 0.99995, because: 'the RDS SLA for one instance (2024) is a floor, and two disks without a standby cost their restores' },
  'dr/backup-policies.yaml': { above: 0.995, below: 0.9999, because: 'the RDS SLA for one instance (2024) is a floor, and four of them without a standby do not reach that of a region' },
};

/** Keys whose values are figures that somebody measured, published or assumed. */
const KEYS = 'mtbf|mttr|availability|cost|interval|lag|detect|decide|promote|redirect|success|retry|rebuild|failback|size|full|differential|incremental|log-shipping|retention|provision|[a-z]+-rate|restorable|drill|rto|downtime';
const FIGURE = new RegExp(`\\b(${KEYS}): [^,]*\\d`);

describe.each(files)('%s', (file) => {
  const text = read(file);
  const lines = text.split('\n');

  test('has neither errors nor warnings', () => {
    expect(checkModel(text, { file }).diagnostics).toEqual([]);
  });

  test('opens with the question that it answers, then with what to expect and which published figure says so', () => {
    expect(lines[0]).toMatch(/^# \S.*\?$/);
    const header = lines.slice(1, lines.indexOf('nines: 1')).join('\n');
    expect(header).toMatch(/^#\n# Expect [\d.]+|^#\n# Expect about [\d.]+/);
    expect(header).toMatch(/\b(19|20)\d\d\b/);
  });

  test('says of every figure where it comes from, at its line or the one before', () => {
    const unsaid = lines.filter((line, i) => {
      const isFigure = FIGURE.test(code(line)) || (/^ {2}\w+: .*\d/.test(code(line)) && section(lines, i) === 'parameters');
      return isFigure && !isSourced(comment(line)) && !isSourced(comment(lines[i - 1] ?? ''));
    });
    expect(unsaid).toEqual([]);
  });

  describe('simulated', () => {
    let report: Report;
    beforeAll(async () => {
      report = await simulate(parseModel(text, { file }), { years: 5000, seed: 'models', workers: 0 });
    });

    test('is as available as public figures make believable', () => {
      const band = BELIEVABLE[file];
      expect(band, `${file} has no band`).toBeDefined();
      const [low, high] = report.availability.ci95;
      expect(low, band.because).toBeGreaterThan(band.above);
      expect(high, band.because).toBeLessThan(band.below);
    });

    test('recovers as fast as is published, where anything is', () => {
      const { quantile, above, below } = BELIEVABLE[file].recovery ?? { quantile: 'p50', above: 0, below: Infinity };
      expect(report.recoveryTime[quantile]).toBeGreaterThan(above);
      expect(report.recoveryTime[quantile]).toBeLessThan(below);
    });

    test('is less available than the bare arithmetic claims, where anything is redundant', () => {
      const { arithmetic, ci95 } = report.availability;
      // With one server there is nothing that the arithmetic could overlook.
      // Where faults are hidden, or there is a load, there is none.
      if (model(file).words.some((word) => word === 'failure mode.latent' || word === 'service.load')) expect(arithmetic).toBeNull();
      else if (file === 'single-server.yaml') expect(arithmetic).toBeGreaterThan(ci95[0] ?? 1);
      else expect(arithmetic).toBeGreaterThan(ci95[1] ?? 1);
    });
  });
});

test('four nines a year are kept, and credits owed in most years all the same', async () => {
  const { availability, targets, windows } = await simulate(model('four-nines-and-credits.yaml'), { years: 2000, seed: 'models', workers: 0 });
  expect(targets[0]).toMatchObject({ target: 'availability', goal: 0.9999, verdict: 'met' });
  expect(availability.ci95[0]).toBeGreaterThan(0.9999);
  expect(windows!.yearsWithBroken.ci95[0]).toBeGreaterThan(0.5);
  expect(windows!.creditsPerYear.ci95[0]).toBeGreaterThan(0);
});

test('every believable band belongs to a model', () => {
  expect(Object.keys(BELIEVABLE).sort()).toEqual([...files].sort());
});

describe.each(files.filter((file) => model(file).experiments.length > 0))('the experiments of %s', (file) => {
  test('are about what can happen to it, and end', async () => {
    for (const { name, noticed, recovered, permanentLoss } of await drills(file, 200)) {
      expect(noticed.mean + (MAY_GO_UNNOTICED.has(name) ? 1 : 0), name).toBeGreaterThan(0);
      expect(recovered.mean, name).toBe(1);
      expect(permanentLoss.mean, name).toBe(0);
    }
  });
});

/** What redundancy is there for. */
const MAY_GO_UNNOTICED = new Set(['kill-pod', 'lose-node', 'lose-zone']);

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A published band; the median and the 95th percentile of `lose-region` have to lie in it. Seconds, and multiples. */
interface Band {
  readonly recovery: readonly [from: number, to: number];
  readonly loss: readonly [from: number, to: number];
  readonly cost: readonly [from: number, to: number];
}

/** The strategies as published: `field-notes`; hours are 1 to 24 of them, tens of minutes 10 to 60, about zero is below a minute. */
const STRATEGIES: Readonly<Record<string, Band>> = {
  'dr/backup-restore.yaml': { recovery: [HOUR, 4 * HOUR], loss: [HOUR, 24 * HOUR], cost: [1.05, 1.15] },
  'dr/pilot-light.yaml': { recovery: [10 * MINUTE, HOUR], loss: [MINUTE, HOUR], cost: [1.1, 1.5] },
  'dr/warm-standby.yaml': { recovery: [5 * MINUTE, 15 * MINUTE], loss: [0.5, 5 * MINUTE], cost: [1.4, 1.6] },
  'dr/active-active.yaml': { recovery: [0, MINUTE], loss: [0, 0], cost: [1.9, 2.1] },
};

describe('the four strategies', () => {
  const strategies = Object.keys(STRATEGIES);

  test.each(strategies)('%s comes out, simulated from its parts, in the band that is published for it', async (file) => {
    const { recovery, loss, cost } = STRATEGIES[file];
    // In 1,000 runs the share below a 95th percentile is known to 0.7%; the bands are as wide as a factor of three and more.
    expect(read(file)).not.toMatch(/^ *(strategy|standby):/m);
    const { recoveryTime, dataLoss } = await drill(file, 'lose-region', 1000);
    for (const quantile of ['p50', 'p95'] as const) {
      expect(within(recoveryTime[quantile], recovery), `recovery ${quantile}: ${recoveryTime[quantile]}`).toBe(true);
      expect(within(dataLoss[quantile], loss), `data loss ${quantile}: ${dataLoss[quantile]}`).toBe(true);
    }
    const { relative } = (await simulate(model(file), { years: 1, workers: 0 })).cost!;
    expect(within(relative, cost), `cost: ${relative}`).toBe(true);
  });

  test('are the same system in the same world: they differ in the service that works on the sites, and in its targets', () => {
    const [first, ...others] = strategies.map((file) => withoutStrategy(read(file)));
    expect(first).toContain('data_size: 500 GB');
    expect(first).toContain('lose-region:');
    for (const other of others) expect(other).toBe(first);
  });

  test('lose the same to a mistake, which is copied as faithfully as everything else', async () => {
    for (const file of strategies) {
      const { recoveryTime, dataLoss } = await drill(file, 'drop-table', 500);
      expect(recoveryTime.p50).toBeGreaterThan(HOUR);
      expect(dataLoss.p50).toBeGreaterThan(2 * HOUR);
    }
  });
});

describe('what the heads of the others promise', () => {
  test('a synchronous pair loses nothing and waits, an asynchronous one loses its lag and goes on', async () => {
    const [sync, async_, syncAlone, asyncAlone] = await drills('dr/sync-and-async.yaml', 1000);
    expect([sync.dataLoss.p95, syncAlone.dataLoss.p95]).toEqual([0, 0]);
    expect(async_.dataLoss.p50).toBeGreaterThan(0.5);
    expect(async_.dataLoss.p95).toBeGreaterThan(10);
    expect(asyncAlone.dataLoss.p50).toBeGreaterThan(10 * MINUTE);
    expect(syncAlone.recoveryTime.p50! - asyncAlone.recoveryTime.p50!).toBeGreaterThan(5 * MINUTE);
  });

  test('a person at night takes ten minutes and more where a script takes one, and leaves short crashes alone', async () => {
    const [script, hand, scriptCrash, handCrash] = await drills('dr/on-call-at-night.yaml', 1000);
    expect(script.recoveryTime.p95).toBeLessThan(2 * MINUTE);
    expect(hand.recoveryTime.p50).toBeGreaterThan(8 * MINUTE);
    expect(hand.recoveryTime.p95).toBeGreaterThan(40 * MINUTE);
    expect(handCrash.dataLoss.p50).toBe(0);
    expect(scriptCrash.dataLoss.p50).toBeGreaterThan(0.5);
  });

  test('a full backup is restored soonest, the log loses least, and a chain of incrementals breaks most', async () => {
    const [full, differential, incremental, log] = await drills('dr/backup-policies.yaml', 1000);
    const restores = [full, differential, log].map(({ recoveryTime }) => recoveryTime.p95!);
    expect(restores).toEqual([...restores].sort((a, b) => a - b));
    expect(log.dataLoss.p95).toBeLessThan(5 * MINUTE);
    expect(differential.dataLoss.p95).toBeLessThan(24 * HOUR);
    expect(incremental.dataLoss.p95).toBeGreaterThan(40 * HOUR);
  });

  test('the loss of a region is a rare incident, and a long one', async () => {
    const { recoveryTime } = await drill('two-region-web-shop.yaml', 'lose-region', 1000);
    expect(within(recoveryTime.p50, [5 * MINUTE, 15 * MINUTE])).toBe(true);
    expect(recoveryTime.p95).toBeGreaterThan(15 * MINUTE);
  });
});

async function drills(file: string, runs: number): Promise<readonly ExperimentFigures[]> {
  return (await experiment(model(file), { runs, seed: 'gallery', workers: 0 })).experiments;
}

async function drill(file: string, name: string, runs: number): Promise<ExperimentFigures> {
  const { experiments } = await experiment(model(file), { names: [name], runs, seed: 'gallery', workers: 0 });
  return experiments[0];
}

function within(value: number | 'for good' | null, [from, to]: readonly [number, number]): boolean {
  return typeof value === 'number' && value >= from && value <= to;
}

/** What is left of a model of the four without its head, its name, the service on the sites and its targets. */
function withoutStrategy(text: string): string {
  return text.slice(text.indexOf('\nparameters:')).replace(/^ {2}shop:\n(?: {3,}.*\n)*/m, '').replace(/^targets: .*\n/m, '');
}

/** A line without its comment; no text in the gallery has a # in it. */
function code(line: string): string {
  return line.split('#')[0];
}

function comment(line: string): string {
  return line.slice(code(line).length);
}

/** An assumption that calls itself one, or a publication with its year. */
function isSourced(text: string): boolean {
  return /assumption/i.test(text) || /[A-Z][\w&. -]+.*\b(19|20)\d\d\b/.test(text);
}

function section(lines: readonly string[], at: number): string {
  const heads = lines.slice(0, at + 1).filter((line) => /^\w/.test(line));
  return heads.at(-1)?.split(':')[0] ?? '';
}
