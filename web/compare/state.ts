import { computed, signal } from '@preact/signals';
import type { ComparisonReport, Report } from '../../src/analysis/report.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { desk } from '../desk/desk.ts';
import { followStudy, type Followed } from '../desk/follow.ts';
import { seed, years } from '../state/store.ts';
import { type Candidate, type Pairing, pairingOf, partOf } from './pairing.ts';

/** More columns than anybody compares, and than there are shapes. */
export const MOST_COLUMNS = 4;

/** What came of a model: nothing yet, its report (perhaps of a run under way), its errors, or a fault of ours. */
type ColumnState =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly report: Report }
  | { readonly state: 'errors'; readonly errors: readonly Diagnostic[] }
  | { readonly state: 'failed'; readonly reason: string };

export interface Column extends Candidate {
  readonly name: string;
  readonly text: string;
  /** A copy of what was in the editor: it can fall behind. */
  readonly fromEditor: boolean;
  readonly simulated: ColumnState;
}

type Added = Pick<Column, 'name' | 'text' | 'seed' | 'years' | 'fromEditor'>;

/** Outlives the view: going to another tab and back loses nothing. */
export const columns = signal<readonly Column[]>([]);
/** Whom the others are held against; null: the first. */
const chosenBaseline = signal<number | null>(null);
export const pairing = signal<Pairing>(pairingOf([], null));
export const running = signal(false);
/** Of which columns, in the order of its models. */
const compared = signal<{ readonly ids: readonly number[]; readonly report: ComparisonReport } | null>(null);
let lastId = 0;
let following: Followed | null = null;
/** Counts changes: what came of an earlier one is dropped. */
let change = 0;

