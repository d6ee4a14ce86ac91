import { Refusal, type Path } from '../act.ts';
import type { Draft } from '../draft.ts';
import { clear, set } from '../edits.ts';
import { pathOf } from '../find.ts';
import { at, valueOf, type Plain } from '../plain.ts';
import { pointedAt } from './add.ts';

export function need(draft: Draft, service: string, on: string): string {
  const path = between(draft, service, on);
  const needs = at(draft.sheet.plain, [...path, 'needs']);
  const there = Array.isArray(needs) ? needs : needs === undefined || needs === null ? [] : [needs];
  if (there.some((each) => each === on || isNear(each, on))) return `${service} needs ${on} already.`;
  clear(draft, [...path, 'wants', on]);
  set(draft, [...path, 'needs'], [...there.map(valueOf), on]);
  return `${service} needs ${on}.`;
}

export function want(draft: Draft, service: string, on: string, without: string): string {
  const path = between(draft, service, on);
  dropNeed(draft, path, on);
  set(draft, [...path, 'wants', on], without);
  return `${service} wants ${on}, and answers ${without} without it.`;
}

export function letGo(draft: Draft, service: string, on: string): string {
  const path = pathOf(draft.sheet.plain, { what: 'service', name: service });
  clear(draft, [...path, 'wants', on]);
  dropNeed(draft, path, on);
  return `${service} does without ${on}.`;
}

/** A list of one is written as one; nothing left is no key. */
function dropNeed(draft: Draft, path: Path, on: string): void {
  const needs = [...path, 'needs'];
  const list = at(draft.sheet.plain, needs);
  if (list === on || isNear(list, on)) return clear(draft, needs);
  if (!Array.isArray(list)) return;
  // From the end, so that the others keep their places.
  for (let i = list.length - 1; i >= 0; i--) {
    if (list[i] === on || isNear(list[i], on)) clear(draft, [...needs, i]);
    const choices = at(list[i], ['any-of']);
    if (Array.isArray(choices) && choices.includes(on)) dropChoice(draft, [...needs, i, 'any-of', choices.indexOf(on)]);
  }
}

/** It needs the service within a kind of domain. */
function isNear(need: Plain | undefined, on: string): boolean {
  return at(need, ['service']) === on;
}

/** One service less that will do; the last one of them is needed. */
export function dropChoice(draft: Draft, path: Path): void {
  const choices = at(draft.sheet.plain, path.slice(0, -1));
  const others = Array.isArray(choices) ? choices.filter((_, i) => i !== path.at(-1)) : [];
  if (others.length === 1) set(draft, path.slice(0, -2), valueOf(others[0]));
  else clear(draft, path);
}

/** The service's path, once it is sure that both are there and that no circle follows. */
function between(draft: Draft, service: string, on: string): Path {
  const { plain } = draft.sheet;
  const path = pathOf(plain, { what: 'service', name: service });
  pathOf(plain, { what: 'service', name: on });
  if (service === on) throw new Refusal(`${service} cannot need itself.`);
  const circle = chain(plain, on, service);
  if (circle !== null)
    throw new Refusal(
      `That would be a circle, as ${circle.join(' needs ')} already: take one of these away first, or put what both ` +
        'need into a service of its own.',
    );
  return path;
}

/** How one service comes to need another; null: it does not. */
export function chain(plain: Plain, from: string, to: string): readonly string[] | null {
  const seen = new Map<string, readonly string[]>([[from, [from]]]);
  for (const [name, way] of seen) {
    if (name === to) return way;
    for (const next of pointedAt(at(plain, ['services', name]))) if (!seen.has(next)) seen.set(next, [...way, next]);
  }
  return null;
}
