import { format } from 'd3';
import { formatMoney } from '../../units/format.ts';

const SHORT = format('.3~s');
const LETTERS: Readonly<Record<string, string>> = { k: 'k', M: 'M', G: 'bn', T: 'tn' };

/** An amount for an axis or a tight place: `20k USD`, `3.2M USD`, `0.05 USD`. */
export function shortMoney(amount: number, currency: string): string {
  const size = Math.abs(amount);
  if (size < 1000) return formatMoney(amount, currency);
  if (size >= 1e15) return `${amount.toExponential(1).replace('e+', 'e')} ${currency}`;
  const text = SHORT(amount);
  const letter = text[text.length - 1];
  return `${text.slice(0, -1)}${LETTERS[letter] ?? letter} ${currency}`;
}
