import { CLOCK, OWNER, STREAM } from '../compile/program.ts';
import { drawMean } from '../random/draw-table.ts';
import { draw } from '../random/draws.ts';
import { uniform32, uniform53 } from '../random/stream.ts';
import { standardExponential } from '../random/ziggurat.ts';
import type { Engine } from './engine.ts';
import { failNeedlessly } from './failover.ts';
import { schedule } from './heap.ts';
import {
  corruptionStrikes,
  domainFails,
  domainReturns,
  memberFails,
  memberRecovers,
  shockEnds,
  shockStrikes,
} from './members.ts';

/**
 * One clock stands for all exponential failure clocks: it rings at their summed rate, whether they are up or down,
 * and each ring picks one of them in proportion to its rate. A ring for a clock that is already down is ignored:
 * by the lack of memory this thinning leaves every clock its own exponential time up (Lewis & Shedler 1979), and
 * the cost of an event does not grow with the fleet.
 */
export function aggregateRings(e: Engine): void {
  const p = e.program;
  const streams = e.state.streams;
  e.nextAggregate += standardExponential(streams, STREAM.failure) / p.aggregateRate;
  const clocks = p.counts.exponentialClocks;
  const u = (clocks <= 65536 ? uniform32(streams, STREAM.failure) : uniform53(streams, STREAM.failure)) * clocks;
  const i = u | 0;
  const clock = p.aliasThreshold.length === 0 || u < p.aliasThreshold[i] ? i : p.aliasOther[i];
  if (e.state.clockDown[clock] === 0) {
    e.events++;
    clockFails(e, clock);
  }
}

/** The timer of one clock: its repair is done, or (not exponential) its time up is over. */
export function clockRings(e: Engine, clock: number): void {
  const p = e.program;
  if (e.state.clockDown[clock] === 0) {
    clockFails(e, clock);
    return;
  }
  e.state.clockDown[clock] = 0;
  if (p.bySource) e.probe.repair(e, clock);
  scheduleFailure(e, clock);
  const at = clock * CLOCK.stride;
  const owner = p.clocks[at + CLOCK.owner];
  const kind = p.clocks[at + CLOCK.ownerKind];
  if (kind === OWNER.member) memberRecovers(e, owner);
  else if (kind === OWNER.domain) domainReturns(e, owner);
  else shockEnds(e, owner);
}

/** Draws the next failure of a clock that has just come up; exponential ones have the aggregate clock. */
export function scheduleFailure(e: Engine, clock: number): void {
  const p = e.program;
  if (clock >= p.counts.exponentialClocks) {
    schedule(
      e,
      clock,
      e.now +
        draw(
          p.draws,
          p.clocks[clock * CLOCK.stride + CLOCK.upDraw],
          e.state.streams,
          p.clocks[clock * CLOCK.stride + CLOCK.upStream],
        ),
    );
  }
}

/** A clock fails now, of itself or because an experiment says so. */
export function clockFails(e: Engine, clock: number): void {
  const p = e.program;
  const at = clock * CLOCK.stride;
  e.cause = p.clocks[at + CLOCK.cause];
  e.causeClock = clock;
  const owner = p.clocks[at + CLOCK.owner];
  const kind = p.clocks[at + CLOCK.ownerKind];
  if (kind === OWNER.falsePositive) {
    if (p.bySource) e.probe.strike(e, clock);
    // Over at once: nothing is broken, so nothing is repaired.
    scheduleFailure(e, clock);
    failNeedlessly(e, owner);
    return;
  }
  if (kind === OWNER.corruption) {
    // Nothing is down, so nothing comes back.
    corruptionStrikes(e, owner);
    return;
  }
  e.state.clockDown[clock] = 1;
  const repair = draw(p.draws, p.clocks[at + CLOCK.downDraw], e.state.streams, p.clocks[at + CLOCK.downStream]);
  schedule(e, clock, e.now + repair);
  if (p.bySource) noteFailure(e, clock, repair);
  strike(e, clock);
}

/** What a comparison wants to know of it. Apart, so that a model alone pays one look at a flag. */
function noteFailure(e: Engine, clock: number, repairSeconds: number): void {
  const { clocks, draws } = e.program;
  const at = clock * CLOCK.stride;
  e.probe.strike(e, clock);
  e.probe.delay(e, clocks[at + CLOCK.downStream], repairSeconds - drawMean(draws, clocks[at + CLOCK.downDraw]));
}

/** Takes down what the clock owns. */
export function strike(e: Engine, clock: number): void {
  const p = e.program;
  const at = clock * CLOCK.stride;
  const owner = p.clocks[at + CLOCK.owner];
  const losesData = p.clocks[at + CLOCK.losesData];
  const kind = p.clocks[at + CLOCK.ownerKind];
  if (kind === OWNER.member) memberFails(e, owner, losesData);
  else if (kind === OWNER.domain) domainFails(e, owner, losesData);
  else shockStrikes(e, owner, losesData);
}
