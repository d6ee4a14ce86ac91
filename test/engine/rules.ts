import { clockField, clockOwner, FLEET, MODE, OWNER, type Program } from '../../src/compile/program.ts';
import { evaluateAnswer } from '../../src/engine/answer.ts';
import { isThereMore } from '../../src/engine/backup-fulls.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { isDue } from '../../src/engine/heap.ts';
import { isCoordinated, isCutOff, needsAreMet } from '../../src/engine/needs.ts';
import { isMover } from '../../src/engine/moves.ts';
import { membersReach } from '../../src/engine/network.ts';
import { viewAnswers } from '../../src/engine/views.ts';
import { isEligible } from '../../src/engine/replication.ts';
import { checkLoads, checkMoves, checkReaching, checkShards } from './capacity-rules.ts';
import { checkPeople } from './people-rules.ts';
import { emptyMember } from '../../src/engine/modes/failover/choice.ts';
import { QUORUM, STAGE } from '../../src/engine/state.ts';
import type { CountingProbe } from '../../src/observe/counting-probe.ts';
import { PHASE } from '../../src/observe/names.ts';
import type { Observer } from '../../src/observe/observer.ts';

/** Words of a place are put together where a claim is false alone: there are millions that hold. */
type Claim = (holds: boolean, what: string | (() => string)) => void;

