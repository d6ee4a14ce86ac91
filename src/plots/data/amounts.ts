import { formatDuration, formatMoney, formatNumber } from '../../units/format.ts';
import { writeData, writeDataRate, writeMoneyRate } from '../../units/write.ts';

/** Prices are by the hour. */
const HOUR = 3600;

/** A value with its SI unit as the language writes it, for reading: `45 s`, `2 years`, `0.17 USD/h`, `500 GB`, `6`. */
export function amountText(value: number, unit: string): string {
  if (unit === 's') return formatDuration(value);
  if (unit === '') return formatNumber(value, 6);
  if (unit === 'B') return writeData(value);
  if (unit === 'B/s') return writeDataRate(value);
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(value, unit);
  if (/^[A-Z]{3}\/s$/.test(unit)) return writeMoneyRate(Number((value * HOUR).toPrecision(4)) / HOUR, unit.slice(0, 3));
  return `${formatNumber(value)} ${unit}`;
}
