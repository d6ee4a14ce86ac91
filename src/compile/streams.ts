import { deploysOf } from '../model/deploys.ts';
import type { Model } from '../model/model.ts';
import { KEY_STRIDE, keyOf } from '../random/stream.ts';

/** The streams of a program as they are collected: rows by purpose. */
export interface StreamList {
  /** So many streams of one purpose, numbered from 0. @returns the row of the first */
  add(purpose: string, rows: number): number;
  /** A purpose whose streams have no rows of their own: they are seeded one at a time. @returns its index */
  addPassing(purpose: string): number;
  pack(): { readonly keys: Int32Array; readonly offsets: Int32Array };
}

/**
 * Streams are named by what they are for, so that what two models share by name has the same history in both, whatever
 * else is different (common random numbers; Law 2015, ch. 11.2).
 */
export function createStreamList(): StreamList {
  const purposes = new Set<string>();
  const offsets = [0];
  const add = (purpose: string, rows: number): number => {
    let name = purpose;
    // Two faults of an experiment may be the same.
    for (let again = 2; purposes.has(name); again++) name = `${purpose}#${again}`;
    purposes.add(name);
    const row = offsets.at(-1)!;
    offsets.push(row + rows);
    return row;
  };
  return {
    add,
    addPassing(purpose) {
      add(purpose, 0);
      return purposes.size - 1;
    },
    pack() {
      const keys = new Int32Array(purposes.size * KEY_STRIDE);
      [...purposes].forEach((purpose, i) => keyOf(`purpose/${purpose}`, keys, i * KEY_STRIDE));
      return { keys, offsets: Int32Array.from(offsets) };
    },
  };
}

/** Rows of the streams of whatever is no clock, by service, by shock (and what an experiment strikes), by policy. */
interface StreamRows {
  readonly restartStream: Int32Array;
  readonly operationStream: Int32Array;
  readonly dataStream: Int32Array;
  readonly shockStream: Int32Array;
  readonly policyStream: Int32Array;
}

export function addStreams(
  streams: StreamList,
  model: Model,
  policies: readonly string[],
  injected: number,
): StreamRows {
  const { services, shocks } = model;
  const each = (what: string, names: readonly string[]) =>
    Int32Array.from(names, (name) => streams.add(`${what}/${name}`, 1));
  const ofService = (what: string) =>
    each(
      what,
      services.map(({ name }) => name),
    );
  return {
    restartStream: ofService('restart'),
    operationStream: ofService('operation'),
    dataStream: ofService('data'),
    shockStream: each('shock', [
      ...shocks.map(({ name }) => name),
      ...deploysOf(model).map(({ cause }) => cause),
      ...Array.from({ length: injected }, (_, i) => `injected ${i}`),
    ]),
    policyStream: each('backup', policies),
  };
}
