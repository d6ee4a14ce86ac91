import { FOR_GOOD } from '../../analysis/for-good.ts';
import { targetOf } from '../../analysis/target-of.ts';
import type { CauseFigures, Histogram, Loss, QuantileIntervals, Report } from '../../analysis/report.ts';
import { formatRate } from '../../report/rate.ts';
import { duration, knownOf } from '../../units/figure.ts';
import { formatDuration } from '../../units/format.ts';
import { ecdf, quantile, shareAtMost, shareBounds, type Ecdf } from './ecdf.ts';
import { counted, listed, nameText, shareText } from './text.ts';

/** How an incident is measured: by its length, or by the writes lost in it. */
export type Measure = 'recoveryTime' | 'dataLoss';

const CAUSES = 5;

/** Incidents by length or by loss, as the plots of them need it. */
export interface Incidents {
  readonly measure: Measure;
  readonly count: number;
  readonly all: Ecdf;
  /** The causes with most incidents time or, for losses, those that lose most: at most five. */
  readonly causes: readonly { readonly cause: string; readonly ecdf: Ecdf }[];
  /** The RTO or RPO in seconds, and the share of incidents within it. */
  readonly target: { readonly name: 'RTO' | 'RPO'; readonly seconds: number; readonly within: number } | null;
  /** Of all incidents; null without any. */
  readonly p50: Loss | null;
  readonly p95: Loss | null;
  readonly quantileCi95: QuantileIntervals<Loss>;
  /** The longest, or the largest loss. */
  readonly largest: Loss | null;
  readonly permanentPerYear: number;
}

export function incidentsOf(report: Report, measure: Measure): Incidents {
  const figures = report[measure];
  const all = ecdf(figures.histogram);
  const [kind, name] = measure === 'recoveryTime' ? (['rto', 'RTO'] as const) : (['rpo', 'RPO'] as const);
  const goal = targetOf(report.targets, kind)?.goal;
  const largest = measure === 'recoveryTime' ? [...report.incidents.byCause] : byLoss(report.incidents.byCause);
  return {
    measure,
    count: figures.count,
    all,
    causes: largest
      .slice(0, CAUSES)
      .map((each) => ({ cause: each.cause, ecdf: ecdf(each[measure]) }))
      .filter((each) => each.ecdf.count > 0),
    target: goal === undefined ? null : { name, seconds: goal, within: figures.withinTarget ?? shareAtMost(all, goal) },
    p50: figures.p50,
    p95: figures.p95,
    quantileCi95: figures.quantileCi95,
    largest: figures.max,
    permanentPerYear: report.dataLoss.permanentPerYear.mean,
  };
}

/** Those that lost anything, most first: by the sum of what was lost, each bin counted at its middle. */
function byLoss(causes: readonly CauseFigures[]): CauseFigures[] {
  return causes
    .map((each) => ({ each, lost: total(each.dataLoss) }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .map(({ each }) => each);
}

function total({ edges, counts }: Histogram): number {
  return counts.reduce((sum, count, i) => sum + (edges[i] === 0 ? 0 : (count * (edges[i] + edges[i + 1])) / 2), 0);
}

/** Is there a positive length or loss to draw? */
export function emptyIncidents(report: Report, { measure, count, all, permanentPerYear }: Incidents): string | null {
  const years = counted(report.run.years, 'simulated year');
  if (measure === 'recoveryTime')
    return all.x.length > 0 ? null : `No incident was seen in ${years}: there is nothing to recover from.`;
  if (all.x.length > 0) return null;
  if (permanentPerYear > 0) {
    return (
      'No incident lost writes that a copy would have saved; but data is lost for good ' +
      `${formatRate(permanentPerYear)}, with nothing to restore it from.`
    );
  }
  return count === 0
    ? `No data is ever at stake: no incident was seen in ${years}.`
    : `No data is ever at stake: none of ${counted(count, 'incident')} lost a write.`;
}

/** `2% of incidents lose nothing`; null where every one loses some, or none is of length zero. */
export function zeroText({ measure, all }: Incidents): string | null {
  if (all.zero === 0) return null;
  return measure === 'dataLoss'
    ? `${shareText(all.zero)} of incidents lose nothing`
    : `${shareText(all.zero)} are over at once`;
}

/** `97% of incidents are over within 15 min, the RTO.` */
export function withinText({ measure, count, target, all, p95, quantileCi95, largest }: Incidents): string {
  if (count === 1) {
    const took = largest === FOR_GOOD ? 'its data for good' : duration(largest ?? 0);
    const goal = target === null ? '' : `; the ${target.name} is ${formatDuration(target.seconds)}`;
    return `The only incident ${measure === 'recoveryTime' ? 'took' : 'lost'} ${took}${goal}.`;
  }
  const does = measure === 'recoveryTime' ? 'are over within' : 'lose at most';
  if (target !== null)
    return `${shareText(target.within)} of incidents ${does} ${formatDuration(target.seconds)}, the ${target.name}.`;
  if (p95 === FOR_GOOD) return 'More than 5% of incidents lose data for good.';
  return (p95 ?? 0) === 0
    ? `${shareText(all.zero)} of incidents lose nothing.`
    : `95% of incidents ${does} ${duration(p95!, knownOf(quantileCi95.p95))}.`;
}

export function describeIncidents(report: Report, incidents: Incidents): string {
  const nothing = emptyIncidents(report, incidents);
  if (nothing !== null) return nothing;
  const { measure, count, causes } = incidents;
  const what = measure === 'recoveryTime' ? 'Recovery time' : 'Data loss';
  const median = incidents.p50 === FOR_GOOD ? 0 : (incidents.p50 ?? 0);
  const half =
    median > 0
      ? `half ${measure === 'recoveryTime' ? 'take' : 'lose'} at most ` +
        `${duration(median, knownOf(incidents.quantileCi95.p50))}`
      : (zeroText(incidents) ?? '');
  const parts = [
    `${what} of ${counted(count, 'incident')}, as the share within a given time: ${half}. ${withinText(incidents)}`,
  ];
  if (causes.length > 0) parts.push(causesText(incidents));
  if (measure === 'dataLoss' && incidents.permanentPerYear > 0)
    parts.push(`Data is lost for good ${formatRate(incidents.permanentPerYear)}.`);
  return parts.join(' ');
}

function causesText({ causes, target }: Incidents): string {
  const each = causes.map(({ cause, ecdf: e }) =>
    target === null
      ? `${nameText(cause)}, half within ${duration(quantile(e, 0.5) ?? 0)}`
      : `${nameText(cause)} ${boundedShare(e, target.seconds)}`,
  );
  return target === null ? `By cause: ${listed(each)}.` : `Within the ${target.name}, by cause: ${listed(each)}.`;
}

/** A share read off a histogram; a range where the bin at that time holds too much to tell. */
export function boundedShare(e: Ecdf, seconds: number): string {
  const [low, high] = shareBounds(e, seconds);
  return high - low > 0.02 ? `${shareText(low)} to ${shareText(high)}` : shareText(shareAtMost(e, seconds));
}

const FLOORS = [0.99999, 0.9999, 0.999, 0.99, 0.9, 0.5];

/** Where the axis of shares may begin so that no line is cut off: 0 unless nearly everything is in the lump at zero. */
export function floorOf(lines: readonly Ecdf[]): number {
  const lowest = Math.min(...lines.map(({ zero }) => zero));
  return FLOORS.find((floor) => floor <= lowest - (1 - lowest) * 0.1) ?? 0;
}
