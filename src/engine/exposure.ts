import { CLOCK, MODE, OWNER } from '../compile/program.ts';
import { drawMean, isExponential } from '../random/draw-table.ts';
import type { Engine } from './engine.ts';

/*
 * How often the active member of a service was struck, and how often that was to be expected of whoever was active: a
 * failure of a standby costs nothing, so that the failures of all members say less than those of the active one. The
 * difference has the mean 0 exactly, as that of a counting process and its intensity's integral (Brémaud 1981, ch. II), for
 * clocks whose intensity is known at any time: exponential ones. Noted only where each source has a stream of its own.
 */

/** The history begins: who is active, and what can strike each member. */
export function beginExposure(e: Engine): void {
  const { exposed, exposedSince, active, clockDown } = e.state;
  exposed.fill(-1);
  exposedSince.fill(e.now);
  for (let clock = 0; clock < e.program.counts.clocks; clock++) if (clockDown[clock] === 0) changeHazard(e, clock, 1);
  exposed.set(active);
  // Every instant may change who is active.
  e.attention = 1;
}

/** A clock fails: whom does it strike? Asked before anybody reacts. */
export function strikeExposed(e: Engine, clock: number): void {
  const { hits, exposed } = e.state;
  const { counts, serviceMode } = e.program;
  if (!isCounted(e, clock)) return;
  if (e.now >= 0 && e.now < e.horizon) {
    for (let service = 0; service < counts.services; service++) {
      if (serviceMode[service] === MODE.activePassive && isStruck(e, clock, exposed[service])) hits[service]++;
    }
  }
  changeHazard(e, clock, -1);
}

/** A clock is repaired: it can strike again. */
export function repairExposed(e: Engine, clock: number): void {
  changeHazard(e, clock, 1);
}

/** The instant is over: somebody else may be active now. */
export function followRoles(e: Engine): void {
  const { active, exposed } = e.state;
  const { counts, serviceMode } = e.program;
  for (let service = 0; service < counts.services; service++) {
    if (active[service] === exposed[service] || serviceMode[service] !== MODE.activePassive) continue;
    settle(e, service, e.now);
    exposed[service] = active[service];
  }
}

/** Books what was to be expected up to the given time. */
export function settleExposure(e: Engine, to: number): void {
  for (let service = 0; service < e.program.counts.services; service++)
    if (e.program.serviceMode[service] === MODE.activePassive) settle(e, service, to);
}

function settle(e: Engine, service: number, to: number): void {
  const { exposed, exposedSince, expectedHits, hazard } = e.state;
  const from = exposedSince[service] > 0 ? exposedSince[service] : 0;
  const end = to < e.horizon ? to : e.horizon;
  exposedSince[service] = to;
  if (end > from && exposed[service] >= 0) expectedHits[service] += hazard[exposed[service]] * (end - from);
}

function changeHazard(e: Engine, clock: number, sign: number): void {
  if (!isCounted(e, clock)) return;
  const p = e.program;
  const at = clock * CLOCK.stride;
  const rate = sign / drawMean(p.draws, p.clocks[at + CLOCK.upDraw]);
  const owner = p.clocks[at + CLOCK.owner];
  if (p.clocks[at + CLOCK.ownerKind] === OWNER.member) {
    addHazard(e, owner, rate);
    return;
  }
  for (let i = p.domainMemberOffsets[owner]; i < p.domainMemberOffsets[owner + 1]; i++)
    addHazard(e, p.domainMembers[i], rate);
}

function addHazard(e: Engine, member: number, rate: number): void {
  const service = e.program.memberService[member];
  if (e.state.exposed[service] === member) settle(e, service, e.now);
  e.state.hazard[member] += rate;
}

function isStruck({ program: p }: Engine, clock: number, member: number): boolean {
  if (member < 0) return false;
  const owner = p.clocks[clock * CLOCK.stride + CLOCK.owner];
  if (p.clocks[clock * CLOCK.stride + CLOCK.ownerKind] === OWNER.member) return owner === member;
  for (let domain = p.memberDomain[member]; domain >= 0; domain = p.domainParent[domain])
    if (domain === owner) return true;
  return false;
}

function isCounted({ program: p }: Engine, clock: number): boolean {
  const kind = p.clocks[clock * CLOCK.stride + CLOCK.ownerKind];
  return (
    (kind === OWNER.member || kind === OWNER.domain) &&
    isExponential(p.draws, p.clocks[clock * CLOCK.stride + CLOCK.upDraw])
  );
}
