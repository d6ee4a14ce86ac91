import type { DataSet, Model } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import { sitesOf } from './sites.ts';

const NONE: DataSet = { sizeBytes: 0, changeBytesPerSecond: 0, costPerByteSecond: 0 };

/**
 * The data that a service replicates and backs up: its own, or where it works on sites and says nothing, those of all
 * services in its first site, each counted once as it was written. Kept at the price that each of them has: that of the
 * sum is 0.
 */
export function dataOf(model: Model, index: number): DataSet {
  const { data, sites } = model.services[index];
  if (data !== null) return data;
  if (sites === null) return NONE;
  const byName = new Map<string, DataSet>();
  for (const i of sitesOf(model).within(index, 0)) {
    const service = model.services[i];
    if (service.data !== null && !byName.has(service.written)) byName.set(service.written, service.data);
  }
  const sets = [...byName.values()];
  return {
    sizeBytes: sets.reduce((sum, each) => sum + each.sizeBytes, 0),
    changeBytesPerSecond: sets.reduce((sum, each) => sum + each.changeBytesPerSecond, 0),
    costPerByteSecond: 0,
  };
}

/**
 * Whether the standbys of an active-passive service (or its passive sites) hold no data until they are restored:
 * nothing is replicated to them, and there are backups, its own or those of what stands in its sites.
 */
export function standbysAreEmpty(model: Model, index: number): boolean {
  const { mode, replication, backup, sites } = model.services[index];
  if (!MODES[mode].standsBy || replication !== null) return false;
  return (
    backup !== null ||
    (sites !== null &&
      sitesOf(model)
        .within(index, 0)
        .some((i) => model.services[i].backup !== null))
  );
}

/** Of each service with backups the copy that they are counted for: its copies in several sites hold the same data. */
export function backedUp(model: Model): number[] {
  const seen = new Set<string>();
  return model.services.flatMap(({ backup, written }, index) => {
    if (backup === null || seen.has(written)) return [];
    seen.add(written);
    return [index];
  });
}
