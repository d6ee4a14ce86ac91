import { histogramCount, histogramShareAtMost } from '../../statistics/histogram.ts';
import { momentsCount, momentsMean, momentsSum } from '../../statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { quantiles } from '../estimates.ts';
import { FOR_GOOD } from '../for-good.ts';
import type { FigureKind } from '../../units/kind.ts';
import { COUNT } from '../../observe/counts.ts';
import { REPLICATION_ROW } from '../../observe/figures.ts';
import type { Tally } from '../../observe/tally.ts';

/*
 * The figures of `--assert` as what a selection procedure needs: one number from each observation (some replications
 * together), whose mean is the figure, or decides about it.
 */

/** What turns seconds into a figure, which may differ between candidates. */
export interface Rates {
  /** Currency per year: exact. */
  readonly infrastructure: number;
  /** Currency per second down, and per second of writes lost. */
  readonly downtimePerSecond: number;
  readonly dataPerSecond: number;
  /** Index of the service that a figure is of. */
  readonly services: ReadonlyMap<string, number>;
}

/** Sizes of a single event: one incident, seconds of an outage, seconds of writes lost in it. */
export interface EventSizes {
  readonly one: number;
  readonly outage: number;
  readonly loss: number;
}

export interface Response {
  readonly kind: FigureKind;
  /** Its mean over observations is the figure's; otherwise only their mean, in long observations nearly the same. */
  readonly isMean: boolean;
  read(tally: Tally, rates: Rates): number;
  /** What a single event of such a size adds to a year. */
  event(sizes: EventSizes, rates: Rates): number;
}

/** How a quantile or a ratio is held against a goal: as the mean of an excess over what the goal allows. */
interface Parts {
  readonly kind: FigureKind;
  /** Probability of the quantile; null for a mean of incidents. */
  readonly p: number | null;
  /** How many things are held against the goal: incidents, losses, years. */
  count(tally: Tally): number;
  /** Of a quantile: how many are within the goal; of a mean: the sum of them all. */
  within(tally: Tally, goal: number): number;
}

const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
type QuantileName = keyof typeof QUANTILES;
const SERVICE = /^services\.(.+)\.(availability|downtime)$/;

/** What the assertion language names otherwise. */
const MEANS: Readonly<Record<string, Response>> = {
  availability: share(REPLICATION_ROW.down, true),
  'availability.requests': share(REPLICATION_ROW.unanswered, true),
  'availability.out': share(REPLICATION_ROW.out, false),
  'availability.degraded': share(REPLICATION_ROW.degraded, false),
  downtime: perYear('timePerYear', REPLICATION_ROW.down, ({ outage }) => outage),
  incidents: perYear('countPerYear', REPLICATION_ROW.incidents, ({ one }) => one),
  permanentLoss: perYear('countPerYear', REPLICATION_ROW.permanent, ({ one }) => one),
  'rpo.perYear': perYear('timePerYear', REPLICATION_ROW.loss, ({ loss }) => loss),
  'cost.total': money(1, 1, 1),
  'cost.infrastructure': money(1, 0, 0),
  'cost.downtime': money(0, 1, 0),
  'cost.dataLoss': money(0, 0, 1),
};

/** A figure as the mean of observations, exactly or nearly; null where it is no figure, or a largest value. */
export function responseOf(figure: string): Response | null {
  if (Object.hasOwn(MEANS, figure)) return MEANS[figure];
  const [, service, what] = SERVICE.exec(figure) ?? [];
  if (service !== undefined) return ofService(service, what === 'availability');
  const parts = partsOf(figure);
  return parts === null ? null : byObservation(figure, parts);
}

/** A quantile, or a mean of incidents, in parts that are means; null for other figures. */
export function partsOf(figure: string): Parts | null {
  const [first, name] = figure.split('.');
  if (name === 'mean' && (first === 'rto' || first === 'rpo')) {
    const moments = ({ recovery, loss }: Tally) => (first === 'rto' ? recovery : loss);
    return {
      kind: 'time',
      p: null,
      count: (tally) => momentsCount(moments(tally), 0),
      within: (tally) => momentsSum(moments(tally), 0),
    };
  }
  const histogram = HISTOGRAMS[first];
  if (histogram === undefined || name === undefined || !Object.hasOwn(QUANTILES, name)) return null;
  return {
    kind: first === 'downtime' ? 'timePerYear' : 'time',
    p: QUANTILES[name as QuantileName],
    count: (tally) => histogramCount(histogram(tally)),
    within(tally, goal) {
      const all = histogramCount(histogram(tally));
      return all === 0 ? 0 : all * histogramShareAtMost(histogram(tally), goal);
    },
  };
}

const HISTOGRAMS: Readonly<Record<string, ((tally: Tally) => Float64Array) | undefined>> = {
  rto: ({ recoveryHistogram }) => recoveryHistogram,
  rpo: ({ lossHistogram }) => lossHistogram,
  downtime: ({ yearHistogram }) => yearHistogram,
};

function perYear(kind: FigureKind, row: number, event: Response['event']): Response {
  return { kind, isMean: true, read: ({ replications }) => momentsMean(replications, row), event };
}

/** @param isRest the figure is what is left of the time */
function share(row: number, isRest: boolean): Response {
  return {
    kind: 'share',
    isMean: true,
    read({ replications }) {
      const part = momentsMean(replications, row) / SECONDS_PER_YEAR;
      return isRest ? 1 - part : part;
    },
    event: ({ outage }) => outage / SECONDS_PER_YEAR,
  };
}

function money(infrastructure: 0 | 1, downtime: 0 | 1, data: 0 | 1): Response {
  const losses = (down: number, loss: number, rates: Rates) =>
    downtime * down * rates.downtimePerSecond + data * loss * rates.dataPerSecond;
  return {
    kind: 'moneyPerYear',
    isMean: true,
    read: ({ replications }, rates) =>
      infrastructure * rates.infrastructure +
      losses(momentsMean(replications, REPLICATION_ROW.down), momentsMean(replications, REPLICATION_ROW.loss), rates),
    event: ({ outage, loss }, rates) => losses(outage, loss, rates),
  };
}

function ofService(name: string, isAvailability: boolean): Response {
  const down = ({ serviceDown }: Tally, rates: Rates) => momentsMean(serviceDown, rates.services.get(name)!);
  return {
    kind: isAvailability ? 'share' : 'timePerYear',
    isMean: true,
    read: (tally, rates) => (isAvailability ? 1 - down(tally, rates) / SECONDS_PER_YEAR : down(tally, rates)),
    event: ({ outage }) => (isAvailability ? outage / SECONDS_PER_YEAR : outage),
  };
}

/** The figure of each observation by itself. Without an incident, none took long: 0. */
function byObservation(figure: string, parts: Parts): Response {
  const read = (tally: Tally): number => {
    if (parts.p === null) return parts.count(tally) === 0 ? 0 : parts.within(tally, 0) / parts.count(tally);
    const [first, name] = figure.split('.') as ['rto' | 'rpo' | 'downtime', QuantileName];
    const moments = { rto: tally.recovery, rpo: tally.loss, downtime: tally.years }[first];
    const value = quantiles(HISTOGRAMS[first]!(tally), moments, FOR_GOOD)[name];
    // Lost for good: as long as all that was simulated.
    return value === FOR_GOOD ? tally.counts[COUNT.years] * SECONDS_PER_YEAR : (value ?? 0);
  };
  return {
    kind: parts.kind,
    isMean: false,
    read,
    event: ({ outage, loss }) => (figure.startsWith('rpo') ? loss : outage),
  };
}
