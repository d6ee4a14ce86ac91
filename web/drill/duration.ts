import { TIME } from '../../src/units/dimension.ts';
import { UNITS } from '../../src/units/table.ts';
import { amountOf } from '../text/amount.ts';

/** Seconds of a time as it is typed, `90 min`; null for anything else. */
export function durationOf(text: string): number | null {
  const amount = amountOf(text);
  if (amount?.kind !== 'quantity' || !(amount.value > 0)) return null;
  const unit = UNITS.get(amount.unit.trim());
  return unit?.dimension === TIME ? amount.value * unit.value : null;
}
