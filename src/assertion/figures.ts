import type { Estimate, Interval, Loss, QuantileInterval, QuantileIntervals, Report } from '../analysis/report.ts';
import { FOR_GOOD } from '../analysis/for-good.ts';
import { nearest } from '../units/index.ts';

/** A figure of the report with its 95% interval; a bound that is not known is null. */
export interface Measured {
  /** null: there was nothing to measure (no incident). */
  readonly value: Loss | null;
  readonly interval: QuantileInterval<Loss>;
}

/** What kind of quantity it is held against; `…PerYear` may be given by another period: `4 h/year`, `2/month`. */
export type Kind = 'share' | 'number' | 'time' | 'timePerYear' | 'moneyPerYear' | 'countPerYear';

export interface Figure {
  readonly kind: Kind;
  read(report: Report): Measured;
}

const QUANTILES = ['p50', 'p90', 'p95', 'p99'] as const;

/** Everything that `--assert` can name, by its name. */
export const FIGURES: ReadonlyMap<string, Figure> = new Map<string, Figure>([
  ['availability', estimate('share', (r) => r.availability)],
  ['availability.requests', estimate('share', (r) => r.availability.requests)],
  ['availability.out', estimate('share', (r) => r.availability.out)],
  ['availability.degraded', estimate('share', (r) => r.availability.degraded)],
  [
    'nines',
    {
      kind: 'number',
      read: ({ availability: { mean, ci95 } }) => ({ value: nines(mean), interval: [nines(ci95[0]), nines(ci95[1])] }),
    },
  ],
  ['downtime', estimate('timePerYear', (r) => r.availability.downtimePerYear)],
  ...quantiles('downtime', 'timePerYear', (r) => r.availability.downtimePerYear),
  ['downtime.max', maximum('timePerYear', (r) => r.availability.downtimePerYear.max)],
  ['incidents', estimate('countPerYear', (r) => r.incidents.perYear)],
  ['rto.mean', ofRecoveries(mean('time', (r) => r.recoveryTime))],
  ...quantiles('rto', 'time', (r) => r.recoveryTime).map(([name, figure]): [string, Figure] => [
    name,
    ofRecoveries(figure),
  ]),
  ['rto.max', ofRecoveries(maximum('time', (r) => r.recoveryTime.max))],
  ['rpo.mean', mean('time', (r) => r.dataLoss)],
  ...quantiles('rpo', 'time', (r) => r.dataLoss),
  ['rpo.max', mayBeForGood({ kind: 'time', read: largestLoss }, (r) => r.dataLoss.atRisk !== undefined)],
  [
    'rpo.perYear',
    { kind: 'timePerYear', read: ({ dataLoss }) => ({ value: dataLoss.perYear, interval: dataLoss.perYearCi95 }) },
  ],
  [
    'cost.total',
    withLosses(
      money(
        (r) => r.cost.total,
        (r) => r.cost.ci95.total,
      ),
    ),
  ],
  [
    'cost.infrastructure',
    money(
      (r) => r.cost.infrastructure,
      (r) => [r.cost.infrastructure, r.cost.infrastructure],
    ),
  ],
  [
    'cost.downtime',
    money(
      (r) => r.cost.downtime,
      (r) => r.cost.ci95.downtime,
    ),
  ],
  [
    'cost.dataLoss',
    withLosses(
      money(
        (r) => r.cost.dataLoss,
        (r) => r.cost.ci95.dataLoss,
      ),
    ),
  ],
  ['permanentLoss', estimate('countPerYear', (r) => r.dataLoss.permanentPerYear)],
]);

/** What people call them otherwise, all of which name one thing only: the report's own paths among them. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  [...FIGURES.keys()].flatMap((name) => otherNames(name).map((other): [string, string] => [other, name])),
);

function otherNames(name: string): string[] {
  const [first, rest = ''] = name.split(/(?=\.)/);
  switch (first) {
    case 'availability':
      return rest === '' ? ['availability.mean'] : [`${name}.mean`, ...(rest === '.requests' ? ['requests'] : [])];
    case 'nines':
      return ['availability.nines'];
    case 'downtime':
      return rest === ''
        ? ['downtimePerYear', 'availability.downtimePerYear']
            .flatMap((other) => [other, `${other}.mean`])
            .concat('downtime.mean')
        : [`downtimePerYear${rest}`, `availability.downtimePerYear${rest}`];
    case 'incidents':
      return ['incidents.perYear', 'incidents.perYear.mean'];
    case 'rto':
      return [`recoveryTime${rest}`];
    case 'rpo':
      return [`dataLoss${rest}`];
    case 'permanentLoss':
      return ['dataLoss.permanentPerYear', 'dataLoss.permanentPerYear.mean'];
    default:
      return name === 'cost.total' ? ['cost'] : [];
  }
}

const SERVICE = /^services?\.(.+?)\.(availability|downtime|downtimePerYear)(?:\.mean)?$/;

/** For a message: all of them, briefly. */
export function knownFigures(): string {
  const groups = new Map<string, string[]>();
  for (const name of FIGURES.keys()) {
    const [first, rest] = name.split('.');
    groups.set(first, [...(groups.get(first) ?? []), ...(rest === undefined ? [] : [rest])]);
  }
  const words = [...groups].map(([first, rest]) => {
    const parts = rest.length === 0 ? '' : `.{${rest.join('|')}}`;
    return FIGURES.has(first) ? `${first}${parts === '' ? '' : `, ${first}${parts}`}` : `${first}${parts}`;
  });
  return [...words, 'services.NAME.{availability|downtime}'].join(', ');
}

