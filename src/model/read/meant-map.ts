import { nearest } from '../../units/index.ts';
import { choiceSynonym } from '../language/synonyms.ts';
import type { Source } from '../tree.ts';
import { mapOfNames } from './map-of-names.ts';
import { timeBetweenOf } from '../language/notations.ts';

/** What a value says by itself, where a map is needed. */
interface Clue {
  /** As it can be typed again, in quotes where a comma is in it. */
  readonly text: string;
  readonly word: string;
  readonly is: 'time' | 'share' | 'data' | 'money' | 'rate' | 'number' | 'yes' | 'person' | 'word' | 'list';
}

const TIME =
  /^\d+(?:\.\d+)? ?(?:[mu]?s|secs?|seconds?|mins?|minutes?|hr?s?|hours?|d|days?|weeks?|months?|y|yrs?|years?)$/i;
const RANGE = /^(\d+(?:\.\d+)?) ?([a-z]*) ?(?:-|–|to|\.\.) ?(\d+(?:\.\d+)?) ?([a-z]+)$/i;
const PERIODS: Readonly<Record<string, string>> = {
  hourly: '1 h',
  daily: '1 day',
  nightly: '1 day',
  weekly: '1 week',
  monthly: '1 month',
};
const YES = /^(?:true|yes|on|auto(?:matic)?|enabled|default)$/i;
const PERSON = /^(?:manual(?:ly)?|on-?call|by-hand|operators?|people|human)$/i;
const PEOPLE_TAKE = "'lognormal(5 min, 20 min)'";

/**
 * The map that was meant by a value in its place, ready to be typed: `{ size: 500 GB }` for `data: 500 GB`.
 * Null where the value says too little.
 * @param shape the name of what the map describes
 * @param currency of the model
 */
export function meantMap(shape: string, source: Source, currency: string): string | null {
  const clue = clueOf(source);
  const meant = clue === null ? undefined : MEANT[shape]?.(clue, currency);
  return meant === undefined || meant === null ? null : `{ ${meant} }`;
}

type Meaning = (clue: Clue, currency: string) => string | null;

const MEANT: Readonly<Record<string, Meaning>> = {
  'health check': ({ is, text }) => `interval: ${is === 'time' ? text : '10 s'}`,
  failover: ({ is, text }) =>
    is === 'time'
      ? `promote: ${text}`
      : is === 'person'
        ? `decide: ${PEOPLE_TAKE}`
        : is === 'yes'
          ? 'detect: 30 s, promote: 30 s'
          : null,
  replication: ({ is, text, word }) =>
    is === 'time' ? `mode: async, lag: ${text}` : is === 'yes' ? 'mode: async' : replicationMode(word),
  'data set': ({ is, text }) => (is === 'data' ? `size: ${text}` : is === 'number' ? `size: ${text} GB` : null),
  backup: ({ is, text, word }) => `full: ${is === 'time' ? text : (PERIODS[word.toLowerCase()] ?? '1 day')}`,
  'false positive': ({ is, text }) =>
    is === 'time' ? `mtbf: ${text}` : is === 'rate' ? `mtbf: ${timeBetweenOf(text) ?? '1 year'}` : null,
  'failure mode': failureMode,
  component: (clue, currency) => {
    if (clue.is === 'money') return `cost: ${money(clue, currency)}`;
    const mode = failureMode(clue);
    return mode === null ? null : `failures: { outage: { ${mode} } }`;
  },
  service: ({ is, text }) => (is === 'word' ? `component: ${text}` : is === 'list' ? `needs: ${text}` : null),
  domain: ({ is, text }) =>
    is === 'word' ? `kind: ${text}` : is === 'list' ? `domains: ${mapOfNames(text, '')}` : null,
  shock: (clue) => {
    const mode = failureMode(clue);
    return mode === null ? null : `${mode}, hits: [web]`;
  },
  experiment: ({ is, text }) => (is === 'word' || is === 'list' ? `fail: ${text}` : null),
  targets: (clue, currency) => target(clue, currency),
  losses: (clue, currency) =>
    clue.is === 'money' || clue.is === 'number' ? `downtime: ${money(clue, currency)}` : null,
  sla: ({ is, text }) => (is === 'share' && Number.parseFloat(text) < 50 ? `error-rate: ${text}` : null),
  simulation: ({ is, text }) =>
    is === 'number' ? `years: ${text}` : is === 'time' ? `years: ${Number.parseFloat(text)}` : null,
};

function failureMode({ is, text }: Clue): string | null {
  // A small share is of a year: an annual failure rate.
  if (is === 'share')
    return Number.parseFloat(text) < 50
      ? `mtbf: ${timeBetweenOf(text) ?? '1 year'}, mttr: 1 h`
      : `availability: ${text}, mttr: 1 h`;
  if (is === 'time') return `mtbf: ${text}, mttr: 1 h`;
  return is === 'rate' ? `mtbf: ${timeBetweenOf(text) ?? '1 year'}, mttr: 1 h` : null;
}

function target(clue: Clue, currency: string): string | null {
  if (clue.is === 'share') return `availability: ${clue.text}`;
  if (clue.is === 'time') return `rto: ${clue.text}`;
  return clue.is === 'money' ? `budget: ${money(clue, currency)}` : null;
}

function money({ text }: Clue, currency: string): string {
  return /^[\d.]+$/.test(text) ? `${text} ${currency}/h` : text;
}

const REPLICATION = ['sync', 'semi-sync', 'async'];

function replicationMode(word: string): string | null {
  const mode = REPLICATION.includes(word) ? word : (choiceSynonym(word, REPLICATION) ?? nearest(word, REPLICATION));
  return mode === null ? null : `mode: ${mode}`;
}

function clueOf(source: Source): Clue | null {
  if (source.type === 'list') {
    const words = source.items.map((item) => (item.type === 'scalar' && item.value !== null ? item.text : null));
    if (words.length === 0 || words.length > 8 || words.some((word) => word === null || !isPlainWord(word)))
      return null;
    return { is: 'list', text: `[${words.join(', ')}]`, word: '' };
  }
  if (source.type !== 'scalar' || source.value === null) return null;
  const word = String(typeof source.value === 'string' ? source.value.trim() : source.text);
  const is = typeof source.value === 'boolean' ? (source.value ? 'yes' : null) : kindOf(word);
  if (is === null || word.length > 60) return null;
  const range = is === 'time' ? RANGE.exec(word) : null;
  return {
    is,
    word,
    text: range === null ? word : `'uniform(${range[1]} ${range[2] || range[4]}, ${range[3]} ${range[4]})'`,
  };
}

function kindOf(word: string): Clue['is'] | null {
  if (TIME.test(word) || TIME.test(RANGE.exec(word)?.slice(3).join(' ') ?? '')) return 'time';
  if (/^\d+(?:\.\d+)? ?%$/.test(word)) return 'share';
  if (/^\d+(?:\.\d+)? ?(?:[kKMGTP]i?)?B$/.test(word)) return 'data';
  if (/^\d+(?:\.\d+)? ?[A-Z]{3} ?\/ ?\w+$/.test(word)) return 'money';
  if (/^\d+(?:\.\d+)?$/.test(word)) return 'number';
  if (timeBetweenOf(word) !== null) return 'rate';
  if (YES.test(word)) return 'yes';
  if (PERSON.test(word)) return 'person';
  return isPlainWord(word) ? 'word' : null;
}

/** What can be typed again in braces without quotes. */
function isPlainWord(word: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(word);
}
