import { serviceShape } from '../../model/language/service.ts';
import type { Mode } from '../../model/index.ts';
import { Refusal, type Act, type Fields } from '../act.ts';
import type { Draft } from '../draft.ts';
import { clear, set } from '../edits.ts';
import { exists, pathOf } from '../find.ts';
import { at } from '../plain.ts';
import { referencesIn, renamed } from '../references.ts';
import { chain } from './needs.ts';
import { listed } from './set.ts';

export function setReplicas(draft: Draft, service: string, count: number): string {
  const path = [...pathOf(draft.sheet.plain, { what: 'service', name: service }), 'replicas'];
  if (!Number.isInteger(count) || count < 1)
    throw new Refusal(`${service} has at least one member: remove the service to have none.`);
  const { plain } = draft.sheet;
  const parameter = at(plain, path);
  const declared = typeof parameter === 'string' ? at(plain, ['parameters', parameter]) : undefined;
  const said = `${service} has ${count} ${count === 1 ? 'member' : 'members'}`;
  if (typeof parameter === 'string' && declared !== undefined && declared !== null) {
    const value = declared instanceof Map ? ['parameters', parameter, 'value'] : ['parameters', parameter];
    const uses = referencesIn(plain).filter(
      (use) => renamed(use, 'parameter', parameter, `${parameter}_`) !== use.text,
    );
    if (uses.length === 1 && /^\d+$/.test(String(at(plain, value)))) {
      set(draft, value, count);
      return `${said}, by the parameter ${parameter}.`;
    }
  }
  set(draft, path, count);
  return `${said}.`;
}

export function setMode(draft: Draft, service: string, mode: Mode): string {
  const path = pathOf(draft.sheet.plain, { what: 'service', name: service });
  const there = at(draft.sheet.plain, path);
  const foreign = there instanceof Map ? [...there.keys()].filter((key) => !belongs(key, mode)) : [];
  for (const key of foreign) clear(draft, [...path, key]);
  if (mode === serviceShape.keys.mode.default) clear(draft, [...path, 'mode']);
  else set(draft, [...path, 'mode'], mode);
  const gone = foreign.length === 0 ? '' : `; it has no ${listed(foreign)} any more`;
  return `${service} is ${mode}${gone}.`;
}

function belongs(key: string, mode: Mode): boolean {
  const keys: Readonly<Record<string, { readonly modes?: readonly string[] }>> = serviceShape.keys;
  return !Object.hasOwn(keys, key) || keys[key].modes === undefined || keys[key].modes.includes(mode);
}

export function setPart(draft: Draft, service: string, part: string, value: Fields | null): string {
  const path = [...pathOf(draft.sheet.plain, { what: 'service', name: service }), part];
  const had = at(draft.sheet.plain, path) !== undefined;
  const words = part.replace('-', ' ');
  if (value === null) {
    clear(draft, path);
    return had ? `${service} has no ${words} any more.` : `${service} has no ${words}.`;
  }
  set(draft, path, value);
  return `The ${words} of ${service} is ${had ? 'changed' : 'given'}.`;
}

export function sites(draft: Draft, { of, as, sites: domains, value = {} }: Extract<Act, { act: 'sites' }>): string {
  const { plain } = draft.sheet;
  pathOf(plain, { what: 'service', name: of });
  for (const name of domains) pathOf(plain, { what: 'domain', name });
  if (exists(plain, { what: 'service', name: as }))
    throw new Refusal(`There is a service '${as}' already: choose another name.`);
  set(draft, ['services', as], { of, sites: domains, ...value });
  const entry = at(plain, ['entry']);
  // What stands in several places at once cannot be what is asked for.
  if (typeof entry !== 'string' || chain(plain, of, entry) !== null) set(draft, ['entry'], as);
  return `${as} is ${of}, with all that it needs, in ${listed(domains)}.`;
}
