import type { ExactFigures } from '../analysis/report-exact.ts';
import type { CutSet, ImportanceFigures, SinglePoint } from '../analysis/report-structure.ts';
import type { Refusal } from '../analysis/theorems.ts';
import { duration, nines, percentUp, SECONDS_PER_YEAR } from '../units/index.ts';
import { type Row, writeRows } from './csv.ts';
import type { Cell } from './grid.ts';
import {
  escapeMarkdown,
  fenced,
  heading,
  MARKDOWN_PAINT,
  markdownDocument,
  markdownSection,
  paragraph,
} from './markdown.ts';
import { createPaint, type Paint } from './paint.ts';
import { refusalRows, whyRefused } from './refusals.ts';
import { drawSection, figures, indented, type Section, words } from './section.ts';
import { cutRows, importanceRows } from './structure/rows.ts';
import { structureSections } from './structure/sections.ts';
import { drawBlocks, type TableOptions } from './terminal.ts';
import { fit, plainText } from './text.ts';

/** What is known of a model without simulating it. */
export interface Check {
  readonly name: string;
  /** null: it is refused. */
  readonly arithmetic: number | null;
  /** The same to its full digits: 1 − arithmetic, where that has none left. */
  readonly arithmeticUnavailability: number | null;
  readonly singlePoints: readonly SinglePoint[];
  /** Minimal ones, single points included; at most 1,000. */
  readonly cutSets: readonly CutSet[];
  /** How many there are of one, two, three; without those that were not looked for. */
  readonly cutSetsByOrder: readonly number[];
  /** Most important first; empty where nothing takes the entry down, or the structure is too large. */
  readonly importance: readonly ImportanceFigures[];
  readonly exact: ExactFigures;
  /** What is not calculated for this model, and why; mostly nothing. */
  readonly refused: readonly Refusal[];
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

export const CHECK_NOTE =
  'By bare arithmetic: independent failures, instant detection, perfect failover. Simulate to see what is left of it.';

/** The check for people: the arithmetic's claim, then what brings the system down, the likeliest first. */
export function renderCheck(check: Check, { columns = 80, color = false }: TableOptions = {}): string {
  const paint = createPaint(color);
  const head = [
    paint.strong(fit(plainText(check.name), columns)),
    '',
    `  ${paint.strong(checkClaim(check).join('   '))}`,
    ...indented(CHECK_NOTE, columns),
  ];
  return drawBlocks([head, ...checkSections(check).map((section) => drawSection(section, columns, paint))]);
}

/** The same, and what is wrong with the model, as Markdown. */
export function renderCheckMarkdown(file: string, { findings, check, expanded }: CheckDocument): string {
  return markdownDocument([
    heading(2, check === null ? file : check.name),
    ...(check === null
      ? []
      : [MARKDOWN_PAINT.strong(escapeMarkdown(checkClaim(check).join(' · '))), paragraph(CHECK_NOTE)]),
    ...findingsSections(findings, MARKDOWN_PAINT).flatMap((section) => markdownSection(section)),
    ...(check === null ? [] : checkSections(check).flatMap((section) => markdownSection(section))),
    ...(expanded === null ? [] : [heading(3, 'Expanded'), fenced(expanded)]),
  ]);
}

/** The same as CSV. */
export function renderCheckCsv(file: string, { findings, check, expanded }: CheckDocument): string {
  return writeRows([
    ['model', '', 'name', check === null ? file : check.name],
    ...findings.map(({ severity, message, line, column }): Row => [
      'diagnostic',
      `${line}:${column}`,
      severity,
      message,
    ]),
    ...(check === null ? [] : availabilityRows(check)),
    ...cutRows(check?.singlePoints ?? [], check?.cutSets ?? []),
    ...(check?.cutSetsByOrder ?? []).map((count, i): Row => ['cutSets', '', `order${i + 1}`, count]),
    ...importanceRows(check?.importance ?? []),
    ...refusalRows(check?.refused ?? []),
    ...(expanded === null ? [] : [['model', '', 'expanded', expanded] satisfies Row]),
  ]);
}

function availabilityRows({ arithmetic, arithmeticUnavailability, exact }: Check): Row[] {
  return [
    ['availability', '', 'arithmetic', arithmetic, null, 'share'],
    ['availability', '', 'arithmeticUnavailability', arithmeticUnavailability, null, 'share'],
    ['availability', '', 'exact', exact.value, null, 'share'],
    ['availability', '', 'exactMethod', exact.method],
    ['availability', '', 'exactReason', exact.reason],
  ];
}

/** The arithmetic's claim, in parts: availability, nines, downtime a year; where it makes none, why. */
export function checkClaim({ arithmeticUnavailability: down, refused }: Check): string[] {
  return down === null ? [`not calculated: ${whyRefused(refused, 'bare arithmetic')}`] : inWords(down);
}

function inWords(down: number): string[] {
  const shown = down > 0 ? [`${nines(-Math.log10(down))} nines`] : [];
  return [percentUp(down), ...shown, `${duration(down * SECONDS_PER_YEAR)} down a year`];
}

/**
 * What the availability is exactly, what brings the system down, and what matters how much. With `isWhole` every cut
 * set there is.
 */
export function checkSections(check: Check, isWhole = false): Section[] {
  const { exact } = check;
  return [
    {
      title: 'Exact availability',
      notes: [
        exact.value === null ? `None. ${exact.reason}` : `${inWords(1 - exact.value).join(', ')}. ${exact.reason}`,
      ],
    },
    ...structureSections(check, isWhole),
  ];
}

/** What is wrong with the model's text, or suspicious in it; empty where nothing is. */
export function findingsSections(findings: readonly Finding[], paint: Paint): Section[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ severity, message, line, column, suggestion }): Cell[] => [
    `${line}:${column}`,
    { text: severity, paint: severity === 'error' ? paint.bad : paint.unsure },
    suggestion === null || message.includes(`'${suggestion}'`) ? message : `${message}; write: ${suggestion}`,
  ]);
  return [{ title: 'Diagnostics', table: { columns: [figures('place'), words('kind'), words('what')], rows } }];
}
