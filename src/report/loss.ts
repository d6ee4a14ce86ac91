import { FOR_GOOD } from '../analysis/for-good.ts';
import type { Interval, Loss, QuantileInterval, Report } from '../analysis/report.ts';
import { knownOf, whole } from '../units/figure.ts';
import { plainText } from './text.ts';

/** A time or a loss for people: a number as `show` writes it, or that it is for good. */
export function lossText(
  value: Loss,
  interval: QuantileInterval<Loss> | null,
  show: (seconds: number, interval: Interval | null) => string,
): string {
  return value === FOR_GOOD ? FOR_GOOD : show(value, knownOf(interval));
}

/** Whose data may be lost for good though nobody saw it, as a sentence; null: nobody's. */
export function riskText({ dataLoss: { atRisk }, run: { years } }: Pick<Report, 'dataLoss' | 'run'>): string | null {
  if (atRisk === undefined) return null;
  return (
    `Data of ${plainText(atRisk)} can be lost for good, which ` +
    `${years === 1 ? 'one year' : `${whole(years)} years`} did not see: what is lost has no upper end.`
  );
}
