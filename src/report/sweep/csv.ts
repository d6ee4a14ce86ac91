import type { Loss, QuantileInterval, Report, SweepReport } from '../../analysis/report.ts';
import { type Value, writeCsv } from '../csv.ts';

/** Name, value and interval of each figure; names have a dot, which no parameter has. */
const FIGURES: readonly (readonly [
  name: string,
  read: (report: Report) => readonly [value: Loss | null, interval: QuantileInterval<Loss>],
])[] = [
  ['availability.mean', ({ availability: { mean, ci95 } }) => [mean, ci95]],
  [
    'downtimePerYear.mean',
    ({
      availability: {
        downtimePerYear: { mean, ci95 },
      },
    }) => [mean, ci95],
  ],
  [
    'incidents.perYear',
    ({
      incidents: {
        perYear: { mean, ci95 },
      },
    }) => [mean, ci95],
  ],
  ['recoveryTime.p95', ({ recoveryTime: { p95, quantileCi95 } }) => [p95, quantileCi95.p95]],
  ['dataLoss.p95', ({ dataLoss: { p95, quantileCi95 } }) => [p95, quantileCi95.p95]],
  ['cost.total', ({ cost: { total, ci95 } }) => [total, ci95.total]],
];

/**
 * A sweep as CSV, ready to be plotted: one line a point, unlike the long form of the other reports. First the
 * parameters, then each figure with the bounds of its interval, as `cost.total`, `cost.total.low`, `cost.total.high`;
 * all in SI units and in the model's currency. What has no value or no bound is empty.
 */
export function renderSweepCsv({ vary, points }: SweepReport): string {
  const header: Value[] = [
    ...vary,
    ...FIGURES.flatMap(([name]) => [name, `${name}.low`, `${name}.high`]),
    'run.years',
    'run.partial',
  ];
  const lines = points.map(({ parameters, report }): Value[] => [
    ...vary.map((name) => parameters[name]),
    ...FIGURES.flatMap(([, read]) => {
      const [value, [low, high]] = read(report);
      return [value, low, high];
    }),
    report.run.years,
    report.run.partial,
  ]);
  return writeCsv([header, ...lines]);
}
