import { clockField, clockOwner, FLEET } from '../compile/program.ts';
import { exp } from '../random/elementary.ts';
import { uniform53 } from '../random/stream.ts';
import { delay, happens } from './chance.ts';
import type { Engine } from './engine.ts';
import { schedule } from './heap.ts';
import { hold } from './holds.ts';
import { markMember } from './marks.ts';
import { beginRepair } from './work.ts';

/*
 * Faults that nobody notices. Where every member serves, or votes, one that is struck works no longer (IEC 61508: the
 * protective system); its repair waits until a check finds it. A standby that is struck goes on as if it worked, until
 * a check, a drill or its promotion finds it. An active's own fault is noticed, since it serves.
 */

/** Whether somebody notices at once what the clock does to its member. */
export function isNoticed(e: Engine, clock: number): boolean {
  const { memberService, onlyActiveServes } = e.program;
  if (clockField(e.program, clock, FLEET.latent) === 0) return true;
  const member = clockOwner(e.program, clock);
  const service = memberService[member];
  return onlyActiveServes[service] === 1 && e.state.active[service] === member;
}

/** The clock has failed, and nobody knows. */
export function hideFault(e: Engine, clock: number): void {
  const { memberService, onlyActiveServes } = e.program;
  const member = clockOwner(e.program, clock);
  e.state.clockDown[clock] = 2;
  e.state.unnoticed[member]++;
  if (onlyActiveServes[memberService[member]] === 0) hold(e, member);
}

/** Somebody knows now: the repair begins. */
function findFault(e: Engine, clock: number, stream: number): void {
  const { memberService, onlyActiveServes, serviceChecked } = e.program;
  const member = clockOwner(e.program, clock);
  const service = memberService[member];
  e.state.clockDown[clock] = 1;
  e.state.unnoticed[member]--;
  if (onlyActiveServes[service] === 1) hold(e, member);
  // The health check believes it now.
  else if (serviceChecked[service] === 1) markMember(e, member);
  beginRepair(e, clock, delay(e, clockField(e.program, clock, FLEET.downDraw), stream));
}

/** Looks for the member's faults. @param coverage chance that one of them is found */
function inspectMember(e: Engine, member: number, coverage: number): void {
  const { memberService, serviceFleetOffsets, serviceFleets, fleets, inspectStream } = e.program;
  if (e.state.unnoticed[member] === 0) return;
  const service = memberService[member];
  const stream = inspectStream[service];
  for (let i = serviceFleetOffsets[service]; i < serviceFleetOffsets[service + 1]; i++) {
    const record = serviceFleets[i] * FLEET.stride;
    const clock = fleets[record + FLEET.clock] + member - fleets[record + FLEET.owner];
    if (e.state.clockDown[clock] === 2 && happens(e, stream, coverage)) findFault(e, clock, stream);
  }
}

/** Whether the standby that is to be promoted is broken without anybody's knowing; then it is found. */
export function isFoundBroken(e: Engine, member: number): boolean {
  if (!e.hasLatent || e.state.unnoticed[member] === 0) return false;
  inspectMember(e, member, 1);
  return true;
}

/** It is time for a check: of all members, or of the next. */
export function inspectionDue(e: Engine, service: number): void {
  const { serviceMembers, inspectCoverage, inspectStaggered } = e.program;
  const first = serviceMembers[service];
  const count = serviceMembers[service + 1] - first;
  const { inspectNext } = e.state;
  const coverage = inspectCoverage[service];
  if (inspectStaggered[service] === 0) {
    if (e.hasLatent) for (let m = first; m < first + count; m++) inspectMember(e, m, coverage);
  } else {
    if (e.hasLatent) inspectMember(e, first + inspectNext[service], coverage);
    inspectNext[service] = (inspectNext[service] + 1) % count;
  }
  schedule(e, e.slots.inspection + service, e.now + inspectionGap(e, service));
}

/** A failover is tried: what would break one is found. */
export function drillDue(e: Engine, service: number): void {
  const { serviceMembers, drillEvery } = e.program;
  e.state.pathRightAt[service] = e.now;
  if (e.hasLatent) for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) inspectMember(e, m, 1);
  schedule(e, e.slots.drill + service, e.now + drillEvery[service]);
}

/**
 * Whether the path of a failover is right as it is used; it is mended if it is not. It breaks without memory, so that
 * this is drawn when somebody asks.
 */
export function isPathRight(e: Engine, service: number): boolean {
  const rate = e.program.driftPerSecond[service];
  if (rate === 0) return true;
  const seconds = e.now - e.state.pathRightAt[service];
  e.state.pathRightAt[service] = e.now;
  return happens(e, e.program.inspectStream[service], exp(-rate * seconds));
}

/** Checks and drills begin at a random moment of their time. */
export function startInspections(e: Engine): void {
  const { counts, inspectEvery, inspectStaggered, inspectStream, drillEvery, serviceMembers } = e.program;
  e.state.pathRightAt.fill(e.now);
  for (let service = 0; service < counts.services; service++) {
    const stream = inspectStream[service];
    if (inspectEvery[service] > 0) {
      const gap = inspectionGap(e, service);
      const phase = uniform53(e.state.streams, stream) * inspectEvery[service];
      const passed = Math.floor(phase / gap);
      const count = serviceMembers[service + 1] - serviceMembers[service];
      if (inspectStaggered[service] === 1) e.state.inspectNext[service] = (count - (passed % count)) % count;
      schedule(e, e.slots.inspection + service, e.now + phase - passed * gap);
    }
    if (drillEvery[service] > 0)
      schedule(e, e.slots.drill + service, e.now + uniform53(e.state.streams, stream) * drillEvery[service]);
  }
}

/** From one check of anybody to the next. */
function inspectionGap({ program }: Engine, service: number): number {
  const { inspectEvery, inspectStaggered, serviceMembers } = program;
  const members = serviceMembers[service + 1] - serviceMembers[service];
  return inspectStaggered[service] === 1 ? inspectEvery[service] / members : inspectEvery[service];
}
