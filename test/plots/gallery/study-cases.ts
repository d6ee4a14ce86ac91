import type { ComparisonReport, Difference, SweepReport } from '../../../src/analysis/report.ts';
import type { CandidateFigures, OptimizationReport } from '../../../src/analysis/report-optimization.ts';
import { SECONDS_PER_YEAR } from '../../../src/units/table.ts';
import { makeReport } from './make-report.ts';
import { spread } from './spread.ts';

/*
 * Comparisons, sweeps and searches for drawing, made of what is to have come out.
 */

const MINUTE = 60;
const HOSTILE = '<img src=x onerror=alert(1)>\u202e "quoted", and a comma ' + 'x'.repeat(80);

const difference = (
  mean: number,
  half: number,
  wanted: 'more' | 'less',
  varianceRemoved: number | null = 0.9,
): Difference => {
  const ci95 = [mean - half, mean + half] as const;
  const sign = ci95[0] > 0 ? 1 : ci95[1] < 0 ? -1 : 0;
  return {
    mean,
    ci95,
    varianceRemoved,
    verdict: sign === 0 ? 'undecided' : sign > 0 === (wanted === 'more') ? 'better' : 'worse',
  };
};

/** @param down seconds a year that each has more than the first, with half an interval */
export function makeComparison(
  names: readonly string[],
  down: readonly (readonly [mean: number, half: number])[],
  recovers = true,
): ComparisonReport {
  const models = names.map((name, i) => ({
    ...makeReport({
      name,
      years: spread(500, (40 + 10 * i) * MINUTE, 3),
      causes: [{ cause: 'zone/outage', lengths: spread(500, 20 * MINUTE, 3) }],
    }),
  }));
  return {
    nines: 1,
    kind: 'comparison',
    models,
    differences: names.flatMap((_, from) =>
      names.slice(from + 1).map((__, offset) => {
        const to = from + 1 + offset;
        const [mean, half] = [
          (down[to - 1]?.[0] ?? 0) - (from === 0 ? 0 : down[from - 1][0]),
          Math.max(down[to - 1][1], from === 0 ? 0 : down[from - 1][1]),
        ];
        return {
          from,
          to,
          availability: difference(-mean / SECONDS_PER_YEAR, half / SECONDS_PER_YEAR, 'more'),
          downtimePerYear: difference(mean, half, 'less'),
          recoveryTime: recovers ? difference(mean / 4, half * 20, 'less', 0.4) : null,
          dataLoss: difference(0, 0, 'less', null),
          dataLossPerYear: difference(0, 0, 'less', null),
          cost: difference(-40 * mean, 3 * half, 'less', 0.95),
        };
      }),
    ),
  };
}

/** @param points what is varied, and minutes down a year there; 0: never down */
export function makeSweep(
  name: string,
  points: readonly (readonly [value: number | string, minutes: number])[],
  { unit = 's', second = null as string | null, seconds = [0], target = true, partial = false } = {},
): SweepReport {
  const run = {
    years: 1000,
    replications: 1000,
    seed: '1',
    events: 0,
    seconds: 1,
    workers: 1,
    partial,
    version: 'gallery',
  };
  const some = points.flatMap(([value, minutes]) =>
    seconds.map((other, j) => {
      const down = minutes * MINUTE * (1 + j / 2);
      const made = makeReport({
        name: 'A shop',
        years: spread(1000, Math.max(down, 1e-9), 1.01).map((each) => (minutes === 0 ? 0 : each)),
        causes:
          minutes === 0 ? [] : [{ cause: 'db/crash', lengths: spread(800, down / 2, 3), losses: spread(800, 5, 2) }],
        targets: target ? { availability: 0.9999, rto: 30 * MINUTE } : {},
      });
      return { parameters: { [name]: value, ...(second === null ? {} : { [second]: other }) }, report: made };
    }),
  );
  const texts = points.some(([value]) => typeof value === 'string');
  return {
    nines: 1,
    kind: 'sweep',
    model: {
      name: 'A shop',
      sha256: '',
      parameters: {
        [name]: points[Math.floor(points.length / 2)]?.[0] ?? 0,
        ...(second === null ? {} : { [second]: seconds[0] }),
      },
    },
    run,
    asked: { years: 1000, precision: null, solve: null },
    vary: second === null ? [name] : [name, second],
    values: { [name]: points.map(([value]) => value), ...(second === null ? {} : { [second]: seconds }) },
    units: { [name]: texts ? null : unit, ...(second === null ? {} : { [second]: '' }) },
    points: some,
  };
}

