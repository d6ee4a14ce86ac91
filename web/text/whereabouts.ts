import { entriesBelow, outlineOf, type Entry } from './outline.ts';

/** A part of a model as the page's selection names it; what is not drawn is chosen in the inspector and in the text. */
export interface Part {
  /** `link`: one service needs the other; `route`: the network between two domains, `eu-west-1--us-east-1`. */
  readonly kind: 'domain' | 'member' | 'service' | 'link' | 'route' | Undrawn;
  readonly name: string;
}

const SECTIONS = {
  component: 'components',
  parameter: 'parameters',
  shock: 'shocks',
  experiment: 'experiments',
} as const;

/** A part that stands in a section of its own and nowhere on the drawing. */
type Undrawn = keyof typeof SECTIONS;
export const UNDRAWN = Object.keys(SECTIONS) as readonly Undrawn[];

export function isUndrawn(kind: Part['kind']): kind is Undrawn {
  return kind in SECTIONS;
}

/** Where a part stands in a text: keys from the root; null where the text has no such part. */
export function pathOfPart(text: string, { kind, name }: Part): readonly string[] | null {
  const { entries } = outlineOf(text);
  if (kind === 'domain') return entries.find((entry) => isDomain(entry) && lastOf(entry) === name)?.path ?? null;
  if (kind === 'link') {
    const [from, to] = name.split(' → ').map(writtenName);
    const inside = entries.filter(({ path }) => path[0] === 'services' && path[1] === from);
    const ends = inside.filter(({ path }) => path[2] === 'needs' || path[2] === 'wants');
    const wants = ends.find(({ path }) => path[2] === 'wants' && path[3] === to);
    return (wants ?? ends.find(({ path }) => path[2] === 'needs'))?.path ?? null;
  }
  if (kind === 'route') return linksOf(text, name)[0] ?? null;
  if (isUndrawn(kind)) {
    const path = [SECTIONS[kind], name];
    return entryAt(text, path) === undefined ? null : path;
  }
  const service = kind === 'service' ? writtenName(name) : writtenName(name.replace(/(\[[^\]]*\]| in .*)$/, ''));
  return entries.find(({ path }) => path.length === 2 && path[0] === 'services' && path[1] === service)?.path ?? null;
}

/** Where the links between two domains stand, whichever end comes first. */
export function linksOf(text: string, name: string): readonly (readonly string[])[] {
  const { entries } = outlineOf(text);
  return entriesBelow(entries, ['links']).flatMap(({ path }) => {
    const ends = endsOf(text, path);
    return name === ends.join('--') || name === ends.reverse().join('--') ? [path] : [];
  });
}

function endsOf(text: string, path: readonly string[]): string[] {
  const { entries } = outlineOf(text);
  return entriesBelow(entries, [...path, 'between']).map((entry) => writtenOf(text, entry));
}

/** A copy of a service in a site is written once, for all sites. */
export function writtenName(service: string): string {
  const at = service.indexOf('@');
  return at > 0 ? service.slice(0, at) : service;
}

/** The offset at which what stands at a path begins; null where nothing does. */
export function offsetOfPath(text: string, path: readonly string[]): number | null {
  const entry = entryAt(text, path);
  return entry === undefined ? null : startOf(entry);
}

function entryAt(text: string, path: readonly string[]): Entry | undefined {
  return outlineOf(text).entries.find(
    (entry) => entry.path.length === path.length && path.every((name, i) => entry.path[i] === name),
  );
}

/** What an offset of a text is about; null in comments, between things, and elsewhere. */
export function partAt(text: string, offset: number): Part | null {
  const { entries } = outlineOf(text);
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const inLine = entries.filter((entry) => startOf(entry) >= from && startOf(entry) < (end < 0 ? text.length : end));
  const entry = inLine.findLast((each) => startOf(each) <= offset) ?? inLine[0];
  if (entry === undefined) return null;
  return partOf(text, entry.path);
}

function partOf(text: string, path: readonly string[]): Part | null {
  if (path[0] === 'links' && path.length > 1) {
    const name = endsOf(text, path.slice(0, 2)).join('--');
    return { kind: 'route', name: endsOf(text, linksOf(text, name)[0] ?? path).join('--') };
  }
  if (path[0] === 'services' && path.length > 1) return { kind: 'service', name: path[1] };
  const undrawn = UNDRAWN.find((kind) => SECTIONS[kind] === path[0]);
  if (undrawn !== undefined) return path.length > 1 ? { kind: undrawn, name: path[1] } : null;
  const domain = domainOn(path);
  return domain === null ? null : { kind: 'domain', name: domain };
}

/** The names of a text's parts of one kind that is not drawn. */
export function namesOf(text: string, kind: Undrawn): readonly string[] {
  return entriesBelow(outlineOf(text).entries, [SECTIONS[kind]]).map(({ path }) => path[1]);
}

/** The parts of a text that name a component or use a parameter. */
export function usersOf(text: string, { kind, name }: Part): readonly Part[] {
  if (kind !== 'component' && kind !== 'parameter') return [];
  const word = new RegExp(`(?<![\\w.])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`, 'u');
  const users = outlineOf(text).entries.flatMap(({ path, valueFrom, valueTo }) => {
    const value = writtenOf(text, { valueFrom, valueTo });
    const isUse =
      kind === 'parameter' ? word.test(value) : path[0] === 'services' && path[2] === kind && value === name;
    const part = isUse ? partOf(text, path) : null;
    return part === null || (part.kind === kind && part.name === name) ? [] : [part];
  });
  return users.filter((each, i) => users.findIndex((other) => isSamePart(each, other)) === i);
}

function writtenOf(text: string, { valueFrom, valueTo }: Pick<Entry, 'valueFrom' | 'valueTo'>): string {
  return valueTo < 0 ? '' : text.slice(valueFrom, valueTo).replace(/^(['"])(.*)\1$/s, '$2');
}

const isSamePart = (a: Part, b: Part) => a.kind === b.kind && a.name === b.name;

/** The innermost domain that a path leads through. */
function domainOn(path: readonly string[]): string | null {
  let name: string | null = null;
  for (let i = 0; i + 1 < path.length && path[i] === 'domains'; i += 2) name = path[i + 1];
  return name;
}

function isDomain({ path }: Entry): boolean {
  return path.length % 2 === 0 && path.every((key, i) => i % 2 === 1 || key === 'domains');
}

function lastOf({ path }: Entry): string {
  return path[path.length - 1];
}

function startOf({ keyFrom, valueFrom }: Entry): number {
  return keyFrom >= 0 ? keyFrom : valueFrom;
}
