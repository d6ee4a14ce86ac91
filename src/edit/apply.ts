import { checkModel, type Diagnostic } from '../model/index.ts';
import { Refusal, type Act, type Outcome } from './act.ts';
import { Draft } from './draft.ts';
import { perform } from './perform.ts';

/**
 * Changes a model's text in one way: as little of it as says so, everything else byte for byte, comments included. What
 * would make a sound model wrong is refused with the way out; a text with errors may be changed as long as that brings
 * no new ones. Never throws on account of a text.
 */
export function applyAct(text: string, act: Act): Outcome {
  return applyActs(text, [act]);
}

/** Several acts as one change: only the text after the last has to be right. `says`: in place of what each says. */
export function applyActs(text: string, acts: readonly Act[], says?: string): Outcome {
  try {
    const draft = new Draft(text);
    const said = acts.map((act) => {
      const { text: before } = draft;
      return { sentence: perform(draft, act), isNews: draft.text !== before };
    });
    // Of several, what has changed nothing is not spoken of.
    const news = said.some(({ isNews }) => isNews) ? said.filter(({ isNews }) => isNews) : said;
    const wrong = draft.text === text ? null : newError(text, draft.text);
    if (wrong !== null) return { refused: `That cannot be: ${wrong.message}.` };
    return { text: draft.text, patch: draft.patch, says: says ?? news.map(({ sentence }) => sentence).join(' ') };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

/** An error that was not there before; of a model that is not whole yet, not what is missing in it. */
function newError(before: string, after: string): Diagnostic | null {
  const known = errorsOf(before);
  const found = errorsOf(after);
  const said = new Set(known.map(({ message }) => message));
  return found.find(({ message, path }) => !said.has(message) && !(known.length > 0 && path === '')) ?? null;
}

function errorsOf(text: string): readonly Diagnostic[] {
  if (last?.text === text) return last.errors;
  const errors = checkModel(text).diagnostics.filter(({ severity }) => severity === 'error');
  last = { text, errors };
  return errors;
}

/** The text that one act leaves is the one that the next begins with. */
let last: { readonly text: string; readonly errors: readonly Diagnostic[] } | null = null;
