import { type DataMap, mapData } from '../../compile/backups.ts';
import { losers } from '../../compile/clocks.ts';
import { firstMembers } from '../../compile/members.ts';
import { mapSites } from '../../compile/sites.ts';
import type { FailureMode, Model } from '../../model/model.ts';
import { MODES } from '../../model/modes.ts';
import type { Obstacle } from './independence-losses.ts';

const known = new WeakMap<Model, DataMap>();

/** What a service does about its data that keeps it down longer than its members are. */
export function dataObstacles(model: Model, index: number): Obstacle[] {
  const destroys = someDestroys(model);
  if (!destroys && model.services.every(({ backup }) => backup === null)) return [];
  let data = known.get(model);
  if (data === undefined) known.set(model, (data = mapOf(model)));
  const { name, mode, placement, sites } = model.services[index];
  // However long that takes: nothing here is ranked before it.
  const restores = (reason: string): Obstacle[] => [{ reason, seconds: Infinity }];
  if (data.standbysEmpty[index] && placement.length > 1)
    return restores(`a standby of ${name} is restored from a backup before it takes over`);
  if (!destroys || !data.holdsData[index] || !canBeDestroyed(model, index)) return [];
  if (data.restore.offsets[index + 1] > data.restore.offsets[index])
    return restores(`${name} is down while its data are restored after a failure that destroys them`);
  // Whoever has lost data waits for whoever has them. Members that all serve, and a quorum, begin anew at once.
  if (sites !== null || data.dataSite[index] >= 0 || (MODES[mode].standsBy && placement.length > 1)) {
    return restores(`${name} has members that a failure leaves without data, and they wait for those that have them`);
  }
  return [];
}

const loses = ({ losesData }: FailureMode) => losesData;

function someDestroys({ domains, components, shocks }: Model): boolean {
  return [...domains, ...components].some(({ failures }) => failures.some(loses)) || shocks.some(loses);
}

function mapOf(model: Model): DataMap {
  const firstMember = firstMembers(model.services);
  return mapData(model, mapSites(model, firstMember), firstMember, losers(model));
}

/** A failure that destroys data can strike a member; of a site, whatever stands in it counts. */
function canBeDestroyed({ services, domains, components, shocks }: Model, index: number): boolean {
  const { component, placement, sites } = services[index];
  if (sites !== null) return true;
  if (component >= 0 && components[component].failures.some(loses)) return true;
  if (shocks.some((shock) => shock.losesData && shock.probability > 0 && shock.hits.includes(index))) return true;
  return placement.some((domain) => {
    for (let d = domain; d >= 0; d = domains[d].parent) if (domains[d].failures.some(loses)) return true;
    return false;
  });
}
