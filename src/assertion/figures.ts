import { FOR_GOOD } from '../analysis/for-good.ts';
import { type Found, QUANTILES } from '../analysis/described/figure.ts';
import { type FigureKey, REPORT_FIGURES } from '../analysis/report-figures.ts';
import type { Estimate, QuantileInterval, Loss, Report } from '../analysis/report.ts';
import { kindOf } from './asked.ts';
import { type FigureKind, nearest } from '../units/index.ts';

/** A figure of the report with its 95% interval: of what is no estimate, its value twice. */
export interface Measured extends Found {
  readonly interval: QuantileInterval<Loss>;
}

export interface Figure {
  /** What it is held against; `…PerYear` may be given by another period: `4 h/year`, `2/month`. */
  readonly kind: FigureKind;
  read(report: Report): Measured;
}

/** Everything that `--assert` can name, by its name. */
export const FIGURES: ReadonlyMap<string, Figure> = new Map<string, Figure>([
  ['availability', held('availability.mean')],
  ['availability.requests', held('availability.requests')],
  ['availability.out', held('availability.out')],
  ['availability.degraded', held('availability.degraded')],
  [
    'nines',
    {
      kind: 'number',
      read: ({ availability: { mean, ci95 } }) => ({ value: nines(mean), interval: [nines(ci95[0]), nines(ci95[1])] }),
    },
  ],
  ['downtime', held('availability.downtimePerYear.mean')],
  ...([...QUANTILES, 'max'] as const).map((each): [string, Figure] => [
    `downtime.${each}`,
    held(`availability.downtimePerYear.${each}`),
  ]),
  ['incidents', held('incidents.perYear')],
  ...(['mean', ...QUANTILES, 'max'] as const).map((each): [string, Figure] => [
    `rto.${each}`,
    ofRecoveries(held(`recoveryTime.${each}`)),
  ]),
  ...(['mean', ...QUANTILES] as const).map((each): [string, Figure] => [`rpo.${each}`, held(`dataLoss.${each}`)]),
  ['rpo.max', mayBeForGood({ kind: 'time', read: largestLoss }, (r) => r.dataLoss.atRisk !== undefined)],
  ['rpo.perYear', held('dataLoss.perYear')],
  ['sla.availability', held('sla.availability')],
  ['sla.downtime', held('sla.downtimePerYear')],
  ['sla.incidents', held('sla.incidentsPerYear')],
  ['planned.downtime', held('planned.downtimePerYear')],
  ['unplanned.downtime', held('planned.unplannedDowntimePerYear')],
  ['windows.broken', held('windows.broken')],
  ['windows.yearsWithBroken', held('windows.yearsWithBroken')],
  ['credits', held('windows.creditsPerYear')],
  ['mission.reliability', held('mission.reliability')],
  ['mission.meanTime', held('mission.meanSecondsToFirstIncident')],
  ['cost.total', withLosses(held('cost.total'))],
  ['cost.infrastructure', held('cost.infrastructure')],
  ['cost.downtime', held('cost.downtime')],
  ['cost.dataLoss', withLosses(held('cost.dataLoss'))],
  ['permanentLoss', held('dataLoss.permanentPerYear')],
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
    case 'credits':
      return ['windows.creditsPerYear', 'windows.creditsPerYear.mean', 'credits.mean'];
    case 'mission':
      return name === 'mission.meanTime' ? ['mission.meanSecondsToFirstIncident'] : [`${name}.mean`];
    case 'windows':
      return [`${name}.mean`];
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
  return [...words, 'rto.KIND.p95', 'rpo.KIND.p95', 'services.NAME.{availability|downtime}'].join(', ');
}

/**
 * Services' figures too: `services.db.availability`. Null for a name that means nothing.
 * @returns its first name, whatever it was called by
 */
export function findFigure(name: string): { figure: Figure; name: string; service: string | null } | null {
  const first = ALIASES.get(name) ?? name;
  const known = FIGURES.get(first);
  if (known !== undefined) return { figure: known, name: first, service: null };
  const parts = kindOf(name);
  if (parts !== null) return { figure: kindFigure(parts), name: `${parts.target}.${parts.kind}.p95`, service: null };
  const [, service, what] = SERVICE.exec(name) ?? [];
  if (service === undefined) return null;
  const figure =
    what === 'availability'
      ? estimate('share', (r) => r.services[service].availability)
      : estimate('timePerYear', (r) => r.services[service].downtimePerYear);
  return { figure, name: `services.${service}.${what === 'availability' ? what : 'downtime'}`, service };
}

/** The p95 of a target by kind, as the model's `targets` has it. */
function kindFigure(parts: NonNullable<ReturnType<typeof kindOf>>): Figure {
  return {
    kind: 'time',
    read: ({ targets }) => {
      const found = targets.find(({ target, kind }) => target === parts.target && kind === parts.kind);
      const [low, high] = found?.ci95 ?? [null, null];
      // What has no value though some were seen had no end.
      const isEndless = found?.value === null && (found.count ?? 0) > 0;
      return { value: found?.value ?? null, interval: [low, high ?? (isEndless ? FOR_GOOD : null)] };
    },
  };
}

export function nearestFigure(name: string): string | null {
  if (name === 'rto' || name === 'rpo' || name === 'recoveryTime' || name === 'dataLoss') return `${name}.p95`;
  return nearest(name, [...FIGURES.keys(), ...ALIASES.keys()]);
}

/** As the report has it. What is no estimate says what is, or what was seen: more years may see a larger maximum. */
function held(key: FigureKey): Figure {
  const { kind, read } = REPORT_FIGURES[key];
  return {
    kind,
    read: (report) => {
      const { value, interval } = read(report);
      return { value, interval: interval ?? [value, value] };
    },
  };
}

function estimate(kind: FigureKind, pick: (report: Report) => Estimate): Figure {
  return {
    kind,
    read: (report) => {
      const { mean, ci95 } = pick(report);
      return { value: mean, interval: ci95 };
    },
  };
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

function nines(availability: number): number {
  return -Math.log10(1 - availability);
}
