import { listClocks } from '../compile/clocks.ts';
import type { Model } from '../model/model.ts';
import { mean } from '../random/moments.ts';
import { quantile } from '../random/quantile.ts';

/** Seconds. */
export interface SlowestRepair {
  readonly mean: number;
  readonly p95: number;
}

const known = new WeakMap<Model, SlowestRepair>();

/** The repair with the longest mean of anything in the model. */
export function slowestRepair(model: Model): SlowestRepair {
  const before = known.get(model);
  if (before !== undefined) return before;
  let slowest: SlowestRepair = { mean: 0, p95: 0 };
  for (const { down } of listClocks(model).kinds) {
    if (down !== null && mean(down) > slowest.mean) slowest = { mean: mean(down), p95: quantile(down, 0.95) };
  }
  known.set(model, slowest);
  return slowest;
}
