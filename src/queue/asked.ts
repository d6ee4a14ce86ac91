import { sha256 } from '../model/sha256.ts';
import type { Question } from '../run/question.ts';
import { VERSION } from '../version.ts';

/** A question as it is kept: with the sentences that its answer is judged by. */
export interface Asked {
  readonly question: Question;
  readonly assertions: readonly string[];
}

const NAME_DIGITS = 32;

/** The same question has the same name wherever it is asked, with this version. */
export function nameOf(asked: Asked): string {
  return sha256(JSON.stringify([VERSION, asked])).slice(0, NAME_DIGITS);
}
