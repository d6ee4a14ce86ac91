import type { Compiled, Program } from '../compile/program.ts';
import { finish, type Turns } from '../engine/turns.ts';
import type { Model } from '../model/model.ts';
import type { Goals } from '../observe/told.ts';
import { TooMuchWork } from './cascade.ts';
import { estimateRareInTurns, liveInTurns, pilotsInTurns, planOf, type RareEstimate } from './estimate.ts';
import { refusedRare } from './scope.ts';
import { type RareTrust, trustOf } from './trust.ts';

/** What strikes on copies come to, or why there is nothing, as a clause. */
type RareFigures = { readonly estimate: RareEstimate; readonly trust: RareTrust } | { readonly refused: string };

/** So much says how much more it takes. */
const FIRST_WORK = 50_000;
/** What is to be precise gets as much more than that, since how precise something is is not known precisely. */
const MARGIN = 1.5;

/** How long copies are lived in. */
interface RareBudget {
  /** Instants to be lived, at most: a million are about a second. */
  readonly work: number;
  /** The half of the interval on the unavailability, as a share of it, at which it is enough; null: all is done. */
  readonly precision: number | null;
}

/**
 * The long-run unavailability of the model's entry, and how often and for how long it is down, from strikes on copies.
 * @param compiled of this model
 */
export function rareFigures(
  model: Model,
  compiled: Compiled,
  seed: string,
  work: number,
  precision: number | null = null,
): RareFigures {
  return finish(rareFiguresInTurns(model, compiled, seed, { work, precision }));
}

/** The same to the last bit, in turns. */
export function* rareFiguresInTurns(
  model: Model,
  { program, names }: Compiled,
  seed: string,
  budget: RareBudget,
): Turns<RareFigures> {
  const reason = refusedRare(model, program);
  if (reason !== null) return { refused: reason };
  try {
    const estimate = yield* estimateWithin(program, seed, budget, model.targets);
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

/**
 * In two stages (Stein 1945): the second is as long as the first says, and stands by itself, so that nothing is chosen
 * by what it comes to. A first that is precise enough is all there is.
 */
function* estimateWithin(
  program: Program,
  seed: string,
  { work, precision }: RareBudget,
  goals: Goals,
): Turns<RareEstimate> {
  if (precision === null) return yield* estimateRareInTurns(program, seed, work, goals);
  const pilots = yield* pilotsInTurns(program, seed, goals);
  const first = yield* liveInTurns(planOf(pilots, seed, Math.min(work, FIRST_WORK)));
  const wanted = workFor(first, precision);
  if (wanted <= FIRST_WORK || work <= FIRST_WORK) return first;
  return yield* liveInTurns(planOf(pilots, `${seed}/precise`, Math.min(work, wanted)));
}

/** Instants after which the interval is as narrow as that; all there are where something was not seen at all. */
function workFor({ unavailability, ci95, unreached, seldom }: RareEstimate, precision: number): number {
  if (unreached !== null || seldom !== null || unavailability === 0) return Infinity;
  const off = (ci95[1] - ci95[0]) / 2 / unavailability / precision;
  return off <= 1 ? FIRST_WORK : FIRST_WORK * off * off * MARGIN;
}
