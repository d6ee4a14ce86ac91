import { MONEY_SIGNS, problem, quote, UNITS, type Problem } from '../../units/index.ts';
import type { NumericKind } from './kinds.ts';

/** Nobody types a longer number, and a hostile text shall not be looked at for long. */
const LONGEST = 80;

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const COUNTS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const PERIODS: ReadonlyMap<string, string> = new Map([
  ['hourly', '1 h'],
  ['every hour', '1 h'],
  ['nightly', '1 day'],
  ['daily', '1 day'],
  ['every night', '1 day'],
  ['every day', '1 day'],
  ['weekly', '1 week'],
  ['every week', '1 week'],
  ['monthly', '1 month'],
  ['every month', '1 month'],
  ['quarterly', '3 months'],
  ['yearly', '1 year'],
  ['annually', '1 year'],
  ['every year', '1 year'],
  ['continuous', '0 s'],
  ['continuously', '0 s'],
]);
const AT_ONCE = new Set([
  '0',
  'at once',
  'auto',
  'automatic',
  'automatically',
  'immediate',
  'immediately',
  'instant',
  'instantly',
  'none',
  'now',
]);
const BY_PEOPLE = new Set([
  'by hand',
  'human',
  'manual',
  'manually',
  'on call',
  'on-call',
  'oncall',
  'operator',
  'operators',
  'people',
  'sre',
]);
/** A person's time to decide: minutes to be reached and to assess, longer one time in twenty. */
const PEOPLE_TAKE = "'lognormal(5 min, 20 min)'";

/** How often `daily` and the like are; null for another word. */
export function periodOf(word: string): string | null {
  return PERIODS.get(word.toLowerCase()) ?? null;
}

/** Whether a text would be read without errors where this one stands. */
type Reads = (text: string) => boolean;

/**
 * What is said of a number in a notation that people use and the language does not: thousands separators, ranges,
 * rates, periods in words. Null where it is none of these, or where no right text follows from it.
 * @param kind what the place takes; null for a parameter, which takes any
 */
export function otherNotation(text: string, kind: NumericKind | null, currency: string, reads: Reads): Problem | null {
  const typed = text.trim();
  if (typed.length === 0 || typed.length > LONGEST) return null;
  const words = typed.toLowerCase().replace(/\s+/g, ' ');
  const tidied = tidy(typed, currency);
  if (kind?.type === 'draw' && kind.positiveMean && isLargeShare(words)) {
    const meant = `availability: ${words}`;
    return {
      message: `${quote(typed)} is an availability: give it in place of the mtbf, as in '${meant}'`,
      suggestion: meant,
    };
  }
  const found =
    (takesTime(kind) ? time(words, tidied, kind) : null) ??
    share(words, kind) ??
    price(tidied, kind, currency) ??
    (tidied === typed ? null : { meant: tidied, why: spelling(typed) });
  if (found === null || found.meant === typed) return null;
  const bare = /^'(.*)'$/.exec(found.meant)?.[1] ?? found.meant;
  return reads(bare)
    ? {
        message: `${quote(typed)}: ${found.why}: write ${/^'/.test(found.meant) ? found.meant : `'${found.meant}'`}`,
        suggestion: found.meant,
      }
    : null;
}

/**
 * The share of a year, or the number in a year, that `3/year`, `2% per year` or a bare `2%` is, as the time between
 * two.
 */
export function timeBetweenOf(text: string): string | null {
  const rate = new RegExp(`^(${NUMBER}|once|twice)( ?%)? ?(?:times |x )?((?:/|per|an?|every|each) ?)?([a-z]*)$`).exec(
    text.trim().toLowerCase(),
  );
  if (rate === null) return null;
  const [, count, percent, per, unit] = rate;
  // `60 days` is a time, and `2%` a share of a year.
  if (percent === undefined && (unit === '' || per === undefined)) return null;
  const number = count === 'once' ? 1 : count === 'twice' ? 2 : Number(count) / (percent === undefined ? 1 : 100);
  const every = unit === '' ? 'year' : unit;
  if (!(number > 0) || !UNITS.has(every)) return null;
  if (number === 1) return `1 ${every}`;
  const times = 1 / number;
  return Number.isInteger(times)
    ? `${times} ${UNITS.has(`${every}s`) ? `${every}s` : every}`
    : `1 ${every} / ${number}`;
}