/** @param candidates cost a year, minutes down a year, and how they ended; null: ruled out unseen */
export function makeOptimization(
  candidates: readonly (readonly [cost: number, minutes: number | null, state: CandidateFigures['state']])[],
  outcome: OptimizationReport['outcome'] = 'found',
): OptimizationReport {
  const figures = candidates.map(([cost, minutes, state], i): CandidateFigures => {
    const around = (mean: number, share = 0.1) => ({ mean, ci95: [mean * (1 - share), mean * (1 + share)] as const });
    return {
      model: 0,
      parameters: { [HOSTILE]: i + 2 },
      name: `replicas = ${i + 2}`,
      state,
      beatenBy: null,
      ruledOutBy: minutes === null ? 'infrastructure' : null,
      years: minutes === null ? 0 : 1000,
      replications: 1000,
      incidents: 10,
      availability: minutes === null ? null : { mean: 1 - (minutes * MINUTE) / SECONDS_PER_YEAR, ci95: [0, 1] },
      downtimePerYear:
        minutes === null ? null : minutes === 0 ? { mean: 0, ci95: [0, 30] } : around(minutes * MINUTE, 0.25),
      cost: { infrastructure: cost * 0.8, total: minutes === null ? null : around(cost, 0.05) },
      objective: minutes === null ? null : around(cost, 0.05),
      constraints: [{ verdict: state === 'infeasible' ? 'missed' : 'met', value: 0.9999, ci95: null }],
    };
  });
  const seen = figures
    .map((figure, candidate) => ({ figure, candidate }))
    .filter(({ figure }) => figure.downtimePerYear !== null);
  const frontier = seen
    .filter(
      ({ figure: a }) =>
        !seen.some(
          ({ figure: b }) =>
            b !== a && b.cost.total!.mean <= a.cost.total!.mean && b.downtimePerYear!.mean < a.downtimePerYear!.mean,
        ),
    )
    .map(({ candidate }) => ({ candidate, isCertain: false }));
  const best = figures.findIndex(({ state }) => state === 'best');
  return {
    nines: 1,
    kind: 'optimization',
    models: [
      {
        name: 'A shop',
        sha256: '',
        parameters: { [HOSTILE]: 3 },
        vary: [HOSTILE],
        values: { [HOSTILE]: candidates.map((_, i) => i + 2) },
        units: { [HOSTILE]: '' },
      },
    ],
    currency: 'USD',
    run: {
      years: 9000,
      replications: 900,
      seed: '1',
      events: 0,
      seconds: 1,
      workers: 1,
      partial: outcome === 'undecided',
      version: 'gallery',
    },
    asked: {
      goal: 'minimize',
      figure: 'cost.total',
      kind: 'moneyPerYear',
      constraints: [
        {
          text: 'availability >= 99.99%',
          figure: 'availability',
          kind: 'share',
          operator: '>=',
          goal: 0.9999,
          statistic: 'mean',
        },
      ],
      years: 160_000,
      indifference: { share: 0.01, amount: null },
      tolerance: 0.05,
    },
    procedure: {
      name: 'gallery',
      confidence: 0.95,
      indifference: 100,
      yearsPerObservation: 10,
      firstObservations: 32,
      errorPerDecision: 0.01,
      eta: 1,
      hSquared: 1,
      approximations: [],
    },
    outcome,
    best: best < 0 ? null : best,
    leading: outcome === 'undecided' ? 0 : null,
    candidates: figures,
    frontier,
    spent: { years: 9000, equalYears: 30_000, saved: 0.7, ruledOut: 1 },
  };
}

export const COMPARISONS: readonly ComparisonReport[] = [
  makeComparison(
    ['Web shop', 'Two zones', 'Three zones', HOSTILE],
    [
      [-25 * MINUTE, 2 * MINUTE],
      [40, 90],
      [6 * 3600, 3000],
    ],
  ),
  makeComparison(['A', 'B'], [[0, 0]], false),
];

const detect: readonly (readonly [number, number])[] = [7.5, 10.6, 15, 21.2, 30, 42.4, 60, 84.9, 120].map((seconds) => [
  seconds,
  20 + seconds,
]);

export const SWEEPS: readonly SweepReport[] = [
  makeSweep('detect', detect),
  makeSweep('detect', detect, { second: 'zones', seconds: [2, 3, 4, 5, 6, 7] }),
  makeSweep(
    'slow',
    [
      [60, 0],
      [120, 0],
      [180, 0],
    ],
    { target: false },
  ),
  makeSweep('repair', [
    ['exponential(1 h)', 90],
    ['constant(1 h)', 60],
    ['lognormal(2 h, 9 h)', 200],
  ]),
  makeSweep(
    HOSTILE,
    [
      [0.99, 500],
      [0.999, 50],
      [0.9999, 5],
    ],
    { unit: '', partial: true },
  ),
];

export const OPTIMIZATIONS: readonly OptimizationReport[] = [
  makeOptimization([
    [9000, 400, 'infeasible'],
    [12_000, 120, 'infeasible'],
    [15_000, 45, 'best'],
    [19_000, 50, 'beaten'],
    [21_000, 12, 'beaten'],
    [26_000, 14, 'beaten'],
    [31_000, 3, 'beaten'],
    [60_000, null, 'beaten'],
  ]),
  makeOptimization(
    [
      [10, 400, 'undecided'],
      [1000, 0, 'undecided'],
    ],
    'undecided',
  ),
  makeOptimization(
    [
      [10, 4000, 'infeasible'],
      [20, 3000, 'infeasible'],
    ],
    'infeasible',
  ),
];
