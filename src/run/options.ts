import type { Report } from '../analysis/report.ts';
import type { Notice } from './runner.ts';

export interface SimulateOptions {
  /** Whole years to simulate. Default: the model's `simulation.years`; with `precision`, as many as it takes. */
  readonly years?: number | undefined;
  /** Names the random streams. Default: the model's `simulation.seed`. */
  readonly seed?: string | number | undefined;
  /**
   * Run until the half-width of the 95% interval on unavailability is within this share of it (0.05 is 5%), or
   * `years` or `maxTime` is over. Default: none, all years are run.
   */
  readonly precision?: number | undefined;
  /**
   * Worker threads. 0 runs on the calling thread. Default: one for each core, or the calling thread where the run
   * is over before a thread would have started. The report's figures do not depend on it.
   */
  readonly workers?: number | undefined;
  /** Whether the model's own experiments are made as well, ten thousand runs of each, after the years. Default: false. */
  readonly experiments?: boolean | undefined;
  /** Seconds of wall clock after which the run ends with what it has. A first batch is waited for a little longer, at least
   * two seconds; if there is none by then, the run rejects with an error that says so. Default: none. */
  readonly maxTime?: number | undefined;
  /** Aborting it ends the run with what it has, `run.partial` set. */
  readonly signal?: AbortSignal | undefined;
  /** Gets a partial report up to ten times a second. */
  readonly onProgress?: ((report: Report) => void) | undefined;
  /** Gets sentences for people: a worker died and was replaced, the precision was not reached. Changes no result. */
  readonly onNotice?: Notice | undefined;
}

/** More than this and years are no longer counted exactly enough to be worth the wait. */
const MOST = 1e9;

/** @throws RangeError naming the option, what it must be and what it is */
export function checkOptions(options: SimulateOptions): void {
  const { years, seed, precision, workers, maxTime } = options;
  if (years !== undefined) demand(isWhole(years, 1, MOST), 'years', 'a whole number of at least 1', years);
  if (workers !== undefined) demand(isWhole(workers, 0, 1024), 'workers', 'a whole number from 0 to 1024', workers);
  if (precision !== undefined)
    demand(precision > 0 && precision < 1, 'precision', 'a share between 0 and 1', precision);
  if (maxTime !== undefined) demand(maxTime > 0, 'maxTime', 'a positive number of seconds', maxTime);
  if (seed !== undefined) demand(typeof seed === 'string' || Number.isFinite(seed), 'seed', 'text or a number', seed);
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function demand(holds: boolean, option: string, what: string, value: unknown): void {
  if (!holds) throw new RangeError(`${option} must be ${what}, not ${String(value)}.`);
}
