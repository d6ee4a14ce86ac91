import type { Model } from '../model/model.ts';
import { mean } from '../random/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { listClocks } from './clocks.ts';

/**
 * About how many events a simulated year takes: a failure and a repair for each clock's cycle, twice that where a
 * health check follows both. It cuts a run into batches and decides whether threads are worth starting, so it has to
 * be cheap and the same everywhere; a factor of two either way does no harm.
 */
export function eventsPerYear(model: Model): number {
  let perYear = 0;
  for (const { kind, clocks } of listClocks(model).fleets)
    perYear += (clocks * 2 * SECONDS_PER_YEAR) / (mean(kind.up) + (kind.down ? mean(kind.down) : 0));
  return model.services.some((service) => service.healthCheck) ? 2 * perYear : perYear;
}