export const isFull = computed(() => columns.value.length >= MOST_COLUMNS);
/** Columns that have a report, in order; names told apart. */
export const finished = computed(() => {
  const done = columns.value.flatMap((column) =>
    column.simulated.state === 'done' ? [{ id: column.id, name: column.name, report: column.simulated.report }] : [],
  );
  const names = done.map(({ name }, i) => {
    const before = done.slice(0, i).filter((other) => other.name === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
  return { ids: done.map(({ id }) => id), names, reports: done.map(({ report }) => report) };
});

/** Those that lived through the same history, in the order of the columns; null with fewer than two. */
export const together = computed(() => {
  const { ids, names } = finished.value;
  const found = compared.value;
  if (found === null) return null;
  const kept = ids.filter((id) => found.ids.includes(id));
  if (kept.length < 2) return null;
  const report = partOf(
    found.report,
    kept.map((id) => found.ids.indexOf(id)),
  );
  const chosen = kept.indexOf(chosenBaseline.value ?? -1);
  return {
    ids: kept,
    names: kept.map((id) => names[ids.indexOf(id)]),
    slots: kept.map((id) => ids.indexOf(id)),
    report,
    baseline: Math.max(0, chosen),
  };
});

export function addColumn(added: Added): void {
  if (isFull.peek()) return;
  columns.value = [...columns.peek(), { ...added, id: ++lastId, read: null, simulated: { state: 'running' } }];
  void renew();
}

/** Puts some models beside each other in the place of whatever was there. */
export function compareTexts(models: readonly Pick<Column, 'name' | 'text'>[]): void {
  columns.value = models.map(({ name, text }) => ({
    ...{ name, text, seed: seed.peek(), years: years.peek() },
    ...{ fromEditor: false, read: null, simulated: { state: 'running' } },
    id: ++lastId,
  }));
  chosenBaseline.value = null;
  void renew();
}

/** Simulates what the editor has now in the place of what it had. */
export function refreshColumn(id: number, text: string, name: string): void {
  const column = columns.peek().find((each) => each.id === id);
  if (column === undefined) return;
  replace({ ...column, text, name, read: null, simulated: { state: 'running' } });
  compared.value = null;
  void renew();
}

export function removeColumn(id: number): void {
  const left = columns.peek().filter((each) => each.id !== id);
  const others = (ids: readonly number[]) => ids.filter((each) => each !== id);
  columns.value = left;
  if (chosenBaseline.peek() === id) chosenBaseline.value = null;
  if (left.length === 0) end();
  // Those that are left may now have a baseline with another currency. Their years stay: they are as good as others.
  else if (pairingOf(left, chosenBaseline.peek()).together.join() !== others(pairing.peek().together).join())
    void renew();
  else
    pairing.value = {
      ...pairing.peek(),
      together: others(pairing.peek().together),
      apart: others(pairing.peek().apart),
    };
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

/** Another model to hold the others against; one with another currency makes it another comparison. */
export function chooseBaseline(id: number): void {
  chosenBaseline.value = id;
  if (!pairing.peek().together.includes(id)) void renew();
}

/** What is finished counts. */
export function stop(): void {
  following?.stop();
}

function end(): void {
  change++;
  following?.drop();
  following = null;
  running.value = false;
  compared.value = null;
  pairing.value = pairingOf([], null);
}

/** Reads what is new, and lets all that can be compared live through one history from its beginning. */
async function renew(): Promise<void> {
  const mine = ++change;
  following?.drop();
  following = null;
  running.value = true;
  for (const column of columns.peek())
    if (column.read === null && column.simulated.state === 'running') await read(column);
  if (mine !== change) return;
  const plan = pairingOf(columns.peek(), chosenBaseline.peek());
  pairing.value = plan;
  const alone = plan.together.length < 2 ? [...plan.together, ...plan.apart] : plan.apart;
  const apart = Promise.all(alone.map((id) => simulate(id, mine)));
  if (plan.together.length < 2) {
    compared.value = null;
    await apart;
    if (mine === change) running.value = false;
    return;
  }
  const texts = plan.together.map((id) => columnOf(id)?.text ?? '');
  following = followStudy(
    { kind: 'comparison', texts, seed: plan.seed, years: plan.years },
    ({ report, isOver, problem }) => {
      if (mine !== change) return;
      if (report?.kind === 'comparison') show(plan.together, report);
      if (isOver) running.value = false;
      if (!isOver || (report !== null && problem === '')) return;
      const reason = problem === '' ? 'it was stopped before anything was simulated.' : problem;
      for (const id of plan.together) set(id, { simulated: { state: 'failed', reason } });
    },
  );
}

function show(ids: readonly number[], report: ComparisonReport): void {
  compared.value = { ids, report };
  ids.forEach((id, i) =>
    set(id, { name: report.models[i].model.name, simulated: { state: 'done', report: report.models[i] } }),
  );
}

async function read({ id, text }: Column): Promise<void> {
  try {
    const { model, diagnostics } = await desk.read(text);
    if (columnOf(id)?.text !== text) return;
    if (model === null)
      set(id, { simulated: { state: 'errors', errors: diagnostics.filter(({ severity }) => severity === 'error') } });
    else
      set(id, {
        name: model.name,
        read: { currency: model.currency, years: model.simulation.years, seed: String(model.simulation.seed) },
      });
  } catch (error) {
    set(id, { simulated: { state: 'failed', reason: reasonOf(error) } });
  }
}

/** One that nobody can be compared with. */
async function simulate(id: number, mine: number): Promise<void> {
  const column = columnOf(id);
  if (column === undefined || column.simulated.state === 'done') return;
  let simulated: ColumnState;
  try {
    const report = await desk.whole({ text: column.text, seed: column.seed, years: column.years });
    simulated = report === null ? { state: 'failed', reason: 'its text has errors.' } : { state: 'done', report };
  } catch (error) {
    simulated = { state: 'failed', reason: reasonOf(error) };
  }
  // Removed or renewed meanwhile: nobody waits for this one any more.
  if (mine === change && columnOf(id)?.text === column.text) set(id, { simulated });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function columnOf(id: number): Column | undefined {
  return columns.peek().find((each) => each.id === id);
}

function set(id: number, changes: Partial<Pick<Column, 'name' | 'read' | 'simulated'>>): void {
  const column = columnOf(id);
  if (column !== undefined) replace({ ...column, ...changes });
}

function replace(column: Column): void {
  columns.value = columns.peek().map((each) => (each.id === column.id ? column : each));
}
