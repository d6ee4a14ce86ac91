import { computed, effect, signal } from '@preact/signals';
import type { PatternFigures } from '../../src/analysis/report-explanation.ts';
import { type Followed, followStudy } from '../desk/follow.ts';
import { change } from '../state/history.ts';
import { autorun, blank, model, notice, reading, running, seed, stale, text, years } from '../state/store.ts';

/*
 * What each pattern that fits the model would buy. Found out in the background once the page has nothing else to do,
 * at once while somebody looks; a change of the model ends that, and it begins anew. What was known of the text before
 * stays until then, marked.
 */

/** Years of the model as it is that the study may reckon with. */
const MOST_YEARS = 10_000;
/** What is watched comes first; it may take long, though. While nobody looks it has to be over for so long. */
const PATIENCE_MILLISECONDS = 3_000;

interface Found {
  /** The text that they are patterns of. */
  readonly text: string;
  readonly currency: string;
  readonly figures: PatternFigures;
}

/** Whether somebody looks. */
export const looking = signal(false);
export const found = signal<Found | null>(null);
export const busy = signal(false);
export const problem = signal('');
/** They are of a text that is not there any more. */
export const old = computed(() => found.value !== null && found.value.text !== text.value);

let isFollowing = false;
let following: Followed | null = null;
let asked = '';

/** From here on patterns are tried. Once is enough. */
export function followPatterns(): void {
  if (isFollowing) return;
  isFollowing = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const read = reading.value;
    const key = JSON.stringify([text.value, seed.value, years.value]);
    clearTimeout(waiting);
    if (key !== asked) letGo();
    if (key === asked || read === null || read.model === null || read.text !== text.value || blank.value) return;
    // Nobody wants to be simulated unasked.
    if (!autorun.value && (stale.value || !looking.value)) return;
    if (looking.value && !running.value) ask(key);
    else if (looking.value || !running.value) waiting = setTimeout(() => ask(key), PATIENCE_MILLISECONDS);
  });
}

/** What is under way is of a model that is gone. */
function letGo(): void {
  following?.drop();
  following = null;
  asked = '';
  busy.value = false;
}

function ask(key: string): void {
  asked = key;
  busy.value = true;
  problem.value = '';
  const of = text.peek();
  const own = years.peek() || (model.peek()?.simulation.years ?? MOST_YEARS);
  const study = { kind: 'patterns', text: of, seed: seed.peek(), chosen: null } as const;
  following = followStudy({ ...study, years: Math.min(own, MOST_YEARS) }, ({ report, isOver, problem: why }) => {
    if (asked !== key) return;
    if (report?.kind === 'patterns') found.value = { text: of, currency: report.currency, figures: report.patterns };
    busy.value = !isOver;
    problem.value = why;
  });
}

/** Makes one of them so: one step of the history. Nothing where the text is another by now. */
export function make(effect: PatternFigures['effects'][number]): void {
  if (found.peek()?.text !== text.peek()) return;
  const patched = [...effect.patch]
    .reverse()
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text.peek());
  change(patched, `${effect.title.toLowerCase()}${effect.on === null ? '' : `: ${effect.on}`}`);
  notice.value = effect.says;
}
