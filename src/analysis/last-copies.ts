import { backupsOf } from '../model/backups.ts';
import type { Backup, Model, Service } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import { standbysAreEmpty } from './data.ts';
import { sitesOf } from './sites.ts';
import { refusedBy } from './theorems.ts';

/** Of so many losses not one meets only backups that do not restore: no run is as long as that. */
const NEVER = 1e-12;

const known = new WeakMap<Model, string | null>();

/**
 * Whose data failures can take with all copies and all backups, by what the model is made of and not by what was seen:
 * the first such service; null: nothing of this model is ever lost for good. In doubt it is the entry's. However rarely
 * that happens, no mean of losses is then a number.
 */
export function losesForGood(model: Model): string | null {
  let found = known.get(model);
  if (found === undefined) known.set(model, (found = look(model)));
  return found;
}

function look(model: Model): string | null {
  if (refusedBy(model, 'no loss of data for good') !== null) return model.services[model.entry].name;
  const burns = model.domains.map(() => false);
  // Preorder: whether the domain around it burns is known before.
  model.domains.forEach(
    ({ failures, parent }, i) => (burns[i] = failures.some(({ losesData }) => losesData) || burns[parent] === true),
  );
  return (
    model.services.find(
      (_, i) => model.services[i].sites === null && canEmpty(model, burns, i) && !isGivenBack(model, burns, i),
    )?.name ?? null
  );
}

/** Whether failures can take so many of its members' copies that the service has none left. */
function canEmpty(model: Model, burns: readonly boolean[], index: number): boolean {
  const { component, placement, mode, required, shards } = model.services[index];
  if (placement.length === 0) return false;
  const isStruck = model.shocks.some(({ losesData, hits }) => losesData && hits.includes(index));
  const everywhere =
    isStruck || (component >= 0 && model.components[component].failures.some(({ losesData }) => losesData));
  const exposed = placement.filter((domain) => everywhere || burns[domain] === true).length;
  if (standbysAreEmpty(model, index)) return exposed > 0;
  if (shards !== null) return exposed >= shards.copies;
  return exposed > 0 && placement.length - exposed < (MODES[mode].agrees ? required : 1);
}

/** Whether something surely gives them back: another site that holds them too, or a backup that nothing can take. */
function isGivenBack(model: Model, burns: readonly boolean[], index: number): boolean {
  const guards = sitesOf(model)
    .around[index].map(({ service }) => service)
    .filter((service) => model.services[service].replication !== null || standbysAreEmpty(model, service));
  if (guards.some((guard) => keepsASite(model, burns, guard))) return true;
  // The innermost hands on to the one around it: what is left is restored by the outermost.
  const outermost = guards.at(-1);
  const sources = outermost === undefined ? sourcesOf(model.services[index]) : siteBackups(model, outermost);
  return (
    model.simulation.warmUpSeconds > 0 &&
    sources.length > 0 &&
    sources.every((policies) => policies.some((backup) => isCertain(backup, burns)))
  );
}

function keepsASite(model: Model, burns: readonly boolean[], guard: number): boolean {
  const { placement } = model.services[guard];
  if (standbysAreEmpty(model, guard)) return false;
  return placement.some((_, site) =>
    sitesOf(model)
      .within(guard, site)
      .every((i) => model.services[i].sites !== null || !canEmpty(model, burns, i)),
  );
}

/** Of what is backed up the policies of which one will do. */
function sourcesOf(service: Service): (readonly Backup[])[] {
  return service.backup === null ? [] : [backupsOf(service)];
}

/** A site is restored from all of them, and from none where one of them has nothing. */
function siteBackups(model: Model, guard: number): (readonly Backup[])[] {
  const own = sourcesOf(model.services[guard]);
  return own.length > 0
    ? own
    : sitesOf(model)
        .within(guard, 0)
        .flatMap((i) => sourcesOf(model.services[i]));
}

/**
 * Some copy of it is out of every fire, and of the backups kept in it one restores. The newest is kept however old it
 * is.
 */
function isCertain(
  { copies, restorable, fullSeconds, retentionSeconds, drillSeconds }: Backup,
  burns: readonly boolean[],
): boolean {
  if (copies.length > 0 && copies.every((domain) => burns[domain])) return false;
  if (restorable === 1) return true;
  if (restorable > 0 && drillSeconds !== null && retentionSeconds >= drillSeconds + 2 * fullSeconds) return true;
  let chance = 1;
  for (let kept = Math.max(1, Math.floor(retentionSeconds / fullSeconds)); kept > 0 && chance > NEVER; kept--)
    chance *= 1 - restorable;
  return chance <= NEVER;
}
