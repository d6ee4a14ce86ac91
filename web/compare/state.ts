import { computed, signal } from '@preact/signals';
import type { Report } from '../../src/analysis/report.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { desk } from '../desk/desk.ts';

/** More columns than anybody compares, and than there are shapes. */
export const MOST_COLUMNS = 4;

/** What came of a model: nothing yet, its report, its errors, or a fault of ours. */
export type Outcome =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly report: Report }
  | { readonly state: 'errors'; readonly errors: readonly Diagnostic[] }
  | { readonly state: 'failed'; readonly reason: string };

export interface Column {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  /** Empty, 0: the model's own. */
  readonly seed: string;
  readonly years: number;
  /** A copy of what was in the editor: it can fall behind. */
  readonly fromEditor: boolean;
  readonly outcome: Outcome;
}

export type Added = Pick<Column, 'name' | 'text' | 'seed' | 'years' | 'fromEditor'>;

/** Outlives the view: going to another tab and back loses nothing. */
export const columns = signal<readonly Column[]>([]);
let lastId = 0;

export const isFull = computed(() => columns.value.length >= MOST_COLUMNS);
/** Columns that have a report, in order; names told apart. */
export const finished = computed(() => {
  const done = columns.value.flatMap((column) => (column.outcome.state === 'done' ? [{ id: column.id, name: column.name, report: column.outcome.report }] : []));
  const names = done.map(({ name }, i) => {
    const before = done.slice(0, i).filter((other) => other.name === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
  return { ids: done.map(({ id }) => id), names, reports: done.map(({ report }) => report) };
});

export function addColumn(added: Added): void {
  if (isFull.peek()) return;
  const column: Column = { ...added, id: ++lastId, outcome: { state: 'running' } };
  columns.value = [...columns.peek(), column];
  void simulate(column);
}

/** Simulates what the editor has now in the place of what it had. */
export function refreshColumn(id: number, text: string, name: string): void {
  const column = columns.peek().find((each) => each.id === id);
  if (column === undefined) return;
  const renewed: Column = { ...column, text, name, outcome: { state: 'running' } };
  replace(renewed);
  void simulate(renewed);
}

export function removeColumn(id: number): void {
  columns.value = columns.peek().filter((each) => each.id !== id);
}

/** One place to the left (−1) or to the right (1). */
export function moveColumn(id: number, by: -1 | 1): void {
  const list = [...columns.peek()];
  const from = list.findIndex((each) => each.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return;
  [list[from], list[to]] = [list[to], list[from]];
  columns.value = list;
}

async function simulate(column: Column): Promise<void> {
  const { text, seed, years } = column;
  let outcome: Outcome;
  try {
    const report = await desk.whole({ text, seed, years });
    if (report !== null) outcome = { state: 'done', report };
    else outcome = { state: 'errors', errors: (await desk.read(text)).diagnostics.filter(({ severity }) => severity === 'error') };
  } catch (error) {
    outcome = { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
  // Removed or renewed meanwhile: nobody waits for this one any more.
  const present = columns.peek().find((each) => each.id === column.id);
  if (present?.text !== text || present.outcome.state !== 'running') return;
  replace({ ...present, name: outcome.state === 'done' ? outcome.report.model.name : present.name, outcome });
}

function replace(column: Column): void {
  columns.value = columns.peek().map((each) => (each.id === column.id ? column : each));
}
