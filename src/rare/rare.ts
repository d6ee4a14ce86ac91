import type { Compiled } from '../compile/program.ts';
import { finish, type Turns } from '../engine/turns.ts';
import type { Model } from '../model/model.ts';
import { TooMuchWork } from './cascade.ts';
import { estimateRareInTurns, type RareEstimate } from './estimate.ts';
import { refusedRare } from './scope.ts';
import { type RareTrust, trustOf } from './trust.ts';

/** What strikes on copies come to, or why there is nothing, as a clause. */
type RareFigures = { readonly estimate: RareEstimate; readonly trust: RareTrust } | { readonly refused: string };

/**
 * The long-run unavailability of the model's entry, and how often and for how long it is down, from strikes on copies.
 * @param compiled of this model
 * @param work instants to be lived: a million are about a second
 */
export function rareFigures(model: Model, compiled: Compiled, seed: string, work: number): RareFigures {
  return finish(rareFiguresInTurns(model, compiled, seed, work));
}

/** The same to the last bit, in turns. */
export function* rareFiguresInTurns(
  model: Model,
  { program, names }: Compiled,
  seed: string,
  work: number,
): Turns<RareFigures> {
  const reason = refusedRare(model, program);
  if (reason !== null) return { refused: reason };
  try {
    const estimate = yield* estimateRareInTurns(program, seed, work);
    const { unreached, seldom } = estimate;
    if (unreached !== null)
      return {
        refused: `a failure of ${names.services[unreached]} was reached in no pilot: it may be that none can happen`,
      };
    if (seldom !== null)
      return {
        refused: `${names.causes[seldom]} has no hazard, and comes too seldom to be met: more plain years meet it`,
      };
    return { estimate, trust: trustOf(estimate) };
  } catch (fault) {
    if (!(fault instanceof TooMuchWork)) throw fault;
    return {
      refused:
        'something is seldom where it usually is, so that copies of its state do not end: plain years see enough of it',
    };
  }
}
