import { documentShape } from '../../src/model/language/document.ts';
import { DISRUPTIONS } from '../../src/model/disruptions.ts';
import { type Key, type Kind, KIND_OF_DISRUPTION } from '../../src/model/language/kinds.ts';
import { positionAt } from '../../src/model/language/lookup.ts';
import { FUNCTIONS } from '../../src/units/syntax.ts';
import { entriesBelow, outline, outlineOf, type End } from '../text/outline.ts';
import { namesIn, type Names } from './names.ts';

/** Something that may be typed at a place. */
export interface Offer {
  readonly word: string;
  /** What is inserted, with `${…}` where something is to be filled in; the word itself when left out. */
  readonly snippet?: string;
  readonly detail: string;
  readonly doc: string;
  readonly section: 'key' | 'name' | 'word' | 'unit' | 'distribution' | 'function';
  /** Less likely to be meant than the others. */
  readonly remote?: boolean;
}

interface Offers {
  /** Where the word began that these would replace. */
  readonly from: number;
  readonly offers: readonly Offer[];
}

/** The distributions with what each takes; a test holds it against the language's own list. */
export const DISTRIBUTIONS: readonly { readonly written: string; readonly snippet: string; readonly doc: string }[] = [
  { written: 'exponential(mean)', snippet: 'exponential(${mean})', doc: 'Memoryless, with that mean.' },
  { written: 'constant(time)', snippet: 'constant(${time})', doc: 'Always the same time.' },
  { written: 'uniform(min, max)', snippet: 'uniform(${min}, ${max})', doc: 'Any time in between, all alike.' },
  {
    written: 'triangular(min, mode, max)',
    snippet: 'triangular(${min}, ${mode}, ${max})',
    doc: 'In between, most likely at the mode.',
  },
  {
    written: 'lognormal(median, p95)',
    snippet: 'lognormal(${median}, ${p95})',
    doc: 'Half below the median, one in twenty above the p95.',
  },
  {
    written: 'weibull(shape, mean)',
    snippet: 'weibull(${shape}, ${mean})',
    doc: 'Wears out above shape 1, fails early below it.',
  },
  {
    written: 'gamma(shape, mean)',
    snippet: 'gamma(${shape}, ${mean})',
    doc: 'A sum of stages when the shape is whole.',
  },
  { written: 'empirical(t1, t2, …)', snippet: 'empirical(${t1}, ${t2})', doc: 'One of these times, each as likely.' },
];

/** What a map of targets takes beside the kinds of the model's domains. */
const disruptions = (names: Names) => [
  ...Object.entries(DISRUPTIONS),
  ...names.of['domain kind']
    .filter((kind) => !(kind in DISRUPTIONS))
    .map((kind) => [kind, 'a kind of domain'] as const),
];

const MONEY_RATES = ['h', 'month', 'year'];
/** One name of each unit, the common ones first; a test holds them against the language's table. */
export const TIME_UNITS = ['s', 'min', 'h', 'days', 'weeks', 'months', 'years', 'ms', 'us'];
export const DATA_UNITS = ['kB', 'MB', 'GB', 'TB', 'B', 'KiB', 'MiB', 'GiB', 'TiB', 'PB'];

/** What may be typed at an offset of a text. */
export function offersAt(text: string, offset: number): Offers | null {
  const { end } = outline(text.slice(0, offset));
  if (end.role === 'nothing') return null;
  const position = positionAt(end.path);
  if (position === null) return null;
  const typed = text.slice(end.from, offset);
  if (end.role === 'key' && isMap(position.kind)) return keys(text, end, position.kind, typed);
  if (end.role === 'key' && end.flow) return null;
  return values(text, end, position.kind, typed);
}

function isMap(kind: Kind): boolean {
  return kind.type === 'record' || kind.type === 'names' || kind.type === 'either';
}

