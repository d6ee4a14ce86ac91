import { downShare, type Irreducible, isBalanced } from './markov-balance.ts';
import { recurrentClass } from './markov-class.ts';
import { eliminate } from './markov-eliminate.ts';
import { iterate } from './markov-iterate.ts';
import { grouped } from './markov-rates.ts';
import type { Budget, Chain } from './markov-states.ts';

/** Up to so many states the chain is solved directly. */
const MOST_DIRECT = 750;

/** A chain in its long run. */
export interface LongRun {
  /** Share of time in which the entry is down. */
  readonly down: number;
  /** How often it goes down, and how often the entry's own data are lost for good. */
  readonly failsPerSecond: number;
  readonly losesPerSecond: number;
}

/** A clause that says why there is no long run. */
export function solveChain(chain: Chain, budget: Budget): LongRun | string {
  const loses = chain.losesPerSecond.some((rate) => rate > 0);
  if (!chain.isDown.includes(1) && !loses) return { down: 0, failsPerSecond: 0, losesPerSecond: 0 };
  const kept = recurrentClass(chain);
  if (kept === null) return 'its long run depends on how it begins';
  const irreducible = restrict(chain, kept);
  const shares = solve(irreducible, budget);
  if (shares === null || !isBalanced(irreducible, shares))
    return `its ${grouped(chain.states)} states have found no balance in the time there is`;
  let losesPerSecond = 0;
  kept.forEach((state, i) => (losesPerSecond += shares[i] * chain.losesPerSecond[state]));
  return { down: downShare(irreducible, shares), failsPerSecond: failsPerSecond(irreducible, shares), losesPerSecond };
}

/** Moves from a state in which the entry is up into one in which it is down. */
function failsPerSecond({ states, offsets, from, perSecond, isDown }: Irreducible, shares: Float64Array): number {
  let sum = 0;
  for (let state = 0; state < states; state++) {
    if (isDown[state] === 0) continue;
    for (let k = offsets[state]; k < offsets[state + 1]; k++)
      if (isDown[from[k]] === 0) sum += shares[from[k]] * perSecond[k];
  }
  return sum;
}

function solve(chain: Irreducible, budget: Budget): Float64Array | null {
  const work = (chain.states * chain.states * chain.states) / 2;
  if (chain.states > MOST_DIRECT || work > budget.work) return iterate(chain, budget);
  budget.work -= work;
  return eliminate(chain);
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
