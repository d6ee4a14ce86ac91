import type {
  GapFigures,
  GapStepName,
  SensitivityFigures,
  SensitivityInput,
} from '../../../src/analysis/report-explanation.ts';
import type { ImportanceFigures } from '../../../src/analysis/report-structure.ts';
import type { Difference, Report, StageName } from '../../../src/analysis/report.ts';
import { SECONDS_PER_YEAR } from '../../../src/units/table.ts';
import { makeReport } from './make-report.ts';
import { spread } from './spread.ts';

/** What explains a report, made up: the waterfall, the tornado, importance, the parts of the downtime. */
export interface WhyCase {
  readonly id: string;
  readonly title: string;
  readonly gap: GapFigures;
  readonly sensitivity: SensitivityFigures;
  readonly importance: readonly ImportanceFigures[];
  readonly report: Report;
}

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
const ORDER: readonly GapStepName[] = [
  'arithmetic',
  'sharedDomains',
  'detection',
  'failoverTime',
  'failoverFailure',
  'capacity',
  'shocks',
  'data',
];

/** @param added seconds a year of each step after the arithmetic; null: nothing in the model. @param width of the intervals, relative */
export function makeGap(claim: number, added: readonly (number | null)[], width = 0.12): GapFigures {
  let down = claim;
  return {
    steps: ORDER.map((step, i) => {
      const more = i === 0 ? null : (added[i - 1] ?? null);
      down += more ?? 0;
      const spreads = i === 0 ? 0 : width * down;
      const half = Math.abs(more ?? 0) * width;
      return {
        step,
        availability: {
          mean: 1 - down / SECONDS_PER_YEAR,
          ci95: [1 - (down + spreads) / SECONDS_PER_YEAR, 1 - (down - spreads) / SECONDS_PER_YEAR],
        },
        downtimePerYear: { mean: down, ci95: [down - spreads, down + spreads] },
        added: i === 0 ? null : { mean: more ?? 0, ci95: [(more ?? 0) - half, (more ?? 0) + half] },
        absent: i > 0 && more === null,
      };
    }),
  };
}

function difference(mean: number, half = Math.abs(mean) * 0.15): Difference {
  return {
    mean,
    ci95: [mean - half, mean + half],
    varianceRemoved: 0.9,
    verdict: half > Math.abs(mean) ? 'undecided' : mean < 0 ? 'better' : 'worse',
  };
}

/** @param low, high seconds of downtime a year more or less; a cost of 2 a second follows them */
export function makeInput(
  name: string,
  kind: SensitivityInput['kind'],
  value: number,
  unit: string,
  low: number,
  high: number,
  factor = 2,
): SensitivityInput {
  const end = (to: number, change: number) => ({
    value: to,
    downtimePerYear: difference(change),
    cost: difference(2 * change),
  });
  return { name, kind, value, unit, low: end(value / factor, low), high: end(value * factor, high) };
}

function importanceOf(
  element: string,
  kind: ImportanceFigures['kind'],
  unavailability: number,
  criticality: number,
  worth: number,
): ImportanceFigures {
  return {
    element,
    kind,
    unavailability,
    birnbaum: Math.min(1, (criticality * 5e-5) / unavailability),
    criticality,
    riskAchievementWorth: worth,
    riskReductionWorth: criticality >= 1 ? null : 1 / (1 - criticality),
  };
}

/** A report whose downtime is split as told, in shares. */
function split(
  report: Report,
  domains: Record<string, number>,
  services: Record<string, number>,
  stages: Partial<Record<StageName, number>>,
  failures: Record<number, number>,
): Report {
  const down = report.availability.downtimePerYear.mean;
  const part = (share: number) => ({
    downtimePerYear: share * down,
    ci95: [share * down * 0.85, share * down * 1.15] as const,
    share,
  });
  const { incidents } = report;
  return {
    ...report,
    incidents: {
      ...incidents,
      byDomain: Object.entries(domains).map(([domain, share]) => ({ domain, ...part(share) })),
      byService: Object.entries(services).map(([service, share]) => ({ service, ...part(share) })),
      byStage: Object.entries(stages).map(([stage, share]) => ({ stage: stage as StageName, ...part(share) })),
      byFailures: Object.entries(failures).map(([count, share]) => ({
        failures: Number(count),
        incidentsPerYear: share * incidents.perYear.mean,
        ...part(share),
      })),
    },
  };
}

const shop = makeReport({
  name: 'Web shop',
  years: [...Array<number>(220).fill(0), ...spread(1780, 9 * MINUTE, 6)],
  causes: [
    { cause: 'eu-west-1/outage', lengths: spread(260, 2 * HOUR, 4) },
    { cause: 'db/crash', lengths: spread(6000, MINUTE, 1.4) },
  ],
  stages: { detect: 31, decide: 300, promote: 42, restore: 4, redirect: 57, warmUp: 20, repair: 400 },
});
const quiet = makeReport({ name: 'Never down', years: Array<number>(10_000).fill(0), causes: [] });
const HOSTILE = '<img src=x onerror=alert(1)> \u202eright to left';

