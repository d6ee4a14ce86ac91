import { duration, money, number, percent } from './figure.ts';
import { type Known, moneyScale, NUMBER_SCALE, type Scale, SHARE_SCALE, TIME_SCALE } from './scale.ts';

/** What kind of quantity a figure is. Times are seconds, and money is in the model's currency. */
export type FigureKind = 'share' | 'number' | 'time' | 'timePerYear' | 'moneyPerYear' | 'countPerYear';

export function scaleOf(kind: FigureKind, currency: string): Scale {
  switch (kind) {
    case 'share':
      return SHARE_SCALE;
    case 'time':
    case 'timePerYear':
      return TIME_SCALE;
    case 'moneyPerYear':
      return moneyScale(currency);
    case 'number':
    case 'countPerYear':
      return NUMBER_SCALE;
  }
}

/** As files have it: `s`, `share`, `/year`, `USD`; empty for a plain number. */
export function unitOf(kind: FigureKind, currency: string): string {
  const units = { share: 'share', number: '', time: 's', timePerYear: 's', moneyPerYear: currency };
  return kind === 'countPerYear' ? '/year' : units[kind];
}

/** A figure for people, with as many digits as its interval supports; all there are where it has none. */
export function kindText(value: number, known: Known | null, kind: FigureKind, currency: string): string {
  switch (kind) {
    case 'share':
      return percent(value, known);
    case 'time':
    case 'timePerYear':
      return duration(value, known);
    case 'moneyPerYear':
      return money(value, known, currency);
    case 'number':
    case 'countPerYear':
      return number(value, known);
  }
}
