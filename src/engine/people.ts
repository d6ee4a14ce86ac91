import { WORK } from '../compile/program.ts';
import { isOpen, nextEdge, workEnd } from './calendar.ts';
import { delay } from './chance.ts';
import type { Engine } from './engine.ts';
import { cancel, isDue, schedule } from './heap.ts';
import { ATTENTION } from './probe.ts';
import { REQUEST } from './state.ts';

/*
 * Who is asked. A request is one task's question to one team: it waits in the team's queue for its priority until
 * somebody is free, who then acknowledges after a while. Somebody who has been asked is held until the task is done,
 * or until somebody else has acknowledged it. Who is asked is settled when the instant is over, so that of all that
 * has happened in it the most urgent goes first.
 */

/** The task asks the next team of its ladder; nobody is left: nothing happens. */
export function ask(e: Engine, task: number, rung: number): void {
  const p = e.program;
  const s = e.state;
  const request = requestOf(e, task, rung);
  const at = p.rungOffsets[p.taskWork[task]] + rung;
  const team = p.rungTeam[at];
  s.requestStage[request] = REQUEST.waiting;
  s.requestSince[request] = e.now;
  s.requestTakes[request] = delay(e, p.teamAcknowledgeDraw[team], p.rungStream[at]);
  enqueue(e, request, p.rungLine[at]);
  s.teamWaiting[team]++;
  peopleMove(e);
  if (rung + 1 < rungsOf(e, task))
    schedule(e, e.slots.escalate + request, e.now + delay(e, p.teamEscalateDraw[team], p.rungStream[at]));
}

/** Nobody has acknowledged so far: the next team is asked as well. */
export function escalates(e: Engine, request: number): void {
  const task = e.program.requestTask[request];
  ask(e, task, request - requestOf(e, task, 0) + 1);
}

/** Somebody has acknowledged: whoever else was asked is free again. @returns the team whose person it is */
export function acknowledged(e: Engine, request: number): number {
  const task = e.program.requestTask[request];
  const team = teamOf(e, request);
  // That person goes on to be held.
  e.state.requestStage[request] = REQUEST.none;
  cancel(e, e.slots.escalate + request);
  withdrawRequests(e, task);
  return team;
}

/** Nobody is asked any more. */
export function withdrawRequests(e: Engine, task: number): void {
  const first = requestOf(e, task, 0);
  for (let request = first; request < first + rungsOf(e, task); request++) {
    const stage = e.state.requestStage[request];
    if (stage === REQUEST.none) continue;
    cancel(e, e.slots.escalate + request);
    if (stage === REQUEST.waiting) {
      stopWaiting(e, request);
    } else {
      cancel(e, e.slots.acknowledge + request);
      free(e, teamOf(e, request));
    }
    e.state.requestStage[request] = REQUEST.none;
  }
}

/** Somebody of the team has nothing to do any more. */
export function free(e: Engine, team: number): void {
  e.probe.people(e, team);
  e.state.teamHeld[team]--;
  peopleMove(e);
}

/** The team opens or closes. */
export function shiftChanges(e: Engine): void {
  peopleMove(e);
}

/** Whoever waits is given to whoever is free, within their hours. */
export function giveWork(e: Engine): void {
  const p = e.program;
  const { teamHeld, teamWaiting } = e.state;
  e.peopleMoved = 0;
  for (let team = 0; team < p.counts.teams; team++) {
    if (isOpen(p, team, e.now)) while (teamWaiting[team] > 0 && teamHeld[team] < p.teamPeople[team]) giveNext(e, team);
    awaitShift(e, team);
  }
}

function giveNext(e: Engine, team: number): void {
  const { lineFirst, requestStage, requestTakes } = e.state;
  let line = e.program.teamLines[team];
  while (lineFirst[line] < 0) line++;
  const request = lineFirst[line];
  stopWaiting(e, request);
  requestStage[request] = REQUEST.asked;
  e.probe.people(e, team);
  e.state.teamHeld[team]++;
  schedule(e, e.slots.acknowledge + request, workEnd(e.program, team, e.now, requestTakes[request]));
}

/** Wakes when the team opens or closes, as long as anybody there has something to do or is waited for. */
function awaitShift(e: Engine, team: number): void {
  const { teamHourOffsets } = e.program;
  if (teamHourOffsets[team] === teamHourOffsets[team + 1]) return;
  if (e.state.teamWaiting[team] + e.state.teamHeld[team] === 0) return;
  const slot = e.slots.shift + team;
  if (!isDue(e, slot)) schedule(e, slot, nextEdge(e.program, team, e.now));
}

function peopleMove(e: Engine): void {
  e.peopleMoved = 1;
  e.attention |= ATTENTION.marked;
}

export function requestOf({ program: { works, taskWork } }: Engine, task: number, rung: number): number {
  const at = taskWork[task] * WORK.stride;
  return works[at + WORK.request] + (task - works[at + WORK.task]) * works[at + WORK.rungs] + rung;
}

export function rungsOf({ program: { works, taskWork } }: Engine, task: number): number {
  return works[taskWork[task] * WORK.stride + WORK.rungs];
}

export function teamOf(e: Engine, request: number): number {
  return e.program.rungTeam[rungOf(e, request)];
}

/** Its place among all works' rungs. */
function rungOf(e: Engine, request: number): number {
  const task = e.program.requestTask[request];
  return e.program.rungOffsets[e.program.taskWork[task]] + request - requestOf(e, task, 0);
}

function enqueue({ state }: Engine, request: number, line: number): void {
  const { requestNext, requestPrevious, lineFirst, lineLast } = state;
  const last = lineLast[line];
  requestPrevious[request] = last;
  requestNext[request] = -1;
  if (last < 0) lineFirst[line] = request;
  else requestNext[last] = request;
  lineLast[line] = request;
}

/** It is asked now, or no longer needs to be. */
function stopWaiting(e: Engine, request: number): void {
  const { requestNext, requestPrevious, requestSince, lineFirst, lineLast, teamWaiting } = e.state;
  const rung = rungOf(e, request);
  const line = e.program.rungLine[rung];
  const team = e.program.rungTeam[rung];
  const [before, after] = [requestPrevious[request], requestNext[request]];
  if (before < 0) lineFirst[line] = after;
  else requestNext[before] = after;
  if (after < 0) lineLast[line] = before;
  else requestPrevious[after] = before;
  teamWaiting[team]--;
  e.probe.waited(e, team, e.now - requestSince[request]);
}
