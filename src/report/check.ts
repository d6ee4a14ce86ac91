import type { CutSet, SinglePoint } from '../analysis/structure.ts';
import { formatDuration, formatPercent, SECONDS_PER_YEAR } from '../units/index.ts';
import { type Row, writeRows } from './csv.ts';
import { brief, nines } from './digits.ts';
import type { Cell } from './grid.ts';
import { escapeMarkdown, heading, MARKDOWN_PAINT, markdownDocument, markdownSection, paragraph } from './markdown.ts';
import { createPaint } from './paint.ts';
import type { TableOptions } from './run/table.ts';
import { drawSection, figures, indented, type Section, words } from './section.ts';
import { fit, plainText } from './text.ts';

/** What is known of a model without simulating it. */
export interface Check {
  readonly name: string;
  readonly arithmetic: number;
  readonly singlePoints: readonly SinglePoint[];
  /** Minimal ones, single points included. */
  readonly cutSets: readonly CutSet[];
}

/** Something wrong, or suspicious, in a model's text. */
export interface Finding {
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly suggestion: string | null;
}

/** What a document says of a check: the table has the diagnostics beside it, on standard error. */
export interface CheckDocument {
  readonly findings: readonly Finding[];
  /** null: the model has errors. */
  readonly check: Check | null;
  /** The model with everything it leaves unsaid, where that was asked for. */
  readonly expanded: string | null;
}

const MOST_ROWS = 12;
const NOTE = 'By bare arithmetic: independent failures, instant detection, perfect failover. Simulate to see what is left of it.';

/** The check for people: the arithmetic's claim, then what brings the system down, the likeliest first. */
export function renderCheck(check: Check, { columns = 80, color = false }: TableOptions = {}): string {
  const paint = createPaint(color);
  const head = [paint.strong(fit(plainText(check.name), columns)), '', `  ${paint.strong(claim(check).join('   '))}`, ...indented(NOTE, columns)];
  const blocks = [head, ...sections(check).map((section) => drawSection(section, columns, paint))];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The same, and what is wrong with the model, as Markdown. */
export function renderCheckMarkdown(file: string, { findings, check, expanded }: CheckDocument): string {
  return markdownDocument([
    heading(2, check === null ? file : check.name),
    ...(check === null ? [] : [MARKDOWN_PAINT.strong(escapeMarkdown(claim(check).join(' · '))), paragraph(NOTE)]),
    ...(findings.length === 0 ? [] : markdownSection(diagnostics(findings))),
    ...(check === null ? [] : sections(check).flatMap((section) => markdownSection(section))),
    ...(expanded === null ? [] : [heading(3, 'Expanded'), fenced(expanded)]),
  ]);
}

/** The same as CSV. */
export function renderCheckCsv(file: string, { findings, check, expanded }: CheckDocument): string {
  const share = 'share';
  return writeRows([
    ['model', '', 'name', check === null ? file : check.name],
    ...findings.map(({ severity, message, line, column }): Row => ['diagnostic', `${line}:${column}`, severity, message]),
    ...(check === null ? [] : [['availability', '', 'arithmetic', check.arithmetic, null, share] satisfies Row]),
    ...(check?.singlePoints ?? []).flatMap(({ cause, unavailability, downtimePerYear }): Row[] => [
      ['singlePoint', cause, 'unavailability', unavailability, null, share],
      ['singlePoint', cause, 'downtimePerYear', downtimePerYear, null, 's'],
    ]),
    ...(check?.cutSets ?? []).map(({ causes, unavailability }): Row => ['cutSet', causes.join(' + '), 'unavailability', unavailability, null, share]),
    ...(expanded === null ? [] : [['model', '', 'expanded', expanded] satisfies Row]),
  ]);
}

function claim({ arithmetic }: Check): string[] {
  const shown = arithmetic < 1 ? [`${nines(-Math.log10(1 - arithmetic))} nines`] : [];
  return [formatPercent(arithmetic), ...shown, `${formatDuration((1 - arithmetic) * SECONDS_PER_YEAR)} down a year`];
}

function sections({ singlePoints, cutSets }: Check): Section[] {
  const singles = singlePoints.map(({ cause, unavailability }) => ({ causes: [cause], unavailability }));
  const several = cutSets.filter(({ causes }) => causes.length > 1);
  return [
    singles.length > 0
      ? cuts('Single points of failure', singles)
      : { title: 'Single points of failure', notes: ['None: no single failure takes the entry down once failovers are done.'] },
    ...(several.length > 0 ? [cuts('Down only together', several)] : []),
  ];
}

function cuts(title: string, all: readonly CutSet[]): Section {
  const rows = all
    .slice(0, MOST_ROWS)
    .map(({ causes, unavailability }): Cell[] => [causes.map(plainText).join(' + '), `${brief(unavailability * SECONDS_PER_YEAR, null)} a year`]);
  const more = all.length > MOST_ROWS ? [`and ${all.length - MOST_ROWS} others, each less likely`] : [];
  return { title, table: { columns: [words('', { shrinks: true }), figures('down')], rows, isPlain: true }, notes: more };
}

function diagnostics(findings: readonly Finding[]): Section {
  const rows = findings.map(({ severity, message, line, column, suggestion }): Cell[] => [
    `${line}:${column}`,
    { text: severity, paint: severity === 'error' ? MARKDOWN_PAINT.bad : MARKDOWN_PAINT.unsure },
    suggestion === null || message.includes(`'${suggestion}'`) ? message : `${message}; write: ${suggestion}`,
  ]);
  return { title: 'Diagnostics', table: { columns: [figures('place'), words('kind'), words('what')], rows } };
}

/** A block of code that nothing in it ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text.trimEnd()}\n${fence}`;
}
