import { digestOf } from '../run/digest.ts';
import type { Job } from '../run/job.ts';
import type { Question } from '../run/question.ts';
import { jobsOf } from './jobs.ts';
import { type Task, tasksOf } from './task.ts';

/** The tasks of one job, and how far they have been put on the queue. */
interface Row {
  readonly digest: string;
  readonly isEach: boolean;
  /** null: it is not known yet from which batch on. */
  tasks: readonly Task[] | null;
  next: number;
}

/** All tasks of a question, in their order; of a study that decides as it goes those that have been decided on. */
export interface WorkList {
  /** Somebody has to look on, and to say what comes next or when it is enough. */
  readonly isDecided: boolean;
  /** There may be more than those that have been decided on. */
  readonly isOpen: boolean;
  readonly digests: readonly string[];
  /** Batches, as far as is known. */
  readonly batches: number;
  /** The number of the next job like that, after the last one that was asked for; −1: there is none. */
  begin(job: Job): number;
  /** Batches of the job under way that somebody waits for, up to the one before this. */
  reach(end: number): void;
  /** Up to so many tasks whose turn it is. What is looked at after each batch is never far ahead of whoever looks. */
  draw(count: number): Task[];
}

export async function workListOf(name: string, question: Question): Promise<WorkList> {
  const jobs = await jobsOf(question);
  const isOpen = jobs.isEach !== null;
  const rows: Row[] = [];
  for (let number = 0, each = jobs.at(0); each !== null; each = jobs.at(++number)) {
    const { digest, job } = each;
    const isEach = job.plan.precision !== null;
    rows.push({ digest, isEach, tasks: tasksOf({ question: name, job: number, digest, isEach }, job.plan), next: 0 });
  }
  let current = -1;
  let begun: Job | null = null;
  let reached = 0;
  const isWanted = (number: number, { isEach, tasks, next }: Row) =>
    tasks !== null && next < tasks.length && (!isEach || (number === current && tasks[next].from < reached));
  return {
    isOpen,
    isDecided: isOpen || rows.some(({ isEach }) => isEach),
    get digests() {
      return rows.map(({ digest }) => digest);
    },
    get batches() {
      return rows.reduce((sum, { tasks }) => sum + (tasks?.at(-1)?.end ?? 0) - (tasks?.[0]?.from ?? 0), 0);
    },
    begin(job) {
      const digest = digestOf(job);
      if (isOpen) rows.push({ digest, isEach: jobs.isEach!, tasks: null, next: 0 });
      current = isOpen ? rows.length - 1 : rows.findIndex((row, number) => number > current && row.digest === digest);
      begun = job;
      reached = 0;
      return current;
    },
    reach(end) {
      reached = Math.max(reached, end);
      const row = rows[current];
      // Batches are asked for in order, and those before the first have been had.
      row.tasks ??= tasksOf(
        { question: name, job: current, digest: row.digest, isEach: row.isEach, recipe: begun!.recipe },
        begun!.plan,
        end - 1,
      );
    },
    draw(count) {
      const drawn: Task[] = [];
      for (let number = Math.max(0, current); number < rows.length; number++) {
        const row = rows[number];
        while (drawn.length < count && isWanted(number, row)) drawn.push(row.tasks![row.next++]);
        if (drawn.length >= count) break;
      }
      return drawn;
    },
  };
}
