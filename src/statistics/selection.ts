/**
 * Fully sequential ranking and selection: what Kim & Nelson (2001, "A fully sequential procedure for indifference-zone
 * selection in simulation", ACM TOMACS 11:251-273) compare two systems with, and Batur & Kim (2010, "Finding feasible
 * systems in the presence of constraints on multiple performance measures", ACM TOMACS 20:13) one system with a goal.
 * A sum of differences walks until it leaves a triangle; c = 1, which both recommend.
 */
import { exp, ln } from '../random/elementary.ts';

/**
 * KN's η: the solution of g(η) = ½ (1 + 2η)^(−(n₀−1)/2) = error, which for error = α / (k − 1) is theirs,
 * ½ [(2α / (k − 1))^(−2/(n₀−1)) − 1].
 * @param error the chance of a wrong decision, in (0, ½)
 * @param first n₀, observations from which the variance is estimated, at least 2
 */
export function selectionEta(error: number, first: number): number {
  return 0.5 * (exp((-2 / (first - 1)) * ln(2 * error)) - 1);
}

/** KN's h² = 2 c η (n₀ − 1). */
export function selectionConstant(error: number, first: number): number {
  return 2 * selectionEta(error, first) * (first - 1);
}

/**
 * Half the width of the continuation region for a sum of r differences, r W(r) = max(0, h² S² / 2δ − δ r / 2): while
 * the sum is nearer to zero than that, nothing is decided. It ends at r = h² S² / δ².
 * @param variance S² of one difference, from the first observations
 * @param zone δ > 0: with a mean at least that far from zero the decision is wrong with at most the constant's error
 */
export function continuation(r: number, constant: number, variance: number, zone: number): number {
  return Math.max(0, (constant * variance) / (2 * zone) - (zone * r) / 2);
}

/**
 * Besides the zone itself, zones ten and a hundred times as wide, so that what is far away is decided at once and not
 * as if it were just the zone away: indifference-zone relaxation ("Indifference-zone relaxation procedures for finding
 * feasible systems", 2025, arXiv 2509.04514; there for constraints, the argument is the same for a difference). For
 * each wider zone v two more walks, the sum less r (v − zone) and the sum plus as much: the first may only say high,
 * the second only low, and each is over where it leaves its triangle on the other side. A mean of at most −zone is at
 * most −v for the first: it says high wrongly with the constant's error. So a decision errs with at most `ZONES` times
 * that.
 */
export const ZONES = 3;
const WIDER = 10;

/** Bits of a walk's state: it is decided, or which of its companions are over. */
export const LOW = 1;
export const HIGH = 2;
const HIGH_OVER = 4;
const LOW_OVER = 8;

/**
 * Looks at a walk, and gives its new state.
 * @param state 0 at the beginning
 * @param sum of r differences
 * @returns with the bit LOW or HIGH where their mean is decided to be below or above 0; 0 itself, exactly, is low
 */
export function lookAt(
  state: number,
  sum: number,
  r: number,
  constant: number,
  variance: number,
  zone: number,
): number {
  if ((state & (LOW | HIGH)) !== 0) return state;
  const region = continuation(r, constant, variance, zone);
  if (sum <= -region) return state | LOW;
  if (sum >= region) return state | HIGH;
  let wide = zone;
  for (let level = 1, shift = 0; level < ZONES; level++, shift += 2) {
    wide *= WIDER;
    const width = continuation(r, constant, variance, wide);
    const less = sum - r * (wide - zone);
    const more = sum + r * (wide - zone);
    if ((state & (HIGH_OVER << shift)) === 0) {
      if (less >= width) return state | HIGH;
      if (less <= -width) state |= HIGH_OVER << shift;
    }
    if ((state & (LOW_OVER << shift)) === 0) {
      if (more <= -width) return state | LOW;
      if (more >= width) state |= LOW_OVER << shift;
    }
  }
  return state;
}

/**
 * The sample variance of the first n values, as of a sample that has just missed one more event: a contribution of
 * `event` to one of them (Fay & Feuer 1997 do the same for an interval). Without it, rare events that were not met
 * would look like certainty.
 * @param least of the size of that event, whatever was seen
 * @param most of it; in between it is what the most unusual value was off by
 */
export function cautiousVariance(values: (index: number) => number, n: number, least: number, most: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values(i);
  const mean = sum / n;
  let squares = 0;
  let furthest = 0;
  for (let i = 0; i < n; i++) {
    const off = values(i) - mean;
    squares += off * off;
    furthest = Math.max(furthest, Math.abs(off));
  }
  const event = Math.max(least, Math.min(most, furthest));
  return squares / (n - 1) + (event * event) / n;
}
