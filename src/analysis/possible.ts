import type { Model } from '../model/model.ts';
import { refusedBy } from './theorems.ts';

/**
 * Whether anything in a model could lose a write. Where nothing replicates, nothing is restored from a backup and no
 * failure destroys data, no history of it ever does, however many years are simulated. In doubt the answer is yes.
 */
export function canLoseData(model: Model): boolean {
  if (refusedBy(model, 'no loss of data') !== null) return true;
  const { services, components, domains, shocks } = model;
  const destroys =
    [...components, ...domains].some(({ failures }) => failures.some(({ losesData }) => losesData)) ||
    shocks.some(({ losesData }) => losesData);
  return destroys || services.some(({ replication, backup }) => replication !== null || backup !== null);
}
