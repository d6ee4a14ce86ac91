import type { Model } from '../model/model.ts';

/**
 * Whether anything in a model could lose a write. Where nothing replicates, nothing is restored from a backup and no
 * failure destroys data, no history of it ever does, however many years are simulated. In doubt the answer is yes.
 */
export function canLoseData({ services, components, domains, shocks }: Model): boolean {
  const destroys = [...components, ...domains].some(({ failures }) => failures.some(({ losesData }) => losesData)) || shocks.some(({ losesData }) => losesData);
  return destroys || services.some(({ replication, backup }) => replication !== null || backup !== null);
}
