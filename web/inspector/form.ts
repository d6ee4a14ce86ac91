import type { Path } from '../../src/edit/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { positionAt } from '../../src/model/language/lookup.ts';
import { namesIn, type Names } from '../editor/names.ts';
import { perform } from '../state/acts.ts';
import { blank, reading, text } from '../state/store.ts';
import { outlineOf } from '../text/outline.ts';
import { filled } from './filled.ts';
import { entriesByPath, type Entries } from './values.ts';

/** All that a field knows of the model around it. */
export interface Form {
  readonly text: string;
  readonly entries: Entries;
  /** Presets and defaults, by paths joined by line breaks. */
  readonly filled: Readonly<Record<string, string>>;
  readonly names: Names;
  readonly diagnostics: readonly Diagnostic[];
}

export function currentForm(): Form {
  const now = text.value;
  const read = reading.value;
  return {
    text: now,
    entries: entriesByPath(outlineOf(now).entries),
    filled: blank.value ? {} : filled.value,
    names: namesIn(now),
    diagnostics: read?.text === now ? read.diagnostics : [],
  };
}

/** What is wrong at exactly this path; empty: nothing. */
export function problemAt({ diagnostics }: Form, path: readonly string[]): string {
  const written = dotted(path);
  return diagnostics.find(({ path: at, severity }) => severity === 'error' && at === written)?.message ?? '';
}

/** As diagnostics have it: `services.web.needs[0]`. */
function dotted(path: readonly string[]): string {
  return path.reduce(
    (before, key) => (/^\d+$/.test(key) ? `${before}[${key}]` : before === '' ? key : `${before}.${key}`),
    '',
  );
}

/** A key of the language as words; a name of the author's own as it is. */
export function labelOf(path: readonly string[]): string {
  const name = path[path.length - 1];
  return positionAt(path)?.key === null ? name : name.replaceAll('-', ' ');
}

/** Items of lists count, keys do not. */
export function actPath(path: readonly string[]): Path {
  return path.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Writes a value, or takes it away where nothing is left of it, so that what is filled in holds again. */
export function setField(path: readonly string[], typed: string): Promise<boolean> {
  const name = path[path.length - 1];
  const value = typed.trim();
  return value === ''
    ? perform(`clear ${name}`, [{ act: 'clear', path: actPath(path) }])
    : perform(`set ${name} to ${value}`, [{ act: 'set', path: actPath(path), value }]);
}

export function clearField(path: readonly string[]): Promise<boolean> {
  return perform(`take ${path[path.length - 1]} away`, [{ act: 'clear', path: actPath(path) }]);
}
