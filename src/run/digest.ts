import { PROGRAM_VERSION } from '../compile/program.ts';
import { isRecord } from '../model/arguments.ts';
import { sha256 } from '../model/sha256.ts';
import { VERSION } from '../version.ts';
import type { Job } from './job.ts';

/**
 * Names what a job's batches come to: two jobs of one digest give the same bits, batch by batch. SHA-256 over the
 * package's version, the programs' and all that is in the programs and the plan.
 */
export function digestOf({ programs, plan }: Job): string {
  const parts: Uint8Array[] = [];
  const text = new TextEncoder();
  const add = (words: string) => parts.push(text.encode(`${words}\n`));
  write([VERSION, PROGRAM_VERSION, plan, programs], add, (bytes) => parts.push(bytes));
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return sha256(all);
}

/** Each value behind what it is and how long, so that no two values are written alike. */
function write(value: unknown, add: (words: string) => void, addBytes: (bytes: Uint8Array) => void): void {
  if (ArrayBuffer.isView(value)) {
    add(`bytes ${value.byteLength}`);
    addBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (Array.isArray(value)) {
    add(`list ${value.length}`);
    for (const each of value) write(each, add, addBytes);
  } else if (isRecord(value)) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    add(`fields ${entries.length}`);
    for (const [name, each] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      add(JSON.stringify(name));
      write(each, add, addBytes);
    }
  } else if (typeof value === 'string') add(JSON.stringify(value));
  else add(`${typeof value} ${Object.is(value, -0) ? '-0' : String(value)}`);
}
