import type { Model } from '../../model/model.ts';
import { type Bare, bareProgram } from './bare.ts';
import { type Chances, chancesOf } from './chances.ts';
import { Diagram, TooLarge } from './diagram.ts';
import { structureFunction } from './function.ts';
import { createVariables, type Variables } from './variables.ts';
import { refusedBy } from '../theorems.ts';

/** A model's structure as a diagram, and what follows from it at once. */
export interface Solved {
  readonly bare: Bare;
  readonly diagram: Diagram;
  readonly variables: Variables;
  /** 1 where the entry is down, with exact chances. */
  readonly down: number;
  readonly chances: Chances;
  /** A site that works may answer less than all. */
  readonly sitesDegrade: boolean;
}

const known = new WeakMap<Model, Solved | null>();

/** null: the structure is too large for a diagram, or its chances were not proved (`refusedBy`). */
export function solve(model: Model): Solved | null {
  return areChancesProved(model) ? solveBare(model) : null;
}

/** Whether what is down by the structure is so for the share of time that its clocks say. */
export function areChancesProved(model: Model): boolean {
  return refusedBy(model, 'chances of cut sets, and importance') === null;
}

/** The same whoever waits for whom: its chances are those if nobody waits. null: it is too large, or not proved. */
export function solveBare(model: Model): Solved | null {
  let solved = known.get(model);
  if (solved === undefined) known.set(model, (solved = calculate(model)));
  return solved;
}

function calculate(model: Model): Solved | null {
  return refusedBy(model, 'structure function') === null ? orNull(() => attempt(model)) : null;
}

function attempt(model: Model): Solved {
  const bare = bareProgram(model);
  const diagram = new Diagram(bare.program.downBelow);
  const variables = createVariables(model, bare, diagram);
  const { down, sitesDegrade } = structureFunction(model, bare, diagram, variables, 'chances');
  return { bare, diagram, variables, down, chances: chancesOf(diagram, variables.meanings, down), sitesDegrade };
}

/** null where it gets too large. */
export function orNull<T>(action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}
