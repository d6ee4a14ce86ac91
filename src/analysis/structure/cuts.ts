import type { Model } from '../../model/model.ts';
import { countCuts } from './count-cuts.ts';
import type { RankedCut } from './cut-kind.ts';
import { cutKindsOf } from './cut-kinds.ts';
import { likeliestCuts, singleCuts } from './list-cuts.ts';
import { compareNames, searchCutSets } from './search.ts';
import { tryCutSets } from './tried.ts';
import { orNull } from './solve.ts';
import { refusedBy } from '../theorems.ts';

/** More are counted and not listed. */
const MOST_LISTED = 1_000;

interface Cuts {
  /** All of one element. */
  readonly singles: readonly RankedCut[];
  /** The likeliest of any order. */
  readonly listed: readonly RankedCut[];
  /** How many there are of one, two and three elements; without those that were not looked for. */
  readonly byOrder: readonly number[];
}

const known = new WeakMap<Model, Cuts>();
/** Of a model for which it was not proved that a structure says it all. */
const NOTHING: Cuts = { singles: [], listed: [], byOrder: [] };

export function cutsOf(model: Model): Cuts {
  let cuts = known.get(model);
  if (cuts === undefined) known.set(model, (cuts = calculate(model)));
  return cuts;
}

function calculate(model: Model): Cuts {
  if (refusedBy(model, 'cut sets') !== null) return NOTHING;
  if (refusedBy(model, 'structure function') !== null) return listed(tryCutSets(model));
  return orNull(() => byDiagram(model)) ?? listed(searchCutSets(model));
}

function byDiagram(model: Model): Cuts {
  const kinds = cutKindsOf(model);
  return {
    singles: sorted(singleCuts(model, kinds)),
    listed: sorted(likeliestCuts(model, kinds, MOST_LISTED)),
    byOrder: countCuts(kinds),
  };
}

/** What was found one by one. */
function listed({ found, hasTriedPairs }: ReturnType<typeof searchCutSets>): Cuts {
  const singles = sorted(found.filter(({ causes }) => causes.length === 1));
  return {
    singles,
    listed: sorted(found).slice(0, MOST_LISTED),
    byOrder: hasTriedPairs ? [singles.length, found.length - singles.length] : [singles.length],
  };
}

/** The likeliest first; equal but for rounding by their names. */
function sorted(cuts: readonly RankedCut[]): RankedCut[] {
  const keyed = cuts.map((cut) => ({ cut, key: Number(cut.unavailability.toPrecision(12)) }));
  return keyed.sort((a, b) => b.key - a.key || compareNames(a.cut.causes, b.cut.causes)).map(({ cut }) => cut);
}
