import { dsvFormat } from 'd3';
import type { Diagnostic } from '../model/diagnostic.ts';
import { nearest } from '../units/index.ts';
import { readMoment } from './moment.ts';

/** One row of a log. Moments are seconds since 1970. */
export interface Incident {
  readonly line: number;
  readonly service: string;
  readonly cause: string;
  readonly start: number;
  /** null: it was not over when the log ends. */
  readonly end: number | null;
  /** null: the log does not say. */
  readonly noticed: number | null;
}

/** What was watched, and nothing happened: a row without a start. */
type Watched = Pick<Incident, 'service' | 'cause'>;

export interface ReadLog {
  /** In the order of their beginnings. */
  readonly incidents: readonly Incident[];
  readonly watched: readonly Watched[];
  readonly problems: readonly Diagnostic[];
}

const COLUMNS = {
  start: [
    'start',
    'started',
    'started-at',
    'start-time',
    'begin',
    'began',
    'opened',
    'opened-at',
    'created-at',
    'from',
  ],
  end: ['end', 'ended', 'ended-at', 'end-time', 'resolved', 'resolved-at', 'closed', 'closed-at', 'recovered', 'to'],
  noticed: ['noticed', 'noticed-at', 'detected', 'detected-at', 'acknowledged', 'acknowledged-at'],
  service: ['service', 'services', 'component', 'system', 'affected-service'],
  cause: ['cause', 'root-cause', 'failure', 'failure-mode', 'reason', 'category'],
} as const;
type ColumnName = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as ColumnName[];

/** What stands where a log names no service, and no cause. */
export const UNNAMED = { service: 'service', cause: 'incident' } as const;

const EXPECTED = "a moment such as '2024-03-05 14:02' (UTC) or '2024-03-05T14:02:30+01:00'";
const MOST_ROWS = 200_000;

/**
 * Reads a log: CSV with a header, of which `start` alone has to be there. All that is wrong is told, row by row; rows
 * with an error are in no list.
 */
export function readLog(text: string): ReadLog {
  const plain = text.replace(/^\ufeff/, '');
  const header = plain.split(/\r?\n/, 1)[0];
  const delimiter = [',', ';', '\t'].find((each) => header.includes(each)) ?? ',';
  const rows = dsvFormat(delimiter).parseRows(plain);
  const problems: Diagnostic[] = [];
  const columns = readHeader(rows[0] ?? [], problems);
  const incidents: Incident[] = [];
  const watched: Watched[] = [];
  if (columns === null) return { incidents, watched, problems };
  if (rows.length > MOST_ROWS)
    problems.push(wrong(1, 1, '', `it has ${rows.length} rows: ${MOST_ROWS} at most are read`));
  let line = 1 + breaksIn(rows[0]);
  const isOpen = (plain.split('"').length - 1) % 2 === 1 && (rows.at(-1)?.at(-1) ?? '').includes('\n');
  for (const fields of rows.slice(1, MOST_ROWS)) {
    if (isOpen && fields === rows.at(-1)) {
      problems.push(
        wrong(line + 1, 1, '', 'a quote is opened here and never closed: all that follows would be one field'),
      );
      break;
    }
    const row = readRow(fields, line + 1, columns, problems);
    if (row !== null) (('start' in row ? incidents : watched) as Watched[]).push(row);
    line += 1 + breaksIn(fields);
  }
  return { incidents: incidents.sort((a, b) => a.start - b.start), watched, problems };
}

const breaksIn = (fields: readonly string[]) => fields.join('').split('\n').length - 1;

type Columns = ReadonlyMap<ColumnName, number>;

function readHeader(fields: readonly string[], problems: Diagnostic[]): Columns | null {
  const found = new Map<ColumnName, number>();
  const unread: string[] = [];
  fields.forEach((field, i) => {
    const word = field
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    const name = NAMES.find((each) => (COLUMNS[each] as readonly string[]).includes(word));
    if (name === undefined) unread.push(field.trim());
    else if (found.has(name)) problems.push(wrong(1, columnOf(fields, i), name, `two columns are its ${name}`));
    else found.set(name, i);
  });
  if (!found.has('start')) {
    const meant =
      unread.map((each) => nearest(each.toLowerCase(), COLUMNS.start)).find((each) => each !== null) ?? null;
    const message =
      "the first line names no column 'start'. Expected is a header such as 'start,end,noticed,service,cause': " +
      'only start has to be there, end, noticed, service and cause may be left out';
    problems.push({ ...wrong(1, 1, 'start', message), suggestion: meant });
    return null;
  }
  if (unread.length > 0)
    problems.push({ ...wrong(1, 1, '', `not read: the columns ${unread.join(', ')}`), severity: 'warning' });
  return found;
}

function readRow(
  fields: readonly string[],
  line: number,
  columns: Columns,
  problems: Diagnostic[],
): Incident | Watched | null {
  const text = (name: ColumnName) => (fields[columns.get(name) ?? -1] ?? '').trim();
  if (fields.every((field) => field.trim() === '')) return null;
  const before = problems.length;
  const moment = (name: ColumnName): number | null => {
    if (text(name) === '') return null;
    const read = readMoment(text(name));
    const way = name === 'start' ? '' : '; leave it empty where it is not known';
    if (read === null)
      problems.push(
        wrong(
          line,
          columnOf(fields, columns.get(name)!),
          name,
          `'${text(name)}' is no ${name}: expected is ${EXPECTED}${way}`,
        ),
      );
    return read;
  };
  const whose = { service: text('service') || UNNAMED.service, cause: text('cause') || UNNAMED.cause };
  const [start, end, noticed] = [moment('start'), moment('end'), moment('noticed')];
  const tell = (name: ColumnName, message: string) =>
    problems.push(wrong(line, columnOf(fields, columns.get(name)!), name, message));
  if (start === null && (text('end') !== '' || text('noticed') !== '') && text('start') === '')
    tell('start', `no start: expected is ${EXPECTED}. A row without start and end says that nothing happened there`);
  if (start !== null && end !== null && end <= start)
    tell(
      'end',
      `it ends ${end === start ? 'in the moment in which' : 'before'} it starts: give it the length that it had`,
    );
  if (start !== null && noticed !== null && (noticed < start || (end !== null && noticed > end)))
    tell('noticed', 'it is noticed before it starts, or after it ends; leave it empty where it is not known');
  if (problems.length > before) return null;
  return start === null ? whose : { line, ...whose, start, end, noticed };
}

/** Where a field begins, as far as no quotes stand before it. */
function columnOf(fields: readonly string[], index: number): number {
  return fields.slice(0, index).reduce((sum, field) => sum + field.length + 1, 1);
}

export function wrong(line: number, column: number, path: string, message: string): Diagnostic {
  return { severity: 'error', message: `${message}.`, line, column, path, suggestion: null };
}
