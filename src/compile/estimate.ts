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
  const { kinds, kind } = listClocks(model);
  const each = kinds.map(({ up, down }) => (2 * SECONDS_PER_YEAR) / (mean(up) + (down ? mean(down) : 0)));
  let perYear = 0;
  // One by one, as the last digit follows from the order.
  for (const clock of kind) perYear += each[clock];
  return model.services.some((service) => service.healthCheck) ? 2 * perYear : perYear;
}
