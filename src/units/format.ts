import { SECONDS_PER_YEAR } from './table.ts';

const STEPS: readonly { readonly unit: string; readonly seconds: number }[] = [
  { unit: 'd', seconds: 86_400 },
  { unit: 'h', seconds: 3600 },
  { unit: 'min', seconds: 60 },
  { unit: 's', seconds: 1 },
];

/**
 * A time for reading, in its two largest units: `2 h 32 min`, `3 days 4 h`, `31.6 s`, `250 ms`, `2.5 years`.
 * Rounded: `writeTime` writes one that reads back as the same number.
 */
export function formatDuration(seconds: number): string {
  if (Number.isNaN(seconds)) return '–';
  if (seconds < 0) return `−${formatDuration(-seconds)}`;
  if (seconds === Infinity) return '∞';
  if (seconds === 0) return '0 s';
  if (seconds < 0.9995e-3) return `${significant(seconds * 1e6, 3)} µs`;
  if (seconds < 0.9995) return `${significant(seconds * 1e3, 3)} ms`;
  if (seconds < 59.95) return `${significant(seconds, 3)} s`;
  if (seconds >= SECONDS_PER_YEAR * 0.9999) {
    const years = significant(seconds / SECONDS_PER_YEAR, 3);
    return `${years} ${years === '1' ? 'year' : 'years'}`;
  }
  return twoUnits(seconds);
}

function twoUnits(seconds: number): string {
  for (let i = 0; i < STEPS.length - 1; i++) {
    const [large, small] = [STEPS[i], STEPS[i + 1]];
    const parts = Math.round(seconds / small.seconds);
    const perLarge = large.seconds / small.seconds;
    if (parts < perLarge) continue;
    const [count, rest] = [Math.floor(parts / perLarge), parts % perLarge];
    return rest === 0 ? word(count, large.unit) : `${word(count, large.unit)} ${word(rest, small.unit)}`;
  }
  return `${significant(seconds, 3)} s`;
}

function word(count: number, unit: string): string {
  return unit === 'd' ? `${count} ${count === 1 ? 'day' : 'days'}` : `${count} ${unit}`;
}

/** An amount of money for reading: `40,000 USD`, `12.50 USD`, `0.17 USD`. The same in every locale. */
export function formatMoney(amount: number, currency: string): string {
  if (!Number.isFinite(amount)) return `${formatNumber(amount)} ${currency}`;
  const size = Math.abs(amount);
  let digits: string;
  if (size >= 99.995) digits = group(Math.round(size).toString());
  else if (size >= 0.995 || size === 0) digits = size.toFixed(2).replace(/\.00$/, '');
  else digits = significant(size, 2);
  return `${amount < 0 && digits !== '0' ? '−' : ''}${digits} ${currency}`;
}

/**
 * A share for reading, with as many digits as its distance from 0 or 100% needs to show `digits` of its own:
 * 99.971%, 99.99995%, 50%, 0.12%. It never rounds up to 100% what is below it.
 */
export function formatPercent(share: number, digits = 3): string {
  if (!Number.isFinite(share)) return `${formatNumber(share)}%`;
  const percent = share * 100;
  const distance = share > 0.5 && share < 1 ? (1 - share) * 100 : Math.abs(percent);
  if (distance === 0 || share === 1) return `${percent}%`;
  const decimals = Math.min(15, Math.max(0, digits - 1 - Math.floor(Math.log10(distance))));
  const text = trim(percent.toFixed(decimals));
  return share < 1 && text === '100' ? '99.9999999999999%' : `${text}%`;
}

/** A plain number for reading, with three significant digits unless told: `1,234`, `0.0123`, `1.2e+21`. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text = size >= 10 ** digits && size < 1e15 ? group(Math.round(size).toString()) : significant(size, digits);
  return value < 0 && text !== '0' ? `−${text}` : text;
}

/** `digits` significant digits without trailing zeros, and without an exponent where a few zeros do. */
function significant(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  return rounded.toString();
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
