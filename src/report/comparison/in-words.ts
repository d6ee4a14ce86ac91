import type { DifferenceFigures } from '../../analysis/report-comparison.ts';

type Change = NonNullable<DifferenceFigures['changes']>[number];

/**
 * What one model says otherwise than another, in words, a sentence for each thing that differs, in the order in which
 * it is written: `db: replicas 2 → 3; failover.detect 30 s → 10 s`, `service cache added`, `web_replicas 6 → 8`.
 */
export function inWords(changes: readonly Change[]): readonly string[] {
  const sentences: { readonly owner: string; readonly words: string[] }[] = [];
  for (const change of changes) {
    const { owner, words } = sentenceOf(change);
    const last = sentences.find((each) => owner !== '' && each.owner === owner);
    if (last === undefined) sentences.push({ owner, words: [...words] });
    else last.words.push(...words);
  }
  return sentences.map(({ owner, words }) => (owner === '' ? words.join('; ') : `${owner}: ${words.join('; ')}`));
}

/** What one of the things is that a key of the document names. */
const THINGS: Readonly<Record<string, string>> = {
  services: 'service',
  components: 'component',
  shocks: 'shock',
  experiments: 'experiment',
  teams: 'team',
  parameters: 'parameter',
  domains: 'domain',
};

/** `owner` empty: a sentence of its own. */
function sentenceOf({ path, from, to }: Change): { readonly owner: string; readonly words: readonly string[] } {
  const keys = keysOf(path);
  const [part, ...rest] = keys;
  const thing = THINGS[part];
  if (thing === undefined || rest.length === 0)
    return rest.length === 0
      ? { owner: '', words: detail(path, from, to) }
      : { owner: part, words: detail(rest.join('.'), from, to) };
  // Domains nest: what follows the last of them is its own.
  const within = part === 'domains' ? rest.findLastIndex((key, i) => i % 2 === 1 && key === 'domains') : -1;
  const [name, ...inner] = rest.slice(within + 1);
  if (inner.length > 0) {
    if (part === 'parameters' && inner[0] === 'value') return { owner: '', words: detail(name, from, to) };
    return { owner: part === 'services' ? name : `${thing} ${name}`, words: detail(inner.join('.'), from, to) };
  }
  if (part === 'parameters') return { owner: '', words: ofParameter(name, from, to) };
  if (from !== null && to !== null) return { owner: '', words: detail(name, from, to) };
  const kind = part === 'domains' ? (/^\{ (?:.*, )?kind: ([\w-]+)/.exec(from ?? to ?? '')?.[1] ?? thing) : thing;
  return { owner: '', words: [`${kind} ${name} ${from === null ? 'added' : 'removed'}`] };
}

/** A parameter is its value, however much it says of itself. */
function ofParameter(name: string, from: string | null, to: string | null): readonly string[] {
  if (from === null) return [`parameter ${name} added: ${shortened(valueIn(to ?? ''))}`];
  if (to === null) return [`parameter ${name} removed`];
  const [before, after] = [valueIn(from), valueIn(to)];
  return [before === after ? `what parameter ${name} is` : `${name} ${shortened(before)} → ${shortened(after)}`];
}

function valueIn(written: string): string {
  return /^\{ (?:.*?, )?value: (.*?)(?:, (?:from|to|is): .*)? \}$/.exec(written)?.[1] ?? written;
}

/** `replicas 2 → 3`, `needs cache added`, `cost added: 1 USD/h`, `rebuild removed, was 1 h`. */
function detail(key: string, from: string | null, to: string | null): readonly string[] {
  if (from === null) return [`${key} added: ${shortened(to ?? '')}`];
  if (to === null) return [`${key} removed, was ${shortened(from)}`];
  return listed(key, from, to) ?? [`${key} ${shortened(from)} → ${shortened(to)}`];
}

/** Of two lists of names what one has more; null for anything else, and where their order differs as well. */
function listed(key: string, from: string, to: string): readonly string[] | null {
  const [before, after] = [from, to].map((text) => /^\[([^[\]{}]*)\]$/.exec(text)?.[1].split(', ') ?? null);
  if (before === null || after === null) return null;
  const gone = before.filter((each) => !after.includes(each));
  const come = after.filter((each) => !before.includes(each));
  const isSame =
    before.filter((each) => after.includes(each)).join() === after.filter((each) => before.includes(each)).join();
  if (!isSame || gone.length + come.length === 0) return null;
  return [
    ...(come.length === 0 ? [] : [`${key} ${shortened(come.join(', '))} added`]),
    ...(gone.length === 0 ? [] : [`${key} ${shortened(gone.join(', '))} removed`]),
  ];
}

/** The keys of a path, those in quotes and brackets without them. */
function keysOf(path: string): readonly string[] {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, plain]) =>
    quoted === undefined ? (index ?? plain) : (JSON.parse(`"${quoted}"`) as string),
  );
}

/** A whole part may be new: its beginning says which. */
const LONGEST = 100;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
