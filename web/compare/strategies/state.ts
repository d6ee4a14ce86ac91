import { computed, signal } from '@preact/signals';
import type { ExperimentFigures, Report } from '../../../src/analysis/report.ts';
import { desk } from '../../desk/desk.ts';
import { GALLERY_FILES, loadModel } from '../../model/gallery.ts';
import { PUBLISHED, type StrategyName } from '../../../src/plots/data/published.ts';
import type { StrategyResult } from '../../../src/plots/data/strategies.ts';

/** The experiment that each of the four models has. */
const EXPERIMENT = 'lose-region';
export const RUNS = 1000;
/** What they are for, the relative cost, is exact with any number of them. */
export const YEARS = 2000;

/** A strategy and what came of it so far. */
export interface Trial {
  readonly strategy: StrategyName;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** null until they are there. */
  readonly experiment: ExperimentFigures | null;
  readonly report: Report | null;
  /** Why it failed. */
  readonly reason: string;
}

const fileOf = (strategy: StrategyName) => `dr/${strategy}`;

/** Whether the gallery has all four of them. */
export const canTry = PUBLISHED.every(({ strategy }) => GALLERY_FILES.includes(fileOf(strategy)));

/** Outlives the view: going to another tab and back loses nothing. Empty: nobody has asked yet. */
export const trials = signal<readonly Trial[]>([]);

export const results = computed<readonly StrategyResult[]>(() =>
  trials.value.flatMap(({ strategy, experiment, report }) =>
    experiment === null ? [] : [{ strategy, experiment, relative: report?.cost.relative ?? null }],
  ),
);

/** Loses the region under each of the four; ordinary years of each follow. A second call does nothing. */
export async function tryStrategies(): Promise<void> {
  if (trials.peek().length > 0) return;
  trials.value = PUBLISHED.map(({ strategy }) => ({
    strategy,
    state: 'waiting',
    experiment: null,
    report: null,
    reason: '',
  }));
  for (const { strategy } of PUBLISHED) await tryOne(strategy);
}

/** Over once the region was lost; the ordinary years come after that. */
export async function tryOne(strategy: StrategyName): Promise<void> {
  update(strategy, { state: 'running', reason: '' });
  try {
    const model = await loadModel(fileOf(strategy));
    if (model === null) throw new Error('the gallery has no such model');
    const { experiments } = await desk.conductExperiments(model.text, {}, { names: [EXPERIMENT], runs: RUNS });
    const experiment = experiments.find(({ name }) => name === EXPERIMENT);
    if (experiment === undefined) throw new Error(`its model has no experiment '${EXPERIMENT}'`);
    update(strategy, { experiment });
    void runYears(strategy, model.text);
  } catch (error) {
    fail(strategy, error);
  }
}

async function runYears(strategy: StrategyName, text: string): Promise<void> {
  try {
    update(strategy, { state: 'done', report: await desk.whole({ text, years: YEARS }) });
  } catch (error) {
    fail(strategy, error);
  }
}

function fail(strategy: StrategyName, error: unknown): void {
  update(strategy, { state: 'failed', reason: error instanceof Error ? error.message : String(error) });
}

function update(strategy: StrategyName, change: Partial<Trial>): void {
  trials.value = trials.peek().map((trial) => (trial.strategy === strategy ? { ...trial, ...change } : trial));
}
