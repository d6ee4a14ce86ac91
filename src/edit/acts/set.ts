import type { Path, Value } from '../act.ts';
import { Refusal } from '../act.ts';
import type { Draft } from '../draft.ts';
import { clear, set } from '../edits.ts';
import { pathOf } from '../find.ts';
import { at, entriesOf, isList } from '../plain.ts';
import { writeInline } from '../write.ts';

export function setPath(draft: Draft, path: Path, value: Value): string {
  const before = at(draft.sheet.plain, path);
  set(draft, path, value);
  const was = typeof before === 'string' ? `, which was ${before}` : '';
  return `${spoken(path)} is ${saidOf(value)}${was}.`;
}

export function clearPath(draft: Draft, path: Path): string {
  if (path.length === 0) throw new Refusal('A model cannot be cleared as a whole by pointing.');
  const was = at(draft.sheet.plain, path) !== undefined;
  clear(draft, path);
  return was ? `${spoken(path)} is no longer given.` : `${spoken(path)} is not given.`;
}

export function setEntry(draft: Draft, service: string): string {
  pathOf(draft.sheet.plain, { what: 'service', name: service });
  set(draft, ['entry'], service);
  return `${service} is the entry: its availability is the system's.`;
}

export function place(draft: Draft, service: string, domains: readonly string[]): string {
  const path = pathOf(draft.sheet.plain, { what: 'service', name: service });
  for (const name of domains) pathOf(draft.sheet.plain, { what: 'domain', name });
  if (domains.length === 0) {
    clear(draft, [...path, 'in']);
    return `${service} stands wherever those who need it do.`;
  }
  set(draft, [...path, 'in'], domains.length === 1 ? domains[0] : domains);
  return `${service} stands in ${listed(domains)}.`;
}

export function spread(draft: Draft, service: string, across: string | null): string {
  const path = [...pathOf(draft.sheet.plain, { what: 'service', name: service }), 'across'];
  if (across === null) clear(draft, path);
  else set(draft, path, across);
  return across === null ? `${service} is no longer spread.` : `${service} is spread over each ${across}.`;
}

/** A path as it is read out: the last things first named are what it is about. */
function spoken(path: Path): string {
  const kept = path.filter((key) => !SECTIONS.has(String(key)) || path.length === 1);
  return kept.map((key) => (typeof key === 'number' ? `item ${key + 1}` : key)).join(', ');
}

const SECTIONS: ReadonlySet<string> = new Set([
  'components',
  'domains',
  'experiments',
  'failures',
  'parameters',
  'services',
  'shocks',
]);

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function saidOf(value: Value): string {
  if (value === null) return 'empty';
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.map(saidOf).join(', ');
  return entriesOf(value)
    .map(([key, of]) => `${key} ${typeof of === 'object' ? writeInline(of, { flow: true, json: false }) : of}`)
    .join(', ');
}
