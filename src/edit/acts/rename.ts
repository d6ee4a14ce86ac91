import { Refusal, type Path, type Thing } from '../act.ts';
import type { Draft } from '../draft.ts';
import { renameKey, set } from '../edits.ts';
import { exists, namesLike, nounOf, pathOf } from '../find.ts';
import { at } from '../plain.ts';
import { referencesIn, renamed, type Reference } from '../references.ts';

/** And all that refers to it. */
export function renameThing(draft: Draft, thing: Thing, to: string): string {
  const { plain } = draft.sheet;
  const path = pathOf(plain, thing);
  if (to === thing.name) return `${to} keeps its name.`;
  if (namesLike(plain, thing).has(to))
    throw new Refusal(`There is a ${nounOf(thing)} '${to}' already: choose another name.`);
  const noun = nounOf(thing, plain);
  const references = referencesTo(draft, thing);
  const { what } = thing;
  for (const reference of references) {
    if (what === 'failure' || what === 'shock' || what === 'experiment') continue;
    if (reference.isKey) renameKey(draft, reference.path, to);
    else set(draft, reference.path, renamed(reference, what, thing.name, to));
  }
  renameKey(draft, path, to);
  const follow =
    references.length === 0 ? '' : `, in ${references.length} more ${references.length === 1 ? 'place' : 'places'}`;
  return `The ${noun} ${thing.name} is now ${to}${follow}.`;
}

/** Where a thing is named, deepest first, so that renaming a key leaves the paths of the others right. */
export function referencesTo({ sheet: { plain } }: Draft, thing: Thing): readonly Reference[] {
  const { what, name } = thing;
  if (what === 'failure' || what === 'shock' || what === 'experiment') return [];
  // A target that is called like a domain and like a service means the domain.
  const isDomain = what === 'service' && exists(plain, { what: 'domain', name });
  return referencesIn(plain)
    .filter((reference) => renamed(reference, what, name, `${name}\u0000`) !== reference.text)
    .filter(({ to, text }) => !(isDomain && to === 'target' && text === name))
    .sort((a, b) => b.path.length - a.path.length);
}

/** A key alone: what it names is referred to by nobody yet. */
export function renameInner(draft: Draft, path: Path, to: string): void {
  if (at(draft.sheet.plain, path) !== undefined && path.at(-1) !== to) renameKey(draft, path, to);
}
