import { lossInSeconds } from '../../analysis/for-good.ts';
import type { Loss, QuantileInterval, Report, SweepReport } from '../../analysis/report.ts';
import { targetOf } from '../../analysis/target-of.ts';
import type { ReportFigure } from '../../analysis/described/figure.ts';
import { type FigureKey, REPORT_FIGURES } from '../../analysis/report-figures.ts';
import { capitalised } from '../../report/text.ts';
import { knownOf, percent, range } from '../../units/figure.ts';
import { kindText, scaleOf, unitOf } from '../../units/kind.ts';
import { SHARE_SCALE } from '../../units/scale.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { parameterText } from './parameter-text.ts';
import { estimateColumns, type Table } from './table.ts';
import { nameText } from './text.ts';

export type SweepFigure = 'availability' | 'downtime' | 'recovery' | 'dataLoss' | 'cost';

const KEYS: Readonly<Record<SweepFigure, FigureKey>> = {
  availability: 'availability.mean',
  downtime: 'availability.downtimePerYear.mean',
  recovery: 'recoveryTime.p95',
  dataLoss: 'dataLoss.p95',
  cost: 'cost.total',
};

/** What can be drawn along a parameter: each a figure of a report. */
export const SWEEP_FIGURES: readonly { readonly id: SweepFigure; readonly name: string; readonly title: string }[] = (
  [
    ['availability', 'Availability'],
    ['downtime', 'Downtime'],
    ['recovery', 'Recovery'],
    ['dataLoss', 'Data loss'],
    ['cost', 'Cost'],
  ] as const
).map(([id, name]) => ({ id, name, title: capitalised(figureOf(id).name) }));

function figureOf(id: SweepFigure): ReportFigure {
  return REPORT_FIGURES[KEYS[id]];
}

interface Reading {
  /**
   * Seconds, money, or for availability the share of time down, which has digits left where 1 − availability has none.
   * Infinity: data lost for good; null: nothing to measure, no incident.
   */
  readonly value: number | null;
  readonly interval: QuantileInterval;
}

/** A point of a curve. */
export interface SweepMark {
  readonly key: string;
  /** In the report's points. */
  readonly index: number;
  /** What is varied first, and its place among the values. */
  readonly x: number | string;
  readonly xText: string;
  readonly reading: Reading;
  /** Still under way, or ended early. */
  readonly partial: boolean;
}

/** One curve: all points with one value of what is varied second. */
export interface SweepSeries {
  readonly key: string;
  /** `zones = 3`; empty where one parameter is varied. */
  readonly label: string;
  /** It has the value that the model has. */
  readonly isCurrent: boolean;
  readonly marks: readonly SweepMark[];
}

export function readFigure(report: Report, figure: SweepFigure): Reading {
  if (figure === 'availability') {
    const { value, interval } = readFigure(report, 'downtime');
    const share = (seconds: number | null) => seconds && Math.min(1, seconds / SECONDS_PER_YEAR);
    return { value: share(value), interval: [share(interval[0]), share(interval[1])] };
  }
  const { value, interval } = figureOf(figure).read(report);
  return { value: seconds(value), interval: [seconds(interval?.[0] ?? null), seconds(interval?.[1] ?? null)] };
}

function seconds(loss: Loss | null): number | null {
  return loss === null ? null : lossInSeconds(loss);
}

