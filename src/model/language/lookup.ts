import { documentShape } from './document.ts';
import type { Key, Kind, Shape } from './kinds.ts';

/** Every shape of the language once, from the root down. */
export function allShapes(): readonly Shape[] {
  const found = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (found.has(shape)) return;
    found.add(shape);
    for (const { kind } of Object.values(shape.keys)) visitKind(kind);
  };
  const visitKind = (kind: Kind): void => {
    if (kind.type === 'record') visit(kind.shape());
    else if (kind.type === 'list' || kind.type === 'names') visitKind(kind.of);
    else if (kind.type === 'either') visitKind(kind.record);
  };
  visit(documentShape);
  return [...found];
}

/**
 * The name of a shape that has the key, for someone who wrote it elsewhere; null where none has.
 * @param from where it was written: at the top of a document a map right below is likelier than any other
 */
export function homeOf(key: string, from: Shape): string | null {
  for (const { kind } of Object.values(from === documentShape ? from.keys : {})) {
    const shape = kind.type === 'record' ? kind.shape() : null;
    if (shape !== null && Object.hasOwn(shape.keys, key)) return shape.name;
  }
  homes ??= new Map(
    allShapes()
      .toReversed()
      .flatMap((shape) => Object.keys(shape.keys).map((name) => [name, shape.name] as const)),
  );
  return homes.get(key) ?? null;
}
let homes: Map<string, string> | null = null;

/** What may stand at a path of keys (`['services', 'web', 'mode']`): its kind and, below a fixed key, that key. */
interface Position {
  readonly kind: Kind;
  readonly key: Key | null;
}

/** For hover texts and completion: what the language says of a place; null where the path leaves the language. */
export function positionAt(path: readonly string[]): Position | null {
  let position: Position = { kind: { type: 'record', shape: () => documentShape }, key: null };
  for (const name of path) {
    const next = below(position.kind, name);
    if (next === null) return null;
    position = next;
  }
  return position;
}

function below(kind: Kind, name: string): Position | null {
  switch (kind.type) {
    case 'record': {
      const { keys } = kind.shape();
      return Object.hasOwn(keys, name) ? { kind: keys[name].kind, key: keys[name] } : null;
    }
    case 'names':
      return { kind: kind.of, key: null };
    case 'list':
      return /^\d+$/.test(name) ? { kind: kind.of, key: null } : below(kind.of, name);
    case 'either':
      return below(kind.record, name);
    default:
      return null;
  }
}
