import type { ExperimentsReport, QuantileIntervals, Report, Tier } from '../../src/analysis/report.ts';

const interval = (value: number): [number, number] => [value * 0.97, value * 1.03];
const estimate = (mean: number) => ({ mean, ci95: interval(mean) });
const between = (p50: number, p90: number, p95: number, p99: number): QuantileIntervals => ({
  p50: interval(p50),
  p90: interval(p90),
  p95: interval(p95),
  p99: interval(p99),
});

const reached = (count: number, p50: number | null, p95: number | null, lost: number | null, tier: Tier) => ({
  recoveryTime: { count, p50, p95 },
  dataLoss: { count, p50: lost, p95: lost },
  tier,
});
/** Histograms that the table and the machine formats do not print. */
const DRAWN = { recoveryTime: { edges: [60, 3600], counts: [9] }, dataLoss: { edges: [0, 60], counts: [9] } };

/** A plausible report of the three-zone web shop; every figure made up. */
export const report: Report = {
  nines: 1,
  kind: 'report',
  model: { name: 'Web shop, three zones', sha256: 'ab'.repeat(32), parameters: { zone_mtbf: 63_115_200, web_replicas: 6, repair: 'uniform(1 h, 2 h)' } },
  run: { years: 10_000, replications: 1000, seed: '1', events: 12_345_678, seconds: 4.123, workers: 2, partial: false, version: '0.1.0' },
  availability: {
    mean: 0.99971,
    ci95: [0.999702, 0.999718],
    nines: 3.5376,
    requests: { mean: 0.99969, ci95: [0.99968, 0.9997] },
    out: { mean: 0.00021, ci95: [0.0002, 0.00022] },
    degraded: { mean: 0.0004, ci95: [0.00039, 0.00041] },
    downtimePerYear: { mean: 9151, ci95: [8911, 9391], p50: 3510, p90: 21_600, p95: 34_000, p99: 90_000, max: 400_000, quantileCi95: between(3510, 21_600, 34_000, 90_000), histogram: { edges: [0, 60, 1e6], counts: [1200, 8800] } },
    perfectYears: 0.12,
    arithmetic: 0.99998,
    arithmeticUnavailability: 2e-5,
    exact: { value: null, method: null, reason: 'web checks health: it takes time to notice a failure.' },
    trust: { relativeStandardError: 0.01, largestShare: 0.002, lowerBound: false, unseen: [] },
  },
  incidents: {
    perYear: estimate(2.3),
    mtbf: 13_700_000,
    byCause: [
      { cause: 'eu-west-1/outage', incidentsPerYear: 0.12, downtimePerYear: 5400, share: 0.59, ...DRAWN, ci95: { incidentsPerYear: interval(0.12), downtimePerYear: interval(5400) } },
      { cause: 'db/crash', incidentsPerYear: 2, downtimePerYear: 3000, share: 0.328, ...DRAWN, ci95: { incidentsPerYear: interval(2), downtimePerYear: interval(3000) } },
      { cause: 'db/disk', incidentsPerYear: 0.18, downtimePerYear: 741, share: 0.081, ...DRAWN, ci95: { incidentsPerYear: interval(0.18), downtimePerYear: interval(741) } },
      { cause: 'bad-deploy', incidentsPerYear: 0.0004, downtimePerYear: 10, share: 0.001, ...DRAWN, ci95: { incidentsPerYear: [0, 0.0008], downtimePerYear: [0, 22] } },
      { cause: 'cache/crash', incidentsPerYear: 0, downtimePerYear: 0, share: 0, ...DRAWN, ci95: { incidentsPerYear: [0, 0], downtimePerYear: [0, 0] } },
    ],
    byDomain: [
      { domain: 'eu-west-1', downtimePerYear: 5400, share: 0.59, ci95: interval(5400) },
      { domain: 'eu-west-1a', downtimePerYear: 3741, share: 0.409, ci95: interval(3741) },
      { domain: '', downtimePerYear: 10, share: 0.001, ci95: [0, 22] },
    ],
    byService: [
      { service: 'db', downtimePerYear: 7351, share: 0.803, ci95: interval(7351) },
      { service: 'web', downtimePerYear: 1800, share: 0.197, ci95: interval(1800) },
    ],
    byStage: [
      { stage: 'detect', downtimePerYear: 62, share: 0.007, ci95: interval(62) },
      { stage: 'promote', downtimePerYear: 48, share: 0.005, ci95: interval(48) },
      { stage: 'repair', downtimePerYear: 9041, share: 0.988, ci95: interval(9041) },
    ],
    byFailures: [
      { failures: 1, incidentsPerYear: 2.28, downtimePerYear: 9141, share: 0.999, ci95: interval(9141) },
      { failures: 2, incidentsPerYear: 0.02, downtimePerYear: 10, share: 0.001, ci95: [0, 22] },
    ],
  },
  recoveryTime: {
    count: 23_000,
    censored: 0,
    mean: 3980,
    ci95: interval(3980),
    p50: 62,
    p90: 7200,
    p95: 15_000,
    p99: 40_000,
    max: 400_000,
    quantileCi95: between(62, 7200, 15_000, 40_000),
    withinTarget: 0.93,
    histogram: { edges: [0, 60, 3600, 1e6], counts: [100, 20_000, 2900] },
    stages: { detect: 27, decide: 0, promote: 21, restore: 0, redirect: 4.6, warmUp: 52.4, hours: 0, people: 0, parts: 0, repair: 3875 },
    stagesCi95: { detect: interval(27), decide: [0, 0], promote: interval(21), restore: [0, 0], redirect: interval(4.6), warmUp: interval(52.4), hours: [0, 0], people: [0, 0], parts: [0, 0], repair: interval(3875) },
  },
  dataLoss: {
    count: 23_000,
    zero: 0.97,
    permanent: 0,
    mean: 0.4,
    ci95: interval(0.4),
    p50: 0,
    p90: 0,
    p95: 0,
    p99: 12,
    max: 4000,
    quantileCi95: between(0, 0, 0, 12),
    withinTarget: 0.998,
    histogram: { edges: [0, 60, 1e4], counts: [600, 90] },
    perYear: 0.92,
    perYearCi95: interval(0.92),
    restorablePerYear: { mean: 0.92, ci95: interval(0.92) },
    permanentPerYear: { mean: 0, ci95: [0, 0.0004] },
  },
  targets: [
    { target: 'availability', goal: 0.9995, value: 0.99971, ci95: [0.999702, 0.999718], yearsMet: 0.83, verdict: 'met' },
    { target: 'rto', goal: 900, value: 15_000, ci95: [14_000, 16_000], yearsMet: 0.7, verdict: 'missed' },
    { target: 'rpo', goal: 60, value: null, ci95: null, yearsMet: null, verdict: 'undecided' },
    { target: 'budget', goal: 40_000, value: 36_201, ci95: [36_201, 36_201], yearsMet: null, verdict: 'met' },
  ],
  cost: {
    currency: 'USD',
    infrastructure: 36_201,
    byService: [
      { service: 'web', perYear: 8941 },
      { service: 'db', perYear: 9116 },
      { service: 'cache', perYear: 18_144 },
    ],
    byDomain: [
      { domain: 'eu-west-1a', perYear: 19_000 },
      { domain: 'eu-west-1b', perYear: 17_000 },
      { domain: '', perYear: 201 },
    ],
    byKind: [
      { kind: 'compute', perYear: 30_000 },
      { kind: 'storage', perYear: 6000 },
      { kind: 'backup', perYear: 201 },
    ],
    standby: 4558,
    downtime: 50_839,
    dataLoss: 1.27,
    total: 87_041.27,
    relative: 1.52,
    ci95: { downtime: interval(50_839), dataLoss: interval(1.27), total: [85_500, 88_600] },
  },
  services: {
    web: { availability: { mean: 0.99971, ci95: [0.999702, 0.999718] }, downtimePerYear: estimate(9151), ...reached(23_000, 62, 14_848, 0, 4) },
    db: { availability: { mean: 0.99981, ci95: [0.9998, 0.99982] }, downtimePerYear: estimate(5990), ...reached(15_000, 60, 864, 20, 1) },
    cache: { availability: { mean: 1, ci95: [0.9999999, 1] }, downtimePerYear: { mean: 0, ci95: [0, 3] }, ...reached(0, null, null, null, 1) },
  },
};

