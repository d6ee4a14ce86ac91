import { FOR_GOOD } from '../../analysis/for-good.ts';
import type { ExperimentFigures, Loss, QuantileInterval, QuantileIntervals, Quantiles } from '../../analysis/report.ts';
import { duration, knownOf, timesText } from '../../units/figure.ts';
import { TIME_SCALE } from '../../units/scale.ts';
import { type Published, PUBLISHED, type StrategyName } from './published.ts';
import { estimateColumns, type Table, type Value } from './table.ts';
import { listed } from './text.ts';

/** What came of losing a region under one strategy. */
export interface StrategyResult {
  readonly strategy: StrategyName;
  readonly experiment: ExperimentFigures;
  /** Running cost relative to the same without redundancy; null: not known, or nothing costs anything. */
  readonly relative: number | null;
}

/** Quantiles of a time; null: none was seen. */
export interface Times<T = number> {
  readonly p50: T | null;
  readonly p95: T | null;
  /** Of the p95, and of the p50. */
  readonly ci95: QuantileInterval<T>;
  readonly ci95OfHalf: QuantileInterval<T>;
}

export interface StrategyPoint {
  /** Its number, from 1. */
  readonly number: number;
  readonly published: Published;
  readonly recovery: Times;
  readonly loss: Times<Loss>;
  readonly relative: number | null;
}

/** Those that have been tried, in the order of the published table. */
export function strategyPoints(results: readonly StrategyResult[]): readonly StrategyPoint[] {
  return PUBLISHED.flatMap((published, i) => {
    const found = results.find(({ strategy }) => strategy === published.strategy);
    if (found === undefined) return [];
    const { recoveryTime, dataLoss } = found.experiment;
    return [
      { number: i + 1, published, recovery: timesOf(recoveryTime), loss: timesOf(dataLoss), relative: found.relative },
    ];
  });
}

function timesOf<T>({
  p50,
  p95,
  quantileCi95,
}: Quantiles<T> & { readonly quantileCi95: QuantileIntervals<T> }): Times<T> {
  return { p50, p95, ci95: quantileCi95.p95, ci95OfHalf: quantileCi95.p50 };
}

function boundText(loss: Loss | null, interval: QuantileInterval<Loss>): string {
  return loss === FOR_GOOD
    ? 'all of it, for good'
    : loss === 0 || loss === null
      ? 'nothing'
      : duration(loss, knownOf(interval));
}

export function readStrategy({ published: { name, rto, rpo, cost }, recovery, loss, relative }: StrategyPoint): string {
  const lost =
    loss.p50 === 0 && loss.p95 === 0
      ? 'loses nothing'
      : `loses at most ${boundText(loss.p50, loss.ci95OfHalf)} and ${boundText(loss.p95, loss.ci95)}`;
  const back =
    (recovery.p95 ?? 0) === 0
      ? 'nobody notices in 95 of 100 runs'
      : `back within ${duration(recovery.p50 ?? 0, knownOf(recovery.ci95OfHalf))} in half of the runs and ` +
        `${duration(recovery.p95 ?? 0, knownOf(recovery.ci95))} in 95 of 100`;
  return (
    `${name}: ${back}; ${lost}${relative === null ? '' : `; ${timesText(relative)} the cost`}. Published: RTO ` +
    `${rto.text}, RPO ${rpo.text}, ${cost}.`
  );
}

export function describeStrategies(points: readonly StrategyPoint[]): string {
  if (points.length === 0) return 'No strategy has been tried yet.';
  return (
    'The loss of a region under ' +
    `${points.length === 1 ? 'one recovery strategy' : `${points.length} recovery strategies`}: data lost ` +
    `against time to recover. ${points.map(readStrategy).join(' ')}`
  );
}

/** `Quickest back: Active-active. Cheapest: Backup and restore.` */
export function strategiesSentence(points: readonly StrategyPoint[]): string {
  if (points.length < 2) return points.map(readStrategy).join('');
  const least = (value: (point: StrategyPoint) => number) => {
    const lowest = Math.min(...points.map(value));
    const best = points.filter((point) => value(point) === lowest);
    return lowest === Infinity || best.length === points.length
      ? null
      : listed(best.map(({ published }) => published.name.toLowerCase()));
  };
  const [quickest, cheapest] = [
    least(({ recovery }) => recovery.p95 ?? Infinity),
    least(({ relative }) => relative ?? Infinity),
  ];
  const parts = [
    quickest === null ? '' : `Soonest back: ${quickest}.`,
    cheapest === null ? '' : `Cheapest: ${cheapest}.`,
  ];
  return parts.filter((part) => part !== '').join(' ') || 'They are all alike.';
}

export function strategiesTable(points: readonly StrategyPoint[]): Table {
  const half = (of: 'recovery' | 'loss') => (value: number, row: readonly Value[]) =>
    duration(value, knownOf(points.find(({ published }) => published.name === row[0])?.[of].ci95OfHalf ?? null));
  return {
    columns: [
      { label: 'Strategy' },
      { label: 'Recovery p50', unit: 's', format: half('recovery') },
      ...estimateColumns('Recovery p95', TIME_SCALE, 's'),
      { label: 'RTO published' },
      { label: 'Data loss p50', unit: 's', format: half('loss') },
      ...estimateColumns('Data loss p95', TIME_SCALE, 's', ['Loss, 95% from', 'Loss, 95% to']),
      { label: 'RPO published' },
      { label: 'Relative cost', format: timesText },
      { label: 'Cost published' },
    ],
    rows: points.map(({ published: { name, rto, rpo, cost }, recovery, loss, relative }) => [
      ...[name, recovery.p50, recovery.p95, ...recovery.ci95, rto.text],
      ...[loss.p50, loss.p95, ...loss.ci95, rpo.text, relative, cost],
    ]),
  };
}
