import { UNITS } from '../../src/units/table.ts';

/** A number with its unit as it was typed: `2 years`, `99.95%`, `0.17 USD/h`, `6`. */
export interface Amount {
  readonly value: number;
  /** What stands behind the number, the blank before it included: ` years`, `%`, or nothing. */
  readonly unit: string;
  readonly kind: 'share' | 'integer' | 'number' | 'quantity';
}

const WRITTEN = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(\s*%|\s*[A-Za-z]+(?:\s*\/\s*[A-Za-z]+)?)?$/;

/** The amount that a value is; null for what only an expression, a name or a distribution can say. */
export function amountOf(written: string): Amount | null {
  const found = WRITTEN.exec(written.trim());
  if (found === null) return null;
  const value = Number(found[1]);
  const unit = found[2] ?? '';
  if (!Number.isFinite(value)) return null;
  if (unit.trim() === '%') return { value, unit, kind: 'share' };
  if (unit !== '') return isUnit(unit) ? { value, unit, kind: 'quantity' } : null;
  return { value, unit, kind: Number.isInteger(value) ? 'integer' : 'number' };
}

/** As it would be typed. */
export function write({ value, unit }: Amount): string {
  return `${numberText(value)}${inNumber(unit, value)}`;
}

/** The number without an exponent where a few zeros do. */
export function numberText(value: number): string {
  const short = String(Number(value.toPrecision(12)));
  return /e-/.test(short) && Math.abs(value) >= 1e-12 ? value.toFixed(15).replace(/0+$/, '') : short;
}

/** `1 year`, `2 years`: the words that the language has both ways. */
function inNumber(unit: string, value: number): string {
  const found = /^(\s*)(year|day|hour|minute|second|week|month)s?$/.exec(unit);
  return found === null ? unit : `${found[1]}${found[2]}${value === 1 ? '' : 's'}`;
}

function isUnit(unit: string): boolean {
  return unit.split('/').every((part) => UNITS.has(part.trim()) || /^[A-Z]{3}$/.test(part.trim()));
}
