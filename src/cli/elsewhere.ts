import type { Question } from '../run/question.ts';
import type { Common, StudyOptions } from './common.ts';
import { UsageError } from './exit.ts';
import type { VerdictFormat } from './formats.ts';

type Options = StudyOptions<VerdictFormat>;

/** A study that is not simulated here and now, or not all of it. */
export function isElsewhere({ part, on, detach }: Options): boolean {
  if (detach === true && on === undefined)
    throw new UsageError('--detach leaves a study on a queue: give that with --on redis://host:6379.');
  if (part !== undefined && on !== undefined)
    throw new UsageError('--part or --on: leave out one of the two, as the workers of a queue divide by themselves.');
  return part !== undefined || on !== undefined;
}

/** @param why what it simulates is not known beforehand @throws UsageError where a part of it is asked for */
export function refusePart({ part }: Pick<StudyOptions, 'part'>, why: string): void {
  if (part === undefined) return;
  throw new UsageError(`--part divides what is known beforehand, and ${why}: --on URL has many machines simulate it.`);
}

/** Simulates one part of it, or has it simulated. @returns the exit code */
export async function elsewhere(
  question: Question,
  assertions: readonly string[],
  common: Common,
  options: Options,
): Promise<number> {
  return options.part !== undefined
    ? (await import('./part.ts')).part(question, assertions, common, options)
    : (await import('./on.ts')).on(question, assertions, common, options);
}
