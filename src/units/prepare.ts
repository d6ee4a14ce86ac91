import { expressionMessages } from './messages.ts';
import { ExpressionError } from './error.ts';
import { shareOfPercent } from './percent.ts';
import { EXPRESSION_LIMITS } from './syntax.ts';

const ALLOWED = /^[\w\s.,+\-*/^()%]*$/;
const NUMBER_PERCENT = /(?<![\w.])((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*%(?=\s*(?:$|[),+\-*/^]))/g;

/**
 * Checks an expression's text before the parser sees it, and rewrites percentages.
 *
 * The parser used here reads `a + 2%` as `a + a*2/100`, copying its left side each time (so that
 * `1+1%+1%+…` doubles in size with every term), and `%` elsewhere as a remainder. Percentages are
 * therefore turned into decimals by text, and every other `%` is refused.
 */
export function prepare(text: string): string {
  if (text.length > EXPRESSION_LIMITS.characters) {
    throw new ExpressionError(expressionMessages.tooLong(text.length, EXPRESSION_LIMITS.characters));
  }
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat === '') throw new ExpressionError(expressionMessages.empty());
  checkParentheses(flat);
  if (!ALLOWED.test(flat)) {
    const stranger = [...flat].find((character) => !ALLOWED.test(character)) ?? flat;
    throw new ExpressionError(expressionMessages.character(stranger));
  }
  const rewritten = flat.replace(NUMBER_PERCENT, (_, number: string) => `(${shareOfPercent(number)})`);
  if (rewritten.includes('%')) throw new ExpressionError(expressionMessages.percent());
  return rewritten;
}

function checkParentheses(text: string): void {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth < 0) throw new ExpressionError(expressionMessages.unopened(text));
    if (depth > EXPRESSION_LIMITS.depth) throw new ExpressionError(expressionMessages.tooDeep(EXPRESSION_LIMITS.depth));
  }
  if (depth > 0) throw new ExpressionError(expressionMessages.unclosed(text));
}
