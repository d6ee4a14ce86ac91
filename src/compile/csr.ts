/** Rows of different lengths as one flat list: row i is list[offsets[i]] … list[offsets[i + 1] − 1]. */
export interface Rows {
  readonly offsets: Int32Array;
  readonly list: Int32Array;
}

export function packRows(rows: readonly ArrayLike<number>[]): Rows {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i] + row.length));
  const list = new Int32Array(offsets[rows.length]);
  rows.forEach((row, i) => list.set(row, offsets[i]));
  return { offsets, list };
}
