import { listClocks } from '../compile/clocks.ts';
import type { Model } from '../model/model.ts';
import { mean } from '../random/moments.ts';

/** Longest mean repair of anything in the model, seconds. */
export function slowestRepairSeconds(model: Model): number {
  return listClocks(model).reduce((longest, clock) => Math.max(longest, clock.down === null ? 0 : mean(clock.down)), 0);
}
