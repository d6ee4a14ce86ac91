import { Refusal, type Path, type Thing } from '../act.ts';
import type { Draft } from '../draft.ts';
import { clear, set } from '../edits.ts';
import { domains, nounOf, pathOf } from '../find.ts';
import { at, changed } from '../plain.ts';
import { renamed, type Reference } from '../references.ts';
import { remove } from '../remove.ts';
import { dropChoice } from './needs.ts';
import { referencesTo } from './rename.ts';
import { listed } from './set.ts';

/** And what refers to it, where that can do without. */
export function removeThing(draft: Draft, thing: Thing): string {
  const path = pathOf(draft.sheet.plain, thing);
  const noun = nounOf(thing, draft.sheet.plain);
  const inner = thing.what === 'domain' ? domains(draft.sheet.plain, path).map(({ name }) => name) : [];
  const gone: Thing[] = [thing, ...inner.map((name): Thing => ({ what: 'domain', name }))];
  const told = new Set<string>();
  for (const each of gone) {
    const references = [...referencesTo(draft, each)].filter(({ path: from }) => !isWithin(from, path));
    // Items of one list go from its end, so that the others keep their places.
    for (const reference of references.sort((a, b) => indexIn(b.path) - indexIn(a.path) || 0))
      for (const word of letGoOf(draft, each, reference)) told.add(word);
  }
  clearWhole(draft, pathOf(draft.sheet.plain, thing));
  const more = told.size === 0 ? '' : `, and with it ${listed([...told])}`;
  const within = inner.length === 0 ? '' : ` with ${listed(inner)}`;
  return `Removed the ${noun} ${thing.name}${within}${more}.`;
}

/** Of the item of the outermost list that a path leads through; NaN: through none. */
function indexIn(path: Path): number {
  return Number(path.find((key) => typeof key === 'number'));
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((key, i) => path[i] === key);
}

/** A section of which nothing is left goes, a map of failures stays. */
function clearWhole(draft: Draft, path: Path): void {
  const section = path.slice(0, -1);
  const there = at(draft.sheet.plain, section);
  const whole = there instanceof Map && there.size === 1 && path.at(-2) !== 'failures' ? section : path;
  draft.meaning(
    (plain) => changed(plain, whole, undefined),
    () => remove(draft, whole),
  );
}

/** Makes a reference do without the thing, and says what else goes. */
function letGoOf(draft: Draft, thing: Thing, { path, isKey, to, text }: Reference): readonly string[] {
  const [section, owner] = path.map(String);
  if (at(draft.sheet.plain, path) === undefined) return [];
  if (to === 'expression') {
    setValue(draft, thing, path, { path, isKey, to, text });
    return [];
  }
  const list = path.slice(0, typeof path.at(-1) === 'number' ? -1 : undefined);
  const items = at(draft.sheet.plain, list);
  const last = !isKey && !(Array.isArray(items) && items.length > 1);
  const key = String(list.at(-1));
  if (key === 'any-of') {
    dropChoice(draft, path);
    return [];
  }
  if (key === 'between') {
    const links = at(draft.sheet.plain, ['links']);
    clear(draft, Array.isArray(links) && links.length > 1 ? path.slice(0, 2) : ['links']);
    return [`the link to ${[items].flat().find((end) => end !== thing.name)}`];
  }
  if (key === 'service') {
    clear(draft, path.slice(0, -1));
    return [];
  }
  if (isKey || !last || key === 'needs') {
    clear(draft, path);
    return [];
  }
  if (section === 'shocks' || section === 'experiments') {
    const kind = section === 'shocks' ? 'shock' : 'experiment';
    clearWhole(draft, path.slice(0, 2));
    return [`the ${kind} ${owner}`];
  }
  throw new Refusal(`${WAYS_OUT[key]?.(owner, thing.name) ?? `${path.join('.')} still names ${thing.name}`}.`);
}

const WAYS_OUT: Readonly<Record<string, (owner: string, name: string) => string>> = {
  component: (owner, name) => `${owner} is made of ${name}: give it another component, or remove it, first`,
  of: (owner, name) => `${owner} is ${name} in several sites: remove ${owner} first`,
  in: (owner, name) => `${owner} stands in ${name}: place it elsewhere first`,
  sites: (owner, name) => `${owner} has its only site in ${name}: give it another first`,
  copies: (owner, name) => `the backup of ${owner} has its only copy in ${name}: keep one elsewhere first`,
  entry: (_, name) => `${name} is the entry: choose another one first`,
};

/** What used a parameter says its value from now on. */
function setValue(draft: Draft, thing: Thing, path: Path, reference: Reference): void {
  const declared = at(draft.sheet.plain, ['parameters', thing.name]);
  const value = declared instanceof Map ? declared.get('value') : declared;
  if (typeof value !== 'string') throw new Refusal(`${thing.name} is used by ${path.join('.')}: change that first.`);
  const whole = reference.text.trim() === thing.name;
  const isNumber = /^[\d.]+$/.test(value);
  set(draft, path, renamed(reference, 'parameter', thing.name, whole || isNumber ? value : `(${value})`));
}
