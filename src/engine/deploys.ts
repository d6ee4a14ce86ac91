import { clockField, clockOwner, clockStream, FLEET } from '../compile/program.ts';
import { draw, drawResidual } from '../random/draws.ts';
import { uniform53 } from '../random/stream.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { delay, happens, missesBeforeHit } from './chance.ts';
import type { Engine } from './engine.ts';
import { schedule } from './heap.ts';
import { hold } from './holds.ts';
import { beginRepair } from './work.ts';

/*
 * Changes that go out to a service, some of them bad. Of good ones nothing is left but how many there were before the
 * next bad one, so that only bad ones are events. A bad one strikes the members that have it: all, or the canaries
 * first. It is found there within the time that it bakes, or strikes all when that is over; then somebody has to
 * notice, and its recovery begins. Its clock is repaired when that is done. What would have gone out meanwhile is left
 * out.
 */

/** `deployStage`: none is bad; a canary has it, and will be found out, or not; all have it, and nobody has noticed. */
const DEPLOY = { fine: 0, caught: 1, passes: 2, everywhere: 3 } as const;
/** A history is followed for less than that beyond its horizon, and so is an experiment. */
const MOST_YEARS = 1_200;
/** Rows of a deploy's streams. */
const [RECOVERY, CANARY, NOTICE] = [0, 1, 2];

/** Draws when the next bad one goes out. Deploys without memory ring by a source, as failures do. */
export function scheduleDeploy(e: Engine, clock: number): void {
  const p = e.program;
  const { deployAt, streams } = e.state;
  const deploy = deployOf(e, clock);
  const stream = clockStream(p, clock);
  const every = p.deployEveryDraw[deploy];
  const gap = p.deployGap[deploy];
  let at = deployAt[deploy];
  // The first one goes out at a random moment of the time between two.
  if (at === -Infinity) at = e.now + drawResidual(p.draws, every, streams, stream);
  else if (gap > 0) at += (Math.floor((e.now - at) / gap) + 1) * gap;
  else
    do at += draw(p.draws, every, streams, stream);
    while (at <= e.now);
  let good = missesBeforeHit(e, stream, p.deployFailureRate[deploy], Infinity);
  if (gap > 0) at += good * gap;
  // Nobody lives to see what comes later.
  else for (const last = lastMoment(e); good > 0 && at < last; good--) at += draw(p.draws, every, streams, stream);
  deployAt[deploy] = at;
  schedule(e, clock, at);
}

/** Beyond which no history is followed. */
function lastMoment({ horizon, now }: Engine): number {
  return (horizon < Infinity ? horizon : now) + MOST_YEARS * SECONDS_PER_YEAR;
}

/** A bad one goes out. */
export function deployStrikes(e: Engine, row: number): void {
  const { counts, canaryMembers, canaryBake, canaryCatches, deployStream } = e.program;
  const deploy = row - counts.shocks;
  if (canaryMembers[deploy] === 0) {
    goesEverywhere(e, deploy);
    return;
  }
  const stream = deployStream[deploy] + CANARY;
  const isCaught = happens(e, stream, canaryCatches[deploy]);
  const share = uniform53(e.state.streams, stream);
  e.state.deployStage[deploy] = isCaught ? DEPLOY.caught : DEPLOY.passes;
  schedule(e, e.slots.deploy + deploy, e.now + canaryBake[deploy] * (isCaught ? share : 1));
  strikeCanaries(e, row, canaryMembers[deploy]);
}

/** A canary has been watched for long enough, or somebody notices. */
export function deployGoesOn(e: Engine, deploy: number): void {
  if (e.state.deployStage[deploy] === DEPLOY.passes) {
    const clock = e.program.deployClock[deploy];
    e.cause = clockField(e.program, clock, FLEET.cause);
    e.causeClock = clock;
    goesEverywhere(e, deploy);
  } else {
    beginRecovery(e, deploy);
  }
}

function goesEverywhere(e: Engine, deploy: number): void {
  const { counts, shockMemberOffsets } = e.program;
  const row = counts.shocks + deploy;
  for (let i = shockMemberOffsets[row]; i < shockMemberOffsets[row + 1]; i++) strikeOne(e, i);
  e.state.deployStage[deploy] = DEPLOY.everywhere;
  const seconds = untilNoticed(e, deploy);
  if (seconds > 0) schedule(e, e.slots.deploy + deploy, e.now + seconds);
  else beginRecovery(e, deploy);
}

function beginRecovery(e: Engine, deploy: number): void {
  const { deployClock, deployRecoveryDraw, deployStream } = e.program;
  e.state.deployStage[deploy] = DEPLOY.fine;
  beginRepair(e, deployClock[deploy], delay(e, deployRecoveryDraw[deploy], deployStream[deploy] + RECOVERY));
}

/** As of any failure: what its failover takes to detect it, or its health check; or at once. */
function untilNoticed(e: Engine, deploy: number): number {
  const { checkInterval, checkRemoveDelay, deployService, deployStream, detectDraw, serviceChecked } = e.program;
  const service = deployService[deploy];
  const stream = deployStream[deploy] + NOTICE;
  if (detectDraw[service] >= 0) return delay(e, detectDraw[service], stream);
  if (serviceChecked[service] === 0) return 0;
  return uniform53(e.state.streams, stream) * checkInterval[service] + checkRemoveDelay[service];
}

/** The last members of all, those that stand by before whoever is active, or leads. */
function strikeCanaries(e: Engine, row: number, count: number): void {
  const { shockMemberOffsets, shockMembers, memberService } = e.program;
  const { active, struck } = e.state;
  const first = shockMemberOffsets[row];
  let left = count;
  for (let i = shockMemberOffsets[row + 1] - 1; i >= first && left > 0; i--) {
    const member = shockMembers[i];
    if (active[memberService[member]] === member && e.program.onlyActiveServes[memberService[member]] === 1) continue;
    strikeOne(e, i);
    left--;
  }
  for (let i = shockMemberOffsets[row + 1] - 1; i >= first && left > 0; i--) {
    if (struck[i] === 1) continue;
    strikeOne(e, i);
    left--;
  }
}

/** @param hit its place among `shockMembers` */
function strikeOne(e: Engine, hit: number): void {
  if (e.state.struck[hit] === 1) return;
  e.state.struck[hit] = 1;
  hold(e, e.program.shockMembers[hit]);
}

function deployOf(e: Engine, clock: number): number {
  return clockOwner(e.program, clock) - e.program.counts.shocks;
}
