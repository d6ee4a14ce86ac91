import { Refusal, type Path, type Thing } from './act.ts';
import { at, type Plain } from './plain.ts';

const SECTIONS = {
  component: 'components',
  service: 'services',
  shock: 'shocks',
  experiment: 'experiments',
  parameter: 'parameters',
} as const;

/** Where a domain stands, at whatever depth; null: nowhere. */
function domainPath(plain: Plain, name: string): Path | null {
  return domains(plain).find(({ path }) => path.at(-1) === name)?.path ?? null;
}

/** All domains in the order of the text, each with where it stands. */
export function domains(plain: Plain, under: Path = []): readonly { readonly name: string; readonly path: Path }[] {
  const inner = at(plain, [...under, 'domains']);
  if (!(inner instanceof Map)) return [];
  return [...inner.keys()].flatMap((name) => {
    const path = [...under, 'domains', name];
    return [{ name, path }, ...domains(plain, path)];
  });
}

/** Where things of this kind are put, beside each other; a new domain at the top. */
export function sectionOf(plain: Plain, thing: Thing): Path {
  if (thing.what === 'failure') return [...pathOf(plain, thing.of), 'failures'];
  return thing.what === 'domain' ? ['domains'] : [SECTIONS[thing.what]];
}

/** @throws Refusal where there is no such thing */
export function pathOf(plain: Plain, thing: Thing): Path {
  const path =
    thing.what === 'domain' ? domainPath(plain, thing.name) : ([...sectionOf(plain, thing), thing.name] as Path);
  if (path === null || at(plain, path) === undefined)
    throw new Refusal(`There is no ${nounOf(thing)} '${thing.name}'.`);
  return path;
}

export function exists(plain: Plain, thing: Thing): boolean {
  try {
    pathOf(plain, thing);
    return true;
  } catch {
    return false;
  }
}

/** As people call it: a domain by its kind. */
export function nounOf(thing: Thing, plain?: Plain): string {
  if (thing.what === 'failure') return 'failure mode';
  if (thing.what !== 'domain' || plain === undefined) return thing.what;
  const path = domainPath(plain, thing.name);
  const kind = path === null ? undefined : at(plain, [...path, 'kind']);
  return typeof kind === 'string' ? kind : 'domain';
}

/** A name like this one that nothing of its kind has: `eu-west-1a` gives `eu-west-1b`, `web` gives `web-2`. */
export function freshName(taken: ReadonlySet<string>, like: string): string {
  const letter = /^(.*[^a-z])([a-y])$/.exec(like);
  if (letter !== null)
    for (let code = letter[2].charCodeAt(0) + 1; code <= 'z'.charCodeAt(0); code++) {
      const name = letter[1] + String.fromCharCode(code);
      if (!taken.has(name)) return name;
    }
  const [, stem, number] = /^(.*?)(\d+)$/.exec(like) ?? [like, `${like}-`, '1'];
  for (let next = Number(number) + 1; ; next++) if (!taken.has(stem + next)) return stem + next;
}

/** The names that may not be given again to something of this kind. */
export function namesLike(plain: Plain, thing: Thing): ReadonlySet<string> {
  if (thing.what === 'domain') return new Set(domains(plain).map(({ name }) => name));
  const section = at(plain, sectionOf(plain, thing));
  return new Set(section instanceof Map ? section.keys() : []);
}
