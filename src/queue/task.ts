import { isRecord } from '../model/arguments.ts';
import type { Plan } from '../run/plan.ts';
import type { Range } from '../run/stretch.ts';
import { VERSION } from '../version.ts';

/**
 * Batches that are asked for together: what stands in a job of the queue. It names what is to be simulated, and does
 * not hold it: nothing in it is run.
 */
export interface Task extends Range {
  /** Of the package that asks. */
  readonly version: string;
  /** Of the question that it is a part of. */
  readonly question: string;
  /** The place of its job among those of the question, and that job's digest. */
  readonly job: number;
  readonly digest: string;
  /** Batches are wanted one by one, since it is decided after each of them whether there are enough. */
  readonly isEach: boolean;
  /** Of a study that decides as it goes: what it makes the job again by. */
  readonly recipe?: unknown;
}

/** Adding a task twice adds it once. */
export function idOf({ digest, from, end }: Task): string {
  return `${digest.slice(0, 32)}-${from}-${end}`;
}

/** A task takes a worker a second or so, and there are enough of them for all: of what everybody waits for, few. */
const BATCHES_LOOKED_AT = 32;
const TASKS_OF_A_ROUND = 8;
const FEWEST = 16;
const MOST = 512;
const TASKS_OF_A_JOB = 2048;
const TASKS_OF_A_SMALL_JOB = 16;

/**
 * The tasks of a job, from a batch on. They follow from what is asked alone, so that whoever asks again asks for the
 * same.
 */
export function tasksOf(task: Omit<Task, 'version' | keyof Range>, { batches }: Plan, first = 0): Task[] {
  const wanted = batches - first;
  const size = task.isEach ? Math.min(BATCHES_LOOKED_AT, Math.ceil(wanted / TASKS_OF_A_ROUND)) : sizeOf(wanted);
  const tasks: Task[] = [];
  for (let from = first; from < batches; from += size)
    tasks.push({ version: VERSION, ...task, from, end: Math.min(from + size, batches) });
  return tasks;
}

function sizeOf(batches: number): number {
  const small = Math.max(1, Math.min(FEWEST, Math.floor(batches / TASKS_OF_A_SMALL_JOB)));
  return Math.min(MOST, Math.max(small, Math.ceil(batches / TASKS_OF_A_JOB)));
}

/** @throws TypeError for what is none, or asks for more than any task may */
export function checkTask(value: unknown): Task {
  const isCount = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) >= 0;
  const isName = (x: unknown, form: RegExp) => typeof x === 'string' && form.test(x);
  if (!isRecord(value)) throw new TypeError('A task must be an object.');
  const { version, question, job, digest, from, end, isEach, recipe = null } = value;
  if (!isName(version, /^[\w.+-]{1,64}$/)) throw new TypeError('A task must say by which version it was made.');
  if (!isName(question, NAME) || !isName(digest, DIGEST)) throw new TypeError('A task must name what is asked.');
  const isRange = isCount(job) && isCount(from) && isCount(end) && from < end && end - from <= MOST;
  if (!isRange || typeof isEach !== 'boolean')
    throw new TypeError(`A task must be a range of at most ${MOST} batches.`);
  if (JSON.stringify(recipe).length > LONGEST_RECIPE)
    throw new TypeError(`A task must have a recipe of at most ${LONGEST_RECIPE} characters.`);
  return value as unknown as Task;
}

/** Of a few names: the longest that a model may have are far from it. */
const LONGEST_RECIPE = 16_384;

const NAME = /^[0-9a-f]{32}$/;
const DIGEST = /^[0-9a-f]{64}$/;
