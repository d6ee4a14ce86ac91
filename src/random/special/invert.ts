import { exp, ln } from '../elementary.ts';

/** What the search needs at one point u: the tail asked for, and its slope in u, as a positive number. */
interface Tail {
  tail: number;
  slope: number;
}

/**
 * Solves lower(u) = p (or upper(u) = 1 - p above one half) for a continuous, rising distribution
 * function of u in [low, high]: Newton's method on the logarithm of the smaller tail, which is close
 * to straight far out, held in a shrinking bracket. Stops at a step of a few ulps of u.
 */
export function invertTail(
  evaluate: (u: number, lower: boolean, out: Tail) => void,
  p: number,
  low: number,
  high: number,
  guess: number,
): number {
  const out: Tail = { tail: 0, slope: 0 };
  const lower = p <= 0.5;
  const target = ln(lower ? p : 1 - p);
  let u = Math.min(Math.max(guess, low), high);
  for (let i = 0; i < 200; i++) {
    evaluate(u, lower, out);
    const miss = lower ? ln(out.tail) - target : target - ln(out.tail);
    if (miss === 0) return u;
    if (miss > 0) high = u;
    else low = u;
    let next = u - (miss * out.tail) / out.slope;
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    if (Math.abs(next - u) <= 4.5e-16 * Math.max(1, Math.abs(u)) || next === low || next === high) return next;
    u = next;
  }
  return u;
}

/** 1 / (1 + e^-u), without overflow. */
export function logistic(u: number): number {
  return u >= 0 ? 1 / (1 + exp(-u)) : exp(u) / (1 + exp(u));
}
