import type { Question } from '../run/question.ts';
import { jobsOf } from './jobs.ts';
import { type Task, tasksOf } from './task.ts';

/** The tasks of one job, and how far they have been put on the queue. */
interface Row {
  readonly digest: string;
  readonly isEach: boolean;
  readonly tasks: readonly Task[];
  next: number;
}

/** All tasks of a question, in their order. */
export interface WorkList {
  readonly rows: readonly Row[];
  readonly batches: number;
  /** The number of the next job of that digest, after the last one that was asked for; −1: there is none. */
  begin(digest: string): number;
  /** Batches of the job under way that somebody waits for, up to the one before this. */
  reach(end: number): void;
  /** Up to so many tasks whose turn it is. What is looked at after each batch is never far ahead of whoever looks. */
  draw(count: number): Task[];
}

export async function workListOf(name: string, question: Question): Promise<WorkList> {
  const jobs = await jobsOf(question);
  const rows: Row[] = [];
  for (let number = 0, each = jobs.at(0); each !== null; each = jobs.at(++number)) {
    const { digest, job } = each;
    const tasks = tasksOf(name, number, digest, job.plan);
    rows.push({ digest, isEach: job.plan.precision !== null, tasks, next: 0 });
  }
  let current = -1;
  let reached = 0;
  const isWanted = (number: number, { isEach, tasks, next }: Row) =>
    next < tasks.length && (!isEach || (number === current && tasks[next].from < reached));
  return {
    rows,
    batches: rows.reduce((sum, { tasks }) => sum + tasks.at(-1)!.end, 0),
    begin(digest) {
      current = rows.findIndex((row, number) => number > current && row.digest === digest);
      reached = 0;
      return current;
    },
    reach(end) {
      reached = Math.max(reached, end);
    },
    draw(count) {
      const drawn: Task[] = [];
      for (let number = Math.max(0, current); number < rows.length; number++) {
        const row = rows[number];
        while (drawn.length < count && isWanted(number, row)) drawn.push(row.tasks[row.next++]);
        if (drawn.length >= count) break;
      }
      return drawn;
    },
  };
}
