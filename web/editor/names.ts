import { entriesBelow, outlineOf, unquote, type Entry } from '../text/outline.ts';
import type { ReferenceTarget } from '../../src/model/language/kinds.ts';

/** What a text names, gathered from its layout alone, so that it works while the text has errors. */
export interface Names {
  readonly of: Readonly<Record<ReferenceTarget, readonly string[]>>;
  readonly parameters: ReadonlyMap<string, string>;
  readonly currency: string;
}

export function namesIn(text: string): Names {
  const { entries } = outlineOf(text);
  const domains: string[] = [];
  const kinds = new Set<string>();
  for (const entry of entries) {
    const { path } = entry;
    if (path[0] !== 'domains') continue;
    // domains.<name>.domains.<name>…: every other key is a name.
    const depth = path.findIndex((name, i) => i % 2 === 0 && name !== 'domains');
    if (depth < 0 && path.length % 2 === 0) domains.push(path[path.length - 1]);
    if (depth === path.length - 1 && path[depth] === 'kind') kinds.add(valueOf(text, entry));
  }
  return {
    of: {
      service: below(entries, 'services'),
      component: below(entries, 'components'),
      domain: domains,
      team: below(entries, 'teams'),
      'domain kind': [...kinds].filter((kind) => kind !== ''),
    },
    parameters: new Map(
      entriesBelow(entries, ['parameters']).map((entry) => [entry.path[1], parameterIn(text, entries, entry)]),
    ),
    currency:
      entries
        .filter(({ path }) => path.length === 1 && path[0] === 'currency')
        .map((entry) => valueOf(text, entry))[0] ?? 'USD',
  };
}

function below(entries: readonly Entry[], key: string): string[] {
  return [...new Set(entriesBelow(entries, [key]).map(({ path }) => path[1]))];
}

/** `6`; `6, a decision from 2 to 12`. */
function parameterIn(text: string, entries: readonly Entry[], entry: Entry): string {
  const inside = entriesBelow(entries, entry.path);
  const said = (key: string) =>
    inside.filter(({ path }) => path[2] === key).map((each) => valueOf(text, each))[0] ?? '';
  if (inside.length === 0) return valueOf(text, entry);
  const [is, from, to] = ['is', 'from', 'to'].map(said);
  const range = `${from === '' ? '' : ` from ${from}`}${to === '' ? '' : ` to ${to}`}`;
  const what = is === '' ? '' : ` ${/^[aeiou]/.test(is) ? 'an' : 'a'} ${is}`;
  return `${said('value')}${what === '' && range === '' ? '' : ','}${what}${range}`;
}

function valueOf(text: string, { valueFrom, valueTo, style }: Entry): string {
  if (valueTo < 0) return '';
  const raw = text.slice(valueFrom, valueTo);
  return style === 'plain' ? raw : style === 'single' || style === 'double' ? unquote(raw) : '';
}
