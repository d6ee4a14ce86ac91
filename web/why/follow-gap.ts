import { effect } from '@preact/signals';
import { reading, running, seed, text, years } from '../state/store.ts';
import { ask, isOld, studies } from './state.ts';

/** A waterfall that took longer than this is done again only when somebody asks. */
const QUICK_MILLISECONDS = 15_000;
/** Of the first run, which nobody knows the length of: with more years than this, only when somebody asks. */
const MOST_YEARS = 100_000;
/** Typing and dragging change the text many times a second. */
const PAUSE_MILLISECONDS = 700;
/** The run goes first: it answers at once. One that goes on longer waits for nobody. */
const RUN_WAIT_MILLISECONDS = 4_000;

/** Keeps the waterfall in step with the text while the view is open, where that is quick. @returns ends it */
export function followGap(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = effect(() => {
    const wanted = text.value;
    const read = reading.value;
    const isRunning = running.value;
    const isKnown = studies.gap.value.found !== null && !isOld.gap.value;
    // A change of these makes the figures old.
    const asked = { seed: seed.value, years: years.value };
    clearTimeout(timer);
    const { state, subject, tookMilliseconds } = studies.gap.peek();
    if (isKnown || read === null || read.text !== wanted || read.model === null) return;
    const isTried =
      subject !== null && subject.text === wanted && subject.seed === asked.seed && subject.years === asked.years;
    if (isTried && state !== 'never') return;
    const isQuick =
      tookMilliseconds > 0
        ? tookMilliseconds <= QUICK_MILLISECONDS
        : (asked.years || read.model.simulation.years) <= MOST_YEARS;
    if (!isQuick) return;
    timer = setTimeout(
      () => ask('gap'),
      isRunning ? RUN_WAIT_MILLISECONDS : studies.gap.peek().found === null ? 0 : PAUSE_MILLISECONDS,
    );
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
