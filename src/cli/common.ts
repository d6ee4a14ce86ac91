import { renderJson } from '../report/index.ts';
import type { Format } from './formats.ts';
import { readSettings } from './input.ts';
import { checkOutput, deliver } from './output.ts';
import { maybe, readMaxTime, readPrecision, readSeed, readWorkers, readYears } from './quantity.ts';

/** What commands that print a report take, as commander hands it over. */
export interface OutputOptions<F extends string = Format> {
  readonly set: readonly string[];
  readonly format: F;
  readonly output?: string;
  readonly quiet: boolean;
}

/** What commands that simulate take beside that; not each of them takes all. */
export interface StudyOptions<F extends string = Format> extends OutputOptions<F> {
  readonly years?: string;
  readonly seed?: string;
  readonly precision?: string;
  readonly maxTime?: string;
  readonly workers?: string;
  /** Which of how many, such as 3/40. */
  readonly part?: string;
  /** The URL of a queue. */
  readonly on?: string;
  readonly detach?: boolean;
}

/** The same, read. */
export interface Common {
  readonly years: number | undefined;
  readonly seed: string | undefined;
  readonly precision: number | undefined;
  /** Seconds. */
  readonly maxTime: number | undefined;
  readonly workers: number | undefined;
  readonly set: Readonly<Record<string, string>>;
  readonly output: string | undefined;
  readonly quiet: boolean;
}

/**
 * The options that commands have in common: read here for all of them, before anything else is done.
 * @throws UsageError naming the option, what it takes and what it was given
 */
export async function readCommon(options: Partial<StudyOptions<string>>): Promise<Common> {
  const common = {
    years: maybe(options.years, readYears),
    seed: maybe(options.seed, readSeed),
    precision: maybe(options.precision, readPrecision),
    maxTime: maybe(options.maxTime, readMaxTime),
    workers: maybe(options.workers, readWorkers),
    set: readSettings(options.set ?? []),
    output: options.output,
    quiet: options.quiet ?? false,
  };
  await checkOutput(common.output);
  return common;
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
