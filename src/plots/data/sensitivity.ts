import type { SensitivityEnd, SensitivityFigures, SensitivityInput } from '../../analysis/report-explanation.ts';
import type { Difference } from '../../analysis/report.ts';
import { change, changeRange } from '../../units/figure.ts';
import { formatDuration, formatMoney, formatNumber } from '../../units/format.ts';
import { moneyScale, type Scale, TIME_SCALE } from '../../units/scale.ts';
import { amountText } from './amounts.ts';
import { listed, nameText } from './text.ts';
import type { Table } from './table.ts';

/** What the bars are of: seconds down a year, or money a year. */
export type TornadoFigure = 'downtime' | 'cost';

export interface TornadoEnd {
  /** `÷2`, `×2`; where the language allows no such value, the one that was tried: `to 100%`. */
  readonly label: string;
  readonly valueText: string;
  /** Against the model as it is. */
  readonly change: Difference;
}

export interface TornadoRow {
  /** The input's name. */
  readonly key: string;
  readonly label: string;
  readonly valueText: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** The larger of both changes, without its sign. */
  readonly effect: number;
}

/** What is left for the table. */
interface TornadoRows {
  readonly rows: readonly TornadoRow[];
  /** Inputs with smaller effects that have no row. */
  readonly left: number;
}

/** Most effect first. */
export function tornadoRows(sensitivity: SensitivityFigures, figure: TornadoFigure, most = Infinity): TornadoRows {
  const all = sensitivity.inputs.map((input) => rowOf(input, sensitivity.factor, figure));
  const sorted = all.map((row, i) => ({ row, i })).sort((a, b) => b.row.effect - a.row.effect || a.i - b.i);
  // One that is left over takes no more room than to say so.
  const kept = sorted.length === most + 1 ? most + 1 : most;
  return { rows: sorted.slice(0, kept).map(({ row }) => row), left: Math.max(0, sorted.length - kept) };
}

function rowOf(input: SensitivityInput, factor: number, figure: TornadoFigure): TornadoRow {
  const end = (which: 'low' | 'high'): TornadoEnd => {
    const { value, downtimePerYear, cost }: SensitivityEnd = input[which];
    const ratio = which === 'low' ? input.value / value : value / input.value;
    const isWhole = Math.abs(ratio - factor) < 1e-6 * factor;
    const valueText = amountText(value, input.unit);
    return {
      label: isWhole ? `${which === 'low' ? '÷' : '×'}${formatNumber(factor)}` : `to ${valueText}`,
      valueText,
      change: figure === 'downtime' ? downtimePerYear : cost,
    };
  };
  const [low, high] = [end('low'), end('high')];
  return {
    key: input.name,
    label: nameText(input.name),
    valueText: amountText(input.value, input.unit),
    low,
    high,
    effect: Math.max(Math.abs(low.change.mean), Math.abs(high.change.mean)),
  };
}

/** `+12 min`, `−3,400 USD`. */
export function changeText({ mean, ci95 }: Difference, figure: TornadoFigure, currency: string): string {
  if (mean === 0) return figure === 'downtime' ? '±0 s' : `±0 ${currency}`;
  return change(mean, ci95, scaleOf(figure, currency));
}

function scaleOf(figure: TornadoFigure, currency: string): Scale {
  return figure === 'downtime' ? TIME_SCALE : moneyScale(currency);
}

export function readTornado(
  { label, valueText, low, high }: TornadoRow,
  figure: TornadoFigure,
  currency: string,
): string {
  const whole = (end: TornadoEnd) => {
    if (end.valueText === valueText) return `${end.label}: it can go no further`;
    const what = figure === 'downtime' ? 'of downtime a year' : 'a year';
    const shown = end.change.verdict === 'undecided' ? ', no difference shown' : '';
    return (
      `${end.label.startsWith('to ') ? end.label : `${end.label}, ${end.valueText}`}: ` +
      `${changeText(end.change, figure, currency)} ${what} (95% interval ` +
      `${changeRange(end.change.mean, end.change.ci95, scaleOf(figure, currency))}${shown})`
    );
  };
  return `${label}, ${valueText} in the model. ${whole(low)}; ${whole(high)}.`;
}

const OF: Readonly<Record<TornadoFigure, string>> = { downtime: 'downtime', cost: 'total cost' };

export function tornadoSentence(rows: readonly TornadoRow[], figure: TornadoFigure, currency: string): string {
  const first = rows[0];
  if (first === undefined) return '';
  if (first.effect === 0) return `No input changes the ${OF[figure]} of these years.`;
  const worst = Math.abs(first.low.change.mean) > Math.abs(first.high.change.mean) ? first.low : first.high;
  return (
    `${first.label} moves the ${OF[figure]} most: ${worst.label} is ` +
    `${changeText(worst.change, figure, currency)} a year.`
  );
}

export function describeTornado(
  rows: readonly TornadoRow[],
  factor: number,
  figure: TornadoFigure,
  currency: string,
): string {
  if (rows.length === 0) return noInputs();
  const few = rows
    .slice(0, 3)
    .map(
      ({ label, low, high }) =>
        `${label} (${low.label} ${changeText(low.change, figure, currency)}, ${high.label} ` +
        `${changeText(high.change, figure, currency)})`,
    );
  return (
    `Change of the ${OF[figure]} a year when each input alone is divided and multiplied by ` +
    `${formatNumber(factor)}, in the same simulated history, most effect first: ${listed(few)}.`
  );
}

export function noInputs(): string {
  return 'This model has no input that could be varied.';
}

export function tornadoTable(rows: readonly TornadoRow[], figure: TornadoFigure, currency: string): Table {
  const change =
    figure === 'downtime'
      ? { unit: 's', format: formatDuration }
      : { unit: currency, format: (value: number) => formatMoney(value, currency) };
  const ends = ['Divided', 'Multiplied'].flatMap((word) => [
    { label: `${word} to` },
    { label: `${word}: change`, ...change },
    { label: '95% from', ...change },
    { label: '95% to', ...change },
  ]);
  return {
    columns: [{ label: 'Input' }, { label: 'In the model' }, ...ends],
    rows: rows.map(({ label, valueText, low, high }) => [
      label,
      valueText,
      ...[low, high].flatMap(({ valueText: to, change: { mean, ci95 } }) => [to, mean, ci95[0], ci95[1]]),
    ]),
  };
}