/** Every rule that a state has to obey between two events; returns the ones broken. */
export function broken(e: Engine, { open }: CountingProbe): string[] {
  const p = e.program;
  const s = e.state;
  const wrong: string[] = [];
  const claim: Claim = (holds, what) => {
    if (!holds) wrong.push(typeof what === 'string' ? what : what());
  };
  const { queued, held, down, hidden, kinds, owners, works } = listsOf(e);
  queueSlots(e, queued, claim);
  for (let i = 1; i < e.heapSize; i++) claim(s.heapTime[(i - 1) >> 1] <= s.heapTime[i], 'heap order');
  if (e.heapSize > 0) claim(counts(e, 0), 'what comes first counts');
  for (let slot = e.slots.timers; slot < e.slots.count; slot++) if (isDue(e, slot) !== (queued[slot] === 1)) wrong.push(`slot ${slot} is due and in the heap`);
  claim(e.nextRing >= e.now, 'the next ring is not past');
  // What holds members and domains, counted anew.
  held.fill(0);
  down.fill(0);
  hidden.fill(0);
  for (let c = 0; c < p.counts.clocks; c++) {
    const isDown = s.clockDown[c];
    if (isDown === 0) {
      if (c >= p.counts.exponentialClocks && (queued[c] === 1) !== (c < p.counts.ownClocks && !standsStill(e, c))) wrong.push(`clock ${c} is up and never fails`);
      continue;
    }
    const kind = kinds[c];
    const owner = owners[c];
    // Before somebody has noticed a bad deploy nobody recovers from it.
    const isBaking = kind === OWNER.deploy && isDue(e, e.slots.deploy + owner - p.counts.shocks);
    if (works[c] < 0 && (queued[c] === 1) !== (isDown === 1 && !isBaking)) wrong.push(`clock ${c} is down and nobody repairs it, or is repaired and nobody knows`);
    if (isDown === 2) hidden[owner]++;
    // A standby goes on as if it worked.
    if (kind === OWNER.member) held[owner] += isDown === 2 && p.onlyActiveServes[p.memberService[owner]] === 1 ? 0 : 1;
    else if (kind === OWNER.domain) down[owner]++;
  }
  for (let service = 0; service < s.isOutForWork.length; service++) {
    if (s.isOutForWork[service] === 0) continue;
    held[s.workedOn[service]]++;
    claim(isDue(e, e.slots.maintenance + service), () => `service ${service}: work on a member ends`);
  }
  // A member, or ~ a domain.
  for (let i = 0; i < p.shockMembers.length; i++)
    if (p.shockMembers[i] < 0) down[~p.shockMembers[i]] += s.struck[i];
    else held[p.shockMembers[i]] += s.struck[i];
  for (let d = 0; d < p.counts.domains; d++) {
    claim(s.domainDown[d] === down[d], () => `domain ${d} is down ${s.domainDown[d]} times, by ${down[d]}`);
  }
  claim(e.unsettled === 0, 'all sites have settled');
  const near = heldByViews(e, claim);
  const isRepairing = !Number.isNaN(open.incidentStart) && open.phase === PHASE.repair;
  claim(!isRepairing || s.clockDown.some((down) => down !== 0) || s.struck.includes(1), 'the incident waits for a repair, and something is broken');
  for (let i = 0; i < e.heapSize; i++) claim(s.heapTime[i] >= e.now, 'what is queued is not a number, or is past');
  for (let m = 0; m < p.counts.members; m++) {
    const service = p.memberService[m];
    const holds = held[m] + (s.crashed[m] ?? 0) + (s.sideHeld[m] ?? 0) + near[m] + (isMover(e, m) ? s.isHomeless[m] : (s.blocked[m] > 0 ? 1 : 0) + s.restarting[m]) + s.siteHeld[m] + s.dataHeld[service];
    if (!(s.holds[m] === holds)) wrong.push(`member ${m} is held ${s.holds[m]} times, by ${holds}`);
    let blocked = 0;
    for (let d = p.memberDomain[m]; d >= 0; d = p.domainParent[d]) blocked += s.domainDown[d];
    if (e.hasLatent && !(s.unnoticed[m] === hidden[m])) wrong.push(`member ${m} has ${s.unnoticed[m]} faults that nobody knows of, counted ${hidden[m]}`);
    if (!(s.blocked[m] === blocked)) wrong.push(`member ${m} is blocked ${s.blocked[m]} times, by ${blocked}`);
    const copy = p.memberCopy[m];
    if (!(s.siteHeld[m] === (copy >= 0 && s.answer[copy] < p.downBelow ? 1 : 0))) wrong.push(`site ${m} follows its copy`);
    if (!(s.isUnsettled[m] === 0)) wrong.push(`site ${m} has settled`);
    if (!((e.slots.stage > e.slots.restart && isDue(e, e.slots.restart + m)) === (s.restarting[m] === 1))) wrong.push(`member ${m} restarts`);
  }
  for (let service = 0; service < p.counts.services; service++) {
    const members = listsOf(e).members[service];
    const name = `service ${service}`;
    const working = members.filter((m) => s.holds[m] === 0);
    if (p.serviceMode[service] === MODE.activeActive) {
      const rotation = members.filter((m) => s.inRotation[m] === 1);
      const healthy = rotation.filter((m) => s.holds[m] === 0);
      claim(s.rotation[service] === rotation.length && s.healthy[service] === healthy.length, () => `${name}: rotation is counted`);
      checkReaching(e, service, rotation, claim);
      for (const m of members) {
        const isUndecided = (s.holds[m] === 0) !== (s.inRotation[m] === 1);
        const isUnseen = s.inRotation[m] === 1 && s.holds[m] <= hidden[m] && !isDue(e, e.slots.member + m);
        claim(isUndecided === (p.serviceChecked[service] === 1 && (isDue(e, e.slots.member + m) || (isUndecided && isUnseen))), () => `${name}: the health check looks at member ${m}`);
        if (p.serviceChecked[service] === 0) claim(!isUndecided, () => `${name}: without a check rotation follows at once`);
      }
    } else if (p.serviceMode[service] === MODE.quorum) {
      const leader = s.active[service];
      const reached = (m: number) => working.filter((other) => membersReach(e, m, other)).length;
      const enough = working.some((m) => reached(m) >= p.serviceRequired[service]);
      if (enough && leader >= 0) claim(reached(leader) >= p.serviceRequired[service], () => `${name}: its leader reaches the majority`);
      claim(s.healthy[service] === working.length, () => `${name}: votes are counted`);
      claim(leader < 0 || s.holds[leader] === 0, () => `${name}: its leader works`);
      const stage = !enough ? QUORUM.stopped : leader >= 0 ? QUORUM.serving : QUORUM.electing;
      claim(s.stage[service] === stage, () => `${name}: stage ${s.stage[service]}, expected ${stage}`);
      claim(isDue(e, e.slots.stage + service) === (stage === QUORUM.electing), () => `${name}: an election runs`);
    } else if (p.serviceMode[service] === MODE.sharded) {
      checkShards(e, service, members, claim);
    } else if (members.length > 0) {
      checkFailover(e, service, members, claim);
    }
    if (members.length > 0 && p.serviceMode[service] !== MODE.sharded) checkData(e, service, members, claim);
    const restarting = members.filter((m) => s.restarting[m] === 1 && !(isMover(e, m) && s.isHomeless[m] === 0)).length;
    const awaited = p.serviceMode[service] === MODE.activeActive && p.serviceChecked[service] === 1 ? working.filter((m) => s.inRotation[m] === 0).length : 0;
    claim(s.returning[service] === restarting + awaited, () => `${name}: ${s.returning[service]} return, counted ${restarting + awaited}`);
    claim(s.ownShare[service] >= 0 && s.ownShare[service] <= 1, () => `${name}: its own share is ${s.ownShare[service]}`);
    const answer = evaluateAnswer(p, s.ownShare, s.answerStack, service);
    claim(s.answer[service] === answer, () => `${name}: its answer is up to date`);
  }
  checkPeople(e, claim);
  checkLoads(e, claim);
  checkMoves(e, claim);
  return wrong;
}

