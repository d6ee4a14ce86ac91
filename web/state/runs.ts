import { effect } from '@preact/signals';
import { desk } from '../desk/desk.ts';
import { autorun, model, notice, progress, ranText, reading, seed, text, years } from './store.ts';

/** Reports are drawn at most this often; the first one of a run at once. */
const REDRAW_MILLISECONDS = 100;
/** While somebody types, wait for a pause this long; a slider's steps come slower than that anyway. */
const SETTLE_MILLISECONDS = 25;

let current: number | null = null;
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
}

async function settle(wanted: string): Promise<void> {
  const mine = ++change;
  const read = await desk.read(wanted);
  if (mine !== change) return;
  reading.value = read;
  if (read.model === null) return;
  model.value = read.model;
  if (autorun.peek()) await run();
}

/** Starts the text as it is; the run before it ends. */
export async function run(): Promise<void> {
  const wanted = text.peek();
  const number = await desk.start({ text: wanted, seed: seed.peek(), years: years.peek() });
  if (number === null) return;
  current = number;
  await watch(number, wanted);
}

export async function pause(): Promise<void> {
  if (current !== null) await desk.pause(current);
}

export async function resume(): Promise<void> {
  if (current === null) return;
  const number = current;
  await desk.resume(number);
  await watch(number, ranText.peek());
}

async function watch(number: number, wanted: string): Promise<void> {
  for (;;) {
    const news = await desk.next(number);
    if (news === null || number !== current) return;
    ranText.value = wanted;
    progress.value = news;
    if (news.notices.length > 0) notice.value = news.notices.join(' ');
    if (news.state !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, REDRAW_MILLISECONDS));
  }
}
