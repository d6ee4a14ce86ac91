import { byOwner, clockField, FLEET, type Program } from '../compile/program.ts';
import { deployStrikes } from './deploys.ts';
import type { Engine } from './engine.ts';
import { markAlarm } from './marks.ts';
import { forGuests, isMover } from './moves.ts';
import {
  commonCauseStrikes,
  corruptionStrikes,
  domainFails,
  domainReturns,
  memberFails,
  memberRecovers,
  shockEnds,
  shockStrikes,
} from './members.ts';
import { coversMinority, linkFails, linkReturns } from './network.ts';

/** What a clock can own: one row a kind, so that nobody who asks about a failure has a list of kinds of its own. */
interface Fault {
  /** It lasts until it is repaired; otherwise nothing is broken, and nothing comes back. */
  readonly lasts: boolean;
  /** It is one of the failures of many members at once. */
  readonly isWide: boolean;
  /** Whom it strikes is known before it does, and is the same each time. */
  readonly isCertain: boolean;
  strike(e: Engine, owner: number, losesData: number): void;
  repair(e: Engine, owner: number): void;
  /** Shows the visitor each member that the fault holds down while it is on. */
  covers(e: Engine, owner: number, visit: (member: number) => void): void;
  /** Of one that does not last: whether anything of it is felt still. */
  isFelt(e: Engine, owner: number): boolean;
  /** Innermost domain in which it stands; −1: outside all. */
  place(e: Engine, owner: number): number;
}

const nothing = () => undefined;
const never = () => false;

function coversStruck(e: Engine, shock: number, visit: (member: number) => void): void {
  const { shockMemberOffsets, shockMembers } = e.program;
  for (let i = shockMemberOffsets[shock]; i < shockMemberOffsets[shock + 1]; i++)
    if (e.state.struck[i] === 1) {
      if (shockMembers[i] >= 0) visit(shockMembers[i]);
      else coversDomain(e, ~shockMembers[i], visit);
    }
}

function coversDomain(e: Engine, domain: number, visit: (member: number) => void): void {
  const { domainMemberOffsets, domainMembers } = e.program;
  for (let i = domainMemberOffsets[domain]; i < domainMemberOffsets[domain + 1]; i++)
    if (!isMover(e, domainMembers[i]) || e.state.isHomeless[domainMembers[i]] === 1) visit(domainMembers[i]);
  if (e.hasMoves) forGuests(e, domain, visit);
}

/** [OWNER] */
export const FAULTS: readonly Fault[] = byOwner<Fault>({
  member: {
    lasts: true,
    isWide: false,
    isCertain: true,
    strike: memberFails,
    repair: memberRecovers,
    covers: (_, member, visit) => visit(member),
    isFelt: never,
    place: ({ program }, member) => program.memberDomain[member],
  },
  domain: {
    lasts: true,
    isWide: true,
    isCertain: true,
    strike: domainFails,
    repair: domainReturns,
    covers: coversDomain,
    isFelt: never,
    place: (_, domain) => domain,
  },
  shock: {
    lasts: true,
    isWide: true,
    isCertain: false,
    strike: shockStrikes,
    repair: shockEnds,
    covers: coversStruck,
    isFelt: never,
    place: () => -1,
  },
  falsePositive: {
    lasts: false,
    isWide: true,
    isCertain: false,
    strike: markAlarm,
    repair: nothing,
    covers: nothing,
    isFelt: never,
    place: ({ program, state }, service) => program.memberDomain[state.active[service]],
  },
  corruption: {
    lasts: false,
    isWide: true,
    isCertain: false,
    strike: corruptionStrikes,
    repair: nothing,
    covers: nothing,
    isFelt: never,
    place: () => -1,
  },
  commonCause: {
    lasts: false,
    isWide: true,
    isCertain: false,
    strike: commonCauseStrikes,
    repair: nothing,
    covers: coversStruck,
    isFelt: ({ program: { shockMemberOffsets }, state: { struck } }, shock) =>
      struck.subarray(shockMemberOffsets[shock], shockMemberOffsets[shock + 1]).includes(1),
    place: () => -1,
  },
  link: {
    lasts: true,
    isWide: true,
    isCertain: true,
    strike: linkFails,
    repair: linkReturns,
    covers: coversMinority,
    isFelt: never,
    place: () => -1,
  },
  deploy: {
    lasts: true,
    isWide: true,
    isCertain: false,
    strike: deployStrikes,
    repair: shockEnds,
    covers: coversStruck,
    isFelt: never,
    place: () => -1,
  },
});

export function faultOf(p: Program, clock: number): Fault {
  return FAULTS[clockField(p, clock, FLEET.ownerKind)];
}
