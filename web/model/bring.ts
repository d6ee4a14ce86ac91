import { signal } from '@preact/signals';
import { importFiles, type Imported, withMoves } from '../../src/import/import.ts';
import { desk } from '../desk/desk.ts';
import { beginWith } from '../state/autosave.ts';
import { notice, selected } from '../state/store.ts';

/** What the last files came to; null: nothing was brought yet. */
export const brought = signal<{
  readonly imported: Imported | null;
  readonly problems: readonly string[];
} | null>(null);

/** More than any configuration has: what is larger is something else. */
const MOST_BYTES = 4 << 20;

/** Opens a model as it is, and drafts one from configuration: a step that can be undone. */
export function bring(files: readonly { readonly file: string; readonly text: string }[]): boolean {
  const [first] = files;
  selected.value = null;
  if (files.length === 1 && /^["']?nines["']?\s*:/m.test(first.text)) {
    beginWith(first.text, `open ${first.file}`);
    brought.value = null;
    notice.value = `${first.file} is open. What you had is among your documents, and undo brings it back.`;
    return true;
  }
  const log = files.find(({ file, text }) => /\.csv$/i.test(file) || /^\s*start\s*[,;]/i.test(text));
  if (log !== undefined) {
    const how = 'an incident log: the command «nines fit» says what it tells, and writes parameters for a model.';
    return refuse([`${log.file}: ${how}`]);
  }
  const { imported, problems } = importFiles(files);
  if (imported === null) return refuse(problems.map(({ file, line, message }) => `${file}, line ${line}: ${message}`));
  beginWith(imported.model, `draft from ${files.map(({ file }) => file).join(', ')}`);
  brought.value = { imported, problems: [] };
  void weigh(imported);
  notice.value =
    'A draft: its questions are parameters. What you had is among your documents, and undo brings it back.';
  return true;
}

/** Of which it is being tried how much each question moves the answer. */
export const weighing = signal<Imported | null>(null);

/** As the command does; of a draft that has errors, or that never fails, nothing is said. */
async function weigh(imported: Imported): Promise<void> {
  weighing.value = imported;
  const names = imported.questions.map(({ parameter }) => parameter);
  const moves = await desk.moves(imported.model, names).catch(() => null);
  if (moves !== null && brought.value?.imported === imported)
    brought.value = { imported: withMoves(imported, moves), problems: [] };
  if (weighing.value === imported) weighing.value = null;
}

function refuse(problems: readonly string[]): false {
  brought.value = { imported: null, problems };
  return false;
}

export async function bringFiles(list: Iterable<File>): Promise<boolean> {
  const files = [...list];
  const large = files.find(({ size }) => size > MOST_BYTES);
  if (large !== undefined) return refuse([`${large.name}: it is larger than 4 MB.`]);
  return bring(await Promise.all(files.map(async (each) => ({ file: each.name, text: await each.text() }))));
}

/** Files that are dropped anywhere on the page. */
export function takeDrops(): void {
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (event.defaultPrevented || !carriesFiles(event)) return;
    event.preventDefault();
    void bringFiles(event.dataTransfer!.files).then((isThere) => {
      if (!isThere) notice.value = brought.value!.problems[0];
    });
  });
}
