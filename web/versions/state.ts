import { computed, effect, signal } from '@preact/signals';
import type { ComparisonReport, Report } from '../../src/analysis/report.ts';
import { inWords } from '../../src/report/comparison/in-words.ts';
import { followStudy, type Followed } from '../desk/follow.ts';
import { beginnings, documentId } from '../state/autosave.ts';
import { undoLabel } from '../state/history.ts';
import {
  autorun,
  model,
  notice,
  progress,
  ranText,
  reading,
  running,
  seed,
  stale,
  text,
  years,
} from '../state/store.ts';
import { bought } from './bought.ts';
import { taken, type Version, type Versions } from './list.ts';

/*
 * The versions that a document has gone through since the page was opened, and what one has more than another: from the
 * same history for both, in the desk's worker, once the run that is watched is over.
 */

/** A version is taken once the text has stood for so long: a slider that is dragged makes one. */
const SETTLE_MILLISECONDS = 500;
/** A run that takes longer is not waited for. */
const PATIENCE_MILLISECONDS = 3_000;
/** As many years as most differences need; more would be felt by whoever goes on. */
const MOST_YEARS = 20_000;

export const versions = signal<Versions | null>(null);
/** [id] what a version came to, as it was seen first. */
export const reports = signal<ReadonlyMap<number, Report>>(new Map());

/** What one version has more than another. */
interface Paired {
  readonly from: number;
  readonly to: number;
  /** null until there is something. */
  readonly report: ComparisonReport | null;
  readonly isOver: boolean;
  /** Why there is nothing, in a sentence; empty: it is not known that there will be none. */
  readonly problem: string;
}

/** By `from-to`, the last ones asked for. */
const found = signal<ReadonlyMap<string, Paired>>(new Map());
/** Which two somebody wants to see; null: the one in the editor against the one before. */
export const chosen = signal<{ readonly from: number; readonly to: number } | null>(null);

export const shown = computed<Paired | null>(() => {
  const pair = wanted.value;
  return pair === null ? null : pairOf(pair.from, pair.to);
});
/** The strip's: whoever compares others in the dialog changes nothing there. */
export const last = computed<Paired | null>(() => {
  const pair = lastPair.value;
  return pair === null ? null : pairOf(pair.from, pair.to);
});

const NOTHING = { report: null, isOver: false, problem: '' } as const;
const lastPair = computed(() => {
  const now = versions.value;
  return now === null || now.before === null ? null : { from: now.before, to: now.current };
});
const wanted = computed(() => {
  const pair = chosen.value;
  const ids = versions.value?.all.map(({ id }) => id) ?? [];
  return pair !== null && ids.includes(pair.from) && ids.includes(pair.to) ? pair : lastPair.value;
});

const keyOf = ({ from, to }: Pick<Paired, 'from' | 'to'>) => `${from}-${to}`;
export const versionOf = (id: number): Version | undefined => versions.value?.all.find((each) => each.id === id);

/** What was changed, in words; what the history calls it until that is known. */
export function changedIn({ id, act, parent }: Version): string {
  const changes = parent === null ? [] : (pairOf(parent, id).report?.differences[0].changes ?? []);
  return changes.length === 0 ? act : inWords(changes).join('; ');
}

/** What is known of two versions. */
export function pairOf(from: number, to: number): Paired {
  return found.value.get(keyOf({ from, to })) ?? { from, to, ...NOTHING };
}

let isFollowing = false;
let of = '';
let following: { readonly key: string; readonly study: Followed } | null = null;

/** From here on versions are taken. Once is enough. */
export function followVersions(): void {
  if (isFollowing) return;
  isFollowing = true;
  let settling: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    void [text.value, reading.value, documentId.value, beginnings.value];
    clearTimeout(settling);
    settling = setTimeout(take, versions.peek() === null ? 0 : SETTLE_MILLISECONDS);
  });
  effect(() => {
    const now = progress.value;
    const current = versions.value?.current;
    if (now === null || current === undefined || now.state !== 'done') return;
    if (versionOf(current)?.text === ranText.value) reports.value = new Map([...reports.peek(), [current, now.report]]);
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    // Other years are another history.
    void [seed.value, years.value];
    found.value = new Map();
  });
  effect(() => {
    const pair = wanted.value;
    void [seed.value, years.value];
    clearTimeout(waiting);
    // Nobody wants to be simulated unasked.
    if (!autorun.value && stale.value) return;
    if (pair === null || found.peek().get(keyOf(pair))?.isOver === true) return;
    // What is watched comes first.
    if (!running.value) pairUp(pair);
    else waiting = setTimeout(() => pairUp(pair), PATIENCE_MILLISECONDS);
  });
}

function take(): void {
  const read = reading.peek();
  if (read === null || read.model === null || read.text !== text.peek()) return;
  const now = { text: read.text, edition: read.edition, act: undoLabel.peek() };
  const document = `${documentId.peek()} ${beginnings.peek()}`;
  const isOther = of !== document;
  of = document;
  const next = taken(versions.peek(), now, isOther);
  if (next.current !== versions.peek()?.current) chosen.value = null;
  versions.value = next;
}

function pairUp(pair: Pick<Paired, 'from' | 'to'>): void {
  const key = keyOf(pair);
  const [from, to] = [versionOf(pair.from), versionOf(pair.to)];
  if (following?.key === key || from === undefined || to === undefined) return;
  following?.study.drop();
  const own = years.peek() || (model.peek()?.simulation.years ?? MOST_YEARS);
  const ask = {
    kind: 'difference',
    texts: [from.text, to.text],
    seed: seed.peek(),
    years: Math.min(own, MOST_YEARS),
  } as const;
  const study = followStudy(ask, ({ report, isOver, problem }) => {
    const before = found.peek().get(key)?.report ?? null;
    const now = report?.kind === 'comparison' ? report : before;
    found.value = new Map([...found.peek(), [key, { ...pair, report: now, isOver, problem }]]);
    if (!isOver) return;
    if (following?.key === key) following = null;
    // Behind what the act itself has just said, which nobody would hear otherwise.
    if (now !== null && key === keyOf(lastPair.peek() ?? pair))
      notice.value = `${notice.peek()} ${sentenceOf(now)}`.trim();
  });
  following = { key, study };
}

/** For whoever does not see the strip. */
function sentenceOf(report: ComparisonReport): string {
  return `Against the version before: ${bought(report, true)
    .map((part) => part.text)
    .join(', ')}.`;
}