/** Services' figures too: `services.db.availability`. Null for a name that means nothing. */
export function findFigure(name: string): { figure: Figure; service: string | null } | null {
  const known = FIGURES.get(ALIASES.get(name) ?? name);
  if (known !== undefined) return { figure: known, service: null };
  const [, service, what] = SERVICE.exec(name) ?? [];
  if (service === undefined) return null;
  const figure =
    what === 'availability'
      ? estimate('share', (r) => r.services[service].availability)
      : estimate('timePerYear', (r) => r.services[service].downtimePerYear);
  return { figure, service };
}

export function nearestFigure(name: string): string | null {
  if (name === 'rto' || name === 'rpo' || name === 'recoveryTime' || name === 'dataLoss') return `${name}.p95`;
  return nearest(name, [...FIGURES.keys(), ...ALIASES.keys()]);
}

function estimate(kind: Kind, pick: (report: Report) => Estimate): Figure {
  return {
    kind,
    read: (report) => {
      const { mean, ci95 } = pick(report);
      return { value: mean, interval: ci95 };
    },
  };
}

function mean(kind: Kind, pick: (report: Report) => { mean: Loss | null; ci95: readonly [Loss, Loss] | null }): Figure {
  return { kind, read: (report) => ({ value: pick(report).mean, interval: pick(report).ci95 ?? [null, null] }) };
}

function quantiles(
  name: string,
  kind: Kind,
  pick: (
    report: Report,
  ) => { readonly [q in (typeof QUANTILES)[number]]: Loss | null } & { quantileCi95: QuantileIntervals<Loss> },
): [string, Figure][] {
  return QUANTILES.map((q) => [
    `${name}.${q}`,
    { kind, read: (report) => ({ value: pick(report)[q], interval: pick(report).quantileCi95[q] }) },
  ]);
}

/** Where incidents had not ended, what has no value falls among them: it is beyond any time. */
function ofRecoveries({ kind, read }: Figure): Figure {
  return {
    kind,
    read: (report) => {
      const { value, interval } = read(report);
      return report.recoveryTime.censored === 0
        ? { value, interval }
        : { value, interval: [interval[0] ?? FOR_GOOD, interval[1] ?? FOR_GOOD] };
    },
  };
}

/** As any maximum; but where the model leaves no room for a loss, nothing has to be seen. */
function largestLoss({ dataLoss: { max, quantileCi95 } }: Report): Measured {
  return { value: max, interval: max === null && quantileCi95.p50[1] === 0 ? [0, 0] : [max, max] };
}

/** Where some data may be lost for good and was not seen to be: no upper end. */
function mayBeForGood({ kind, read }: Figure, isOpen: (report: Report) => boolean): Figure {
  return {
    kind,
    read: (report) => {
      const { value, interval } = read(report);
      return isOpen(report) ? { value, interval: [interval[0], FOR_GOOD] } : { value, interval };
    },
  };
}

/** Money that lost data has a part in: no price covers what is lost for good. */
function withLosses({ kind, read }: Figure): Figure {
  const open = mayBeForGood({ kind, read }, ({ cost }) => cost.forGood === 'possible');
  return {
    kind,
    read: (report) =>
      report.cost.forGood === 'seen' ? { value: FOR_GOOD, interval: [FOR_GOOD, FOR_GOOD] } : open.read(report),
  };
}

/**
 * The largest that was seen: a statement about the years simulated, which has no interval (more years may see a larger
 * one).
 */
function maximum(kind: Kind, pick: (report: Report) => number | null): Figure {
  return {
    kind,
    read: (report) => {
      const value = pick(report);
      return { value, interval: [value, value] };
    },
  };
}

function money(value: (report: Report) => number, interval: (report: Report) => Interval): Figure {
  return { kind: 'moneyPerYear', read: (report) => ({ value: value(report), interval: interval(report) }) };
}

function nines(availability: number): number {
  return -Math.log10(1 - availability);
}
