import { type Analysis, analyseWith, type Checked } from './analyse.ts';
import { speakWith } from './messages/index.ts';
import { words } from './messages/words.ts';
import type { ParseOptions } from './parsed.ts';
import { ADVICE } from './read/advice.ts';
import { findSuspicions } from './resolve/suspicions.ts';

speakWith(words);

/**
 * Reads a model and says everything that is wrong with it. Never throws, whatever the text.
 * @throws TypeError where an argument is not even of its type, which only JavaScript lets happen
 */
export function checkModel(text: string, options: ParseOptions = {}): Checked {
  const { diagnostics, sound } = analyse(text, options);
  return { model: sound?.model ?? null, diagnostics };
}

export function analyse(text: string, options: ParseOptions): Analysis {
  return analyseWith(text, options, { advice: ADVICE, suspect: findSuspicions });
}
