import type { Distribution } from '../random/distribution.ts';
import { ln, power } from '../random/elementary.ts';
import { cdf, quantile } from '../random/quantile.ts';
import { kaplanMeier, observedQuantile, type SurvivalStep } from './kaplan-meier.ts';
import { fitLaw, type FittedLaw, type LawName, LAWS, type Waited } from './laws.ts';

/** How long something takes. */
export interface DurationFigures {
  /** All, and those of them that are not over. */
  readonly count: number;
  readonly open: number;
  /** The likeliest first. */
  readonly laws: readonly FittedLaw[];
  /** The times themselves, on the scale of AIC; null where too few are over, or some are open. */
  readonly empiricalAic: number | null;
  /** null: none is over. */
  readonly chosen: { readonly law: LawName | 'empirical' | 'constant'; readonly distribution: Distribution } | null;
  readonly kaplanMeier: readonly SurvivalStep[];
  /** Seconds, beside the chosen law's own; null where so many were never seen to be over. */
  readonly observed: { readonly p50: number | null; readonly p95: number | null };
  readonly fitted: { readonly p50: number; readonly p95: number } | null;
}

const FEWEST_FOR_SHAPE = 3;
const FEWEST_FOR_EMPIRICAL = 20;
/** What a model's text holds at most: more are its quantiles. */
const MOST_EMPIRICAL = 50;

/** Chooses by Akaike's criterion; where the times contradict the best law as well, they stand for themselves. */
export function fitDurations(times: readonly Waited[]): DurationFigures {
  const over = times.filter(({ isOpen }) => !isOpen).map(({ seconds }) => seconds);
  const steps = kaplanMeier(times);
  const varied = new Set(over).size > 1;
  const tried =
    over.length === 0 ? [] : LAWS.filter((law) => law === 'exponential' || (varied && over.length >= FEWEST_FOR_SHAPE));
  const laws = tried.map((law) => fitLaw(law, times)).sort((a, b) => a.aic - b.aic);
  const empiricalAic = laws.length > 0 && over.length === times.length ? aicOfTimes(over, laws[0]) : null;
  const chosen = choose(over, laws, empiricalAic);
  return {
    ...{ count: times.length, open: times.length - over.length, laws, empiricalAic, chosen, kaplanMeier: steps },
    observed: { p50: observedQuantile(steps, 0.5), p95: observedQuantile(steps, 0.95) },
    fitted: chosen && { p50: quantile(chosen.distribution, 0.5), p95: quantile(chosen.distribution, 0.95) },
  };
}

function choose(
  over: readonly number[],
  laws: readonly FittedLaw[],
  empiricalAic: number | null,
): DurationFigures['chosen'] {
  if (laws.length === 0) return null;
  if (over.length >= FEWEST_FOR_SHAPE && over.every((each) => each === over[0]))
    return { law: 'constant', distribution: { kind: 'constant', value: over[0] } };
  const [{ law, distribution, aic }] = laws;
  return empiricalAic !== null && empiricalAic < aic
    ? { law: 'empirical', distribution: { kind: 'empirical', values: quantilesOf(over) } }
    : { law, distribution };
}

/**
 * A list of times has no density, so it is held against the best law in cells of equal chance by that law: the
 * saturated multinomial's likelihood is larger by G²/2 and has a parameter for each cell but one. So many cells as Mann
 * & Wald (1942) and Moore (1986, in D'Agostino & Stephens, "Goodness-of-Fit Techniques") use, 2 n^(2/5).
 */
function aicOfTimes(over: readonly number[], best: FittedLaw): number | null {
  const n = over.length;
  if (n < FEWEST_FOR_EMPIRICAL) return null;
  const cells = Math.floor(2 * power(n, 0.4));
  const counts = new Array<number>(cells).fill(0);
  for (const each of over) counts[Math.min(cells - 1, Math.floor(cdf(best.distribution, each) * cells))]++;
  const g = counts.reduce((sum, count) => sum + (count === 0 ? 0 : 2 * count * ln((count * cells) / n)), 0);
  return best.aic - g + 2 * (cells - 1 - best.parameters);
}

function quantilesOf(over: readonly number[]): number[] {
  const sorted = [...over].sort((a, b) => a - b);
  if (sorted.length <= MOST_EMPIRICAL) return sorted;
  return Array.from(
    { length: MOST_EMPIRICAL },
    (_, i) => sorted[Math.floor(((i + 0.5) / MOST_EMPIRICAL) * sorted.length)],
  );
}
