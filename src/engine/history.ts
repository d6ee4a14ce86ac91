import type { Engine } from './engine.ts';

/*
 * A history at one moment: everything that changes while it is lived, so that it can be left and taken up again. The
 * program is not in it, nor is what the probe has counted; what it knows of what is still open is.
 */

/** What is beside the state's buffer, in this order. */
export const SCALARS = [
  'now',
  'heapSize',
  'nextRing',
  'ringAt',
  'ringCount',
  'ringsUntil',
  'repair',
  'events',
  'cause',
  'causeClock',
  'horizon',
  'attention',
  'lookingAgain',
  'domainsBack',
  'readersToInterrupt',
  'marked',
  'markedShares',
  'alarms',
  'unsettled',
  'firstBackup',
  'backlog',
  'restorePoint',
  'chainEnd',
  'chainTried',
  'newestFull',
  'oldestFull',
  'weight',
  'tiltedDelays',
  'tiltedCoins',
] as const satisfies readonly (keyof Engine)[];

/** Does not change in a history. */
type Fixed = 'program' | 'state' | 'slots' | 'probe' | 'hasSites' | 'buckets';
/** A field of the engine that stands in neither list would be lost: then this line is an error. */
const isComplete: Exclude<keyof Engine, (typeof SCALARS)[number] | Fixed> extends never ? true : never = true;
void isComplete;

/** Room for one moment of a program's histories. */
export interface Snapshot {
  /** The state's buffer, byte for byte. */
  readonly bytes: Uint8Array;
  /** [SCALARS] */
  readonly scalars: Float64Array;
  /** What the probe knows of what is open. */
  readonly open: Float64Array;
}

export function createSnapshot({ state, probe }: Engine): Snapshot {
  return {
    bytes: new Uint8Array(state.buffer.byteLength),
    scalars: new Float64Array(SCALARS.length),
    open: new Float64Array(probe.openNumbers),
  };
}

/** Writes the history as it is now into the snapshot. Between two instants only. */
export function snapshot(e: Engine, into: Snapshot): void {
  into.bytes.set(new Uint8Array(e.state.buffer));
  for (let i = 0; i < SCALARS.length; i++) into.scalars[i] = e[SCALARS[i]];
  e.probe.save(into.open);
}

/** Takes the history up where the snapshot left it; the same events follow, to the last bit. */
export function restore(e: Engine, from: Snapshot): void {
  new Uint8Array(e.state.buffer).set(from.bytes);
  for (let i = 0; i < SCALARS.length; i++) e[SCALARS[i]] = from.scalars[i];
  e.probe.load(from.open);
}
