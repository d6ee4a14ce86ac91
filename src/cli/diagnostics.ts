import type { Diagnostic } from '../model/diagnostic.ts';
import { createPaint, type Paint, plainText, width } from '../report/index.ts';
import type { Source } from './input.ts';
import type { Screen } from './output.ts';

const GUTTER = 7;
/** Nobody reads more of them in one go. */
const MOST_SHOWN = 200;

/**
 * Diagnostics as a compiler prints them: the place, what is wrong, the line itself, what would be right.
 * @param set from `--set`: what is wrong with one of them is in no line of the text
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  source: Source,
  screen: Screen,
  set: Readonly<Record<string, string>> = {},
): string {
  if (diagnostics.length === 0) return '';
  const paint = createPaint(screen.color);
  const lines = source.text.split(/\r\n|\r|\n/);
  const blocks = diagnostics.slice(0, MOST_SHOWN).map((each) => {
    const setting = settingOf(each, set);
    if (setting !== null) return block(each, setting, '', screen.columns, paint);
    return block(
      each,
      `${plainText(source.file)}:${each.line}:${each.column}`,
      lines[each.line - 1] ?? '',
      screen.columns,
      paint,
    );
  });
  const more = diagnostics.length > MOST_SHOWN ? `, of which the first ${MOST_SHOWN} are shown` : '';
  return `${blocks.join('\n')}\n${count(diagnostics)}${more}\n`;
}

/**
 * `--set NAME=VALUE` where that is what is wrong. No parameter of a text stands in its first column of its first line.
 */
function settingOf({ line, column, path }: Diagnostic, set: Readonly<Record<string, string>>): string | null {
  if (line !== 1 || column !== 1) return null;
  const setting = Object.entries(set).find(([name]) => path === `parameters.${name}`);
  return setting === undefined ? null : `--set ${plainText(setting.join('='))}`;
}

function block(diagnostic: Diagnostic, place: string, line: string, columns: number, paint: Paint): string {
  const { severity, message, suggestion } = diagnostic;
  const kind = severity === 'error' ? paint.bad('error') : paint.unsure('warning');
  const head = `${paint.strong(`${place}:`)} ${kind}: ${plainText(message)}`;
  const help =
    suggestion === null || message.includes(`'${suggestion}'`)
      ? []
      : [`${' '.repeat(GUTTER)}= write: ${plainText(suggestion)}`];
  return [head, ...excerpt(line, diagnostic.line, diagnostic.column, columns - GUTTER, paint), ...help, ''].join('\n');
}

/** The line, or the part of it around the column, and a caret below the place. */
function excerpt(line: string, number: number, column: number, columns: number, paint: Paint): string[] {
  if (line.trim() === '') return [];
  const start = column - 1 > columns * 0.75 ? column - 1 - Math.floor(columns / 2) : 0;
  const before = visible(line.slice(start, column - 1));
  const after = visible(line.slice(column - 1));
  let shown = '';
  for (const character of before + after) {
    if (width(shown) + width(character) > columns) break;
    shown += character;
  }
  const gutter = `${String(number).padStart(GUTTER - 3)} | `;
  const caret = `${' '.repeat(GUTTER - 2)}| ${' '.repeat(width(before))}`;
  return [paint.faint(gutter) + shown.trimEnd(), paint.faint(caret) + paint.bad('^')];
}

/** `plainText` without trimming: every character keeps its place. */
function visible(text: string): string {
  return plainText(`|${text.replaceAll('\t', '  ')}|`).slice(1, -1);
}

function count(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: Diagnostic['severity']): string => {
    const n = diagnostics.filter((each) => each.severity === severity).length;
    return n === 0 ? '' : `${n} ${severity}${n === 1 ? '' : 's'}`;
  };
  return [of('error'), of('warning')].filter((text) => text !== '').join(', ');
}
