/** Levels that a document may nest: no model comes near. */
export const DEEPEST = 150;

/** Opens lists and maps within one line: `- - - ` or `? ? ? `, with anchors and tags between. */
const COMPACT = /(?:[-?][ \t]+|[&!]\S*[ \t]+)+/y;

/**
 * Where a text is nested beyond all use, as far as its characters alone tell, quoted ones included: too many brackets
 * open at once, or too many items begun in one line. Such a text is not worth a parser's time: the reader refuses it,
 * and the page's editor shows it without the language. One pass; null for what is not.
 */
export function tooDeepAt(text: string): number | null {
  let open = 0;
  let isLineStart = true;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (isLineStart && character !== ' ') {
      COMPACT.lastIndex = i;
      const opened = COMPACT.exec(text)?.[0] ?? '';
      if (opened.length > 2 * DEEPEST && opened.split(/[ \t]+/).length > DEEPEST) return i;
      isLineStart = false;
    }
    if (character === '\n') isLineStart = true;
    else if (character === '[' || character === '{') open++;
    else if ((character === ']' || character === '}') && open > 0) open--;
    if (open > 4 * DEEPEST) return i;
  }
  return null;
}