const INPUTS: readonly SensitivityInput[] = [
  makeInput('eu-west-1/outage mtbf', 'mtbf', 8 * SECONDS_PER_YEAR, 's', 24 * MINUTE, -12 * MINUTE),
  makeInput('eu-west-1/outage mttr', 'mttr', 3.1 * HOUR, 's', -11 * MINUTE, 23 * MINUTE),
  makeInput('postgres/crash mtbf', 'mtbf', 120 * DAY, 's', 3.1 * MINUTE, -1.5 * MINUTE),
  makeInput('db failover.detect', 'delay', 30, 's', -1.4 * MINUTE, 2.9 * MINUTE),
  makeInput('zone_mtbf', 'parameter', 2 * SECONDS_PER_YEAR, 's', 2.6 * MINUTE, -1.2 * MINUTE),
  makeInput('db failover.promote', 'delay', 22, 's', -1.1 * MINUTE, 2.1 * MINUTE),
  {
    ...makeInput('success', 'parameter', 0.99, '', 90, -40),
    high: { value: 1, downtimePerYear: difference(-40), cost: difference(-80) },
  },
  makeInput('web_replicas', 'parameter', 6, '', 45, 12),
  makeInput('redis/crash mtbf', 'mtbf', 60 * DAY, 's', 2, -1),
  {
    ...makeInput('server_price', 'parameter', 0.17 / 3600, 'USD/s', 0, 0),
    low: { value: 0.085 / 3600, downtimePerYear: difference(0), cost: difference(-4500, 0) },
    high: { value: 0.34 / 3600, downtimePerYear: difference(0), cost: difference(9000, 0) },
  },
];

export const WHY_CASES: readonly WhyCase[] = [
  {
    id: 'why-shop',
    title: 'A web shop, explained',
    gap: makeGap(5, [19 * MINUTE, 2.2 * MINUTE, 1.4 * MINUTE, 22, null, null, 3.5]),
    sensitivity: { factor: 2, years: 2000, asked: INPUTS.length, inputs: INPUTS },
    importance: [
      importanceOf('eu-west-1', 'domain', 4e-5, 0.93, 25_000),
      importanceOf('db[0]', 'member', 4e-5, 0.04, 34),
      importanceOf('db[1]', 'member', 4e-5, 0.04, 34),
      importanceOf('bad deploy', 'shock', 1e-6, 0.02, 25_000),
    ],
    report: split(
      shop,
      { 'eu-west-1': 0.82, 'eu-west-1a': 0.11, '': 0.07 },
      { db: 0.61, web: 0.38, cache: 0.01 },
      { detect: 0.1, decide: 0.02, promote: 0.05, redirect: 0.03, repair: 0.8 },
      { 0: 0.01, 1: 0.86, 2: 0.12, 3: 0.01 },
    ),
  },
  {
    id: 'why-spans',
    title: 'Steps over five orders of magnitude, one that takes off',
    gap: makeGap(0.4, [3, 40, 12 * MINUTE, -2 * MINUTE, 3 * HOUR, 26 * HOUR, 0], 0.4),
    sensitivity: {
      factor: 10,
      years: 2000,
      asked: 4,
      inputs: [
        makeInput('a', 'parameter', 3, '', -30 * HOUR, 40 * DAY, 10),
        makeInput('both worse', 'delay', 60, 's', 20 * HOUR, 9 * HOUR, 10),
        makeInput('both better', 'delay', 60, 's', -3 * HOUR, -9 * HOUR, 10),
        makeInput('nothing at all', 'mttr', 60, 's', 0, 0, 10),
      ],
    },
    importance: Array.from({ length: 40 }, (_, i) => importanceOf(`db[${i}]`, 'member', 1e-4, 0.5 / (i + 1), 10)),
    report: split(
      shop,
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`zone-${i}`, 1 / 30])),
      { db: 1 },
      { repair: 1 },
      { 1: 1 },
    ),
  },
  {
    id: 'why-quiet',
    title: 'Nothing to explain',
    gap: makeGap(0, [null, null, null, null, null, null, null]),
    sensitivity: { factor: 2, years: 2000, asked: 0, inputs: [] },
    importance: [],
    report: quiet,
  },
  {
    id: 'why-hostile',
    title: 'Hostile names',
    gap: makeGap(30 * DAY, [300 * DAY, null, null, null, null, null, 20 * DAY]),
    sensitivity: {
      factor: 1.5,
      years: 2000,
      asked: 2,
      inputs: [
        makeInput(HOSTILE, 'parameter', 1, '', -1e-4, 2e-4, 1.5),
        makeInput('x'.repeat(300), 'mtbf', 1e9, 's', 1e-4, -5e-5, 1.5),
      ],
    },
    importance: [importanceOf(HOSTILE, 'shock', 1e-12, 1, 1e9), importanceOf('y'.repeat(300), 'domain', 1e-3, 1e-9, 1)],
    report: split(shop, { [HOSTILE]: 0.7, '': 0.3 }, { ['z'.repeat(300)]: 1 }, { repair: 1 }, { 2: 1 }),
  },
];
