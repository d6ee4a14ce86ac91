import type { Problem } from './problem.ts';
import type { expressionWords } from './words.ts';

type Words = typeof expressionWords;

const unsaid = (): Problem => ({ message: '', suggestion: null });

/** What is said to people about an expression; nothing, until somebody can read every expression (`parse.ts`). */
export let expressionMessages: Words = new Proxy({} as Words, { get: () => unsaid });

export function speakOfExpressionsWith(words: Words): void {
  expressionMessages = words;
}
