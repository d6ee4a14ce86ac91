import { exp } from '../random/elementary.ts';
import { normalQuantile } from '../random/special/normal.ts';
import type { Waited } from './laws.ts';

/** A moment at which something was over, and what share of all takes longer. */
export interface SurvivalStep {
  readonly seconds: number;
  /** How many took that long at least. */
  readonly atRisk: number;
  readonly ended: number;
  readonly survival: number;
  /** null where nothing takes longer. */
  readonly ci95: readonly [number, number] | null;
}

/**
 * Kaplan & Meier's estimate (1958, "Nonparametric estimation from incomplete observations", JASA 53:457-481) with
 * Greenwood's variance and the interval on the logarithm, as R's `survfit` gives it unless told otherwise.
 */
export function kaplanMeier(times: readonly Waited[]): SurvivalStep[] {
  const sorted = [...times].sort((a, b) => a.seconds - b.seconds);
  const z = normalQuantile(0.975);
  const steps: SurvivalStep[] = [];
  let [survival, variance] = [1, 0];
  for (let i = 0; i < sorted.length;) {
    const { seconds } = sorted[i];
    const atRisk = sorted.length - i;
    let ended = 0;
    for (; i < sorted.length && sorted[i].seconds === seconds; i++) if (!sorted[i].isOpen) ended++;
    if (ended === 0) continue;
    survival *= 1 - ended / atRisk;
    variance += ended / (atRisk * (atRisk - ended));
    const factor = exp(z * Math.sqrt(variance));
    const ci95 = survival > 0 ? ([survival / factor, Math.min(1, survival * factor)] as const) : null;
    steps.push({ seconds, atRisk, ended, survival, ci95 });
  }
  return steps;
}

/** The shortest time by which that share is over; null where so much never was seen to be. */
export function observedQuantile(steps: readonly SurvivalStep[], share: number): number | null {
  return steps.find(({ survival }) => survival <= 1 - share + 1e-12)?.seconds ?? null;
}
