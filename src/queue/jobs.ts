import { digestOf } from '../run/digest.ts';
import type { Job } from '../run/job.ts';
import { type Question, studyOf } from '../run/question.ts';

/** A job and its digest. */
export interface NamedJob {
  readonly job: Job;
  readonly digest: string;
}

/** The jobs of a question, made when they are asked for, and only the last few kept. */
export interface Jobs {
  /** Batches are wanted one by one, in all of them; null: it decides nothing as it goes, and knows all of its jobs. */
  readonly isEach: boolean | null;
  /** Of a study that knows all of them. @returns null: it has none of that number */
  at(number: number): NamedJob | null;
  /** Of one that decides as it goes. @throws RangeError for a recipe that is none of its */
  remake(recipe: unknown): Promise<NamedJob>;
}

const KEPT = 4;

/** @throws what its study throws */
export async function jobsOf(question: Question): Promise<Jobs> {
  const study = await studyOf(question);
  const { remake } = study;
  const jobs = study.jobs ?? ((): Iterable<Job> => []);
  let left = jobs()[Symbol.iterator]();
  let next = 0;
  const kept = new Map<number | string, NamedJob>();
  const keep = (key: number | string, job: Job): NamedJob => {
    const named = { job, digest: digestOf(job) };
    kept.set(key, named);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return named;
  };
  return {
    isEach: remake?.isEach ?? null,
    async remake(recipe) {
      if (remake === undefined) throw new RangeError('This study knows its jobs by their numbers.');
      const key = JSON.stringify(recipe);
      return kept.get(key) ?? keep(key, await remake.job(recipe));
    },
    at(number) {
      const found = kept.get(number);
      if (found !== undefined) return found;
      if (number < next) [left, next] = [jobs()[Symbol.iterator](), 0];
      for (;;) {
        const made = left.next();
        if (made.done === true) return null;
        if (next++ < number) continue;
        return keep(number, made.value);
      }
    },
  };
}
