import { type Analysis, analyseAgain, analyseWith, type Checked } from './analyse.ts';
import { ModelError } from './diagnostic.ts';
import { speakWith } from './messages/index.ts';
import { words } from './messages/words.ts';
import { originOf, type SetValues } from './origin.ts';
import type { ParsedModel, ParseOptions } from './parsed.ts';
import { ADVICE } from './read/advice.ts';
import { findSuspicions } from './resolve/suspicions.ts';
import { parseExpression } from '../units/index.ts';

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
  return analyseWith(text, options, { advice: ADVICE, suspect: findSuspicions, parse: parseExpression });
}

/**
 * The same model with other values of its parameters, from what it was read from; null: it is a copy, of which nobody
 * knows that.
 * @throws ModelError where it has errors then
 */
export function withParameters(model: ParsedModel, set: SetValues): ParsedModel | null {
  const origin = originOf(model);
  if (origin === undefined) return null;
  const { diagnostics, sound } = analyseAgain(origin, set, {
    advice: ADVICE,
    suspect: () => undefined,
    parse: parseExpression,
  });
  if (sound === null) throw new ModelError(model.file, diagnostics);
  return sound.model;
}
