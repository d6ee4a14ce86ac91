import type { QuantileIntervals, Report } from '../../src/analysis/report.ts';

const interval = (value: number): [number, number] => [value * 0.97, value * 1.03];
const estimate = (mean: number) => ({ mean, ci95: interval(mean) });
const between = (p50: number, p90: number, p95: number, p99: number): QuantileIntervals => ({
  p50: interval(p50),
  p90: interval(p90),
  p95: interval(p95),
  p99: interval(p99),
});

/** A plausible report of the three-zone web shop; every figure made up. */
/** Histograms that the table and the machine formats do not print. */
const DRAWN = { recoveryTime: { edges: [60, 3600], counts: [9] }, dataLoss: { edges: [0, 60], counts: [9] } };

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
  },
  recoveryTime: {
    count: 23_000,
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
    byDomain: [{ domain: 'eu-west-1', perYear: 36_201 }],
    byKind: [{ kind: 'zone', perYear: 36_201 }],
    downtime: 50_839,
    dataLoss: 1.27,
    total: 87_041.27,
    relative: 1.52,
    ci95: { downtime: interval(50_839), dataLoss: interval(1.27), total: [85_500, 88_600] },
  },
  services: {
    web: { availability: { mean: 0.99971, ci95: [0.999702, 0.999718] }, downtimePerYear: estimate(9151) },
    db: { availability: { mean: 0.99981, ci95: [0.9998, 0.99982] }, downtimePerYear: estimate(5990) },
    cache: { availability: { mean: 1, ci95: [0.9999999, 1] }, downtimePerYear: { mean: 0, ci95: [0, 3] } },
  },
};
