import { clockField, clockOwner, FLEET, OWNER, WORK } from '../../src/compile/program.ts';
import { isOpen } from '../../src/engine/calendar.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { isDue } from '../../src/engine/heap.ts';
import { toolsAreThere } from '../../src/engine/needs.ts';
import { requestOf, rungsOf, teamOf } from '../../src/engine/people.ts';
import { REQUEST, STAGE, TASK } from '../../src/engine/state.ts';

type Claim = (holds: boolean, what: string | (() => string)) => void;

/** Who is held by what, who waits for whom, which parts are where. */
export function checkPeople(e: Engine, claim: Claim): void {
  const { program: p, state: s } = e;
  if (p.counts.tasks + p.counts.teams + p.counts.stocks === 0) return;
  const held = new Int32Array(p.counts.teams);
  const waiting = new Int32Array(p.counts.teams);
  for (let task = 0; task < p.counts.tasks; task++) checkTask(e, task, claim, held, waiting);
  for (let clock = 0; clock < p.counts.clocks; clock++) {
    const work = clockField(p, clock, FLEET.work);
    if (work < 0) continue;
    const task = p.works[work * WORK.stride + WORK.task] + clock - clockField(p, clock, FLEET.clock);
    // Nobody is asked before somebody has noticed a bad deploy.
    const isBaking = clockField(p, clock, FLEET.ownerKind) === OWNER.deploy && isDue(e, e.slots.deploy + clockOwner(p, clock) - p.counts.shocks);
    claim((s.taskStage[task] !== TASK.none) === (s.clockDown[clock] === 1 && !isBaking), () => `clock ${clock} is down: ${s.clockDown[clock]}, its repair in stage ${s.taskStage[task]}`);
  }
  for (let team = 0; team < p.counts.teams; team++) {
    claim(s.teamHeld[team] === held[team], () => `team ${team} holds ${s.teamHeld[team]}, counted ${held[team]}`);
    claim(s.teamHeld[team] <= p.teamPeople[team], () => `team ${team} holds more than there are`);
    claim(s.teamWaiting[team] === waiting[team], () => `for team ${team} wait ${s.teamWaiting[team]}, counted ${waiting[team]}`);
    const isFull = s.teamHeld[team] === p.teamPeople[team] || !isOpen(p, team, e.now);
    claim(waiting[team] === 0 || isFull, () => `team ${team} has somebody free and somebody waiting`);
    const queued: number[] = [];
    for (let line = p.teamLines[team]; line < p.teamLines[team + 1]; line++) {
      let before = -1;
      for (let request = s.lineFirst[line]; request >= 0; request = s.requestNext[request]) {
        claim(s.requestPrevious[request] === before, () => `request ${request} knows who is before it`);
        claim(before < 0 || s.requestSince[before] <= s.requestSince[request], () => `line ${line} is in the order of asking`);
        queued.push((before = request));
      }
      claim(s.lineLast[line] === before, () => `line ${line} knows its last`);
    }
    claim(queued.length === waiting[team] && queued.every((request) => s.requestStage[request] === REQUEST.waiting && teamOf(e, request) === team), () => `team ${team}: who waits is queued`);
    const hasHours = p.teamHourOffsets[team] < p.teamHourOffsets[team + 1];
    if (hasHours && held[team] + waiting[team] > 0) claim(isDue(e, e.slots.shift + team), () => `team ${team} is woken when its hours change`);
  }
  for (let stock = 0; stock < p.counts.stocks; stock++) {
    let orders = 0;
    for (let slot = p.stockOrders[stock]; slot < p.stockOrders[stock + 1]; slot++) orders += isDue(e, e.slots.order + slot) ? 1 : 0;
    claim(s.stockOrdered[stock] === orders, () => `stock ${stock}: ${s.stockOrdered[stock]} on order, counted ${orders}`);
    let queue = 0;
    for (let task = s.stockFirst[stock]; task >= 0; task = s.taskNext[task], queue++) claim(s.taskStage[task] === TASK.forPart, () => `task ${task} waits for a part`);
    claim(queue === Math.max(0, orders - p.stockSize[stock]), () => `stock ${stock}: ${queue} wait for ${orders} parts on order, ${p.stockSize[stock]} on the shelf`);
  }
}

function checkTask(e: Engine, task: number, claim: Claim, held: Int32Array, waiting: Int32Array): void {
  const { program: p, state: s } = e;
  const stage = s.taskStage[task];
  const work = p.taskWork[task];
  const isDecision = task >= p.counts.repairs;
  const owner = p.works[work * WORK.stride + WORK.owner];
  const slot = isDecision ? e.slots.decision + owner : e.slots.work + task;
  claim(isDue(e, slot) === (stage === TASK.working), () => `task ${task} is in stage ${stage}, and due: ${isDue(e, slot)}`);
  if (stage === TASK.working) claim(toolsAreThere(e, work), () => `task ${task} is worked on without what it needs`);
  if (stage === TASK.blocked) claim(!toolsAreThere(e, work), () => `task ${task} waits for what is there`);
  if (isDecision) claim((stage !== TASK.none) === (s.stage[owner] === STAGE.deciding), () => `service ${owner} is in stage ${s.stage[owner]}, its decision in ${stage}`);
  if (s.taskTeam[task] >= 0) held[s.taskTeam[task]]++;
  const rungs = rungsOf(e, task);
  if (rungs > 0) claim((s.taskTeam[task] >= 0) === (stage > TASK.asking), () => `task ${task} in stage ${stage} is done by somebody`);
  for (let rung = 0; rung < rungs; rung++) {
    const request = requestOf(e, task, rung);
    const is = s.requestStage[request];
    if (is === REQUEST.asked) held[teamOf(e, request)]++;
    if (is === REQUEST.waiting) waiting[teamOf(e, request)]++;
    claim(is === REQUEST.none || stage === TASK.asking, () => `request ${request} of a task that asks nobody`);
    claim(isDue(e, e.slots.acknowledge + request) === (is === REQUEST.asked), () => `request ${request} is acknowledged`);
    const goesUp = is !== REQUEST.none && rung + 1 < rungs && s.requestStage[request + 1] === REQUEST.none;
    claim(isDue(e, e.slots.escalate + request) === goesUp, () => `request ${request} escalates`);
  }
}
