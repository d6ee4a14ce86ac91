import type { Model } from '../../model/model.ts';
import { linkName } from '../../model/network.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import type { CutSet, ImportanceFigures, SinglePoint } from '../report-structure.ts';
import { withChanges } from './changes.ts';
import { cutsOf } from './cuts.ts';
import { refusedBy } from '../theorems.ts';
import { alonePoints } from './alone.ts';
import { importanceOf } from './importance.ts';
import { areChancesProved, solve } from './solve.ts';

export { arithmeticAvailability, arithmeticUnavailability } from '../arithmetic.ts';
export type { CutSet, ImportanceFigures, SinglePoint } from '../report-structure.ts';

/*
 * What follows from a model's structure alone: which failures take the entry down once all failovers are done. Nothing
 * here takes time: what detection and failover cost is what the simulation is for. All of it is kept with the model.
 */

/**
 * What takes the entry down by itself once all failovers are done, most downtime first; then the people and the parts
 * without whom what fails stays down (`alonePoints`).
 */
export function singlePoints(model: Model): SinglePoint[] {
  const whole = withChanges(model);
  const isProved = areChancesProved(model);
  const singles = cutsOf(whole).singles.map(({ causes: [cause], unavailability }): SinglePoint => {
    return {
      ...{ cause, kind: kindOf(whole, cause), unavailability: isProved ? unavailability : null },
      downtimePerYear: isProved ? unavailability * SECONDS_PER_YEAR : null,
      proved: 'its failure alone takes the entry down, all failovers done',
    };
  });
  return refusedBy(model, 'structure function') === null ? [...singles, ...alonePoints(whole)] : singles;
}

function kindOf({ domains, shocks, links }: Model, cause: string): SinglePoint['kind'] {
  if (links.some((link) => linkName({ domains }, link) === cause)) return 'link';
  if (domains.some(({ name }) => name === cause)) return 'domain';
  return shocks.some(({ name }) => name === cause) ? 'shock' : 'member';
}

/**
 * Minimal cut sets of one to three elements, the likeliest first, at most 1,000 of them (Rauzy 1993). A shock that may
 * miss stands for the worst that it can do, and its unavailability is that of the shock times the chance that it does
 * so. In a model of more than 1,000 elements members of which any will do are named together (`web[any]`), and the
 * unavailability is then that of any so many of them. Where the structure is too large for a diagram, pairs are tried
 * one by one, or only single points. Where repairs wait, faults are hidden, or no structure function says what is down
 * (links, shards, loads, members that move) there are no chances; the order is then that of the chances without.
 */
export function cutSets(model: Model): CutSet[] {
  const { listed } = cutsOf(withChanges(model));
  return areChancesProved(model) ? [...listed] : listed.map(({ causes }) => ({ causes, unavailability: null }));
}

/**
 * How many minimal cut sets of one, two, … elements there are, every member for itself; only those orders that were
 * looked for.
 */
export function cutSetsByOrder(model: Model): number[] {
  return [...cutsOf(withChanges(model)).byOrder];
}

const known = new WeakMap<Model, readonly ImportanceFigures[]>();

/** See `importanceOf`; the most critical first. */
export function importance(model: Model): ImportanceFigures[] {
  let figures = known.get(model);
  if (figures === undefined) known.set(model, (figures = importanceOf(withChanges(model))));
  return [...figures];
}

/** Share of time in which the entry is down by the structure alone; null: the structure is too large to say. */
export function entryUnavailability(model: Model): number | null {
  return solve(withChanges(model))?.chances.total ?? null;
}
