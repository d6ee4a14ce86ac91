import { describeDimension, type Dimension, quote } from '../../units/index.ts';

/** What was found in place of what was needed, for `needs…` messages. */
export function describeValue(value: string | number | boolean | null): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return quote(value);
  return typeof value === 'number' ? `the plain number ${value}` : String(value);
}

export function describeQuantity(value: number, dimension: Dimension): string {
  const kind = describeDimension(dimension);
  return kind === 'a plain number' ? `the plain number ${value}` : kind;
}
