import { digestOf } from '../run/digest.ts';
import { takeBatches } from '../run/drive.ts';
import type { Job } from '../run/job.ts';
import { type Question, studyOf } from '../run/question.ts';
import type { Notice, OpenRunner } from '../run/runner.ts';
import { createStretch } from '../run/stretch.ts';
import { VERSION } from '../version.ts';
import { type Outline, type Part, PartError, type PartStretch, type Portion, rangeOf, stretchesOf } from './part.ts';

interface MakeOptions {
  /** Threads, as for every study. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onNotice?: Notice | undefined;
  /** Called after each batch. */
  readonly onBatch?: ((done: number, of: number) => void) | undefined;
}

/**
 * Simulates one portion of a study's batches.
 * @returns null: the signal was aborted before it was whole
 * @throws PartError where the study cannot be divided, or not into so many parts; and what the study throws
 */
export async function makePart(
  open: OpenRunner,
  question: Question,
  assertions: readonly string[],
  portion: Portion,
  { workers, signal, onNotice = () => undefined, onBatch }: MakeOptions = {},
): Promise<Part | null> {
  const study = await studyOf(question);
  if (study.jobs === undefined || (question.wishes as { precision?: unknown }).precision !== undefined)
    throw new PartError(
      'how many years --precision takes is not known before they are simulated, and so cannot be divided: ' +
        'give --years instead.',
    );
  const outline = outlineOf(study.jobs());
  const range = rangeOf(outline, portion);
  if (range.from === range.end) {
    const { end: all } = rangeOf(outline, { part: 1, of: 1 });
    throw new PartError(`there are only ${all} batches to divide: at most ${all} parts, not ${portion.of}.`);
  }
  const wanted = new Map(stretchesOf(outline, range).map((each) => [each.job, each]));
  const of = range.end - range.from;
  const share = of / rangeOf(outline, { part: 1, of: 1 }).end;
  const runner = open({ workers, events: study.events * share, batches: of }, onNotice);
  try {
    const stretches: PartStretch[] = [];
    let done = 0;
    let number = 0;
    for (const job of study.jobs()) {
      const each = wanted.get(number++);
      if (each === undefined) continue;
      const stretch = createStretch(job, each);
      const taken = await takeBatches(runner, job, each.from, { signal, end: each.end }, (results) => {
        stretch.add(results);
        onBatch?.(++done, of);
        return false;
      });
      if (taken < each.end && signal?.aborted === true) return null;
      if (taken < each.end) throw new PartError(`batch ${taken} was given up, and without it the part is not whole.`);
      stretches.push({ ...each, packed: stretch.pack() });
    }
    return { version: VERSION, question, assertions, outline, portion, stretches };
  } finally {
    await runner.close();
  }
}

/** Reads all of it, one job at a time. */
function outlineOf(jobs: Iterable<Job>): Outline {
  return { jobs: Array.from(jobs, (job) => ({ digest: digestOf(job), batches: job.plan.batches })) };
}
