import {
  snippet,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { offersAt, type Offer } from './offers.ts';

const BOOST: Readonly<Record<Offer['section'], number>> = {
  key: 5,
  name: 4,
  word: 5,
  unit: 5,
  distribution: 2,
  function: 1,
};

/** Completion from the language's description and the names in the text. */
export function complete(context: CompletionContext): CompletionResult | null {
  const text = context.state.doc.toString();
  const found = offersAt(text, context.pos);
  if (found === null || found.offers.length === 0) return null;
  // On a fresh line a list of keys would come up after each Enter.
  if (!context.explicit && found.from === context.pos && /(^|\n)[ ]*$/.test(text.slice(0, context.pos))) return null;
  return { from: found.from, options: found.offers.map((offer, i) => optionOf(offer, i)), validFor: /^[\w/-]*$/ };
}

function optionOf(offer: Offer, i: number): Completion {
  return {
    label: offer.word,
    detail: offer.detail,
    info: offer.doc === '' ? undefined : () => paragraph(offer.doc),
    boost: offer.remote === true ? -50 : offer.section === 'unit' ? Math.max(0, 50 - i) : BOOST[offer.section],
    apply: (view, completion, from, to) => insert(view, offer, completion, from, to),
  };
}

/** The documentation is our own text; it is still only ever a text node. */
function paragraph(text: string): HTMLElement {
  const element = document.createElement('div');
  element.textContent = text;
  return element;
}

function insert(
  view: EditorView,
  { word, snippet: template, section }: Offer,
  completion: Completion,
  from: number,
  to: number,
): void {
  if (section === 'key') {
    // The colon may be there already.
    const colon = /^[ \t]*:/.test(view.state.sliceDoc(to, to + 10));
    const inserted = colon ? word : (template ?? word);
    view.dispatch({
      changes: { from, to, insert: inserted },
      selection: { anchor: from + inserted.length },
      userEvent: 'input.complete',
    });
    if (!colon && inserted.endsWith(' ')) startCompletion(view);
  } else if (template !== undefined) snippet(template)(view, completion, from, to);
  else
    view.dispatch({
      changes: { from, to, insert: word },
      selection: { anchor: from + word.length },
      userEvent: 'input.complete',
    });
}
