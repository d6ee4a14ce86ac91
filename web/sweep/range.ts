import { UNITS } from '../../src/units/table.ts';
import { type Amount, amountOf, write } from '../text/amount.ts';
import { factorOf, isCurrency } from '../text/unit.ts';

/** ratio: each value so many times the one before; missing: what a share lacks of 100% is; even: equal steps. */
export type Spacing = 'ratio' | 'missing' | 'even' | 'list';

/** What a parameter is varied over, as it stands in the form. */
export interface Range {
  readonly spacing: Spacing;
  readonly from: string;
  readonly to: string;
  /** How many values. */
  readonly steps: number;
  /** For `list`: values separated by commas. */
  readonly list: string;
}

export const MOST_STEPS = 41;
const STEPS = 9;
/** Up to so many whole numbers are all tried. */
const MOST_WHOLE = 13;
const DIGITS = 3;

/**
 * What a parameter is varied over unless somebody says otherwise: from end to end of where it says that it may lie, and
 * else around its value.
 */
export function ownRange({ written, least, most }: Lying, steps = STEPS): Range {
  const around = defaultRange(written, steps);
  const [from, to] = [amountOf(least), amountOf(most)];
  if (from === null || to === null) return around;
  const count = from.kind === 'integer' && to.kind === 'integer' ? to.value - from.value + 1 : Infinity;
  const isAll = count <= (steps < STEPS ? steps : MOST_WHOLE);
  const spacing =
    isAll || count < Infinity || !(from.value > 0) ? 'even' : around.spacing === 'list' ? 'ratio' : around.spacing;
  const own: Range = { ...around, spacing, from: write(from), to: write(to), steps: isAll ? count : steps };
  return valuesOf(own).problem === '' ? own : { ...own, spacing: 'even' };
}

/** A parameter's value, and where it says that it may lie, as typed. */
interface Lying {
  readonly written: string;
  readonly least: string;
  readonly most: string;
}

/** From a fourth of a parameter's value to four times it, or what stands for that; the value itself is among them. */
function defaultRange(written: string, steps = STEPS): Range {
  const amount = amountOf(written);
  if (amount === null) return { spacing: 'list', from: '', to: '', steps, list: written.trim() };
  const text = (value: number) => write({ ...amount, value: clean(value) });
  const between = (spacing: Spacing, from: number, to: number, count = steps): Range => ({
    spacing,
    from: text(from),
    to: text(to),
    steps: count,
    list: text(amount.value),
  });
  const { value, kind } = amount;
  if (kind === 'share' && value > 50 && value < 100)
    return between('missing', Math.max(0, 100 - 4 * (100 - value)), 100 - (100 - value) / 4);
  if (kind === 'share' && value >= 100) return between('even', 90, 100);
  if (kind === 'integer' && Math.abs(value) <= 100) {
    // Counts of members: a fourth of them is often too few for a model that makes sense.
    const [from, to] =
      value <= 0 ? [Math.min(0, 2 * value), 4] : [Math.ceil(value / 2), 2 * value + (value < 3 ? 1 : 0)];
    const all = to - from + 1;
    return all <= (steps < STEPS ? steps : MOST_WHOLE) || from <= 0
      ? between('even', from, to, all)
      : between('ratio', from, to);
  }
  if (value === 0) return between('even', 0, kind === 'share' ? 10 : 4);
  if (value < 0) return between('even', 4 * value, 0);
  return between('ratio', value / 4, kind === 'share' ? Math.min(100, 4 * value) : 4 * value);
}

type Values =
  | { readonly texts: readonly string[]; readonly problem: '' }
  | { readonly texts: readonly []; readonly problem: string };