function keys(text: string, end: End, kind: Kind, typed: string): Offers | null {
  if (!/^[\w-]*$/.test(typed)) return null;
  const there = new Set(entriesBelow(outlineOf(text).entries, end.path).map(({ path }) => path[path.length - 1]));
  const names = namesIn(text);
  // `wants` and its like: a map whose keys are names from elsewhere in the model.
  if (kind.type === 'names') {
    if (kind.what !== 'service' || end.path.at(-1) !== 'wants') return null;
    const offers = names.of.service
      .filter((name) => !there.has(name) && name !== end.path[1])
      .map((name) => offer(name, 'service', '', 'name', `${name}: `));
    return { from: end.from, offers };
  }
  const record = kind.type === 'either' ? kind.record : kind;
  if (record.type === 'names' && record.what === KIND_OF_DISRUPTION)
    return {
      from: end.from,
      offers: disruptions(names)
        .filter(([name]) => !there.has(name) || name === typed)
        .map(([name, doc]) => offer(name, 'kind', doc, 'key', `${name}: `)),
    };
  if (record.type !== 'record') return null;
  const shape = record.shape();
  const mode = shape.name === 'service' ? modeOf(text, end.path) : null;
  const offers = Object.entries(shape.keys)
    .filter(([name]) => !there.has(name) || name === typed)
    .map(([name, key]) => ({
      ...offer(
        name,
        key.required === true ? 'required' : '',
        documentationOf(key),
        'key',
        `${name}:${opensMap(key.kind) && !end.flow && shape !== documentShape ? '' : ' '}`,
      ),
      remote: mode !== null && key.modes !== undefined && !(key.modes as readonly string[]).includes(mode),
    }));
  const words = kind.type === 'either' && !end.flow ? values(text, end, kind.scalar, typed) : null;
  return { from: end.from, offers: [...offers, ...(words?.offers ?? [])] };
}

function opensMap(kind: Kind): boolean {
  return kind.type === 'record' || kind.type === 'names';
}

function values(text: string, end: End, kind: Kind, typed: string): Offers | null {
  const names = namesIn(text);
  switch (kind.type) {
    case 'choice':
      return { from: end.from, offers: Object.entries(kind.words).map(([word, doc]) => offer(word, '', doc, 'word')) };
    case 'flag':
      return { from: end.from, offers: ['true', 'false'].map((word) => offer(word, '', '', 'word')) };
    case 'reference':
      // A service that needs itself would be a circle.
      return {
        from: end.from,
        offers: names.of[kind.to]
          .filter((name) => !(kind.to === 'service' && end.path[0] === 'services' && name === end.path[1]))
          .map((word) => offer(word, kind.to, '', 'name')),
      };
    case 'word':
      return {
        from: end.from,
        offers: [...new Set(['region', 'zone', 'rack', ...names.of['domain kind']])].map((word) =>
          offer(word, '', '', 'word'),
        ),
      };
    case 'list':
      return values(text, end, kind.of, typed);
    case 'either':
      return values(text, end, kind.scalar, typed);
    case 'share':
    case 'integer':
    case 'years':
    case 'duration':
    case 'rate':
    case 'draw':
    case 'measure':
    case 'parameter':
      return amounts(end, kind, typed, names);
    case 'target':
      return { from: end.from, offers: targets(names, kind.whole === true) };
    case 'hours':
      return { from: end.from, offers: HOURS.map((word) => offer(word, '', 'Hours of a week.', 'word')) };
    default:
      return null;
  }
}

const HOURS = ['Mon-Fri 09:00-17:00', '08:00-20:00', '24x7'];

/** What an experiment may strike: domains, services, and whoever is active in one; a shock only as a whole. */
function targets({ of }: Names, whole: boolean): Offer[] {
  return [
    ...of.domain.map((word) => offer(word, 'domain', '', 'name')),
    ...of.service.map((word) => offer(word, 'service', 'All its members.', 'name')),
    ...(whole ? [] : of.service).map((word) =>
      offer(`${word}.active`, 'role', 'Whoever is active, or leads, when it strikes.', 'name'),
    ),
  ];
}

