import { WORK } from '../compile/program.ts';
import { isOpen } from '../engine/calendar.ts';
import type { Engine } from '../engine/engine.ts';
import { TASK } from '../engine/state.ts';
import { taskPhase } from './waiting.ts';
import { PHASE } from './names.ts';

/*
 * What is waited for, of which there are rows: somebody of each team, the hours of each team, each stock of parts,
 * services that repairs need, and each service's next turn to be worked on as planned.
 */

/** The first row of each, and after them how many there are. */
export function rowsOfWaits({ counts }: Engine['program']) {
  const hours = counts.teams;
  const parts = 2 * counts.teams;
  const tools = parts + counts.stocks;
  return { people: 0, hours, parts, tools, planned: tools + 1, rows: tools + 1 + counts.services };
}

/** Is told what begins to be waited for, or no longer is. */
export interface WaitTracer {
  /** @param waiting how many wait for it now @param task the repair or decision that does, or no longer does */
  waits(time: number, row: number, waiting: number, task: number, begins: boolean): void;
  /** @param waiting how many members are due to be worked on @param isOpen it is in the hours for it */
  awaitsWork(time: number, service: number, waiting: number, isOpen: boolean): void;
}

/** What was told last. */
export interface SeenWaits {
  /** Of each task that waits, for which row. */
  readonly byTask: Map<number, number>;
  /** [row] how many wait. */
  readonly waiting: Int32Array;
}

/** Who waits now. */
export function seeWaits(e: Engine): SeenWaits {
  const rows = rowsOfWaits(e.program);
  const seen = { byTask: whoWaits(e, rows), waiting: new Int32Array(rows.rows) };
  for (const row of seen.byTask.values()) seen.waiting[row]++;
  eachAwaited(e, (service, waiting) => (seen.waiting[rows.planned + service] = waiting));
  return seen;
}

/** Tells what is different since the last time. */
export function tellWaits(e: Engine, { byTask, waiting }: SeenWaits, tracer: WaitTracer): void {
  const { program: p, now } = e;
  const rows = rowsOfWaits(p);
  const after = whoWaits(e, rows);
  for (const [task, row] of byTask) {
    if (after.get(task) === row) continue;
    byTask.delete(task);
    tracer.waits(now, row, --waiting[row], task, false);
  }
  for (const [task, row] of after) {
    if (byTask.has(task)) continue;
    byTask.set(task, row);
    tracer.waits(now, row, ++waiting[row], task, true);
  }
  eachAwaited(e, (service, count) => {
    if (waiting[rows.planned + service] === count) return;
    waiting[rows.planned + service] = count;
    tracer.awaitsWork(now, service, count, isOpen(p, p.maintainHours[service], now));
  });
}

function whoWaits(e: Engine, rows: ReturnType<typeof rowsOfWaits>): Map<number, number> {
  const { works, counts } = e.program;
  const found = new Map<number, number>();
  for (let work = 0; work < counts.works; work++) {
    if (e.state.workOpen[work] === 0) continue;
    const at = work * WORK.stride;
    const end = works[at + WORK.task] + works[at + WORK.tasks];
    for (let task = works[at + WORK.task]; task < end; task++) {
      const row = awaited(e, task, works[at + WORK.stock], rows);
      if (row >= 0) found.set(task, row);
    }
  }
  return found;
}

/** Its row; −1: it is worked on, or is not there. */
function awaited(e: Engine, task: number, stock: number, rows: ReturnType<typeof rowsOfWaits>): number {
  const { rungOffsets, rungTeam, taskWork } = e.program;
  const stage = e.state.taskStage[task];
  if (stage === TASK.none) return -1;
  const phase = taskPhase(e, task);
  const team = stage === TASK.asking ? rungTeam[rungOffsets[taskWork[task]]] : e.state.taskTeam[task];
  if (phase === PHASE.hours) return rows.hours + team;
  if (stage === TASK.asking) return rows.people + team;
  if (stage === TASK.forPart) return rows.parts + stock;
  return stage === TASK.blocked ? rows.tools : -1;
}

/** Services with planned work: how many of their members are due and are not worked on. */
function eachAwaited({ program: p, state: s }: Engine, visit: (service: number, waiting: number) => void): void {
  for (let service = 0; service < p.maintainEvery.length; service++) {
    if (p.maintainEvery[service] === 0) continue;
    let waiting = 0;
    for (let m = p.serviceMembers[service]; m < p.serviceMembers[service + 1]; m++)
      if (s.awaitsWork[m] === 1 && !(s.isOutForWork[service] === 1 && s.workedOn[service] === m)) waiting++;
    visit(service, waiting);
  }
}