/** How often each member is held by those that should serve it in its zone, looked at anew. */
function heldByViews(e: Engine, claim: Claim): Int32Array {
  const { viewMemberOffsets, viewMembers, viewHeldOffsets, viewHeld, memberService, downBelow } = e.program;
  const held = new Int32Array(e.program.counts.members);
  claim(e.viewsMoved === 0, 'all zones have been looked at');
  for (let view = 0; view < viewMemberOffsets.length - 1; view++) {
    const service = memberService[viewMembers[viewMemberOffsets[view]]];
    const isDown = viewAnswers(e, service, view) < downBelow;
    claim(e.state.viewDown[view] === (isDown ? 1 : 0), () => `view ${view} of service ${service} is as its members are`);
    if (isDown) for (let i = viewHeldOffsets[view]; i < viewHeldOffsets[view + 1]; i++) held[viewHeld[i]]++;
  }
  return held;
}

/** Of a member that stands by and does not fail. */
function standsStill({ program: p, state }: Engine, clock: number): boolean {
  if (clockField(p, clock, FLEET.ownerKind) !== OWNER.member) return false;
  const member = clockOwner(p, clock);
  const service = p.memberService[member];
  return p.standbyFailures[service] === 0 && state.active[service] !== member;
}

/** Whether an entry of the heap is what its slot waits for, and not left behind. */
function counts(e: Engine, entry: number): boolean {
  const timer = e.state.heapSlot[entry] - e.slots.timers;
  return timer < 0 || e.state.due[timer] === e.state.heapTime[entry];
}

/** Marks the slots with an entry that counts; a clock has no other. */
function queueSlots(e: Engine, queued: Uint8Array, claim: Claim): void {
  queued.fill(0);
  for (let i = 0; i < e.heapSize; i++) {
    const slot = e.state.heapSlot[i];
    if (!counts(e, i)) continue;
    claim(slot >= e.slots.timers || queued[slot] === 0, () => `clock ${slot} is queued once`);
    queued[slot] = 1;
  }
}

