import { BIT, hasFlag, type Instant, roleOf, setBit, setFlag } from './markov-instant.ts';
import { FLAG, OWN } from './markov-layout.ts';

/*
 * Copies of an active-passive service's data where nothing is restored from backups: a surviving copy heals a destroyed
 * one; where none survives, whoever works begins anew with nothing (`markov-losses.ts`).
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

/** Where no copy is left, the first member that is back starts with nothing. */
export function beginAnew(i: Instant, s: number, m: number): void {
  if (!hasAnyCopy(i, s)) beginWithNothing(i, s, m);
}

export function losesData({ system: { services, members } }: Instant, m: number): boolean {
  return services[members[m].service].failover?.canLoseData === true;
}

export function hasAnyCopy(i: Instant, s: number): boolean {
  const { first, end } = i.system.services[s];
  for (let m = first; m < end; m++) if (hasFlag(i, m, FLAG.hasData)) return true;
  return false;
}

export function beginWithNothing(i: Instant, s: number, m: number): void {
  setFlag(i, m, FLAG.hasData, true);
  setFlag(i, m, FLAG.missed | FLAG.stale, false);
  setBit(i, s, BIT.allLost, false);
}