/** Within an amount: units behind a number; parameters, distributions and functions where a value begins. */
function amounts(end: End, kind: Kind, typed: string, names: Names): Offers | null {
  const word = /[A-Za-z_]\w*$/.exec(typed)?.[0] ?? '';
  const before = typed.slice(0, typed.length - word.length);
  const from = end.from + before.length;
  if (/\d$/.test(typed) && word === '') return null;
  if (/\d\s*$/.test(before)) return { from, offers: units(kind, names) };
  const own = end.path[0] === 'parameters' ? end.path[1] : undefined;
  const parameters = [...names.parameters]
    .filter(([name]) => name !== own)
    .map(([name, value]) => offer(name, value, 'Parameter.', 'name'));
  const functions =
    before.trim() === '' && kind.type !== 'parameter'
      ? []
      : FUNCTIONS.map((name) => offer(name, '', '', 'function', `${name}(\${})`));
  const whole = before.trim() === '' && (kind.type === 'draw' || kind.type === 'parameter');
  return { from, offers: [...parameters, ...(whole ? distributions(end) : []), ...functions] };
}

function distributions(end: End): Offer[] {
  // Within braces a comma would end the value.
  const quote = end.flow && end.quote === '' ? "'" : '';
  return DISTRIBUTIONS.map(({ written, snippet, doc }) => ({
    ...offer(written.slice(0, written.indexOf('(')), written.slice(written.indexOf('(')), doc, 'distribution'),
    snippet: snippet.includes(',') ? `${quote}${snippet}${quote}` : snippet,
  }));
}

function units(kind: Kind, { currency }: Names): Offer[] {
  const money = MONEY_RATES.map((time) => `${currency}/${time}`);
  switch (kind.type) {
    case 'rate':
      return money.map((word) => offer(word, '', '', 'unit'));
    case 'duration':
    case 'draw':
    case 'years':
      return TIME_UNITS.map((word) => offer(word, '', '', 'unit'));
    case 'measure':
      return measureUnits(kind.of, currency).map((word) => offer(word, '', '', 'unit'));
    case 'parameter':
      return [...TIME_UNITS, ...money, ...DATA_UNITS].map((word) => offer(word, '', '', 'unit'));
    default:
      return [];
  }
}

function measureUnits(of: Extract<Kind, { type: 'measure' }>['of'], currency: string): readonly string[] {
  switch (of) {
    case 'data':
      return DATA_UNITS;
    case 'data rate':
      return ['MB/s', 'GB/h', 'GB/day', 'kB/s', 'TB/day'];
    case 'price of data':
      return [`${currency}/GB`, `${currency}/TB`];
    case 'price of storage':
      return [`${currency}/GB/month`, `${currency}/TB/month`, `${currency}/GB/year`];
    case 'chance per time':
      return ['%/month', '%/year'];
  }
}

function offer(word: string, detail: string, doc: string, section: Offer['section'], snippet?: string): Offer {
  return { word, detail, doc, section, ...(snippet === undefined ? {} : { snippet }) };
}

/** The redundancy mode of the service that a path leads into. */
function modeOf(text: string, path: readonly string[]): string | null {
  const entry = entriesBelow(outlineOf(text).entries, path).find((each) => each.path.at(-1) === 'mode');
  return entry === undefined || entry.valueTo < 0 ? 'active-active' : text.slice(entry.valueFrom, entry.valueTo);
}

/** A key in a sentence or two: the language's own words. */
export function documentationOf({ doc, default: otherwise, modes, examples }: Key): string {
  return [
    doc,
    modes === undefined ? '' : `Mode ${modes.join(', ')}.`,
    otherwise === undefined ? '' : `Default: ${otherwise}.`,
    examples === undefined ? '' : `For example ${examples.join(' or ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
