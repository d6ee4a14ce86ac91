import type { Problem } from './problem.ts';

/** An expression cannot be read or has no value; the caller knows where it stands. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
