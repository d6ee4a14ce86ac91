import { activeLost, anyCopyWillDo, connect, disconnect } from './markov-failover.ts';
import { BIT, hasBit, hasFlag, type Instant, roleOf, setBit, setFlag, STAGE, stageOf } from './markov-instant.ts';
import { FLAG, OWN } from './markov-layout.ts';

/*
 * Copies of an active-passive service's data where nothing is restored from backups: a surviving copy heals a destroyed
 * one; where none survives, whoever works begins anew with nothing.
 */

/** Each member whose copy is gone has then to be told by `reactToLoss`. */
export function destroyCopy(i: Instant, m: number): void {
  if (!(losesData(i, m) && hasFlag(i, m, FLAG.hasData))) return;
  setFlag(i, m, FLAG.hasData, false);
  setFlag(i, m, FLAG.hasLost, true);
}

/** Damage done to an active's data is copied faithfully by all that follow it. */
export function destroyReplicated(i: Instant, m: number): void {
  destroyCopy(i, m);
  const s = i.system.members[m].service;
  const { first, end, failover } = i.system.services[s];
  if (failover === null || failover.replication === 'none' || roleOf(i, s, OWN.active) !== m) return;
  for (let other = first; other < end; other++) if (hasFlag(i, other, FLAG.connected)) destroyCopy(i, other);
}

export function reactToLoss(i: Instant, m: number): void {
  if (!losesData(i, m) || !hasFlag(i, m, FLAG.hasLost)) return;
  setFlag(i, m, FLAG.hasLost, false);
  const s = i.system.members[m].service;
  if (!hasAnyCopy(i, s)) loseEverything(i, s);
  else if (m === roleOf(i, s, OWN.active)) losesActiveCopy(i, s, m);
  else losesStandbyCopy(i, s, m);
}

/** Where no copy is left, the first member that is back starts with nothing. */
export function beginAnew(i: Instant, s: number, m: number): void {
  if (!hasAnyCopy(i, s)) beginWithNothing(i, s, m);
}

function losesData({ system: { services, members } }: Instant, m: number): boolean {
  return services[members[m].service].failover?.canLoseData === true;
}

function hasAnyCopy(i: Instant, s: number): boolean {
  const { first, end } = i.system.services[s];
  for (let m = first; m < end; m++) if (hasFlag(i, m, FLAG.hasData)) return true;
  return false;
}

function beginWithNothing(i: Instant, s: number, m: number): void {
  setFlag(i, m, FLAG.hasData, true);
  setFlag(i, m, FLAG.missed | FLAG.stale, false);
  setBit(i, s, BIT.allLost, false);
}

/** All that is lost in one instant is one loss. */
function loseEverything(i: Instant, s: number): void {
  if (hasBit(i, s, BIT.allLost)) return;
  const { first, end } = i.system.services[s];
  setBit(i, s, BIT.allLost, true);
  for (let m = first; m < end; m++) setFlag(i, m, FLAG.hasLost, false);
  for (let m = first; m < end; m++) if (i.works[m] === 1) beginWithNothing(i, s, m);
  anyCopyWillDo(i, s);
}

function losesActiveCopy(i: Instant, s: number, m: number): void {
  anyCopyWillDo(i, s);
  const stage = stageOf(i, s);
  if (i.works[m] === 1 && !hasFlag(i, m, FLAG.hasData) && (stage === STAGE.serving || stage === STAGE.redirecting))
    activeLost(i, s);
}

function losesStandbyCopy(i: Instant, s: number, m: number): void {
  const stage = stageOf(i, s);
  disconnect(i, m);
  const activeLives =
    (stage === STAGE.serving || stage === STAGE.redirecting) && hasFlag(i, roleOf(i, s, OWN.active), FLAG.hasData);
  if (i.works[m] === 1) connect(i, s, m, activeLives);
}
