import type { Report } from '../../analysis/report.ts';
import { duration, knownOf } from '../../units/figure.ts';
import { formatDuration, formatPercent } from '../../units/format.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { ecdf, shareAtMost, type Ecdf } from './ecdf.ts';
import { counted, listed, shareText } from './text.ts';

/** A year's downtime, as the plots of it need it. */
export interface Downtime {
  readonly years: number;
  readonly ecdf: Ecdf;
  /** The worst year; null before the first. */
  readonly worst: number | null;
  /** Seconds a year that the availability target allows, and the share of years with more; null without a target. */
  readonly allowed: { readonly goal: number; readonly seconds: number; readonly exceeded: number } | null;
  /** Positive quantiles over years. */
  readonly quantiles: readonly {
    readonly label: string;
    readonly share: number;
    readonly at: number;
    readonly text: string;
    readonly words: string;
  }[];
}

const QUANTILES = [
  ['p50', 0.5, 'half'],
  ['p95', 0.95, '1 in 20'],
  ['p99', 0.99, '1 in 100'],
] as const;

export function downtimeOf(report: Report): Downtime {
  const { downtimePerYear } = report.availability;
  const distribution = ecdf(downtimePerYear.histogram);
  const target = report.targets.find((each) => each.target === 'availability');
  const seconds = target === undefined ? 0 : (1 - target.goal) * SECONDS_PER_YEAR;
  return {
    years: report.run.years,
    ecdf: distribution,
    worst: downtimePerYear.max,
    allowed:
      target === undefined
        ? null
        : { goal: target.goal, seconds, exceeded: 1 - (target.yearsMet ?? shareAtMost(distribution, seconds)) },
    quantiles: QUANTILES.flatMap(([label, share, words]) => {
      const at = downtimePerYear[label];
      return at !== null && at > 0
        ? [{ label, share, at, text: duration(at, knownOf(downtimePerYear.quantileCi95[label])), words }]
        : [];
    }),
  };
}

/** `2% of years have none`; null where every year has some. */
export function noneText({ ecdf: { zero } }: Downtime): string | null {
  return zero > 0 ? `${shareText(zero)} of years have none` : null;
}

/** Said where there is no line to draw. */
export function emptyText({ years, ecdf: { count, x } }: Downtime): string | null {
  if (count === 0) return 'No year has been simulated yet.';
  return x.length === 0 ? `None of ${counted(years, 'simulated year')} had any downtime.` : null;
}

export function describeDowntime(downtime: Downtime): string {
  const nothing = emptyText(downtime);
  if (nothing !== null) return nothing;
  const { years, ecdf: e, allowed, quantiles } = downtime;
  const none = noneText(downtime) ?? 'every year has some';
  const more = quantiles.map(({ words, text }) => `${words} ${words === 'half' ? 'have' : 'has'} more than ${text}`);
  const parts = [
    `Downtime in each of ${counted(years, 'simulated year')}, as the share of years with more than a given ` +
      `time: ${none}${more.length > 0 ? `, ${listed(more)}` : ''}.`,
  ];
  if (e.count === 1) parts[0] = `Downtime in the one simulated year: about ${duration(e.x[0])}.`;
  if (allowed !== null) parts.push(allowedText(downtime)!);
  return parts.join(' ');
}

/** `2.6% of years have more than the 4 h 23 min that 99.95% allows.` */
export function allowedText({ allowed }: Downtime): string | null {
  if (allowed === null) return null;
  const { goal, seconds, exceeded } = allowed;
  const share =
    exceeded < 1e-12 ? 'No year has' : exceeded > 1 - 1e-12 ? 'Every year has' : `${shareText(exceeded)} of years have`;
  return `${share} more than the ${formatDuration(seconds)} that ${formatPercent(goal)} allows.`;
}
