import { effect } from '@preact/signals';
import { desk, DeskReplaced, replacements } from '../desk/desk.ts';
import type { Progress, Reading } from '../desk/types.ts';
import { autorun, model, notice, progress, ranText, reading, seed, text, years } from './store.ts';

/** Reports are drawn at most this often; the first one of a run at once. */
const REDRAW_MILLISECONDS = 100;
/** So long after a run has begun its first figures are late. */
const LATE_MILLISECONDS = 400;
/** While somebody types, wait for a pause this long; a slider's steps come slower than that anyway. */
const SETTLE_MILLISECONDS = 25;

let current: number | null = null;
/** The run asked for last, whose number may not be known yet: a pause waits for it. */
let asked: Promise<number | null> = Promise.resolve(null);
let settling: ReturnType<typeof setTimeout> | undefined;
/** Counts changes: an answer to an earlier one is dropped. */
let change = 0;

/** A notice is gone after a while; what matters longer stands elsewhere. */
const NOTICE_MILLISECONDS = 8_000;

/** Takes notices back once they have been read. Called once. */
export function expireNotices(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    clearTimeout(timer);
    if (notice.value !== '') timer = setTimeout(() => (notice.value = ''), NOTICE_MILLISECONDS);
  });
}

/** Reads the text after each change, and runs it. Called once. */
export function followText(): void {
  effect(() => {
    // Named here so that the effect follows all of them.
    const wanted = { text: text.value, seed: seed.value, years: years.value };
    clearTimeout(settling);
    settling = setTimeout(() => void settle(wanted.text), SETTLE_MILLISECONDS);
  });
  effect(() => {
    if (replacements.value > 0) takeUpAgain(text.peek());
  });
}

/** The text that was taken up again after a desk was stuck. */
let suspect: string | null = null;

/** With the new desk the text is begun once more: it may be another one by now. The second time it is given up. */
function takeUpAgain(wanted: string): void {
  if (progress.peek()?.state === 'running') progress.value = { ...progress.peek()!, state: 'paused' };
  if (wanted !== suspect) {
    suspect = wanted;
    notice.value = 'The page’s worker did not answer for 20 s and was replaced; the model is begun again.';
    void settle(wanted);
    return;
  }
  const message =
    'this model kept the page’s worker busy without a break for 20 s, twice, and was given up; change it to go on';
  reading.value = {
    text: wanted,
    model: null,
    parameterUnits: {},
    edition: 0,
    isTerse: false,
    diagnostics: [{ severity: 'error', message, line: 1, column: 1, path: '', suggestion: null }],
  };
}

async function settle(wanted: string): Promise<void> {
  const mine = ++change;
  const read = await unlessReplaced(desk.read(wanted));
  if (mine !== change || read === null) return;
  reading.value = read;
  if (read.model === null) return;
  if (isSameRun(read)) return retell(read);
  model.value = read.model;
  if (!autorun.peek()) return remark(read);
  await Promise.all([run(), remark(read)]);
}

/** The first figures do not wait for warnings. */
async function remark(read: Reading): Promise<void> {
  if (!read.isTerse) return;
  const diagnostics = await unlessReplaced(desk.diagnostics(read.text));
  if (diagnostics !== null && reading.peek() === read) reading.value = { ...read, diagnostics, isTerse: false };
}

/** What is simulated, or was last. Its text may have other comments by now. */
let subject = { text: '', sha256: '', edition: 0, seed: '', years: 0 };
/** The last run that came to its end: what is shown while another one's first figures are long in coming. */
let finished: { readonly progress: Progress; readonly text: string } | null = null;

function isSameRun({ edition }: Reading): boolean {
  return (
    progress.peek() !== null &&
    subject.edition === edition &&
    subject.seed === seed.peek() &&
    subject.years === years.peek()
  );
}

/** The figures are of this text as well. */
function retell({ text: wanted, model: read }: Reading): void {
  subject = { ...subject, text: wanted, sha256: read!.sha256 };
  ranText.value = wanted;
  progress.value = asOf(progress.peek()!);
}

function asOf(news: Progress): Progress {
  const { report } = news;
  if (subject.sha256 === '' || report.model.sha256 === subject.sha256) return news;
  return { ...news, report: { ...report, model: { ...report.model, sha256: subject.sha256 } } };
}

/** Starts the text as it is; the run before it ends. */
export async function run(): Promise<void> {
  const wanted = { text: text.peek(), seed: seed.peek(), years: years.peek() };
  const number = await (asked = unlessReplaced(desk.start(wanted)));
  if (number === null) return;
  const read = reading.peek()?.text === wanted.text ? reading.peek() : null;
  subject = { ...wanted, sha256: read?.model?.sha256 ?? '', edition: read?.edition ?? 0 };
  current = number;
  const late = setTimeout(showFinished, LATE_MILLISECONDS);
  await watch(number, () => clearTimeout(late));
  clearTimeout(late);
}

/** Stale figures of a run that was cut off are rougher than those of the last that was not. */
function showFinished(): void {
  if (finished === null || progress.peek()?.state !== 'running') return;
  ranText.value = finished.text;
  progress.value = finished.progress;
}

export async function pause(): Promise<void> {
  const number = await asked;
  if (number !== null) await unlessReplaced(desk.pause(number));
}

export async function resume(): Promise<void> {
  if (current === null) return;
  const number = current;
  await unlessReplaced(desk.resume(number));
  await watch(number, () => undefined);
}

/** @param onNews called before anything of it is shown */
async function watch(number: number, onNews: () => void): Promise<void> {
  for (;;) {
    const news = await unlessReplaced(desk.next(number));
    if (news === null || number !== current) return;
    onNews();
    ranText.value = subject.text;
    progress.value = asOf(news);
    if (news.state === 'done') finished = { progress: progress.value, text: subject.text };
    if (news.notices.length > 0) notice.value = news.notices.join(' ');
    if (news.state !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, REDRAW_MILLISECONDS));
  }
}

/** What follows from a replacement is `takeUpAgain`'s business. */
async function unlessReplaced<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DeskReplaced) return null;
    throw error;
  }
}