/** Curves from left to right, those of the second parameter in the order of its values. */
export function sweepSeries(
  { model, vary, values, units, points }: SweepReport,
  figure: SweepFigure,
): readonly SweepSeries[] {
  const [first, second] = vary;
  const rank = new Map(values[first].map((value, i) => [value, i]));
  const seconds: readonly (number | string | null)[] = second === undefined ? [null] : values[second];
  return seconds.flatMap((value, i): SweepSeries[] => {
    const own = points.flatMap(({ parameters, report }, index): SweepMark[] => {
      if (second !== undefined && parameters[second] !== value) return [];
      const x = parameters[first];
      return [
        {
          key: JSON.stringify(vary.map((name) => parameters[name])),
          index,
          x,
          xText: nameText(parameterText(x, units[first])),
          reading: readFigure(report, figure),
          partial: report.run.partial,
        },
      ];
    });
    // A solve tries values between the two that it lists.
    const place = ({ x }: SweepMark) => (typeof x === 'number' ? x : (rank.get(x) ?? 0));
    const rising =
      values[first].length < 2 ||
      place({ x: values[first][0] } as SweepMark) <= place({ x: values[first].at(-1)! } as SweepMark);
    own.sort((a, b) => (rising ? 1 : -1) * (place(a) - place(b)));
    if (own.length === 0) return [];
    const label = second === undefined ? '' : `${nameText(second)} = ${nameText(parameterText(value!, units[second]))}`;
    return [
      { key: String(i), label, isCurrent: second !== undefined && model.parameters[second] === value, marks: own },
    ];
  });
}

/** What the model asks of a figure, as the figure is drawn; null where it asks nothing. */
export function goalOf(report: Report | undefined, figure: SweepFigure): number | null {
  const named = (
    { availability: 'availability', downtime: 'availability', recovery: 'rto', dataLoss: 'rpo', cost: null } as const
  )[figure];
  const goal = named === null || report === undefined ? undefined : targetOf(report.targets, named)?.goal;
  if (goal === undefined) return null;
  return figure === 'availability' ? 1 - goal : figure === 'downtime' ? (1 - goal) * SECONDS_PER_YEAR : goal;
}

/** A value as it is read. */
export function valueText(
  figure: SweepFigure,
  value: number | null,
  interval: QuantileInterval | null,
  currency: string,
): string {
  if (value === null) return 'no incident';
  if (value === Infinity) return 'lost for good';
  const known = knownOf(interval);
  if (figure === 'availability') return value === 0 ? 'no downtime seen' : percent(1 - value, known);
  return value === 0 && figure === 'downtime'
    ? 'no downtime seen'
    : kindText(value, known, figureOf(figure).kind, currency);
}

export function intervalText(figure: SweepFigure, { value, interval: [low, high] }: Reading, currency: string): string {
  const known = knownOf([low, high]);
  if (known === null || value === null || !Number.isFinite(value))
    return [low, high].map((end) => (end === null ? 'unknown' : valueText(figure, end, null, currency))).join(' to ');
  return figure === 'availability'
    ? range(1 - value, [1 - known[1], 1 - known[0]], SHARE_SCALE)
    : range(value, known, scaleOf(figureOf(figure).kind, currency));
}

export function sweepTable(report: SweepReport, figure: SweepFigure): Table {
  const { vary, units, points } = report;
  const currency = points[0]?.report.cost.currency ?? '';
  const { name, kind } = figureOf(figure);
  const up = (value: number | null) =>
    value === null || value === Infinity ? null : figure === 'availability' ? 1 - value : value;
  return {
    columns: [
      ...vary.map((parameter) => ({
        label: nameText(parameter),
        ...(units[parameter] ? { unit: units[parameter] } : {}),
        format: (value: number) => parameterText(value, units[parameter]),
      })),
      ...estimateColumns(capitalised(name), scaleOf(kind, currency), kind === 'share' ? null : unitOf(kind, currency)),
      { label: 'Years' },
    ],
    rows: points.map(({ parameters, report: each }) => {
      const { value, interval } = readFigure(each, figure);
      const [low, high] =
        figure === 'availability' ? [up(interval[1]), up(interval[0])] : [up(interval[0]), up(interval[1])];
      return [
        ...vary.map((parameter) =>
          typeof parameters[parameter] === 'string' ? nameText(parameters[parameter]) : parameters[parameter],
        ),
        up(value),
        low,
        high,
        each.run.years,
      ];
    }),
  };
}
