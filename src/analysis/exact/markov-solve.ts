import { recurrentClass } from './markov-class.ts';
import { iterate } from './markov-iterate.ts';
import { grouped } from './markov-rates.ts';
import type { Budget, Chain } from './markov-states.ts';

/** Up to so many states the chain is solved directly. */
const MOST_DIRECT = 750;

/** The moves into each state, as in `Irreducible`. */
type Moves = Pick<Irreducible, 'states' | 'offsets' | 'from' | 'perSecond'>;

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

/** Long-run share of time in which the entry is down; a clause that says why there is none. */
export function solveDown(chain: Chain, budget: Budget): number | string {
  if (!chain.isDown.includes(1)) return 0;
  const kept = recurrentClass(chain);
  if (kept === null) return 'its long run depends on how it begins';
  const irreducible = restrict(chain, kept);
  const shares = solve(irreducible, budget);
  if (shares === null || !isBalanced(irreducible, shares))
    return `its ${grouped(chain.states)} states have found no balance in the time there is`;
  return downShare(irreducible, shares);
}

function solve(chain: Irreducible, budget: Budget): Float64Array | null {
  const work = (chain.states * chain.states * chain.states) / 2;
  if (chain.states > MOST_DIRECT || work > budget.work) return iterate(chain, budget);
  budget.work -= work;
  return eliminate(chain);
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

/** The chain among the states that are kept. */
export function restrict(chain: Chain, kept: Int32Array): Irreducible {
  const states = kept.length;
  const index = new Int32Array(chain.states).fill(-1);
  kept.forEach((state, i) => (index[state] = i));
  const offsets = new Int32Array(states + 1);
  for (let move = 0; move < chain.to.length; move++)
    if (index[chain.from[move]] >= 0) offsets[index[chain.to[move]] + 1]++;
  for (let state = 0; state < states; state++) offsets[state + 1] += offsets[state];
  const next = offsets.slice(0, states);
  const from = new Int32Array(offsets[states]);
  const perSecond = new Float64Array(offsets[states]);
  const leaving = new Float64Array(states);
  for (let move = 0; move < chain.to.length; move++) {
    const source = index[chain.from[move]];
    if (source < 0) continue;
    const at = next[index[chain.to[move]]]++;
    from[at] = source;
    perSecond[at] = chain.perSecond[move];
    leaving[source] += chain.perSecond[move];
  }
  return { states, offsets, from, perSecond, leaving, isDown: Uint8Array.from(kept, (state) => chain.isDown[state]) };
}

/**
 * State reduction of Grassmann, Taksar & Heyman (1985): states are taken out one by one, and their moves divided among
 * those that are left. Nothing is subtracted, so that the smallest share keeps all its digits.
 */
export function eliminate({ states: n, offsets, from, perSecond }: Moves): Float64Array {
  const rates = new Float64Array(n * n);
  for (let state = 0; state < n; state++)
    for (let k = offsets[state]; k < offsets[state + 1]; k++) rates[from[k] * n + state] += perSecond[k];
  for (let k = n - 1; k > 0; k--) {
    let leaving = 0;
    for (let j = 0; j < k; j++) leaving += rates[k * n + j];
    for (let i = 0; i < k; i++) {
      const into = rates[i * n + k];
      if (into === 0) continue;
      const visits = into / leaving;
      rates[i * n + k] = visits;
      for (let j = 0; j < k; j++) rates[i * n + j] += visits * rates[k * n + j];
    }
  }
  const shares = new Float64Array(n);
  shares[0] = 1;
  let sum = 1;
  for (let k = 1; k < n; k++) {
    for (let i = 0; i < k; i++) shares[k] += shares[i] * rates[i * n + k];
    sum += shares[k];
  }
  return shares.map((share) => share / sum);
}
