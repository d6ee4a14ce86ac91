import { renderJson } from '../report/index.ts';
import { MOST_YEARS } from '../run/plan.ts';
import type { Format } from './formats.ts';
import { deliver } from './output.ts';
import type { Goal } from './progress.ts';
import { maybe, readMaxTime, readPrecision, readSeed, readWorkers, readYears } from './quantity.ts';

/** What every command that prints a report takes, as commander hands it over. */
export interface OutputOptions {
  readonly set: readonly string[];
  readonly format: Format;
  readonly output?: string;
  readonly quiet: boolean;
}

/** What every command that simulates takes beside that. */
export interface SimulationOptions extends OutputOptions {
  readonly years?: string;
  readonly seed?: string;
  readonly precision?: string;
  readonly maxTime?: string;
  readonly workers?: string;
}

/** The same as numbers. */
interface Simulation {
  readonly years: number | undefined;
  readonly seed: string | undefined;
  readonly precision: number | undefined;
  /** Seconds. */
  readonly maxTime: number | undefined;
  readonly workers: number | undefined;
}

/** @throws UsageError naming the option, what it takes and what it was given */
export function readSimulation(options: Partial<Omit<SimulationOptions, keyof OutputOptions>>): Simulation {
  return {
    years: maybe(options.years, readYears),
    seed: maybe(options.seed, readSeed),
    precision: maybe(options.precision, readPrecision),
    maxTime: maybe(options.maxTime, readMaxTime),
    workers: maybe(options.workers, readWorkers),
  };
}

/** What a progress line counts towards. @param years that are run where nothing else is asked for */
export function goalOf({ years, precision, maxTime }: Simulation, defaultYears: number): Goal {
  return {
    years: years ?? (precision === undefined ? defaultYears : MOST_YEARS),
    precision: precision ?? null,
    maxTime: maxTime ?? null,
  };
}

/** Sentences that a run has for people: kept until its progress line is gone. */
interface Notices {
  readonly add: (message: string) => void;
  /** To standard error; nothing with `quiet`. */
  tell(quiet: boolean): void;
}

export function createNotices(): Notices {
  const messages: string[] = [];
  return {
    add: (message) => messages.push(message),
    tell(quiet) {
      if (!quiet) process.stderr.write(messages.map((message) => `nines: ${message}\n`).join(''));
    },
  };
}

type Rendered = string | Promise<string>;

/**
 * How one kind of report is written in each format; JSON is the same for all. HTML loads what it is made with: nobody
 * else should wait.
 */
type Renderers<F extends string = Format> = Readonly<Record<Exclude<F, 'json'>, () => Rendered>>;

/** Writes a report to where its options say. */
export async function deliverReport<F extends string>(
  report: object,
  renderers: Renderers<F>,
  { format, output }: { readonly format: F; readonly output?: string },
): Promise<void> {
  await deliver(await (format === 'json' ? renderJson(report) : renderers[format as Exclude<F, 'json'>]()), output);
}
