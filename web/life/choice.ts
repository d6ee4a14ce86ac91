import { batch, effect, signal } from '@preact/signals';
import type { Life } from '../../src/run/life.ts';
import type { LifeRequest } from '../desk/types.ts';
import { desk } from '../desk/desk.ts';
import { reading, seed, text } from '../state/store.ts';
import { type Bands, bandsOf } from './bands.ts';
import { beginAt } from './cursor.ts';
import { type Row, rowsOf } from './lanes.ts';

/*
 * Which life is shown. It stays while another tab is open, and follows the text.
 */

/** Seed of the lives; empty: that of the run. */
export const lifeSeed = signal('');
export const lifeYear = signal<LifeRequest['year']>({ replication: 0 });
export const life = signal<Life | null>(null);
/** What is drawn of it. */
export const drawn = signal<{ readonly life: Life; readonly bands: Bands; readonly rows: readonly Row[] } | null>(null);
export const loading = signal(false);
/** Why there is no new life, for people; empty: there is. */
export const failure = signal('');

/** Typing changes the text many times a second. */
const PAUSE_MILLISECONDS = 250;
/** The text and the choice that `life` or the request under way belongs to. */
let asked = '';
let requests = 0;

/** Keeps `life` in step with the text and the choice; returns what ends that. */
export function followChoice(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const found = reading.value;
    const request: LifeRequest = { text: text.value, seed: lifeSeed.value || seed.value, year: lifeYear.value };
    clearTimeout(timer);
    if (found === null || found.text !== request.text) return;
    if (found.model === null) {
      failure.value = 'The text has errors; this is the last life that could be simulated.';
      return;
    }
    const key = JSON.stringify(request);
    if (key === asked) {
      failure.value = '';
      return;
    }
    timer = setTimeout(() => void ask(request, key), life.peek() === null ? 0 : PAUSE_MILLISECONDS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function ask(request: LifeRequest, key: string): Promise<void> {
  asked = key;
  const number = ++requests;
  loading.value = true;
  try {
    const found = await desk.life(request);
    if (number !== requests) return;
    if (found === null) {
      failure.value = 'The text has errors; there is no life to show.';
      return;
    }
    // A fleet of thousands takes a while: in steps, so that the page stays quick.
    await turn();
    const bands = bandsOf(found);
    await turn();
    const rows = rowsOf(found, bands);
    await turn();
    if (number !== requests) return;
    batch(() => {
      failure.value = '';
      life.value = found;
      drawn.value = { life: found, bands, rows };
      beginAt(found);
    });
  } catch (error) {
    if (number !== requests) return;
    asked = '';
    failure.value = `This life could not be simulated: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    if (number === requests) loading.value = false;
  }
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Years are counted from 1 for people. */
export function showYear(year: number): void {
  lifeYear.value = { replication: Math.min(999_999_999, Math.max(0, Math.round(year) - 1)) };
}

export function showWorst(of: number): void {
  lifeYear.value = { worstOf: of };
}
