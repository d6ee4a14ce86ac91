import { digestOf } from '../run/digest.ts';
import type { Job } from '../run/job.ts';
import { type Question, studyOf } from '../run/question.ts';
import { QueueError } from './error.ts';

/** A job and its digest. */
export interface NamedJob {
  readonly job: Job;
  readonly digest: string;
}

/** The jobs of a question, made when they are asked for, one after the other, and only the last few kept. */
export interface Jobs {
  /** @returns null: it has none of that number */
  at(number: number): NamedJob | null;
}

const KEPT = 4;

/** @throws QueueError where what it simulates is not known beforehand, and what its study throws */
export async function jobsOf(question: Question): Promise<Jobs> {
  const { jobs } = await studyOf(question);
  if (jobs === undefined) throw new QueueError('what this study simulates follows from what it has seen');
  let left = jobs()[Symbol.iterator]();
  let next = 0;
  const kept = new Map<number, NamedJob>();
  return {
    at(number) {
      const found = kept.get(number);
      if (found !== undefined) return found;
      if (number < next) [left, next] = [jobs()[Symbol.iterator](), 0];
      for (;;) {
        const made = left.next();
        if (made.done === true) return null;
        if (next++ < number) continue;
        const named = { job: made.value, digest: digestOf(made.value) };
        kept.set(number, named);
        if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
        return named;
      }
    },
  };
}
