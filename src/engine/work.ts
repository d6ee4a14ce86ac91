import { FLEET, fleetRecord, WORK } from '../compile/program.ts';
import { openSeconds, workEnd } from './calendar.ts';
import type { Engine } from './engine.ts';
import { cancel, schedule } from './heap.ts';
import { toolsAreThere, workLooksWhenOver } from './needs.ts';
import { acknowledged, ask, free, rungsOf, withdrawRequests } from './people.ts';
import { partComes, takePart } from './parts.ts';
import { TASK } from './state.ts';

/*
 * A repair that waits: for somebody who is free and acknowledges, then for a part, then for services without which
 * nobody can repair; and only then is it worked on, within the hours of who does it. A failover's decision is one, too.
 */

/** It has been noticed and will take so many seconds of work. */
export function beginTask(e: Engine, task: number, seconds: number): void {
  e.state.workOpen[e.program.taskWork[task]]++;
  e.state.taskSeconds[task] = seconds;
  if (rungsOf(e, task) === 0) {
    goOn(e, task);
    return;
  }
  e.state.taskStage[task] = TASK.asking;
  ask(e, task, 0);
}

/** The repair of a clock begins: so many seconds of it, once there is all that it waits for. */
export function beginRepair(e: Engine, clock: number, seconds: number): void {
  const p = e.program;
  const record = fleetRecord(p, clock);
  const work = p.fleets[record + FLEET.work];
  if (work < 0) schedule(e, clock, e.now + seconds);
  else beginTask(e, p.works[work * WORK.stride + WORK.task] + clock - p.fleets[record + FLEET.clock], seconds);
}

/** Somebody begins with it. */
export function requestAcknowledged(e: Engine, request: number): void {
  const task = e.program.requestTask[request];
  e.state.taskTeam[task] = acknowledged(e, request);
  goOn(e, task);
}

/** A part has come for whoever waits for one. */
export function orderArrives(e: Engine, slot: number): void {
  const task = partComes(e, slot);
  if (task >= 0) takeTools(e, task);
}

/** The work is done: whoever did it is free. */
export function endTask(e: Engine, task: number): void {
  const { taskStage, taskTeam, workActive, workOpen } = e.state;
  workActive[e.program.taskWork[task]]--;
  workOpen[e.program.taskWork[task]]--;
  taskStage[task] = TASK.none;
  const team = taskTeam[task];
  if (team < 0) return;
  taskTeam[task] = -1;
  free(e, team);
}

/** Nobody needs it any more, if anybody did: only of a decision, which waits for nothing but people. */
export function withdrawTask(e: Engine, task: number): void {
  const stage = e.state.taskStage[task];
  if (stage === TASK.asking) {
    withdrawRequests(e, task);
    e.state.taskStage[task] = TASK.none;
    e.state.workOpen[e.program.taskWork[task]]--;
  } else if (stage === TASK.working) {
    cancel(e, slotOf(e, task));
    endTask(e, task);
  }
}

/** Services that works need have gone or come: those pause, or go on. */
export function worksFollow(e: Engine): void {
  const { workLooks, workActive } = e.state;
  const { works } = e.program;
  e.worksLooking = 0;
  for (let work = 0; work < workLooks.length; work++) {
    if (workLooks[work] === 0) continue;
    workLooks[work] = 0;
    if (workActive[work] === 0) continue;
    const first = works[work * WORK.stride + WORK.task];
    const end = first + works[work * WORK.stride + WORK.tasks];
    const canWork = toolsAreThere(e, work);
    for (let task = first; task < end; task++) {
      const stage = e.state.taskStage[task];
      if (canWork && stage === TASK.blocked) resume(e, task);
      else if (!canWork && stage === TASK.working) pause(e, task);
    }
  }
}

function goOn(e: Engine, task: number): void {
  const { works, taskWork } = e.program;
  if (works[taskWork[task] * WORK.stride + WORK.stock] >= 0 && !takePart(e, task))
    e.state.taskStage[task] = TASK.forPart;
  else takeTools(e, task);
}

function takeTools(e: Engine, task: number): void {
  const p = e.program;
  const work = p.taskWork[task];
  e.state.workActive[work]++;
  if (p.toolOffsets[work] === p.toolOffsets[work + 1]) {
    resume(e, task);
    return;
  }
  // Whether they are there is known when the instant is over.
  e.state.taskStage[task] = TASK.blocked;
  workLooksWhenOver(e, work);
}

function resume(e: Engine, task: number): void {
  const { taskSeconds, taskStage, taskTeam } = e.state;
  taskStage[task] = TASK.working;
  schedule(e, slotOf(e, task), workEnd(e.program, taskTeam[task], e.now, taskSeconds[task]));
}

function pause(e: Engine, task: number): void {
  const { due, taskSeconds, taskStage, taskTeam } = e.state;
  const slot = slotOf(e, task);
  taskSeconds[task] = openSeconds(e.program, taskTeam[task], e.now, due[slot - e.slots.timers]);
  taskStage[task] = TASK.blocked;
  cancel(e, slot);
}

/** A decision is a service's, whose timers ring after what happens to its members. */
function slotOf({ program: { counts, works, taskWork }, slots }: Engine, task: number): number {
  return task < counts.repairs ? slots.work + task : slots.decision + works[taskWork[task] * WORK.stride + WORK.owner];
}
