import type { ExactFigures } from '../analysis/report-exact.ts';
import type { Refusal } from '../analysis/theorems.ts';
import type { CutSet, ImportanceFigures, SinglePoint } from '../analysis/structure/index.ts';
import { duration, formatNumber, nines, percentUp, SECONDS_PER_YEAR, whole } from '../units/index.ts';
import { type Row, writeRows } from './csv.ts';
import { importanceSection } from './explanation/importance.ts';
import type { Cell } from './grid.ts';
import { escapeMarkdown, heading, MARKDOWN_PAINT, markdownDocument, markdownSection, paragraph } from './markdown.ts';
import { createPaint, type Paint } from './paint.ts';
import type { TableOptions } from './run/table.ts';
import { isStructureRefused, refusalRows, refusalSections, whyRefused } from './refusals.ts';
import { drawSection, figures, indented, type Section, words } from './section.ts';
import { cutRows, importanceRows } from './structure-rows.ts';
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

const MOST_ROWS = 12;
const NO_SINGLES = 'None: no single failure takes the entry down once failovers are done.';
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
  const blocks = [head, ...checkSections(check).map((section) => drawSection(section, columns, paint))];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
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

/** What the availability is exactly, what brings the system down, and what matters how much. With `isWhole` every cut set there is. */
export function checkSections(check: Check, isWhole = false): Section[] {
  const { exact } = check;
  const importance = importanceSection(check);
  return [
    {
      title: 'Exact availability',
      notes: [
        exact.value === null ? `None. ${exact.reason}` : `${inWords(1 - exact.value).join(', ')}. ${exact.reason}`,
      ],
    },
    ...refusalSections(check.refused),
    ...(isStructureRefused(check.refused) ? [] : cutSections(check, isWhole)),
    ...(importance === null ? [] : [importance]),
  ];
}

/** What brings the system down. Without `cutSetsByOrder` what is listed is taken for all. */
export function cutSections(
  {
    singlePoints,
    cutSets,
    cutSetsByOrder,
  }: Pick<Check, 'singlePoints' | 'cutSets'> & Partial<Pick<Check, 'cutSetsByOrder'>>,
  isWhole = false,
): Section[] {
  const singles = singlePoints.map(({ cause, unavailability }) => ({ causes: [cause], unavailability }));
  const several = cutSets.filter(({ causes }) => causes.length > 1);
  const section =
    singles.length > 0
      ? cuts('Single points of failure', singles, singles.length, isWhole)
      : { title: 'Single points of failure', notes: [NO_SINGLES] };
  const unseen =
    cutSetsByOrder?.length === 1
      ? ['What takes it down only together was not looked for: the structure is too large.']
      : [];
  return [
    { ...section, notes: [...(section.notes ?? []), ...unseen] },
    ...(several.length > 0 ? [together(several, cutSetsByOrder ?? [], isWhole)] : []),
  ];
}

function together(several: readonly CutSet[], [, ...byOrder]: readonly number[], isWhole: boolean): Section {
  const all = byOrder.reduce((sum, count) => sum + count, 0);
  const section = cuts('Down only together', several, Math.max(all, several.length), isWhole);
  const counts = byOrder.flatMap((count, i) => (count > 0 ? [`${formatCount(count)} of ${['two', 'three'][i]}`] : []));
  const unseen = byOrder.length === 1 ? ['Sets of three were not looked for: the structure is too large.'] : [];
  return {
    ...section,
    ...(counts.length > 0 ? { aside: counts.join(', ') } : {}),
    notes: [...(section.notes ?? []), ...unseen],
  };
}

/** As many as can be told apart. */
function formatCount(count: number): string {
  return count < 1e9 ? whole(count) : formatNumber(count, 3);
}

function cuts(title: string, all: readonly CutSet[], count: number, isWhole: boolean): Section {
  const most = isWhole ? all.length : MOST_ROWS;
  const rows = all
    .slice(0, most)
    .map(({ causes, unavailability }): Cell[] => [
      causes.map(plainText).join(' + '),
      `${duration(unavailability * SECONDS_PER_YEAR, null)} a year`,
    ]);
  const more = count > rows.length ? [`and ${formatCount(count - rows.length)} others, none likelier`] : [];
  return {
    title,
    table: { columns: [words('', { shrinks: true }), figures('down')], rows, isPlain: true },
    notes: more,
  };
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

/** A block of code that nothing in it ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text.trimEnd()}\n${fence}`;
}