/** Copies of data, and who waits for some. */
function checkData(e: Engine, service: number, members: readonly number[], claim: Claim): void {
  const p = e.program;
  const s = e.state;
  const name = `service ${service}`;
  const mode = p.serviceMode[service];
  const policies = listsOf(e).policies[service];
  const isRestoring = isDue(e, e.slots.restore + service);
  const copies = members.filter((m) => s.hasData[m] === 1);
  if (p.serviceHoldsData[service] === 0) {
    claim(copies.length === members.length, () => `${name}: holds no data and has lost some`);
    claim(s.dataHeld[service] + s.allLost[service] === 0 && !isRestoring, () => `${name}: holds no data and waits for some`);
    return;
  }
  if (mode === MODE.activePassive) {
    claim((copies.length === 0) === (s.allLost[service] === 1), () => `${name}: ${copies.length} copies, all lost: ${s.allLost[service]}`);
    claim(s.dataHeld[service] === 0 && !isRestoring, () => `${name}: restores as a stage of its failover`);
    if (p.standbysEmpty[service] === 1) claim(copies.length <= 1, () => `${name}: ${copies.length} copies where there is one at most`);
    return;
  }
  if (policies.length > 0) claim(s.dataHeld[service] === s.allLost[service], () => `${name}: is held for its data while all are lost`);
  else claim(s.dataHeld[service] === 0, () => `${name}: waits for data that nobody will restore`);
  const few = copies.length < (mode === MODE.quorum ? p.serviceRequired[service] : 1);
  if (s.allLost[service] === 1) claim(few, () => `${name}: ${copies.length} copies, and yet all lost`);
  else if (mode === MODE.activeActive) claim(!few, () => `${name}: no copy, and nothing lost`);
  if (mode === MODE.activeActive && p.memberCopy[members[0]] < 0) {
    const atWork = members.filter((m) => s.holds[m] === 0);
    const withData = atWork.filter((m) => s.hasData[m] === 1).length;
    claim(withData === 0 || withData === atWork.length, () => `${name}: of those that work some have data and do not heal the others`);
  }
  const somebodyWorks = members.some((m) => s.holds[m] === 1);
  const isOutOfReach = policies.some((policy) => isThereMore(e, policy, s.lostAt[service]));
  if (isRestoring) claim(s.dataHeld[service] === 1 && somebodyWorks, () => `${name}: restores to nobody, or for nothing`);
  else if (s.dataHeld[service] === 1) claim(!somebodyWorks || isOutOfReach, () => `${name}: waits though it could restore`);
}

function checkFailover(e: Engine, service: number, members: readonly number[], claim: Claim): void {
  const s = e.state;
  const p = e.program;
  const name = `service ${service}`;
  const stage = s.stage[service];
  const active = s.active[service];
  const isOutOfReach = listsOf(e).policies[service].some((policy) => isThereMore(e, policy, s.lostAt[service]));
  const isTimed = stage !== STAGE.serving && stage !== STAGE.inWork && stage !== STAGE.waiting && stage !== STAGE.uncoordinated && !(stage === STAGE.deciding && p.serviceDecision[service] >= 0);
  claim(isDue(e, e.slots.stage + service) === isTimed, () => `${name}: stage ${stage} and its timer`);
  const activeServes = stage === STAGE.serving || stage === STAGE.redirecting;
  const isDemoted = p.demoteDraw[service] >= 0 && s.isDemoted[service] === 1;
  if (stage === STAGE.uncoordinated || isDemoted) claim(!isCoordinated(e, service) || isCutOff(e, service), () => `${name}: its coordinators are there, and it does as if they were not`);
  if (stage === STAGE.deciding || stage === STAGE.promoting) claim(isCoordinated(e, service), () => `${name}: fails over without its coordinators`);
  if (isDemoted) claim(!activeServes, () => `${name}: serves though it has stepped down`);
  if (activeServes) claim(s.holds[active] === 0 && s.hasData[active] === 1, () => `${name}: its active works`);
  else if (!isDemoted && stage !== STAGE.promoting && !(stage === STAGE.restoring && s.target[service] !== active)) claim(s.holds[active] > 0 || s.hasData[active] === 0 || isCutOff(e, service), () => `${name}: an active that is back serves`);
  if (!activeServes) {
    const answering = members.filter((m) => m !== active && s.holds[m] === 0 && s.hasData[m] === 1 && s.connected[m] === 1);
    const best = Math.max(0, ...answering.map((m) => (p.memberCopy[m] < 0 ? 1 : s.answer[p.memberCopy[m]])));
    claim(s.ownShare[service] === best * p.standbysAnswer[service], () => `${name}: standbys answer what they can`);
  }
  if (stage === STAGE.promoting) claim(s.holds[s.target[service]] === 0, () => `${name}: who is being promoted works`);
  if (stage === STAGE.restoring) claim(s.holds[s.target[service]] === 0 && s.hasData[s.target[service]] === 0, () => `${name}: restores to a member that works and has no data`);
  if (stage === STAGE.waiting) {
    claim(!members.some((m) => isEligible(e, service, m)), () => `${name}: nobody eligible waits`);
    claim(emptyMember(e, service) < 0 || isOutOfReach || !needsAreMet(e, service), () => `${name}: nobody who could be restored waits`);
  }
  const isQueued = members.some((m) => isDue(e, e.slots.member + m));
  const all = members.every((m) => s.holds[m] === 0);
  if (all && stage === STAGE.waiting) claim(isQueued || e.routesCut > 0 || p.maxLag[service] < Infinity || isOutOfReach || !needsAreMet(e, service), () => `${name}: all work and nobody ever serves`);
  if (activeServes && stage === STAGE.serving) {
    for (const m of members) {
      const isFollowing = s.connected[m] === 1 || isDue(e, e.slots.member + m);
      if (s.holds[m] === 0 && membersReach(e, active, m)) claim(isFollowing, () => `${name}: standby ${m} follows or catches up`);
    }
  }
}

