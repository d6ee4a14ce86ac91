import { type FigureKey, REPORT_FIGURES } from '../../analysis/report-figures.ts';
import type { SweepReport } from '../../analysis/report.ts';
import { askedOf } from '../comparison/compared.ts';
import { targetKey } from '../target-name.ts';
import { statisticOf, type Value, writeCsv } from '../csv.ts';

/** Value and interval of each; their names have a dot, which no parameter has. */
const COLUMNS: readonly FigureKey[] = [
  ...(['availability.mean', 'availability.downtimePerYear.mean', 'incidents.perYear'] as const),
  ...(['recoveryTime.p95', 'dataLoss.p95', 'cost.total'] as const),
];

/** Of the availability, where nobody knows all inputs: nine worlds in ten are between the first and the last. */
const RANGE = ['p5', 'p50', 'p95'] as const;

/**
 * A sweep as CSV, ready to be plotted: one line a point, unlike the long form of the other reports. First the
 * parameters, then each figure with the bounds of its interval, as `cost.total`, `cost.total.low`, `cost.total.high`;
 * all in SI units and in the model's currency. What has no value or no bound is empty.
 */
export function renderSweepCsv({ vary, points }: SweepReport): string {
  const columns = [...COLUMNS, ...askedOf(points.map(({ report }) => report))];
  const isDoubted = points.some(({ report }) => report.doubt !== undefined);
  const chances = points[0]?.report.targets.map(targetKey) ?? [];
  const header: Value[] = [
    ...vary,
    ...columns.map((key) => statisticOf(key).join('.')).flatMap((name) => [name, `${name}.low`, `${name}.high`]),
    ...(isDoubted ? [...RANGE.map((at) => `doubt.${at}`), ...chances.map((name) => `${name}.chance`)] : []),
    'run.years',
    'run.partial',
  ];
  const lines = points.map(({ parameters, report }): Value[] => [
    ...vary.map((name) => parameters[name]),
    ...columns.flatMap((key) => {
      const { value, interval } = REPORT_FIGURES[key].read(report);
      return [value, interval?.[0] ?? null, interval?.[1] ?? null];
    }),
    ...(isDoubted ? RANGE.map((at) => report.availability.doubt?.[at] ?? null) : []),
    ...(isDoubted ? chances.map((_, i) => report.targets[i].chance ?? null) : []),
    report.run.years,
    report.run.partial,
  ]);
  return writeCsv([header, ...lines]);
}
