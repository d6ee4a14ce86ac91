import type { ExperimentFigures, Report } from '../analysis/report.ts';
import type { Model } from '../model/model.ts';
import { experimentOn } from './experiment-on.ts';
import type { SimulateOptions } from './options.ts';
import type { Platform } from './pool.ts';

/**
 * A run's report with the model's own experiments beside it. Where time is up, or the signal aborted, it has those that were
 * made by then and is partial.
 * @param left milliseconds of the time that the run may take; Infinity: any
 */
export async function withExperiments(
  platform: Platform | null,
  model: Model,
  report: Report,
  options: SimulateOptions,
  left: number,
): Promise<Report> {
  if (model.experiments.length === 0) return report;
  const { seed, workers, signal, onNotice } = options;
  const ends = [
    ...(signal === undefined ? [] : [signal]),
    ...(left === Infinity ? [] : [AbortSignal.timeout(Math.max(0, left))]),
  ];
  const ending = ends.length === 0 ? undefined : AbortSignal.any(ends);
  const { experiments, isWhole } = await made(
    () => experimentOn(platform, model, { seed, workers, signal: ending, onNotice }),
    () => ending?.aborted === true,
  );
  return { ...report, run: isWhole ? report.run : { ...report.run, partial: true }, experiments };
}

/** None where all ended before the first runs were over. */
async function made(
  make: () => ReturnType<typeof experimentOn>,
  isOver: () => boolean,
): Promise<{ experiments: readonly ExperimentFigures[]; isWhole: boolean }> {
  if (isOver()) return { experiments: [], isWhole: false };
  try {
    const { experiments, run } = await make();
    return { experiments, isWhole: !run.partial };
  } catch (error) {
    if (isOver()) return { experiments: [], isWhole: false };
    throw error;
  }
}
