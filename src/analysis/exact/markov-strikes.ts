import { happens } from './markov-chance.ts';
import { destroyCopy, destroyReplicated } from './markov-copies.ts';
import { passiveStarts, passiveStops } from './markov-failover.ts';
import { type Instant, isBlocked, isWorking } from './markov-instant.ts';
import { reactToLoss } from './markov-losses.ts';
import { MEMBER } from './markov-layout.ts';
import type { ChainService } from './markov-system.ts';
import { voterStarts, voterStops } from './markov-quorum.ts';

/*
 * What fails and is repaired. All that one failure strikes is marked before anybody reacts, so that nobody promotes a
 * standby that fell in the same instant.
 */

export function memberFails(i: Instant, m: number, mode: number): void {
  i.cells[i.layout.member[m]] |= 1 << mode;
  notice(i, [m]);
  if (!i.system.members[m].modes[mode].losesData) return;
  destroyCopy(i, m);
  reactToLoss(i, m);
}

export function memberRepaired(i: Instant, m: number, mode: number): void {
  i.cells[i.layout.member[m]] &= ~(1 << mode);
  notice(i, [m]);
}

export function domainFails(i: Instant, d: number, mode: number): void {
  const { members, modes } = i.system.domains[d];
  i.cells[i.layout.domain[d]] |= 1 << mode;
  for (const m of members) i.cells[i.layout.member[m]] &= ~MEMBER.restarts;
  notice(i, members);
  if (!modes[mode].losesData) return;
  for (const m of members) destroyCopy(i, m);
  for (const m of members) reactToLoss(i, m);
}

/** Members that nothing above them blocks any more restart before they serve. */
export function domainRepaired(i: Instant, d: number, mode: number): void {
  const { members } = i.system.domains[d];
  i.cells[i.layout.domain[d]] &= ~(1 << mode);
  for (const m of members) {
    if (i.system.members[m].restartsPerSecond !== Infinity && !isBlocked(i, m))
      i.cells[i.layout.member[m]] |= MEMBER.restarts;
  }
  notice(i, members);
}

export function memberRestarted(i: Instant, m: number): void {
  i.cells[i.layout.member[m]] &= ~MEMBER.restarts;
  notice(i, [m]);
}

/** A member is taken back into rotation. */
export function memberReturns(i: Instant, m: number): void {
  i.cells[i.layout.member[m]] &= ~MEMBER.returns;
}

export function shockStrikes(i: Instant, shock: number): void {
  const { members, probability, losesData } = i.system.shocks[shock];
  i.cells[i.layout.shock[shock]] = 1;
  const struck = members.filter(() => happens(i.chance, probability));
  for (const m of struck) i.cells[i.layout.struck[m]] |= shockBit(i, m, shock);
  notice(i, struck);
  if (!losesData) return;
  for (const m of struck) destroyReplicated(i, m);
  for (const m of members) reactToLoss(i, m);
}

/** Repaired for all that it struck at once. */
export function shockRepaired(i: Instant, shock: number): void {
  const { members } = i.system.shocks[shock];
  i.cells[i.layout.shock[shock]] = 0;
  const struck = members.filter((m) => (i.cells[i.layout.struck[m]] & shockBit(i, m, shock)) !== 0);
  for (const m of struck) i.cells[i.layout.struck[m]] &= ~shockBit(i, m, shock);
  notice(i, struck);
}

function shockBit({ system: { members } }: Instant, m: number, shock: number): number {
  return 1 << members[m].shocks.indexOf(shock);
}

/** Members may work, or not work any more: first it is so for all of them, then each service reacts. */
export function notice(i: Instant, members: readonly number[]): void {
  const changed = members.filter((m) => (i.works[m] === 1) !== isWorking(i, m));
  for (const m of changed) i.works[m] = 1 - i.works[m];
  for (const m of changed) {
    const { service } = i.system.members[m];
    const { starts, stops } = REACTIONS[i.system.services[service].mode];
    if (i.works[m] === 1) starts(i, service, m);
    else stops(i, service, m);
  }
}

interface Reaction {
  stops(i: Instant, service: number, member: number): void;
  starts(i: Instant, service: number, member: number): void;
}

const ROTATION: Reaction = {
  stops(i, _, m) {
    i.cells[i.layout.member[m]] &= ~MEMBER.returns;
  },
  starts(i, s, m) {
    if (i.system.services[s].returnsPerSecond !== Infinity) i.cells[i.layout.member[m]] |= MEMBER.returns;
  },
};
const REACTIONS: Readonly<Record<ChainService['mode'], Reaction>> = {
  none: ROTATION,
  'active-active': ROTATION,
  'active-passive': { stops: passiveStops, starts: passiveStarts },
  quorum: { stops: voterStops, starts: voterStarts },
};
