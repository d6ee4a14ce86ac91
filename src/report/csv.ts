import { QUANTILES } from '../analysis/described/figure.ts';
import { type FigureKey, REPORT_FIGURES } from '../analysis/report-figures.ts';
import type {
  Estimate,
  Loss,
  ModelIdentity,
  QuantileInterval,
  QuantileIntervals,
  Quantiles,
  RecoveryFigures,
  Report,
  RunFigures,
  StageName,
} from '../analysis/report.ts';
import { unitOf } from '../units/kind.ts';

/*
 * CSV (RFC 4180) in long form: one figure a row, so that a script filters rows and columns never change.
 * `low` and `high` are the 95% interval.
 */
export type Row = readonly [
  section: string,
  name: string,
  statistic: string,
  value: Value,
  interval?: QuantileInterval<Loss> | null,
  unit?: string,
];
export type Value = number | string | boolean | null;

const HEADER = ['section', 'name', 'statistic', 'value', 'low', 'high', 'unit'];

export function writeRows(rows: readonly Row[]): string {
  return writeCsv([
    HEADER,
    ...rows.map(([section, name, statistic, value, interval, unit]) => [
      section,
      name,
      statistic,
      value,
      interval?.[0],
      interval?.[1],
      unit,
    ]),
  ]);
}

export function writeCsv(lines: readonly (readonly (Value | undefined)[])[]): string {
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** What a spreadsheet takes for a formula, in the wide forms of East Asian keyboards too. */
const FORMULA = /^[=+\-@＝＋－＠]/;

/**
 * Quoted where it has to be. Texts come from a model that may be a stranger's: one that a spreadsheet would calculate
 * gets an apostrophe before it, and as terminals read files too, other controls than a line break do not pass.
 */
export function field(value: Value | undefined): string {
  if (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return '';
  const plain = String(value).replace(/[^\P{Cc}\n]/gu, '\ufffd');
  const text = typeof value === 'string' && FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whose figures these are, and how they were run. */
export function identity({ model, run }: { readonly model: ModelIdentity; readonly run: RunFigures }): Row[] {
  return [
    ['model', '', 'name', model.name],
    ['model', '', 'sha256', model.sha256],
    ...Object.entries(model.parameters).map(([name, value]): Row => ['parameter', name, 'value', value]),
    ...Object.entries(run).map(([key, value]): Row => ['run', '', key, value, null, key === 'seconds' ? 's' : '']),
  ];
}

export function estimate(
  section: string,
  name: string,
  statistic: string,
  { mean, ci95 }: Estimate,
  unit: string,
): Row {
  return [section, name, statistic, mean, ci95, unit];
}

/** Where a file has a figure: under the last but one part of its place in the report, as the last. */
export function statisticOf(key: FigureKey): readonly [section: string, statistic: string] {
  const [section, statistic] = key.split('.').slice(-2);
  return [section, statistic];
}

/** All figures of a report that a file has under that name. */
export function figureRows(of: string, report: Report): Row[] {
  return (Object.keys(REPORT_FIGURES) as FigureKey[]).flatMap((key): Row[] => {
    const [section, statistic] = statisticOf(key);
    if (section !== of) return [];
    const { kind, read } = REPORT_FIGURES[key];
    const { value, interval } = read(report);
    return [[section, '', statistic, value, interval, unitOf(kind, report.cost.currency)]];
  });
}

/** Four quantiles and the maximum, in seconds. */
export function quantiles(
  section: string,
  name: string,
  figures: Quantiles<Loss> & { readonly max: Loss | null; readonly quantileCi95: QuantileIntervals<Loss> },
): Row[] {
  return [
    ...QUANTILES.map((q): Row => [section, name, q, figures[q], figures.quantileCi95[q], 's']),
    [section, name, 'max', figures.max, null, 's'],
  ];
}

/** One row a stage, named by it. */
export function stages(section: string, name: string, { stages, stagesCi95 }: RecoveryFigures): Row[] {
  return Object.entries(stages ?? {}).map(([stage, seconds]): Row => [
    section,
    name,
    stage,
    seconds,
    stagesCi95?.[stage as StageName] ?? null,
    's',
  ]);
}
