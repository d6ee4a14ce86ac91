import { downShare, type Irreducible, isBalanced } from './markov-balance.ts';
import { eliminate } from './markov-eliminate.ts';
import { buildLevels, type Level } from './markov-levels.ts';
import type { Budget } from './markov-states.ts';

/** Of the unavailability, as a share of it. */
const MOST_ERROR = 1e-10;
/** What a move costs in a cycle over all levels, in steps of a nanosecond. */
const MOVE_WORK = 25;

/**
 * Multi-level method of Horton & Leutenegger (1994): sweeps of Gauss & Seidel, in which each state's share follows from
 * what flows into it, and between them the same for groups of states, whose shares then correct those of their members.
 * Sweeps alone take many times as long where seconds stand beside years. The changes of two cycles, one after the
 * other, tell what all further ones would add up to. null: too slow.
 */
export function iterate(chain: Irreducible, budget: Budget): Float64Array | null {
  budget.work -= chain.from.length * MOVE_WORK * 4;
  if (budget.work < 0) return null;
  const levels = buildLevels(chain);
  const shares = new Float64Array(chain.states).fill(1 / chain.states);
  let before = NaN;
  let change = NaN;
  for (; budget.work > 0; budget.work -= chain.from.length * MOVE_WORK) {
    cycle(levels, shares);
    const present = downShare(chain, shares);
    const last = Math.abs(present - before) / present;
    const shrinks = last / change;
    before = present;
    change = last;
    const isStill = last === 0 || (shrinks < 1 && (last * shrinks) / (1 - shrinks) < MOST_ERROR);
    if (isStill && isBalanced(chain, shares)) return shares;
  }
  return null;
}

function cycle(level: Level, shares: Float64Array): void {
  const { coarser, group, groupMove, from, perSecond } = level;
  if (coarser === null) {
    shares.set(eliminate(level));
    return;
  }
  sweep(level, shares);
  const before = new Float64Array(coarser.states);
  for (let state = 0; state < shares.length; state++) before[group[state]] += shares[state];
  coarser.perSecond.fill(0);
  coarser.leaving.fill(0);
  for (let k = 0; k < groupMove.length; k++) {
    if (groupMove[k] < 0) continue;
    const source = from[k];
    const rate = (shares[source] / before[group[source]]) * perSecond[k];
    coarser.perSecond[groupMove[k]] += rate;
    coarser.leaving[group[source]] += rate;
  }
  const after = before.slice();
  cycle(coarser, after);
  for (let state = 0; state < shares.length; state++) shares[state] *= after[group[state]] / before[group[state]];
  sweep(level, shares);
}

function sweep({ states, offsets, from, perSecond, leaving }: Level, shares: Float64Array): void {
  let all = 0;
  for (let state = 0; state < states; state++) {
    let into = 0;
    for (let k = offsets[state]; k < offsets[state + 1]; k++) into += shares[from[k]] * perSecond[k];
    shares[state] = into / leaving[state];
    all += shares[state];
  }
  for (let state = 0; state < states; state++) shares[state] /= all;
}