const objective = (seconds: number, p50: number | null, p95: number | null) => ({
  count: 10_000,
  mean: seconds,
  ci95: interval(seconds),
  p50,
  p90: p95,
  p95,
  p99: p95,
  max: p95,
  quantileCi95: between(p50 ?? 0, p95 ?? 0, p95 ?? 0, p95 ?? 0),
  withinTarget: 0.96,
  histogram: { edges: [0, 60, 3600], counts: [4000, 6000] },
});

const nothing = {
  ...{ count: 0, mean: null, ci95: null, p50: null, p90: null, p95: null, p99: null, max: null, histogram: { edges: [], counts: [] } },
  quantileCi95: { p50: [null, null], p90: [null, null], p95: [null, null], p99: [null, null] },
} as const;

/** Two experiments, one of which misses its RTO and the other loses data for good; every figure made up. */
/** The same with an SLA of its own. */
export const promising: Report = {
  ...report,
  sla: {
    toleratesSeconds: 30,
    excludes: ['maintenance'],
    availability: { mean: 0.9998, ci95: [0.9997, 0.99985] },
    downtimePerYear: { mean: 6300, ci95: [6000, 6600] },
    incidentsPerYear: { mean: 2.5, ci95: [2.4, 2.6] },
  },
  windows: {
    window: 'month',
    promise: 0.9995,
    budgetSeconds: 1314.9,
    broken: { mean: 0.051, ci95: [0.049, 0.053] },
    yearsWithBroken: { mean: 0.46, ci95: [0.45, 0.47] },
    creditsPerYear: { mean: 1234, ci95: [1200, 1270] },
    budgetLeft: { p5: -0.12, p50: 0.8, p95: 1 },
  },
  planned: {
    downtimePerYear: { mean: 3600, ci95: [3500, 3700] },
    unplannedDowntimePerYear: { mean: 5400, ci95: [5000, 5800] },
    maintenance: {
      downtimePerYear: { mean: 3600, ci95: [3500, 3700] },
      incidentsPerYear: { mean: 12.2, ci95: [12, 12.4] },
      services: [{ name: 'web', perYear: { mean: 36.5, ci95: [36, 37] }, waitSeconds: 7200 }],
    },
  },
  mission: {
    ...{ seconds: 3.6e6, runs: 10_000, followedSeconds: 1e9 },
    reliability: { mean: 0.91, ci95: [0.9, 0.92] },
    meanSecondsToFirstIncident: { mean: 4e7, ci95: [3.9e7, 4.1e7] },
    firstCauses: [{ cause: 'db/crash', share: 1, ci95: [0.99, 1] }],
    curve: { seconds: [0, 3.6e6], reliability: [1, 0.91] },
  },
};

