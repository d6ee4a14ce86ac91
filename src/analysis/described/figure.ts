import type { FigureKind } from '../../units/kind.ts';
import type { Estimate, Loss, QuantileInterval, QuantileIntervals, Quantiles, Report } from '../report.ts';

/** A value with its 95% interval. */
export interface Found {
  /** null: there was nothing to measure (no incident). */
  readonly value: Loss | null;
  /** A bound that is not known is null. Without an interval it is no estimate, or says what was seen. */
  readonly interval: QuantileInterval<Loss> | null;
}

export interface ReportFigure<Of = Report> {
  /** In a table, a plot, a sentence: `to recover, p95`. */
  readonly name: string;
  /** Where there is little room. Default: the name. */
  readonly short?: string;
  readonly kind: FigureKind;
  /** Which way it is better, where one is. */
  readonly better?: 'more' | 'less';
  readonly read: (of: Of) => Found;
  /** The value for people, where it is not written as its kind is. */
  readonly text?: (value: number) => string;
  /** What stands where there is no value. Default: a dash. */
  readonly none?: (of: Of) => string;
}

type Quantile = 'p50' | 'p90' | 'p95' | 'p99';
export const QUANTILES: readonly Quantile[] = ['p50', 'p90', 'p95', 'p99'];

/** A distribution: its mean, four quantiles and the largest that was seen. */
export interface Spread extends Quantiles<Loss> {
  readonly mean: Loss | null;
  readonly ci95: readonly [Loss, Loss] | null;
  readonly quantileCi95: QuantileIntervals<Loss>;
  readonly max: Loss | null;
}

type Named = Omit<ReportFigure, 'read'>;

/** A report's, and an experiment's. */
export interface Recovered {
  readonly recoveryTime: Spread & { readonly count: number };
}

export const estimate = (named: Named, of: (report: Report) => Estimate): ReportFigure => ({
  ...named,
  read: (report) => ({ value: of(report).mean, interval: of(report).ci95 }),
});
/** What is no estimate. */
export const given = (named: Named, of: (report: Report) => Loss | null): ReportFigure => ({
  ...named,
  read: (report) => ({ value: of(report), interval: null }),
});
/** The mean by itself is called as it is where each year has one, and otherwise a mean. */
export function spread<Path extends string, Of>(
  path: Path,
  named: Omit<ReportFigure<Of>, 'read'>,
  mean: Pick<Named, 'name' | 'short'>,
  of: (report: Of) => Spread,
): Readonly<Record<`${Path}.${Quantile | 'mean' | 'max'}`, ReportFigure<Of>>> {
  const called = (statistic: string) => ({
    ...named,
    name: `${named.name}, ${statistic}`,
    short: `${named.short ?? named.name} ${statistic}`,
  });
  return {
    [`${path}.mean`]: {
      ...{ ...named, ...mean },
      read: (report: Of): Found => ({ value: of(report).mean, interval: of(report).ci95 ?? [null, null] }),
    },
    ...Object.fromEntries(
      QUANTILES.map((q): [string, ReportFigure<Of>] => [
        `${path}.${q}`,
        { ...called(q), read: (report) => ({ value: of(report)[q], interval: of(report).quantileCi95[q] }) },
      ]),
    ),
    [`${path}.max`]: { ...called('max'), read: (report: Of): Found => ({ value: of(report).max, interval: null }) },
  } as Record<`${Path}.${Quantile | 'mean' | 'max'}`, ReportFigure<Of>>;
}

/** A figure of what not every model states: no value where it does not. */
export const ifStated = (
  named: Omit<ReportFigure, 'read'>,
  of: (report: Report) => Estimate | undefined,
): ReportFigure => ({
  ...named,
  read: (report) => {
    const found = of(report);
    return { value: found?.mean ?? null, interval: found?.ci95 ?? null };
  },
});
