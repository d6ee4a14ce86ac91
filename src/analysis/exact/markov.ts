import type { Model } from '../../model/model.ts';
import { describeSystem } from './markov-model.ts';
import { grouped, NotMarkov } from './markov-rates.ts';
import { scopeOf } from './markov-scope.ts';
import { type LongRun, solveChain } from './markov-solve.ts';
import { type Budget, generateChain, MOST_STATES } from './markov-states.ts';
import { refusedBy } from '../theorems.ts';

/*
 * A model in which every time that matters is exponential, or none at all, is a Markov chain: what happens next depends
 * on the state alone. Its states are what is down, and for each service who is active and in which stage of a failover
 * it is. They are found by living through every event of every state, in rules of their own beside those of the engine:
 * a second opinion, held against the first in test/theory/exact.test.ts.
 *
 * A chain can be: failures of members, domains and shocks (these with any probability); restarts; k of n, slow starts;
 * active-passive with every stage, promotions that fail, failovers that nobody needed, rebuilds, failback, replication
 * without a max-lag (strict or not), data that are lost and copied anew; quorums and elections; needs, wants, degraded
 * service; sites within sites.
 * It cannot: health checks and moves within a dns-ttl, which are no exponential times; a max-lag, which asks how long
 * somebody was away; restores from backups, which take what their size takes; data that sites look after; which of
 * three or more copies is the newest after a loss.
 */

/** `states`: how many were found. `reason`: a clause that says why the model is no small chain. */
type MarkovAvailability = (LongRun & { readonly value: number; readonly states: number }) | { readonly reason: string };

/** A quarter of a second or so. */
export const BUDGET = 2.5e8;

/** The entry's long run; the relative error on unavailability is below 1e-8 or so. */
export function markovAvailability(model: Model, budget: Budget = { work: BUDGET }): MarkovAvailability {
  const refused = refusedBy(model, 'exact value by a Markov chain');
  if (refused !== null) return { reason: refused };
  const scope = scopeOf(model);
  if (scope === null) return { reason: 'it has too many services for a chain' };
  try {
    const chain = generateChain(describeSystem(model, scope), budget);
    if (chain === null && budget.work < 0)
      return { reason: 'it has too many states to go through in a fraction of a second' };
    if (chain === null) return { reason: `it has more than ${grouped(MOST_STATES)} states` };
    const solved = solveChain(chain, budget);
    return typeof solved === 'string'
      ? { reason: solved }
      : { ...solved, value: 1 - solved.down, states: chain.states };
  } catch (error) {
    if (error instanceof NotMarkov) return { reason: error.message };
    throw error;
  }
}
