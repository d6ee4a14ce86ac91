import { FOR_GOOD } from '../analysis/for-good.ts';
import type { Interval, Loss, QuantileInterval } from '../analysis/report.ts';

/** A time or a loss for people: a number as `show` writes it, or that it is for good. */
export function lossText(value: Loss, interval: QuantileInterval<Loss> | null, show: (seconds: number, interval: Interval | null) => string): string {
  return value === FOR_GOOD ? FOR_GOOD : show(value, closed(interval));
}

/** An interval of which both ends are known and numbers; null otherwise. */
export function closed(interval: QuantileInterval<Loss> | null): Interval | null {
  if (interval === null) return null;
  const [low, high] = interval;
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
}
