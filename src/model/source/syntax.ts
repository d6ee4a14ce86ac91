import { quote, type Problem } from '../../units/index.ts';
import type { SyntaxFound } from '../advice.ts';
import { messages } from '../messages/index.ts';

/** What is said of it. */
interface SyntaxFault {
  readonly problem: Problem;
  readonly offset: number;
  /** What follows in the text is read as something else, so that nothing more is to be said of it. */
  readonly derails: boolean;
}

const NO_COMMA = 'inside { } and [ ] a comma parts one key or value from the next: one is missing here';

/** The key of the language that a word begins or is near to; `atRoot`: one of the document's own. */
type NearestKey = (word: string, atRoot: boolean) => string | null;

/**
 * A fault of syntax in the words of somebody who writes a model, not of a parser.
 * @param nearest the nearest key of the language, for a word that is half typed
 */
export function syntaxFault({ code, message, offset }: SyntaxFound, text: string, nearest: NearestKey): SyntaxFault {
  const fault = (problem: Problem, at = offset, derails = false): SyntaxFault => ({ problem, offset: at, derails });
  const line = lineAt(text, offset);
  switch (code) {
    case 'MULTIPLE_DOCS':
      return fault(messages.severalDocuments());
    case 'TAB_AS_INDENT':
      return fault(messages.notYaml('a tab cannot indent a line, use blanks'));
    case 'BAD_SCALAR_START':
      return fault(messages.notYaml(`a value cannot begin with ${quote(text[offset] ?? '')}: put quotes around it`));
    case 'BAD_DQ_ESCAPE':
      return fault(
        messages.notYaml(
          `${quote(text.slice(offset, offset + 2))} means nothing between double quotes: use single quotes`,
        ),
      );
    case 'TAG_RESOLVE_FAILED':
      return fault(messages.notYaml("tags, which begin with a '!', are not part of the language: leave it out"));
    case 'BLOCK_IN_FLOW':
      return fault(messages.notYaml(NO_COMMA));
    case 'BLOCK_AS_IMPLICIT_KEY':
      return fault(
        overIndented(text, line)
          ? messages.notYaml('the next line is indented as if it belonged to this value')
          : messages.notYaml("two ': ' in one line: put quotes around the value"),
      );
    case 'MULTILINE_IMPLICIT_KEY':
      return fault(openBracket(text, offset) >= 0 ? messages.notYaml(NO_COMMA) : withoutColon(line.text, nearest));
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
      return unexpected({ code, message, offset }, text, nearest);
    default:
      return fault(messages.notYaml('this cannot stand here'));
  }
}

function unexpected({ message, offset }: SyntaxFound, text: string, nearest: NearestKey): SyntaxFault {
  const fault = (problem: Problem, at = offset, derails = false): SyntaxFault => ({ problem, offset: at, derails });
  const line = lineAt(text, offset);
  if (/quote$/.test(message))
    return fault(
      messages.notYaml(`the text that begins with ${text[offset] ?? "'"} has no such quote at its end`),
      offset,
      true,
    );
  if (/^Flow (?:map|sequence)/.test(message)) {
    const open = openBracket(text, offset);
    const bracket = open < 0 ? '{' : text[open];
    return fault(
      messages.notYaml(
        `the '${bracket}' ${open < 0 ? '' : `in line ${text.slice(0, open).split('\n').length} `}is not ` +
          `closed: a '${bracket === '{' ? '}' : ']'}' is missing`,
      ),
    );
  }
  if (/flow-seq-start at node end/.test(message)) {
    const word = wordAround(line.text, offset - line.from);
    return fault(messages.brackets(word.text), line.from + word.from, true);
  }
  const closer = /Unexpected flow-(?:map|seq)-end/.test(message) || /^[}\]]/.test(text.slice(offset));
  if (closer)
    return fault(
      messages.notYaml(`a '${text[offset] ?? '}'}' too many: nothing is open here that it could close`),
      offset,
      true,
    );
  if (/Unexpected , in flow/.test(message)) return fault(messages.notYaml('a comma too many'));
  if (/Missing ,/.test(message) || /at node end/.test(message))
    return fault(messages.notYaml('a comma is missing before this'));
  if (/need to be followed by map values/.test(message)) return fault(withoutColon(line.text, nearest));
  if (/same column/.test(message))
    return fault(
      messages.notYaml('this line is indented differently from the keys beside it, which begin in one column'),
    );
  return fault(messages.notYaml('this cannot stand here'), offset, true);
}

/** A word that stands where a key has to, or a key whose value follows its colon too closely. */
function withoutColon(line: string, nearest: NearestKey): Problem {
  const close = /^\s*(?:- )?([\w-]+):(\S.*)$/.exec(line);
  if (close !== null) return messages.closeColon(`${close[1]}:${close[2]}`.trim(), `${close[1]}: ${close[2]}`.trim());
  const [, indent, word = '', more] = /^(\s*(?:- )?)(\S+)(.*)$/.exec(line) ?? [];
  const meant = more === '' && !word.endsWith(':') ? nearest(word, indent === '') : null;
  return messages.keyWithoutColon(word, meant === null ? null : `${meant}:`);
}

interface Line {
  readonly text: string;
  readonly from: number;
}

function lineAt(text: string, offset: number): Line {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { from, text: text.slice(from, end < 0 ? text.length : end) };
}

/** Whether the next line that has anything on it is indented more, although this one has a value already. */
function overIndented(text: string, line: Line): boolean {
  const next = /^\n+( *)\S/.exec(text.slice(line.from + line.text.length));
  return next !== null && next[1].length > (/^ */.exec(line.text)?.[0].length ?? 0);
}

/** The word before a place and what follows it up to the closing bracket: `db[0]`. */
function wordAround(line: string, column: number): { text: string; from: number } {
  const before = /[^\s,{}[\]:]*$/.exec(line.slice(0, column))?.[0] ?? '';
  const after = /^\[[^\]]*\]/.exec(line.slice(column))?.[0] ?? '';
  return { text: `${before}${after}`, from: column - before.length };
}

/**
 * Where the innermost bracket begins that is open at a place; −1 where none is. Quotes and comments are passed over.
 */
function openBracket(text: string, end: number): number {
  const open: number[] = [];
  const parts = /'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|(?:^|\s)#[^\n]*|[{}[\]]/g;
  for (let part = parts.exec(text); part !== null && part.index < end; part = parts.exec(text)) {
    if (part[0] === '{' || part[0] === '[') open.push(part.index);
    else if (part[0] === '}' || part[0] === ']') open.pop();
  }
  return open.at(-1) ?? -1;
}
