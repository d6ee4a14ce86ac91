import { formatPercent } from '../../units/index.ts';

/** A part of a whole, in whole percent; never nothing for something, nor all for less. */
export function share(value: number): string {
  if (value > 0.995 && value < 1) return '>99%';
  return value > 0 && value < 0.005 ? '<1%' : formatPercent(Math.round(value * 100) / 100, 2);
}
