import type { SweepReport } from '../../analysis/report.ts';
import {
  evaluate,
  findUnit,
  formatNumber,
  type Dimension,
  MONEY_RATE,
  parseExpression,
  PLAIN,
  sameDimension,
  TIME,
  writeQuantity,
} from '../../units/index.ts';
import { duration } from '../../units/figure.ts';
import { plainText } from '../text.ts';

/** Longer than this and values are rounded, if that leaves all of them apart. */
const LONGEST_EXACT = 10;

/** A parameter's values for people, which tell all of them apart. */
export function valueTexts(values: readonly (number | string)[], unit: string | null, currency: string): string[] {
  const dimension = dimensionOf(unit, currency);
  const exact = values.map((value) =>
    typeof value === 'string' ? plainText(value) : writeQuantity({ value, dimension }, currency),
  );
  const numbers = exact.filter((_, i) => typeof values[i] === 'number');
  // `10 s`, `1.375 min` and `155 s` beside each other are hard to read.
  const isOfAPiece =
    numbers.every((text) => /^-?\d+( |$)/.test(text)) ||
    new Set(numbers.map((text) => text.replace(/^[-\d.]+ /, '').replace(/s$/, ''))).size === 1;
  if (isOfAPiece && numbers.every((text) => text.length <= LONGEST_EXACT)) return exact;
  const short = values.map((value, i) => (typeof value === 'string' ? exact[i] : rounded(value, dimension, currency)));
  return new Set(short).size === new Set(exact).size ? short : exact;
}

/** One of a sweep's parameters at each of its points. */
export function columnOf({ points, units }: SweepReport, name: string): string[] {
  const values = points.map(({ parameters }) => parameters[name]);
  return valueTexts(values, units[name], points[0]?.report.cost.currency ?? '');
}

function rounded(value: number, dimension: Dimension, currency: string): string {
  const few = (amount: number) => Number(amount.toPrecision(4));
  if (sameDimension(dimension, TIME)) return duration(value, null);
  if (sameDimension(dimension, PLAIN)) return formatNumber(value, 4);
  if (sameDimension(dimension, MONEY_RATE)) return `${few(value * 3600)} ${currency}/h`;
  return writeQuantity({ value: few(value), dimension }, currency);
}

function dimensionOf(unit: string | null, currency: string): Dimension {
  if (unit === null) return TIME;
  return unit === ''
    ? PLAIN
    : evaluate(parseExpression(unit), (name) => findUnit(name, currency) ?? { value: 1, dimension: PLAIN }).dimension;
}
