import type { Nearest, SyntaxFound, SyntaxProblem } from '../advice.ts';
import type { Location } from '../tree.ts';
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
  found: Iterable<SyntaxFound>,
  text: string,
  locate: (offset: number) => Location,
  nearest: Nearest,
): SyntaxProblem[] {
  const said = new Set<number>();
  const problems: SyntaxProblem[] = [];
  for (const each of found) {
    if (/call stack/.test(each.message))
      return [...problems, { at: locate(0), problem: messages.documentTooDeep(DEEPEST) }];
    const { problem, offset, derails } = syntaxFault(each, text, (word, atRoot) => nearestKey(word, atRoot, nearest));
    const at = locate(offset);
    if (!said.has(at.line)) problems.push({ at, problem });
    said.add(at.line);
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
