import { clockField, clockOwner, FLEET, OWNER } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import { faultOf } from '../engine/faults.ts';
import { isDue, nextEvent } from '../engine/heap.ts';
import { hasRoles } from '../engine/modes/modes.ts';
import { advance } from '../engine/replicate.ts';
import { start } from '../engine/start.ts';
import { STAGE } from '../engine/state.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { CountingProbe } from './counting-probe.ts';
import type { Open } from './open.ts';
import { type SeenWaits, seeWaits, tellWaits, type WaitTracer } from './trace-waits.ts';

/*
 * One year, watched from outside: the engine is advanced from one instant in which something happens to the next, and
 * what is different then is told. The loop itself knows nothing of it, so the year is the same to the last bit as when
 * nobody looks, and a run pays nothing. What goes up and down again within one instant is not told.
 */

/** State as told; arrays are the tracer's to keep only if it copies them. */
export interface TracedState {
  /** [member] 1: works. */
  readonly memberUp: Uint8Array;
  /** [domain] its own failures that are on. */
  readonly domainDown: Int32Array;
  /** [link] its own failures that are on. */
  readonly linkDown: Int32Array;
  /** [row of the shocks, of deploys and of an experiment's faults] 1: it is on. */
  readonly shockOn: Uint8Array;
  readonly answer: Float64Array;
  readonly stage: Uint8Array;
  /** [service] active member or leader; −1: none, or a service without such roles. */
  readonly active: Int32Array;
}

/** Is told what changed, in the order domains, links, shocks, members, waits, stages, answers within one instant. */
export interface Tracer extends WaitTracer {
  begins(seen: TracedState, waiting: Int32Array): void;
  domain(time: number, domain: number, isUp: boolean, cause: number): void;
  link(time: number, link: number, isUp: boolean, cause: number): void;
  shock(time: number, shock: number, isOn: boolean): void;
  member(time: number, member: number, works: boolean, cause: number): void;
  /** `cause`: of the latest failure; `isPlanned`: a switch back home. */
  stage(
    time: number,
    service: number,
    stage: number,
    active: number,
    target: number,
    cause: number,
    isPlanned: boolean,
  ): void;
  answer(time: number, service: number, answer: number): void;
  /** The entry went down; `time` is before the year where it was down already when that began. */
  incidentBegins(time: number, cause: number): void;
  incidentEnds(time: number): void;
  /** Asked after each instant; once it is false only incidents are told. */
  wantsMore(): boolean;
}

/**
 * Lives through one year after the warm-up.
 * @param e made with the probe
 * @returns seconds that the entry was down in it
 */
export function traceYear(
  e: Engine,
  probe: CountingProbe,
  seed: string,
  replication: number,
  warmUpSeconds: number,
  tracer: Tracer,
): number {
  start(e, seed, replication, 1, warmUpSeconds, SECONDS_PER_YEAR);
  advance(e, 0);
  const watch = createWatch(e);
  tracer.begins(watch.seen, watch.waits.waiting);
  const tellIncidents = incidentTeller(probe.open, tracer);
  tellIncidents(e.now);
  for (;;) {
    const next = nextEvent(e);
    if (next > SECONDS_PER_YEAR) break;
    const eventsBefore = e.events;
    advance(e, next);
    if (e.events === eventsBefore) continue;
    if (tracer.wantsMore()) tellChanges(e, watch, tracer);
    tellIncidents(e.now);
  }
  probe.horizon(e);
  return probe.observation.downByYear[0];
}

/** The year's downtime alone: the same number as `traceYear` returns. */
export function yearsDowntime(
  e: Engine,
  probe: CountingProbe,
  seed: string,
  replication: number,
  warmUpSeconds: number,
): number {
  start(e, seed, replication, 1, warmUpSeconds, SECONDS_PER_YEAR);
  advance(e, SECONDS_PER_YEAR);
  probe.horizon(e);
  return probe.observation.downByYear[0];
}

/** Tells, each time that it is called, whether an incident has begun or ended since the last time. */
export function incidentTeller(open: Readonly<Open>, tracer: Tracer): (now: number) => void {
  let start = NaN;
  return (now) => {
    if (Object.is(start, open.incidentStart)) return;
    if (!Number.isNaN(start)) tracer.incidentEnds(now);
    start = open.incidentStart;
    if (!Number.isNaN(start)) tracer.incidentBegins(start, open.incidentCause);
  };
}

/** What was told last, to see what is new. */
export interface Watch {
  readonly seen: TracedState;
  readonly clockDown: Uint8Array;
  readonly ownShare: Float64Array;
  readonly waits: SeenWaits;
  /** Clocks that failed in the latest instant. */
  readonly failed: number[];
}

/** What is so now, for a tracer that looks on from here. */
export function createWatch(e: Engine): Watch {
  const { program: p, state: s } = e;
  const shockOn = new Uint8Array(p.shockMemberOffsets.length - 1);
  for (let clock = 0; clock < p.counts.clocks; clock++) {
    if (s.clockDown[clock] === 0) continue;
    const owner = clockOwner(p, clock);
    const kind = clockField(p, clock, FLEET.ownerKind);
    if (isRow(kind)) shockOn[owner] = 1;
  }
  return {
    seen: {
      memberUp: Uint8Array.from(s.holds, (holds) => (holds === 0 ? 1 : 0)),
      domainDown: Int32Array.from(s.domainDown),
      linkDown: Int32Array.from(s.linkDown),
      shockOn,
      answer: s.answer.slice(),
      stage: Uint8Array.from(s.stage, (_, service) => stageOf(e, service)),
      active: Int32Array.from(s.active, (member, service) => (hasRoles(e, service) ? member : -1)),
    },
    clockDown: s.clockDown.slice(),
    ownShare: s.ownShare.slice(),
    waits: seeWaits(e),
    failed: [],
  };
}

