import type { Engine } from './engine.ts';
import { SCALAR_NAMES, SCALARS } from './scalars.ts';
import { resetState } from './schema.ts';

/*
 * A history at one moment: everything that changes while it is lived, so that it can be left and taken up again. The
 * program is not in it, nor is what the probe has counted; what it knows of what is still open is.
 */

/** Room for one moment of a program's histories. */
export interface Snapshot {
  /** The state's buffer, byte for byte. */
  readonly bytes: Uint8Array;
  /** [SCALAR_NAMES] */
  readonly scalars: Float64Array;
  /** What the probe knows of what is open. */
  readonly open: Float64Array;
}

export function createSnapshot({ state, probe }: Engine): Snapshot {
  return {
    bytes: new Uint8Array(state.buffer.byteLength),
    scalars: new Float64Array(SCALAR_NAMES.length),
    open: new Float64Array(probe.openNumbers),
  };
}

/** Writes the history as it is now into the snapshot. Between two instants only. */
export function snapshot(e: Engine, into: Snapshot): void {
  into.bytes.set(new Uint8Array(e.state.buffer));
  for (let i = 0; i < SCALAR_NAMES.length; i++) into.scalars[i] = e[SCALAR_NAMES[i]];
  e.probe.save(into.open);
}

/** Takes the history up where the snapshot left it; the same events follow, to the last bit. */
export function restore(e: Engine, from: Snapshot): void {
  new Uint8Array(e.state.buffer).set(from.bytes);
  for (let i = 0; i < SCALAR_NAMES.length; i++) setScalar(e, SCALAR_NAMES[i], from.scalars[i]);
  e.probe.load(from.open);
}

/** As on the first day: nothing is left of any history before. */
export function reset(e: Engine): void {
  resetState(e.state);
  for (const name of SCALAR_NAMES) setScalar(e, name, SCALARS[name]);
}

/** A count stays an integer for the compiler: a double in its place would make the field one of doubles for good. */
function setScalar(e: Engine, name: (typeof SCALAR_NAMES)[number], value: number): void {
  e[name] = Object.is(value | 0, value) ? value | 0 : value;
}
