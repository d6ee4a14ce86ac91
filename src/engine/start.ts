import { clockField, FLEET, OWNER, POLICY } from '../compile/program.ts';
import { drawResidual } from '../random/draws.ts';
import { KEY_STRIDE, keyOfHistory, seedRow, uniform32, uniform53 } from '../random/stream.ts';
import { evaluateAnswer } from './answer.ts';
import { scheduleFailure, strike } from './clocks.ts';
import type { Engine } from './engine.ts';
import { schedule } from './heap.ts';
import { reset } from './history.ts';
import { startTraffic } from './load.ts';
import { startInspections } from './latent.ts';
import { startMaintenance } from './maintenance.ts';
import { ATTENTION } from './probe.ts';
import { instantEnds } from './settle.ts';
import { beginRings } from './tape.ts';

/**
 * Puts the engine at the beginning of a replication. With a warm-up, every clock starts in its own steady state: down
 * with chance MTTR / (MTBF + MTTR), and with what is left of its time up or down drawn from the equilibrium
 * distribution of renewal theory (Cox 1962, ch. 5), so that no clock needs a warm-up however long it runs; the
 * warm-up lets the services' own machinery (who is active, what is being rebuilt) settle. Without a warm-up the
 * history begins on the day of commissioning: everything new and up.
 */
export function start(
  e: Engine,
  seed: string,
  replication: number,
  years: number,
  warmUpSeconds: number,
  horizon: number,
): void {
  reset(e);
  e.horizon = horizon;
  e.probe.begin(e, years);
  const p = e.program;
  const history = new Int32Array(KEY_STRIDE);
  keyOfHistory(seed, replication, history);
  seedStreams(e, history);
  e.now = -warmUpSeconds;
  const isSteady = warmUpSeconds > 0 && p.startsSteady;
  startServices(e, isSteady);
  startBackups(e, isSteady);
  if (e.hasLoad) startTraffic(e);
  startInspections(e);
  beginRings(e);
  if (isSteady) startClocks(e, history);
  else for (let clock = p.counts.exponentialClocks; clock < p.counts.ownClocks; clock++) scheduleFailure(e, clock);
  if (e.hasMaintenance) startMaintenance(e, isSteady);
  // Whatever becomes of it, who looks on wants to see how it begins.
  e.attention = ATTENTION.watched;
  instantEnds(e);
}

function seedStreams(
  { program: { streamKeys, streamOffsets }, state: { streams } }: Engine,
  history: Int32Array,
): void {
  for (let purpose = 0; purpose < streamOffsets.length - 1; purpose++) {
    const first = streamOffsets[purpose];
    for (let row = first; row < streamOffsets[purpose + 1]; row++)
      seedRow(streams, row, history, streamKeys, purpose * KEY_STRIDE, row - first);
  }
}

/** In the steady state backups have always been made, and it is any moment of their schedule; else they begin now. */
function startBackups(e: Engine, isSteady: boolean): void {
  const { policies, counts, policyStream } = e.program;
  const { backupPhase, drillPhase, streams } = e.state;
  e.firstBackup = isSteady ? -Infinity : e.now;
  for (let policy = 0; policy < counts.policies; policy++) {
    const at = policy * POLICY.stride;
    const drill = policies[at + POLICY.drill];
    const stream = policyStream[policy];
    backupPhase[policy] = e.now + (isSteady ? uniform53(streams, stream) * policies[at + POLICY.full] : 0);
    drillPhase[policy] = e.now + (isSteady && drill < Infinity ? uniform53(streams, stream) * drill : 0);
  }
}

/** All services serving with every member up. */
function startServices(e: Engine, isSteady: boolean): void {
  const p = e.program;
  const s = e.state;
  s.writingSince.fill(e.now);
  for (let service = 0; service < p.counts.services; service++) {
    const first = p.serviceMembers[service];
    const members = p.serviceMembers[service + 1] - first;
    s.healthy[service] = members;
    s.rotation[service] = members;
    if (members > 0) s.active[service] = first;
    // A role that has moved does not come back by itself: start it where it is in the long run.
    if (isSteady && uniform32(s.streams, p.operationStream[service]) < p.secondActive[service]) s.active[service]++;
    if (p.standbysEmpty[service] === 1)
      for (let m = first; m < first + members; m++) s.hasData[m] = m === s.active[service] ? 1 : 0;
  }
  for (let service = 0; service < p.counts.services; service++)
    s.answer[service] = evaluateAnswer(p, s.ownShare, s.answerStack, service);
}

/** How a clock begins is drawn from a stream of its own, so that nothing after it depends on that. */
function startClocks(e: Engine, history: Int32Array): void {
  const { fleets, streamKeys, counts } = e.program;
  const { streams } = e.state;
  for (let record = 0; record < fleets.length; record += FLEET.stride) {
    const first = fleets[record + FLEET.clock];
    const end = Math.min(first + fleets[record + FLEET.clocks], counts.ownClocks);
    const key = fleets[record + FLEET.start] * KEY_STRIDE;
    for (let clock = first; clock < end; clock++) {
      seedRow(streams, counts.streams, history, streamKeys, key, clock - first);
      startClock(e, clock, counts.streams);
    }
  }
}

function startClock(e: Engine, clock: number, stream: number): void {
  const p = e.program;
  const s = e.state;
  if (clockField(p, clock, FLEET.ownerKind) === OWNER.deploy) {
    scheduleFailure(e, clock);
    return;
  }
  // Who is at work and who waits has no closed steady state: what would be repaired by somebody begins up.
  const waits = clockField(p, clock, FLEET.work) >= 0;
  if (!waits && uniform53(s.streams, stream) < p.fleetUnavailability[p.clockFleet[clock]]) {
    s.clockDown[clock] = 1;
    e.cause = clockField(p, clock, FLEET.cause);
    e.causeClock = clock;
    schedule(e, clock, e.now + drawResidual(p.draws, clockField(p, clock, FLEET.downDraw), s.streams, stream));
    strike(e, clock);
  } else if (clock >= p.counts.exponentialClocks) {
    schedule(e, clock, e.now + drawResidual(p.draws, clockField(p, clock, FLEET.upDraw), s.streams, stream));
  }
}
