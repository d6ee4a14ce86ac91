import { listClocks } from '../compile/clocks.ts';
import type { Model } from '../model/model.ts';
import { mean } from '../random/moments.ts';
import { quantile } from '../random/quantile.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { refusedBy } from './theorems.ts';

/** Seconds. */
export interface SlowestRepair {
  readonly mean: number;
  readonly p95: number;
}

const known = new WeakMap<Model, SlowestRepair>();

/**
 * The repair with the longest mean of anything in the model; a year where the model uses something that may be
 * repaired in ways that nobody has thought about here: as long as an outage can last that a year has.
 */
export function slowestRepair(model: Model): SlowestRepair {
  const before = known.get(model);
  if (before !== undefined) return before;
  const slowest = refusedBy(model, 'slowest repair') === null ? slowestOf(model) : UNKNOWN;
  known.set(model, slowest);
  return slowest;
}

const UNKNOWN: SlowestRepair = { mean: SECONDS_PER_YEAR, p95: SECONDS_PER_YEAR };

function slowestOf(model: Model): SlowestRepair {
  let slowest: SlowestRepair = { mean: 0, p95: 0 };
  for (const { down } of listClocks(model).fleets.map(({ kind }) => kind)) {
    if (down !== null && mean(down) > slowest.mean) slowest = { mean: mean(down), p95: quantile(down, 0.95) };
  }
  return slowest;
}
