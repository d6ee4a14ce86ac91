import type { Model } from './model.ts';
import { originOf } from './origin.ts';
import type { MapSource, Source } from './tree.ts';

/** What one text of a model says otherwise than another. */
export interface TextChange {
  /** Keys from the root, such as `services.db.failover.detect`. */
  readonly path: string;
  /** As it is written there; null: it is not. */
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * What differs between the texts of two models, in the order in which it is written; null where one was not read from a
 * text.
 */
export function changesBetween(from: Model, to: Model): readonly TextChange[] | null {
  const [a, b] = [originOf(from)?.source, originOf(to)?.source];
  return a === undefined || b === undefined ? null : changes(a, b, '');
}

function changes(from: Source | null, to: Source | null, path: string): readonly TextChange[] {
  if (from?.type === 'map' && to?.type === 'map') {
    const before = new Map(from.entries.map(({ key, value }) => [key, value]));
    const after = new Map(to.entries.map(({ key, value }) => [key, value]));
    const added = to.entries.filter(({ key }) => !before.has(key));
    return [
      ...from.entries.flatMap(({ key, at, value }) => changes(value, after.get(key) ?? null, at.path)),
      ...added.flatMap(({ at, value }) => changes(null, value, at.path)),
    ];
  }
  // A part of the document that is not there has nothing in it: what it names is then new, each by itself.
  if (isPart(path) && (from === null || from.type === 'map') && (to === null || to.type === 'map'))
    return changes(from ?? nothingAt(to!), to ?? nothingAt(from!), path);
  const [before, after] = [from, to].map((source) => (source === null ? null : written(source)));
  return before === after ? [] : [{ path, from: before, to: after }];
}

function isPart(path: string): boolean {
  return /^[\w-]+$/.test(path);
}

function nothingAt({ at }: Source): MapSource {
  return { type: 'map', at, entries: [] };
}

/** On one line, as the language's short form has it. */
function written(source: Source): string {
  switch (source.type) {
    case 'scalar':
      return source.value === null ? 'null' : source.text;
    case 'list':
      return `[${source.items.map(written).join(', ')}]`;
    case 'map':
      return `{ ${source.entries.map(({ key, value }) => `${key}: ${written(value)}`).join(', ')} }`;
    case 'bad':
      return '';
  }
}
