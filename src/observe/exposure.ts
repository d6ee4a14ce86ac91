import { clockField, clockOwner, FLEET, type Program } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import { faultOf } from '../engine/faults.ts';
import { drawMean, isExponential } from '../random/draw-table.ts';
import type { Luck } from './luck.ts';
import { isObserved } from './observed.ts';

/*
 * How often the active member of a service was struck, and how often that was to be expected of whoever was active: a
 * failure of a standby costs nothing, so that the failures of all members say less than those of the active one. The
 * difference has the mean 0 exactly, as that of a counting process and its intensity's integral (Brémaud 1981, ch. II),
 * for clocks whose intensity is known at any time: exponential ones. Noted only for a comparison.
 */

/** The history begins: who is active, and what can strike each member. */
export function beginExposure(l: Luck, e: Engine): void {
  const { active, clockDown } = e.state;
  l.exposed.fill(-1);
  l.exposedSince.fill(e.now);
  for (let clock = 0; clock < e.program.counts.clocks; clock++)
    if (clockDown[clock] === 0) changeHazard(l, e, clock, 1);
  l.exposed.set(active);
}

/** A clock fails: whom does it strike? Asked before anybody reacts. */
export function strikeExposed(l: Luck, e: Engine, clock: number): void {
  const { hits, exposed } = l;
  const { counts, onlyActiveServes } = e.program;
  if (!isCounted(e.program, clock)) return;
  if (isObserved(e)) {
    for (let service = 0; service < counts.services; service++) {
      if (onlyActiveServes[service] === 1 && isStruck(e, clock, exposed[service])) hits[service]++;
    }
  }
  changeHazard(l, e, clock, -1);
}

/** A clock is repaired: it can strike again. */
export function repairExposed(l: Luck, e: Engine, clock: number): void {
  changeHazard(l, e, clock, 1);
}

/** The instant is over: somebody else may be active now. */
export function followRoles(l: Luck, e: Engine): void {
  const { active } = e.state;
  const { exposed } = l;
  const { counts, onlyActiveServes } = e.program;
  for (let service = 0; service < counts.services; service++) {
    if (active[service] === exposed[service] || onlyActiveServes[service] === 0) continue;
    settle(l, e, service, e.now);
    exposed[service] = active[service];
  }
}

/** Books what was to be expected up to the given time. */
export function settleExposure(l: Luck, e: Engine, to: number): void {
  for (let service = 0; service < e.program.counts.services; service++)
    if (e.program.onlyActiveServes[service] === 1) settle(l, e, service, to);
}

function settle(l: Luck, e: Engine, service: number, to: number): void {
  const { exposed, exposedSince, expectedHits, hazard } = l;
  const from = exposedSince[service] > 0 ? exposedSince[service] : 0;
  const end = to < e.horizon ? to : e.horizon;
  exposedSince[service] = to;
  if (end > from && exposed[service] >= 0) expectedHits[service] += hazard[exposed[service]] * (end - from);
}

function changeHazard(l: Luck, e: Engine, clock: number, sign: number): void {
  if (!isCounted(e.program, clock)) return;
  const p = e.program;
  const rate = sign / drawMean(p.draws, clockField(p, clock, FLEET.upDraw));
  faultOf(p, clock).covers(e, clockOwner(p, clock), (member) => addHazard(l, e, member, rate));
}

function addHazard(l: Luck, e: Engine, member: number, rate: number): void {
  const service = e.program.memberService[member];
  if (l.exposed[service] === member) settle(l, e, service, e.now);
  l.hazard[member] += rate;
}

function isStruck(e: Engine, clock: number, member: number): boolean {
  let isHit = false;
  faultOf(e.program, clock).covers(e, clockOwner(e.program, clock), (hit) => {
    if (hit === member) isHit = true;
  });
  return isHit;
}

function isCounted(p: Program, clock: number): boolean {
  return faultOf(p, clock).isCertain && isExponential(p.draws, clockField(p, clock, FLEET.upDraw));
}
