import { clockField, clockOwner, FLEET, WORK } from '../compile/program.ts';
import { isOpen } from '../engine/calendar.ts';
import type { Engine } from '../engine/engine.ts';
import { FAULTS } from '../engine/faults.ts';
import { requestOf, rungsOf, teamOf } from '../engine/people.ts';
import { REQUEST, TASK } from '../engine/state.ts';
import { PHASE } from './names.ts';

/**
 * What an incident waits for that nothing but a repair, or somebody's decision, will end: of all tasks that concern
 * it the one that is furthest.
 */
export function waitPhase(e: Engine): number {
  const { works, counts } = e.program;
  let phase: number = PHASE.phases;
  for (let work = 0; work < counts.works; work++) {
    if (e.state.workOpen[work] === 0) continue;
    const first = works[work * WORK.stride + WORK.task];
    const end = first + works[work * WORK.stride + WORK.tasks];
    for (let task = first; task < end && phase > PHASE.repair; task++) {
      if (e.state.taskStage[task] === TASK.none) continue;
      const own = taskPhase(e, task);
      if (own < phase && concernsEntry(e, task)) phase = own;
    }
  }
  return phase === PHASE.phases ? PHASE.repair : phase;
}

/** What a task that has begun waits for, or that it is worked on. */
export function taskPhase(e: Engine, task: number): number {
  const { taskStage, taskTeam } = e.state;
  switch (taskStage[task]) {
    case TASK.asking:
      return someoneIsAsked(e, task) ? PHASE.people : PHASE.hours;
    case TASK.forPart:
      return PHASE.parts;
    default:
      return isOpen(e.program, taskTeam[task], e.now) ? PHASE.repair : PHASE.hours;
  }
}

/** One of the teams that are asked is there. */
function someoneIsAsked(e: Engine, task: number): boolean {
  const first = requestOf(e, task, 0);
  for (let request = first; request < first + rungsOf(e, task); request++)
    if (e.state.requestStage[request] !== REQUEST.none && isOpen(e.program, teamOf(e, request), e.now)) return true;
  return false;
}

/** It repairs something, or decides on something, without which the entry answers less. */
function concernsEntry(e: Engine, task: number): boolean {
  const { counts, works, taskWork, memberService } = e.program;
  const at = taskWork[task] * WORK.stride;
  if (task >= counts.repairs) return isMissed(e, works[at + WORK.owner]);
  const clock = works[at + WORK.owner] + task - works[at + WORK.task];
  let concerns = false;
  FAULTS[clockField(e.program, clock, FLEET.ownerKind)].covers(e, clockOwner(e.program, clock), (member) => {
    concerns ||= isMissed(e, memberService[member]);
  });
  return concerns;
}

/** The service answers less by itself, and the entry's answer depends on it or on the site in which it stands. */
function isMissed({ program: p, state: { ownShare } }: Engine, service: number): boolean {
  if (ownShare[service] === 1) return false;
  if (p.serviceSite[service] >= 0) return true;
  for (let i = p.dependentOffsets[service]; i < p.dependentOffsets[service + 1]; i++)
    if (p.dependents[i] === p.entry) return true;
  return false;
}
