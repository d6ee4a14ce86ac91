import { exp, ln } from '../random/elementary.ts';
import { NORMAL_P95 } from '../random/special/normal.ts';
import { type Quantity, sameDimension, PLAIN } from '../units/index.ts';

/**
 * One number that nobody knows: nine chances in ten that it lies between two. Lognormal for a positive quantity,
 * logit-normal for a share, which lies between 0 and 1 (the convention of Squiggle and Guesstimate).
 */
export interface Doubt {
  readonly low: number;
  readonly high: number;
  readonly isShare: boolean;
}

const RANGE = /^(.*\S)\s+to\s+(\S.*)$/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i;

/** The two ends of `1 year to 8 years`; a unit behind the second serves a first that has none. null: it is no range. */
export function rangeEnds(text: string): { readonly low: string; readonly high: string } | null {
  const [, low, high] = RANGE.exec(text.trim()) ?? [];
  if (low === undefined) return null;
  const unit = high.replace(NUMBER, '').trim();
  const isBare = low.replace(NUMBER, '') === '' && NUMBER.test(high) && /^(%|[A-Za-z][A-Za-z/]*)$/.test(unit);
  return { low: isBare ? `${low} ${unit}` : low, high };
}

/** What lies between two quantities of one dimension, the first above 0 and below the second. */
export function doubtBetween(low: Quantity, high: Quantity): Doubt {
  const isShare = sameDimension(low.dimension, PLAIN) && high.value < 1;
  return { low: low.value, high: high.value, isShare };
}

/** The number that stands at `z` standard deviations: 0 is the median. */
export function doubtAt({ low, high, isShare }: Doubt, z: number): number {
  const [from, to] = isShare ? [logit(low), logit(high)] : [ln(low), ln(high)];
  const at = (from + to) / 2 + (z * (to - from)) / (2 * NORMAL_P95);
  return isShare ? 1 / (1 + exp(-at)) : exp(at);
}

function logit(share: number): number {
  return ln(share) - ln(1 - share);
}