/** Tells what has changed since the last time. */
export function tellChanges(e: Engine, watch: Watch, tracer: Tracer): void {
  tellClocks(e, watch, tracer);
  const { program: p, state: s, now } = e;
  const { seen } = watch;
  for (let member = 0; member < p.counts.members; member++) {
    const works = s.holds[member] === 0;
    if (works === (seen.memberUp[member] === 1)) continue;
    seen.memberUp[member] = works ? 1 : 0;
    tracer.member(now, member, works, works ? -1 : causeOf(e, watch, member));
  }
  tellWaits(e, watch.waits, tracer);
  for (let service = 0; service < p.counts.services; service++) {
    if (!hasStages(e, service)) continue;
    const stage = stageOf(e, service);
    const active = hasRoles(e, service) ? s.active[service] : -1;
    if (stage === seen.stage[service] && active === seen.active[service]) continue;
    seen.stage[service] = stage;
    seen.active[service] = active;
    tracer.stage(now, service, stage, active, s.target[service], e.cause, s.planned[service] === 1);
  }
  tellAnswers(e, watch, tracer, true);
  tellAnswers(e, watch, tracer, false);
  watch.ownShare.set(s.ownShare);
}

/** Services whose own share changed come before those that only depend on them, as people think of it. */
function tellAnswers(
  { program: p, state: s, now }: Engine,
  { seen, ownShare }: Watch,
  tracer: Tracer,
  byItself: boolean,
): void {
  for (let service = 0; service < p.counts.services; service++) {
    const answer = s.answer[service];
    if (answer === seen.answer[service] || (s.ownShare[service] !== ownShare[service]) !== byItself) continue;
    seen.answer[service] = answer;
    tracer.answer(now, service, answer);
  }
}

/** Domains and shocks that began or ended to fail. */
function tellClocks(e: Engine, watch: Watch, tracer: Tracer): void {
  const { program: p, state: s, now } = e;
  const { seen, clockDown, failed } = watch;
  failed.length = 0;
  for (let clock = 0; clock < p.counts.clocks; clock++) {
    const isDown = s.clockDown[clock];
    if (isDown === clockDown[clock]) continue;
    clockDown[clock] = isDown;
    if (isDown === 1) failed.push(clock);
    const owner = clockOwner(p, clock);
    const kind = clockField(p, clock, FLEET.ownerKind);
    if (isRow(kind)) {
      seen.shockOn[owner] = isDown;
      tracer.shock(now, owner, isDown === 1);
    } else if (kind === OWNER.domain) {
      const before = seen.domainDown[owner];
      seen.domainDown[owner] += isDown === 1 ? 1 : -1;
      if ((before === 0) !== (seen.domainDown[owner] === 0))
        tracer.domain(now, owner, isDown === 0, clockField(p, clock, FLEET.cause));
    } else if (kind === OWNER.link) {
      const before = seen.linkDown[owner];
      seen.linkDown[owner] += isDown === 1 ? 1 : -1;
      if ((before === 0) !== (seen.linkDown[owner] === 0))
        tracer.link(now, owner, isDown === 0, clockField(p, clock, FLEET.cause));
    }
  }
  // Those that a shock has taken whole, or lets go.
  for (let domain = 0; domain < p.counts.domains; domain++) {
    const before = seen.domainDown[domain];
    const after = s.domainDown[domain];
    seen.domainDown[domain] = after;
    if ((before === 0) !== (after === 0)) tracer.domain(now, domain, after === 0, e.cause);
  }
}

/** It lasts, and stands among the rows of the shocks. */
function isRow(ownerKind: number): boolean {
  return ownerKind === OWNER.shock || ownerKind === OWNER.deploy;
}

/** What stopped the member in this instant: its own failure, else that of a domain above it or a shock. */
function causeOf(e: Engine, { failed }: Watch, member: number): number {
  const { program: p } = e;
  let cause = e.cause;
  for (const clock of failed) {
    if (!holds(e, clock, member)) continue;
    cause = clockField(p, clock, FLEET.cause);
    if (!faultOf(p, clock).isWide) return cause;
  }
  return cause;
}

function holds(e: Engine, clock: number, member: number): boolean {
  let isHeld = false;
  faultOf(e.program, clock).covers(e, clockOwner(e.program, clock), (held) => {
    if (held === member) isHeld = true;
  });
  return isHeld;
}

function hasStages(e: Engine, service: number): boolean {
  const { restoreOffsets } = e.program;
  return hasRoles(e, service) || restoreOffsets[service] < restoreOffsets[service + 1];
}

/** Without data a service restores, or waits for somebody who can, whatever its mode. */
function stageOf(e: Engine, service: number): number {
  const { dataHeld, stage } = e.state;
  if (dataHeld[service] === 0) return hasRoles(e, service) ? stage[service] : STAGE.serving;
  return isDue(e, e.slots.restore + service) ? STAGE.restoring : STAGE.waiting;
}
