import { Refusal, type Act, type Thing, type Value } from '../act.ts';
import type { Draft } from '../draft.ts';
import { set } from '../edits.ts';
import { domains, freshName, namesLike, nounOf, pathOf, sectionOf } from '../find.ts';
import { copy } from '../move.ts';
import { at } from '../plain.ts';
import { renameInner } from './rename.ts';

export function addThing(draft: Draft, { thing, value, within }: Extract<Act, { act: 'add' }>): string {
  begin(draft);
  const { plain } = draft.sheet;
  if (namesLike(plain, thing).has(thing.name))
    throw new Refusal(`There is a ${nounOf(thing)} '${thing.name}' already: choose another name.`);
  const inside = within === undefined ? null : pathOf(plain, { what: 'domain', name: within });
  const section = thing.what === 'domain' && inside !== null ? [...inside, 'domains'] : sectionOf(plain, thing);
  const what = value ?? defaultOf(draft, thing);
  keepEntry(draft, thing);
  set(draft, [...section, thing.name], what);
  const to = thing.what === 'failure' ? ` of ${thing.of.name}` : within === undefined ? '' : ` in ${within}`;
  return `Added ${nounOf(thing, draft.sheet.plain)} ${thing.name}${to}.`;
}

/** The version of the language stands in every model. */
function begin(draft: Draft): void {
  if (at(draft.sheet.plain, ['nines']) === undefined) set(draft, ['nines'], 1);
}

/** The first service is the entry; it stays so when there are more, whoever needs whom. */
function keepEntry(draft: Draft, thing: Thing): void {
  if (thing.what !== 'service' || at(draft.sheet.plain, ['entry']) !== undefined) return;
  const services = at(draft.sheet.plain, ['services']);
  const entry = services instanceof Map && services.size > 0 ? implicitEntry(draft) : thing.name;
  if (entry !== null) set(draft, ['entry'], entry);
}

/** The only service that no other one needs or wants. */
function implicitEntry({ sheet: { plain } }: Draft): string | null {
  const services = at(plain, ['services']);
  if (!(services instanceof Map)) return null;
  const needed = new Set<string>();
  for (const name of services.keys()) for (const other of pointedAt(at(plain, ['services', name]))) needed.add(other);
  const free = [...services.keys()].filter((name) => !needed.has(name));
  return free.length === 1 ? free[0] : services.size === 1 ? [...services.keys()][0] : null;
}

export function pointedAt(service: ReturnType<typeof at>): string[] {
  const [needs, wants, of] = ['needs', 'wants', 'of'].map((key) => at(service, [key]));
  return [
    ...(Array.isArray(needs) ? needs : [needs]).flatMap((need) => {
      const choices = need instanceof Map ? (need.get('any-of') ?? need.get('service')) : need;
      return (Array.isArray(choices) ? choices : [choices]).filter((name) => typeof name === 'string');
    }),
    ...(wants instanceof Map ? wants.keys() : []),
    ...(typeof of === 'string' ? [of] : []),
  ];
}

/** What is written where nobody has said more; figures are those of the language's own examples. */
function defaultOf(draft: Draft, thing: Thing): Value {
  switch (thing.what) {
    case 'domain':
      return { kind: 'zone' };
    case 'component':
      return { failures: { crash: { mtbf: '30 days', mttr: '5 min' } } };
    case 'failure':
      return { mtbf: '1 year', mttr: '1 h' };
    case 'parameter':
      return 1;
    case 'shock':
    case 'experiment':
      throw new Refusal(`Say what the ${thing.what} strikes.`);
    case 'service':
      return { component: lastComponent(draft) };
  }
}

function lastComponent(draft: Draft): string {
  const components = at(draft.sheet.plain, ['components']);
  const last = components instanceof Map ? [...components.keys()].at(-1) : undefined;
  if (last !== undefined) return last;
  set(draft, ['components', 'server'], defaultOf(draft, { what: 'component', name: 'server' }));
  return 'server';
}

export function duplicateThing(draft: Draft, thing: Thing, as: string | undefined): string {
  const { plain } = draft.sheet;
  const path = pathOf(plain, thing);
  const taken = namesLike(plain, thing);
  const name = as ?? freshName(taken, thing.name);
  if (taken.has(name)) throw new Refusal(`There is a ${nounOf(thing)} '${name}' already: choose another name.`);
  keepEntry(draft, thing);
  const inner = thing.what === 'domain' ? domains(plain, path) : [];
  copy(draft, path, name);
  // A domain's name stands once in a model: those in the copy have new ones.
  const used = new Set([...taken, name]);
  const renames = inner.map(({ name: old, path: from }) => {
    const next = old.startsWith(thing.name) ? name + old.slice(thing.name.length) : freshName(used, old);
    const unique = used.has(next) ? freshName(used, next) : next;
    used.add(unique);
    return { from: [...path.slice(0, -1), name, ...from.slice(path.length)], unique };
  });
  // The innermost first, so that the paths of the others stay right.
  for (const { from, unique } of renames.reverse()) renameInner(draft, from, unique);
  return `Added ${nounOf(thing, draft.sheet.plain)} ${name}, a copy of ${thing.name}.`;
}
