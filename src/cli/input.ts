import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { UsageError } from './exit.ts';

/** A model's text, and what to call it in messages. */
export interface Source {
  readonly text: string;
  readonly file: string;
}

/** Reads a file, or standard input for `-`. @param what it is, for people */
export async function readSource(file: string, what = 'model'): Promise<Source> {
  if (file === '-') return { text: decoded(await buffer(process.stdin)), file: '<stdin>' };
  try {
    return { text: decoded(await readFile(file)), file };
  } catch (error) {
    throw new UsageError(`cannot read the ${what} '${file}': ${reason(error)}`);
  }
}

/** UTF-8, or what the mark at its beginning says, as spreadsheets on Windows write UTF-16; without that mark. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

/** `--set NAME=VALUE`, each. */
export function readSettings(settings: readonly string[]): Record<string, string> {
  const result: [string, string][] = [];
  for (const setting of settings) {
    const [, name, value] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/s.exec(setting) ?? [];
    if (name === undefined)
      throw new UsageError(`--set '${setting}': a parameter is set like 'web_replicas=4' or 'zone_mtbf=2 years'.`);
    result.push([name, value]);
  }
  return Object.fromEntries(result);
}

export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known: Record<string, string> = {
    ENOENT: 'there is no such file or directory',
    EISDIR: 'it is a directory',
    EACCES: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space is left there',
    ENOTDIR: 'its path goes through a file',
  };
  return known[code] ?? (error as Error).message;
}
