import type { Moment } from '../../src/topology/state.ts';
import { computed, signal } from '@preact/signals';
import type { Report } from '../../src/analysis/report.ts';
import type { Model } from '../../src/model/model.ts';
import type { Part } from '../text/whereabouts.ts';
import type { ExperimentAsk, Progress, Reading } from '../desk/types.ts';

/*
 * The page's state, all of it. `text` is the single source of truth: the editor, the sliders and a link only ever
 * change the text (through `history.ts`); everything else follows from it.
 */

export type Tab =
  'downtime' | 'recovery' | 'data' | 'causes' | 'why' | 'cost' | 'life' | 'drill' | 'compare' | 'sweep' | 'learn';
export const TABS: readonly Tab[] = [
  'downtime',
  'recovery',
  'data',
  'causes',
  'why',
  'cost',
  'life',
  'drill',
  'compare',
  'sweep',
  'learn',
];
export type Theme = 'auto' | 'light' | 'dark';

export const text = signal('');
/** Empty: the model's own seed. */
export const seed = signal('');
/** 0: the model's own years. */
export const years = signal(0);
export const tab = signal<Tab>('downtime');
export const theme = signal<Theme>('auto');
/** Run again after each change. */
export const autorun = signal(true);

/** The latest reading, of the text as it is or was a moment ago. */
export const reading = signal<Reading | null>(null);
/** The last model without errors: what the topology and the results show while the text has some. */
export const model = signal<Model | null>(null);
export const progress = signal<Progress | null>(null);
/** The text that `progress` belongs to. */
export const ranText = signal('');

export const report = computed<Report | null>(() => progress.value?.report ?? null);
/** The results shown are not of the text as it is. */
export const stale = computed(() => progress.value !== null && ranText.value !== text.value);
/** There is nothing to simulate yet: all that is wrong with the text is that it has no services. */
export const blank = computed(() => {
  const { model, diagnostics } = reading.value ?? {};
  const errors = diagnostics?.filter(({ severity }) => severity === 'error') ?? [];
  return model === null && errors.every(({ message }) => /^('services' is missing|the model is empty)/.test(message));
});
export const running = computed(() => progress.value?.state === 'running');
/** Nothing new comes by itself: somebody has to run the text as it is. */
export const waits = computed(() => !autorun.value && !running.value && (progress.value === null || stale.value));
/** What stands where the first figures will. */
export const beforeFigures = computed(() =>
  waits.value ? 'Nothing has been simulated yet: press Run.' : 'The first figures come in a moment.',
);

/** What the pointer or the keyboard has chosen on the topology; names as the report's causes have them. */
export const selected = signal<Part | null>(null);
/** Where what is chosen is used, if it is not drawn itself; names as they are written. */
export const related = signal<readonly Part[]>([]);
/** What is being broken to see what follows; null: nothing. */
export const drilling = signal<ExperimentAsk | null>(null);
/** Each figure has a «?» that says what it means; otherwise none is there. */
export const explaining = signal(false);
/** What the topology shows, from the life view or a drill; null: the system at rest. */
export const moment = signal<Moment | null>(null);
/** Short-lived sentence for the status line (and screen readers). */
export const notice = signal('');
