import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkModel, parseModel, simulate, type Report } from '../../src/index.ts';

const folder = fileURLToPath(new URL('../../models/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

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
  'two-region-web-shop.yaml': { above: 0.9999, below: 0.99999, because: 'two regions beat the EC2 region SLA (2022), and no person fails over within the five minutes a year of five nines' },
  'patroni.yaml': {
    above: 0.9999,
    below: 0.99999,
    because: 'a few failovers of a minute a year leave four nines, and etcd as a whole takes the fifth',
    recovery: { quantile: 'p95', above: 20, below: 60 }, // Patroni's defaults: ttl 30 s and two loops of 10 s at most
  },
  'kubernetes-deployment.yaml': { above: 0.999, below: 0.9999, because: 'the GKE SLA for pods in several zones (2023) is a floor, the EC2 region SLA (2022) the ceiling' },
  'everything-forgotten.yaml': { above: 0.995, below: 0.999, because: 'a chain is weaker than its weakest promise: one load balancer, 99.9% (ELB SLA, 2022)' },
};

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
      const isFigure = /\b(mtbf|mttr|availability|cost|interval):/.test(code(line)) || (/^ {2}\w+: .*\d/.test(code(line)) && section(lines, i) === 'parameters');
      return isFigure && !isSourced(comment(line)) && !isSourced(comment(lines[i - 1] ?? ''));
    });
    expect(unsaid).toEqual([]);
  });

  describe('simulated', () => {
    let report: Report;
    beforeAll(async () => {
      report = await simulate(parseModel(text, { file }), { years: 5000, seed: 'gallery', workers: 0 });
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
      if (file === 'single-server.yaml') expect(arithmetic).toBeGreaterThan(ci95[0] ?? 1);
      else expect(arithmetic).toBeGreaterThan(ci95[1] ?? 1);
    });
  });
});

test('every believable band belongs to a model', () => {
  expect(Object.keys(BELIEVABLE).sort()).toEqual([...files].sort());
});

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
