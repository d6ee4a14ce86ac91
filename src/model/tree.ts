/**
 * A document as values with places: what is left of YAML once its syntax is read. Everything behind
 * `source` knows only this tree.
 */
export type Source = ScalarSource | MapSource | ListSource | BadSource;

/** Where something stands, for a diagnostic. Line and column count from 1. */
export interface Location {
  readonly line: number;
  readonly column: number;
  /** Keys from the root, e.g. `services.web.needs[0]`. */
  readonly path: string;
}

export interface ScalarSource {
  readonly type: 'scalar';
  readonly at: Location;
  readonly value: string | number | boolean | null;
  /** As it was typed, which `value` may have lost (`1e3`, `0x10`). */
  readonly text: string;
}

export interface MapSource {
  readonly type: 'map';
  readonly at: Location;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly at: Location;
  readonly value: Source;
}

interface ListSource {
  readonly type: 'list';
  readonly at: Location;
  readonly items: readonly Source[];
}

/** Something already reported: nobody says anything more about it. */
interface BadSource {
  readonly type: 'bad';
  readonly at: Location;
}

/** The path of a key below `path`; keys that would be misread are quoted. */
export function childPath(path: string, key: string): string {
  if (!/^[\p{L}\p{N}_-]+$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