/** More than once in two years is hardly a rate of failures: it is the share of time up. */
function isLargeShare(words: string): boolean {
  const percent = new RegExp(`^(${NUMBER}) ?%$`).exec(words)?.[1];
  return percent !== undefined && Number(percent) >= 50 && Number(percent) < 100;
}

interface Found {
  readonly meant: string;
  readonly why: string;
}

function takesTime(kind: NumericKind | null): boolean {
  return kind === null || kind.type === 'draw' || kind.type === 'duration';
}

function time(words: string, tidied: string, kind: NumericKind | null): Found | null {
  if (kind !== null) {
    const period = PERIODS.get(words);
    if (period !== undefined) return { meant: period, why: 'a time is needed here' };
    if (BY_PEOPLE.has(words)) {
      const meant = kind.type === 'draw' ? PEOPLE_TAKE : '15 min';
      return {
        meant,
        why:
          "a time is needed here, the time that people take; teams ('by') " +
          'are not supported by this version of nines yet',
      };
    }
    if (AT_ONCE.has(words)) return { meant: '0 s', why: 'a time is needed here' };
    if (kind.type === 'draw' && kind.positiveMean) {
      const between = timeBetweenOf(words);
      if (between !== null) return { meant: between, why: 'the time between two is needed here, not how often' };
    }
  }
  return range(tidied, kind) ?? spread(tidied, kind) ?? clock(words) ?? approximate(tidied) ?? inWords(words);
}

/** `1-2 s`, `5 min to 10 min`, `60..120 s`. */
function range(text: string, kind: NumericKind | null): Found | null {
  const found = new RegExp(`^(${NUMBER}) ?([A-Za-z]*) ?(?:-|–|—|\\.\\.\\.?|…|to) ?(${NUMBER}) ?([A-Za-z]+)$`).exec(
    text,
  );
  if (found === null) return null;
  const [, from, unit, to, last] = found;
  const first = unit === '' ? last : unit;
  const [low, high] = [UNITS.get(first), UNITS.get(last)];
  if (low === undefined || high === undefined || !(Number(from) * low.value < Number(to) * high.value)) return null;
  if (kind?.type === 'duration') return { meant: `${to} ${last}`, why: 'one time is needed here, not a range' };
  return { meant: `'uniform(${from} ${first}, ${to} ${last})'`, why: 'a time drawn from a range is a distribution' };
}

/** `5 min ± 1 min`. */
function spread(text: string, kind: NumericKind | null): Found | null {
  const found = new RegExp(`^(${NUMBER}) ?([A-Za-z]*) ?(?:±|\\+/-|\\+-) ?(${NUMBER}) ?([A-Za-z]+)$`).exec(text);
  if (found === null) return null;
  const [, middle, unit, by, last] = found;
  const first = unit === '' ? last : unit;
  if (kind?.type === 'duration') return { meant: `${middle} ${first}`, why: 'one time is needed here, not a range' };
  if (first !== last || Number(by) > Number(middle)) return null;
  return {
    meant: `'uniform(${Number(middle) - Number(by)} ${last}, ${Number(middle) + Number(by)} ${last})'`,
    why: 'a time drawn from a range is a distribution',
  };
}

/** `00:05:00`, `PT1H30M`, `1h30m`. */
function clock(words: string): Found | null {
  const why = 'a time is a number and a unit';
  const colons = /^(\d{1,3}):(\d\d)(?::(\d\d))?$/.exec(words);
  const iso = /^p(?:(\d+)d)?t?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(words);
  const short = /^(?:(\d+) ?d)? ?(?:(\d+) ?h)? ?(?:(\d+) ?m)? ?(?:(\d+) ?s)?$/.exec(words);
  const parts = colons !== null ? ['', colons[1], colons[2], colons[3]] : (iso ?? short)?.slice(1);
  if (parts === undefined) return null;
  const meant = ['days', 'h', 'min', 's'].flatMap((unit, i) =>
    Number(parts[i] ?? 0) > 0 ? [`${Number(parts[i])} ${unit}`] : [],
  );
  return meant.length === 0 || (iso === null && colons === null && meant.length < 2)
    ? null
    : { meant: meant.join(' '), why };
}

