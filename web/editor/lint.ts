import type { Diagnostic as Mark } from '@codemirror/lint';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { fixOf, rangeOf } from './fix.ts';

/** A diagnostic as a mark in the text, with a button that applies its suggestion. */
export function lintOf(text: string, diagnostic: Diagnostic): Mark {
  const { from, to } = rangeOf(text, diagnostic);
  const fix = fixOf(text, diagnostic);
  return {
    from,
    to: Math.max(from, Math.min(to, text.length)),
    severity: diagnostic.severity,
    message: diagnostic.message,
    actions:
      fix === null
        ? []
        : [
            {
              name: fix.label,
              // The mark may have moved with the text since; the suggestion moves along.
              apply: (view, now) =>
                view.dispatch({
                  changes: { from: now + fix.from - from, to: now + fix.to - from, insert: fix.insert },
                }),
            },
          ],
  };
}
