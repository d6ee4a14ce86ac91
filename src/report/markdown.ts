import type { Cell } from './grid.ts';
import type { Paint } from './paint.ts';
import { columnsFor, type Section, type Table } from './section.ts';
import { plainText } from './text.ts';

/** Markdown as GitHub renders it, for a pull request. Names in a model come from strangers here too. */

/** What is strong stays so, and so does what is bad; a document has no colours. */
export const MARKDOWN_PAINT: Paint = {
  strong: (text) => `**${text}**`,
  faint: (text) => text,
  good: (text) => text,
  bad: (text) => `**${text}**`,
  unsure: (text) => `_${text}_`,
};

const SPECIAL = /[\\`*_{}[\]<>#|~&$]/g;
/**
 * What GitHub would make a mention of somebody or a link to an issue of, escaped or not: a comment of no length parts
 * it.
 */
const REFERENCE = /(^|[^\p{L}\p{N}])(@|\\#|GH-)(?=[\p{L}\p{N}])/giu;

/** Text that means nothing but itself. */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(SPECIAL, '\\$&').replace(REFERENCE, '$1$2<!-- -->');
}

export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${escapeMarkdown(text)}`;
}

/** Blocks with a blank line between them; ends with a line break. */
export function markdownDocument(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

/** A section's blocks. */
export function markdownSection({ title, aside = '', table, notes = [] }: Section, level = 3): string[] {
  return [
    heading(level, title),
    ...(aside === '' ? [] : [paragraph(aside)]),
    ...(table === undefined ? [] : [markdownTable(table)]),
    ...notes.map(paragraph),
  ];
}

/** A sentence or two; begins no list, whatever it begins with. */
export function paragraph(text: string): string {
  return escapeMarkdown(text).replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}

export function markdownTable(table: Table): string {
  const shown = columnsFor(table, 'document');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(shown.map((i) => escapeMarkdown(table.columns[i].longName ?? table.columns[i].name))),
    line(shown.map((i) => (table.columns[i].align === 'left' ? ':--' : '--:'))),
    ...table.rows.map((row) => line(shown.map((i) => markdownCell(row[i])))),
  ].join('\n');
}

function markdownCell(cell: Cell): string {
  const text = escapeMarkdown(typeof cell === 'string' ? cell : cell.text);
  return text === '' || typeof cell === 'string' ? text : cell.paint(text);
}

/** A block of code that nothing in it ends. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text.trimEnd()}\n${fence}`;
}
