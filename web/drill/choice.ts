import { batch, effect, signal, untracked } from '@preact/signals';
import type { ExperimentAsk, ExperimentProgress } from '../desk/types.ts';
import { desk } from '../desk/desk.ts';
import { drilling, reading, seed, selected, tab, text } from '../state/store.ts';
import { clear, isAtEnd, play, show, step } from './player.ts';

/*
 * What is broken, and what is known of it: one run in slow motion, and many. Both follow the text, so that a slider
 * moves them.
 */

export const RUNS = 10_000;

/** Which run is shown, from 0. */
export const run = signal(0);
/** Why there is no new replay, for people; empty: there is. */
export const failure = signal('');
export const loading = signal(false);
/** The many runs. */
export const many = signal<ExperimentProgress | null>(null);
export const manyFailure = signal('');
/** What `many` belongs to; figures of an older text are marked. */
export const manyIsOld = signal(false);

/** Typing changes the text many times a second. */
const PAUSE_MILLISECONDS = 250;
/** Reports are drawn at most this often. */
const REDRAW_MILLISECONDS = 150;

let isFollowing = false;
/** What the replay, or the request under way, belongs to. */
let asked: { readonly key: string; readonly run: number } | null = null;
let requests = 0;
let manyAsked = '';
/** The number of the many runs under way, which a stop waits for. */
let manyNumber: Promise<number | null> = Promise.resolve(null);
let manyRequests = 0;

/** Breaks it, and shows what follows. */
export function begin(ask: ExperimentAsk): void {
  follow();
  batch(() => {
    clear();
    asked = null;
    manyAsked = '';
    many.value = null;
    run.value = 0;
    drilling.value = ask;
    selected.value = null;
    tab.value = 'drill';
  });
  document.getElementById('topology-title')?.focus({ preventScroll: true });
}

/** Once the drill is there to be looked at. */
export function bringIntoView(): void {
  document
    .getElementById('topology-title')
    ?.scrollIntoView({ block: 'start', behavior: isStill() ? 'auto' : 'smooth' });
}

/** Somebody has seen enough: the focus goes where the drill was. */
export function finish(): void {
  end();
  document.getElementById('topology-title')?.focus({ preventScroll: true });
}

/** All is whole again. */
export function end(): void {
  batch(() => {
    drilling.value = null;
    clear();
    failure.value = '';
    asked = null;
    dropMany();
  });
}

export function again(): void {
  run.value++;
}

export function stopMany(): void {
  const stop = (number: number | null) => (number === null ? undefined : desk.stopExperiment(number));
  manyNumber.then(stop).catch(() => undefined);
}

/** Keeps both in step with what is broken, the text, the seed and the run. Begins with the first drill, never ends. */
function follow(): void {
  if (isFollowing) return;
  isFollowing = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const ask = drilling.value;
    const request = { text: text.value, seed: seed.value };
    const found = reading.value;
    const number = run.value;
    clearTimeout(timer);
    if (ask === null || found === null || found.text !== request.text) return;
    if (found.model === null) {
      failure.value = 'The text has errors; this is the last drill that could be run.';
      return;
    }
    const start = () => {
      void askOnce({ ...request, ask, run: number });
      void askMany({ ...request, ask, runs: RUNS });
    };
    // At once, so that there are runs to stop as soon as there is a button that stops them.
    if (asked === null) untracked(start);
    else timer = setTimeout(start, PAUSE_MILLISECONDS);
  });
  // One life moves the topology as well.
  effect(() => {
    if (tab.value === 'life' && drilling.peek() !== null) end();
  });
}

async function askOnce(request: Parameters<typeof desk.experimentLife>[0]): Promise<void> {
  const key = JSON.stringify(request);
  if (key === asked?.key) {
    failure.value = '';
    return;
  }
  const wasAtEnd = isAtEnd();
  const isOther = asked?.run !== request.run;
  asked = { key, run: request.run };
  const number = ++requests;
  loading.value = true;
  try {
    const life = await desk.experimentLife(request);
    if (number !== requests || drilling.peek() === null) return;
    if (life === null) {
      failure.value = 'The model as it is now has nothing that could be broken so.';
      clear();
      return;
    }
    failure.value = '';
    // Somebody who has seen it to its end and moves a slider wants to see the new end.
    show(life, wasAtEnd && !isOther ? 'end' : 'start');
    if (!isOther) return;
    if (isStill()) step(1);
    else play();
  } catch (error) {
    if (number !== requests) return;
    asked = null;
    failure.value = `This drill could not be run: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    if (number === requests) loading.value = false;
  }
}

async function askMany(request: Parameters<typeof desk.startExperiment>[0]): Promise<void> {
  const key = JSON.stringify(request);
  if (key === manyAsked) return;
  manyAsked = key;
  manyIsOld.value = many.peek() !== null;
  manyFailure.value = '';
  const mine = ++manyRequests;
  try {
    const number = await (manyNumber = desk.startExperiment(request));
    if (mine !== manyRequests) return;
    if (number === null) many.value = null;
    while (number !== null) {
      const news = await desk.nextExperiment(number);
      if (mine !== manyRequests || news === null) return;
      batch(() => {
        many.value = news;
        manyIsOld.value = false;
      });
      if (news.isOver) return;
      await new Promise((resolve) => setTimeout(resolve, REDRAW_MILLISECONDS));
    }
  } catch (error) {
    if (mine !== manyRequests) return;
    manyAsked = '';
    manyFailure.value = `The runs could not be made: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function dropMany(): void {
  stopMany();
  manyRequests++;
  manyNumber = Promise.resolve(null);
  manyAsked = '';
  many.value = null;
  manyFailure.value = '';
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
