/** Beyond this an exponent makes any number of an expression's length nothing or infinite. */
const LARGEST_EXPONENT = 9_999;

/**
 * The decimal that a percentage stands for, by moving its point and not by a division, which would round twice:
 * `99.9` gives `99.9e-2`, which reads as 0.999, where 99.9 / 100 is 0.9990000000000001.
 */
export function shareOfPercent(percent: string): string {
  const [digits, exponent = '0'] = percent.toLowerCase().split('e');
  const moved = Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, Number(exponent) - 2));
  return `${digits.replace(/\.$/, '')}e${moved}`;
}

/** Decimals that a double below 1 holds for certain. */
const DECIMALS = 15;

/**
 * 1 − value without what the subtraction adds (1 − 0.999 is 0.0010000000000000009 in doubles): the short decimal, where
 * it is one that belongs to this very value.
 */
export function complement(value: number): number {
  const difference = 1 - value;
  const short = Number(difference.toFixed(DECIMALS));
  return 1 - short === value ? short : difference;
}
