import type { Engine } from '../engine/engine.ts';
import { isQuiet, levelOf } from './level.ts';
import type { Frame, Walk } from './walk.ts';

/*
 * Which services are where they usually are. Of services that are coupled either all are or none is: a copy of one of
 * them is about all, and ends when all are back, with nobody at work and the parts on the shelf.
 */

/** Notes of each service whether it is there now, in a plain history. */
export function noteQuiet(walk: Walk): void {
  const { e, quiet, structure, wasQuiet } = walk;
  if (structure.isCoupled) wasQuiet.fill(areAllQuiet(walk) ? 1 : 0);
  else for (const service of structure.services) wasQuiet[service] = isQuiet(e, service, quiet[service]) ? 1 : 0;
}

/** Of services that are coupled: whether they all are. */
export function areAllQuiet({ e, partsOnOrder, quiet, structure }: Walk): boolean {
  for (const service of structure.services) if (!isQuiet(e, service, quiet[service])) return false;
  return isNobodyAtWork(e) && partsAreThere(e, partsOnOrder);
}

function isNobodyAtWork({ state: { workOpen } }: Engine): boolean {
  for (let work = 0; work < workOpen.length; work++) if (workOpen[work] > 0) return false;
  return true;
}

function partsAreThere({ state: { stockOrdered } }: Engine, most: Int32Array): boolean {
  for (let stock = 0; stock < most.length; stock++) if (stockOrdered[stock] > most[stock]) return false;
  return true;
}

/**
 * Before it is struck: services that a copy may be about.
 * @param reached those that what strikes can reach
 */
export function openQuiet({ quiet, structure, wasQuiet }: Walk, reached: readonly number[], child: Frame): void {
  child.least.fill(-1);
  child.natural = 0;
  child.open = 0;
  for (const service of structure.isCoupled ? structure.services : reached)
    if (wasQuiet[service] === 1) child.least[service] = quiet[service];
}

/**
 * Something that has no hazard has happened in the plain history: services that were where they usually are until then
 * and are not now. @param group that failed, which has been struck by hazard; −1: none
 * @returns whether there are any
 */
export function leaveByThemselves(walk: Walk, group: number, child: Frame): boolean {
  const { structure } = walk;
  if (structure.isCoupled && group >= 0) return false;
  openQuiet(walk, structure.services, child);
  if (group >= 0) for (const service of structure.groups[group].services) child.least[service] = -1;
  return keepOut(walk, child);
}

/** After it: those that are out of there, which the copy is about. @returns whether there are any */
export function keepOut(walk: Walk, child: Frame): boolean {
  const { e, quiet, structure } = walk;
  if (structure.isCoupled && (child.least[structure.services[0]] < 0 || areAllQuiet(walk))) return false;
  for (const service of structure.services) {
    if (child.least[service] < 0) continue;
    const isOut = structure.isCoupled || !isQuiet(e, service, quiet[service]);
    child.least[service] = isOut ? levelOf(e, service) : -1;
    if (isOut) child.open++;
  }
  if (child.open === 0) return false;
  walk.own = structure.services.filter((service) => child.least[service] >= 0);
  walk.family = familyOf(walk);
  return true;
}

/** Groups that can bring one of the copy's services nearer to its failure. */
function familyOf({ own, structure, families }: Walk): Walk['family'] {
  if (structure.isCoupled) return structure.groups;
  if (own.length === 1) return structure.groupsOf[own[0]];
  const key = own.join();
  let family = families.get(key);
  if (family === undefined) {
    family = structure.groups.filter((group) => group.services.some((service) => own.includes(service)));
    families.set(key, family);
  }
  return family;
}

/**
 * What is back where it usually is is the copy's no more: whatever takes it out of there again is counted by itself.
 */
export function closeQuiet(walk: Walk, frame: Frame): void {
  const { e, own, quiet, structure } = walk;
  if (structure.isCoupled) {
    if (areAllQuiet(walk)) frame.open = 0;
    return;
  }
  for (const service of own) {
    if (frame.least[service] < 0 || !isQuiet(e, service, quiet[service])) continue;
    frame.least[service] = -1;
    frame.open--;
  }
}
