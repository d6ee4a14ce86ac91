import { type Document, type LineCounter, visit } from 'yaml';
import type { Nearest, SyntaxProblem } from '../advice.ts';
import { documentShape } from '../language/document.ts';
import { allShapes } from '../language/lookup.ts';
import { serviceShape } from '../language/service.ts';
import { messages } from '../messages/index.ts';
import { DEEPEST } from './depth.ts';
import { syntaxFault } from './syntax.ts';

/** Nobody mends more at once, and what is said of each looks at the text around it. */
const MOST = 50;

/** One fault a line, up to the first behind which nothing is read as it was meant. */
export function syntaxProblems(
  document: Document.Parsed,
  text: string,
  lines: LineCounter,
  nearest: Nearest,
): SyntaxProblem[] {
  const said = new Set<number>();
  const problems: SyntaxProblem[] = [];
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    if (/call stack/.test(message))
      return [...problems, { at: { line: 1, column: 1, path: '' }, problem: messages.documentTooDeep(DEEPEST) }];
    const found = { code, message, offset: openQuote(document, code, pos[0]) ?? pos[0] };
    const { problem, offset, derails } = syntaxFault(found, text, (word, atRoot) => nearestKey(word, atRoot, nearest));
    const { line, col } = lines.linePos(offset);
    if (!said.has(line)) problems.push({ at: { line, column: col, path: '' }, problem });
    said.add(line);
    if (derails || said.size >= MOST) break;
  }
  return problems;
}

/** The key that somebody is about to type. */
function nearestKey(word: string, atRoot: boolean, nearest: Nearest): string | null {
  const keys = atRoot
    ? Object.keys(documentShape.keys)
    : [...new Set([serviceShape, ...allShapes()].flatMap((shape) => Object.keys(shape.keys)))];
  if (keys.includes(word)) return word;
  const begun = word.length < 2 ? undefined : keys.find((key) => key.startsWith(word));
  return begun ?? nearest(word, keys);
}

/** Where the text begins whose quote is never closed: the library points to where it gave up, at the end. */
function openQuote(document: Document.Parsed, code: string, end: number): number | null {
  if (code !== 'MISSING_CHAR') return null;
  let start: number | null = null;
  visit(document, {
    Scalar: (_, { type, range }) => {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && range && range[0] < end && end <= range[1]) start = range[0];
    },
  });
  return start;
}