export const experiments: ExperimentsReport = {
  nines: 1,
  kind: 'experiments',
  model: report.model,
  run: { ...report.run, years: 0, replications: 20_000 },
  experiments: [
    {
      name: 'lose-region',
      what: 'fail eu-west-1 for 1 day',
      runs: 10_000,
      noticed: estimate(0.98),
      recovered: { mean: 1, ci95: [0.9996, 1] },
      recoveryTime: {
        ...objective(870, 820, 1900),
        censored: 0,
        stages: { detect: 90, decide: 480, promote: 240, restore: 0, redirect: 60, warmUp: 0, hours: 0, people: 0, parts: 0, repair: 0 },
        stagesCi95: { detect: interval(90), decide: interval(480), promote: interval(240), restore: [0, 0], redirect: interval(60), warmUp: [0, 0], hours: [0, 0], people: [0, 0], parts: [0, 0], repair: [0, 0] },
      },
      dataLoss: { ...objective(4, 3, 22), zero: 0, permanent: 0 },
      permanentLoss: { mean: 0, ci95: [0, 0.0004] },
      targets: [
        { target: 'rto', goal: 900, value: 1900, ci95: [1850, 1960], runsMet: 0.55, verdict: 'missed' },
        { target: 'rpo', goal: 60, value: 22, ci95: [21, 23], runsMet: 0.999, verdict: 'met' },
      ],
    },
    {
      name: 'drop-table',
      what: 'corrupt db',
      runs: 10_000,
      noticed: { mean: 0, ci95: [0, 0.0004] },
      recovered: estimate(0.88),
      recoveryTime: { ...nothing, censored: 0, withinTarget: null, stages: null, stagesCi95: null },
      dataLoss: { ...objective(100, 100, null), zero: 0.2, permanent: 0.12, mean: 'for good', ci95: ['for good', 'for good'], p95: 'for good', p99: 'for good', max: 'for good', quantileCi95: { ...between(100, 100, 0, 0), p95: [200, 'for good'], p99: ['for good', 'for good'] } },
      permanentLoss: estimate(0.12),
      targets: [
        { target: 'rto', goal: 900, value: 0, ci95: [0, 0], runsMet: 1, verdict: 'met' },
        { target: 'rpo', goal: 60, value: 'for good', ci95: [200, 'for good'], runsMet: 0.95, verdict: 'undecided' },
      ],
    },
  ],
};
