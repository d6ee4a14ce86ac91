import type { Interval, Report } from '../../analysis/report.ts';
import { duration, ends, money, percent, range } from '../../units/figure.ts';
import { moneyScale, TIME_SCALE } from '../../units/scale.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { listed, nameText } from './text.ts';

/** A model as a point: what it costs against how much of the time it is down. */
export interface Point {
  readonly index: number;
  readonly name: string;
  /** Share of time. From downtime, not from 1 − availability, which has no digits left beyond fifteen nines. */
  readonly unavailability: number;
  readonly unavailabilityCi95: Interval;
  readonly cost: number;
  readonly costCi95: Interval;
  readonly currency: string;
}

export function pointsOf(reports: readonly Report[], names: readonly string[]): readonly Point[] {
  return reports.slice(0, 4).map(({ model, availability: { downtimePerYear }, cost }, index) => ({
    index,
    name: nameText(names[index] ?? model.name),
    unavailability: Math.min(1, downtimePerYear.mean / SECONDS_PER_YEAR),
    unavailabilityCi95: [
      downtimePerYear.ci95[0] / SECONDS_PER_YEAR,
      Math.min(1, downtimePerYear.ci95[1] / SECONDS_PER_YEAR),
    ],
    cost: cost.total,
    costCi95: cost.ci95.total,
    currency: cost.currency,
  }));
}

/** Points for which no other is both cheaper and up more (or equal in one and better in the other), by cost. */
export function frontier(points: readonly Point[]): readonly Point[] {
  const beats = (a: Point, b: Point) =>
    a.cost <= b.cost &&
    a.unavailability <= b.unavailability &&
    (a.cost < b.cost || a.unavailability < b.unavailability);
  return points.filter((point) => !points.some((other) => beats(other, point))).sort((a, b) => a.cost - b.cost);
}

/** Do all state their costs in one currency? */
export function sameCurrency(points: readonly Point[]): boolean {
  return new Set(points.map(({ currency }) => currency)).size <= 1;
}

export function readPoint({
  name,
  unavailability,
  unavailabilityCi95: [low, high],
  cost,
  costCi95,
  currency,
}: Point): string {
  const known: Interval = [low * SECONDS_PER_YEAR, high * SECONDS_PER_YEAR];
  const down = unavailability * SECONDS_PER_YEAR;
  const seen =
    unavailability > 0
      ? `${percent(1 - unavailability, [1 - high, 1 - low])} up, ${duration(down, known)} down a year ` +
        `(${range(down, known, TIME_SCALE)})`
      : `no downtime seen (at most ${ends(0, known, TIME_SCALE)[1]} a year)`;
  return (
    `${name}: ${seen}; ${money(cost, costCi95, currency)} a year in all ` +
    `(${range(cost, costCi95, moneyScale(currency))}).`
  );
}

export function describeCompare(points: readonly Point[]): string {
  if (points.length === 0) return 'No models to compare.';
  const parts = [
    `Total cost a year against availability of ${points.length === 1 ? 'one model' : `${points.length} models`}.`,
    ...points.map(readPoint),
  ];
  const best = frontier(points);
  if (points.length > 1 && sameCurrency(points)) {
    parts.push(
      best.length === 1
        ? `${best[0].name} is both cheapest and most available.`
        : `Neither cheaper nor better is to be had than ${listed(best.map(({ name }) => name))}.`,
    );
  }
  return parts.join(' ');
}