const SIGNS = /~|≈|<=?|≤|>=?|≥/;
const WORDS = /ca\.?|about|approx\.?|around|at most|at least|max\.?|min\.|up to|under|over|every|each/;
const APPROXIMATE = new RegExp(`^(?:${SIGNS.source}|${WORDS.source}) ?(\\d.*)$`, 'i');

/** `~5 min`, `< 5 min`, `about 5 min`, `up to 5 min`. */
function approximate(text: string): Found | null {
  const meant = APPROXIMATE.exec(text)?.[1];
  return meant === undefined ? null : { meant, why: 'one time is needed here, or a distribution' };
}

/** `five minutes`. */
function inWords(words: string): Found | null {
  const [count, unit = '', ...more] = words.split(' ');
  const number = count === 'a' || count === 'an' ? 1 : COUNTS.indexOf(count);
  return number < 0 || more.length > 0 || !UNITS.has(unit)
    ? null
    : { meant: `${number} ${unit}`, why: 'a number is written in digits' };
}

/** `three nines`, `~99.9%`, `>= 99.9%`. */
function share(words: string, kind: NumericKind | null): Found | null {
  if (kind?.type !== 'share') return null;
  const nines = /^(\d+|[a-z]+) nines?$/.exec(words)?.[1];
  const count = nines === undefined ? 0 : /^\d+$/.test(nines) ? Number(nines) : COUNTS.indexOf(nines);
  if (count >= 1 && count <= 12)
    return {
      meant: count === 1 ? '90%' : count === 2 ? '99%' : `99.${'9'.repeat(count - 2)}%`,
      why: 'a share is needed here',
    };
  const bare = new RegExp(`^(?:[~≈<>≤≥]=?|at least|at most|about|over|under) ?(${NUMBER} ?%)$`).exec(words)?.[1];
  return bare === undefined ? null : { meant: bare, why: 'one share is needed here' };
}

/** `5/h` where money is meant. */
function price(tidied: string, kind: NumericKind | null, currency: string): Found | null {
  const found = kind?.type === 'rate' ? new RegExp(`^(${NUMBER}) ?/ ?([a-z]+)$`).exec(tidied) : null;
  return found === null ? null : { meant: `${found[1]} ${currency}/${found[2]}`, why: 'money has its currency' };
}

/**
 * The same number with a point for its decimals and nothing between its thousands; money and `per` as the language has
 * them.
 */
function tidy(text: string, currency: string): string {
  let tidied = text
    .replace(/\s+/g, ' ')
    .replace(/ ?\bper\b ?/gi, '/')
    .replace(/\/hour\b/i, '/h');
  const sign = /^([$€£¥]) ?(\d[\d.,'’_ ]*[kKM]?)(.*)$/.exec(tidied) ?? null;
  if (sign !== null) tidied = `${sign[2].trim()} ${MONEY_SIGNS.get(sign[1]) ?? currency}${sign[3]}`;
  tidied = tidied
    .replace(/(?<![\w.])\d{1,3}(?:[,'’_ ]\d{3})+(?![\d,])/g, (number) => number.replace(/[,'’_ ]/g, ''))
    .replace(/(?<![\w.,])(\d+),(\d+)(?![\d,])/g, '$1.$2')
    .replace(
      new RegExp(`(?<![\\w.])(${NUMBER}) ?k(?= |$|h\\b)`, 'gi'),
      (_, number: string) => `${Number(number) * 1000}`,
    );
  return tidied.replace(/(?<=\d)h$/, ' h').trim();
}

function spelling(text: string): string {
  if (/[$€£¥]|\bper\b/i.test(text)) return 'money and rates are written with their units';
  return /\d ?k/i.test(text)
    ? 'numbers are written out'
    : "numbers have no commas or blanks in them, and a '.' before the decimals";
}

/** An expression over a number of servers that is no parameter: `N+1`. */
export function nPlus(text: string): Problem | null {
  const more = /^\s*n\s*\+\s*(\d)\s*$/i.exec(text)?.[1];
  return more === undefined
    ? null
    : problem(
        `${quote(text.trim())}: a number is needed here: n + ${more} is 'required: n' of 'replicas: n + ` +
          `${more}', as in 'required: 3, replicas: ${3 + Number(more)}'`,
      );
}