interface Lists {
  /** Of each service. */
  readonly members: readonly (readonly number[])[];
  /** What each service is restored from. */
  readonly policies: readonly (readonly number[])[];
  /** Of each clock. */
  readonly kinds: Int32Array;
  readonly owners: Int32Array;
  readonly works: Int32Array;
  /** Filled anew each time. */
  readonly queued: Uint8Array;
  readonly held: Int32Array;
  readonly hidden: Int32Array;
  readonly down: Int32Array;
}

const known = new WeakMap<Program, Lists>();

/** What is asked for after every instant, written out once. */
function listsOf({ program: p, slots }: Engine): Lists {
  let lists = known.get(p);
  if (lists === undefined) {
    const services = Array.from({ length: p.counts.services }, (_, service) => service);
    const ofClocks = (of: (clock: number) => number) => Int32Array.from({ length: p.counts.clocks }, (_, clock) => of(clock));
    lists = {
      members: services.map((service) => Array.from({ length: p.serviceMembers[service + 1] - p.serviceMembers[service] }, (_, i) => p.serviceMembers[service] + i)),
      policies: services.map((service) => Array.from(p.restorePolicies.subarray(p.restoreOffsets[service], p.restoreOffsets[service + 1]))),
      kinds: ofClocks((clock) => clockField(p, clock, FLEET.ownerKind)),
      owners: ofClocks((clock) => clockOwner(p, clock)),
      works: ofClocks((clock) => clockField(p, clock, FLEET.work)),
      queued: new Uint8Array(slots.count),
      held: new Int32Array(p.counts.members),
      hidden: new Int32Array(p.counts.members),
      down: new Int32Array(p.counts.domains),
    };
    known.set(p, lists);
  }
  return lists;
}

/** Listens in on an observer; what is wrong with an incident's stages is kept. */
export function checkStages(observer: Observer, wrong: string[]): Observer {
  return {
    ...observer,
    incident(incident, weight) {
      const { recoverySeconds, lossSeconds, stages } = incident;
      const sum = stages.reduce((a, b) => a + b, 0);
      // One that had not ended has no length.
      if (!(Math.abs(sum - recoverySeconds) <= 1e-5 || (recoverySeconds === Infinity && sum < Infinity))) wrong.push(`stages ${stages.join(', ')} of an incident of ${recoverySeconds} s`);
      if (!(lossSeconds >= 0)) wrong.push(`loss of ${lossSeconds} s`);
      observer.incident(incident, weight);
    },
  };
}
