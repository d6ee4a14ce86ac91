import type { Problem } from '../../units/index.ts';
import type { words } from './words.ts';

type Words = typeof words;

const unsaid = (): Problem => ({ message: '', suggestion: null });

/**
 * Everything that is said to people about a model. Whoever only wants to know whether a text has errors need not have
 * it: then nothing is said, until somebody does (`check.ts`). A page has it sent when there is something to say.
 */
export let messages: Words = new Proxy({} as Words, { get: () => unsaid });

export function speakWith(words: Words): void {
  messages = words;
}

export { describeQuantity, describeValue } from './found.ts';