/** The values as they would be typed, from one end to the other; or what is wrong with the range, in a sentence. */
export function valuesOf(range: Range): Values {
  if (range.spacing === 'list') return listed(range.list);
  const [from, to] = [amountOf(range.from), amountOf(range.to)];
  if (from === null || to === null)
    return wrong(`‘${(from === null ? range.from : range.to).trim()}’ is no amount such as 30 s or 0.17 USD/h.`);
  const [low, high] = [siOf(from), siOf(to)];
  if (low === null || high === null || kindOf(from.unit) !== kindOf(to.unit))
    return wrong(`${write(from)} and ${write(to)} are not of a kind.`);
  if (low === high) return wrong('The range ends where it begins.');
  if (!Number.isInteger(range.steps) || range.steps < 2 || range.steps > MOST_STEPS)
    return wrong(`From 2 to ${MOST_STEPS} values.`);
  const isWhole = from.kind === 'integer' && to.kind === 'integer';
  const place = placing(range.spacing, low, high);
  if (place === null)
    return wrong(
      range.spacing === 'missing'
        ? 'What is missing of 100% can only be divided between 0 and below 100%.'
        : 'Even ratios need values above zero.',
    );
  const texts = Array.from({ length: range.steps }, (_, i) => {
    if (i === 0) return write(from);
    if (i === range.steps - 1) return write(to);
    const value = place(i / (range.steps - 1));
    return writeAs(isWhole ? Math.round(value) : value, from, to, range.spacing);
  });
  return { texts: [...new Set(texts)], problem: '' };
}

function listed(list: string): Values {
  const texts = splitList(list).map((text) => text.trim());
  if (texts.some((text) => text === '')) return wrong('A value is missing before or after a comma.');
  if (new Set(texts).size < texts.length) return wrong('A value is there twice.');
  if (texts.length > MOST_STEPS) return wrong(`At most ${MOST_STEPS} values.`);
  return { texts, problem: '' };
}

/** At commas that are in no parentheses. */
function splitList(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth <= 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function wrong(problem: string): Values {
  return { texts: [], problem };
}

/** SI value at a share of the way; null where it cannot be spaced so. */
function placing(spacing: Spacing, low: number, high: number): ((share: number) => number) | null {
  if (spacing === 'even') return (share) => low + (high - low) * share;
  if (spacing === 'missing') {
    const by = low < 1 && high < 1 && low >= 0 && high >= 0 ? placing('ratio', 1 - low, 1 - high) : null;
    return by && ((share) => 1 - by(share));
  }
  return low > 0 && high > 0 ? (share) => low * (high / low) ** share : null;
}

/** In the unit of the end in which it is easier to read. */
function writeAs(value: number, from: Amount, to: Amount, spacing: Spacing): string {
  const isLarge = Math.abs(value / factorOf(to.unit)!) >= 1 || factorOf(to.unit)! <= factorOf(from.unit)!;
  const { unit, kind } = isLarge ? to : from;
  const amount = value / factorOf(unit)!;
  const shown =
    spacing === 'missing'
      ? 100 - Number((100 - amount).toPrecision(DIGITS))
      : Number(amount.toPrecision(kind === 'integer' ? 12 : DIGITS));
  return write({ value: clean(shown), unit, kind });
}

/** Without what binary fractions leave behind. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Which of the texts a value was read from; null: none of them. */
export function textOf(value: number | string, texts: readonly string[]): string | null {
  if (typeof value === 'string') return texts.find((text) => text === value) ?? null;
  const isSame = (text: string) => {
    const amount = amountOf(text);
    const si = amount === null ? null : siOf(amount);
    return si !== null && Math.abs(si - value) <= 1e-9 * Math.abs(value);
  };
  return texts.find(isSame) ?? null;
}

function siOf({ value, unit }: Amount): number | null {
  const factor = factorOf(unit);
  return factor === null ? null : value * factor;
}

/** The same for units that can be converted into each other. */
function kindOf(unit: string): string {
  if (unit.trim() === '' || unit.trim() === '%') return 'plain';
  return unit
    .split('/')
    .map((part) => (isCurrency(part) ? part.trim() : JSON.stringify(UNITS.get(part.trim())?.dimension)))
    .join('/');
}
