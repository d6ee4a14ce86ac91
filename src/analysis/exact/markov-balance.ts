/** A chain in which every state is reached from every other, by its moves into each. */
export interface Irreducible {
  readonly states: number;
  /** CSR: the states from which moves lead into each, and at which rate. */
  readonly offsets: Int32Array;
  readonly from: Int32Array;
  readonly perSecond: Float64Array;
  /** [state] sum of the rates of moves out of it. */
  readonly leaving: Float64Array;
  readonly isDown: Uint8Array;
}

export function downShare({ isDown }: Irreducible, shares: Float64Array): number {
  let [down, up] = [0, 0];
  for (let state = 0; state < shares.length; state++) {
    if (isDown[state] === 1) down += shares[state];
    else up += shares[state];
  }
  return down / (down + up);
}

/** Moves that are out of balance, as a share of all moves. */
const MOST_IMBALANCE = 1e-12;

/** Of each state as much has to go in as out. */
export function isBalanced({ states, offsets, from, perSecond, leaving }: Irreducible, shares: Float64Array): boolean {
  let [different, all] = [0, 0];
  for (let state = 0; state < states; state++) {
    let into = 0;
    for (let k = offsets[state]; k < offsets[state + 1]; k++) into += shares[from[k]] * perSecond[k];
    const out = shares[state] * leaving[state];
    different += Math.abs(into - out);
    all += out;
  }
  return different <= MOST_IMBALANCE * all;
}
