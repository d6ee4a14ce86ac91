import { KEY_STRIDE, keyOf, keyOfHistory, seedRow } from '../../src/random/stream.ts';

/** Seeds one row from texts, for a test that has one stream only. */
export function seedStream(states: Int32Array, row: number, seed: string, replication: number, purpose: string): void {
  const history = new Int32Array(KEY_STRIDE);
  const key = new Int32Array(KEY_STRIDE);
  keyOfHistory(seed, replication, history);
  keyOf(`purpose/${purpose}`, key, 0);
  seedRow(states, row, history, key, 0, 0);
}
