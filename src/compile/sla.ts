import type { Model } from '../model/model.ts';
import { DAYS_OF_WINDOW } from '../model/sla.ts';
import type { Program } from './program.ts';

const DAY = 86_400;

/** Days in a window of the SLA; without windows a year, where its own downtime is asked for; 0: nobody asks. */
export function windowDays({ sla }: Pick<Model, 'sla'>): number {
  if (sla.windows !== null) return DAYS_OF_WINDOW[sla.windows.window];
  return sla.toleratesSeconds > 0 || sla.excludes.length > 0 ? DAYS_OF_WINDOW.year : 0;
}

/** Seconds of downtime that an availability leaves of so many, without the rounding of 1 − 0.9995. */
export function budgetOf(availability: number, seconds: number): number {
  return Number(((1 - availability) * seconds).toPrecision(12));
}

/** @param kinds [cause] what each cause is to targets by kind */
export function compileSla(model: Pick<Model, 'sla'>, kinds: readonly string[]) {
  const { toleratesSeconds, excludes, windows } = model.sla;
  const seconds = windowDays(model) * DAY;
  const credits = windows?.credits ?? [];
  const left: readonly string[] = excludes;
  return {
    slaTolerates: toleratesSeconds,
    slaAllowed: windows === null ? Infinity : budgetOf(windows.promise, seconds),
    slaCreditAbove: Float64Array.from(credits, ({ below }) => budgetOf(below, seconds)),
    slaCreditOwed: Float64Array.from(credits, ({ share }) => share * windows!.feePerSecond * seconds),
    causeExcluded: Uint8Array.from(kinds, (kind) => (left.includes(kind) ? 1 : 0)),
  } satisfies Partial<Program>;
}
