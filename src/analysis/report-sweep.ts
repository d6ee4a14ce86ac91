import type { ModelIdentity, Report, RunFigures } from './report-run.ts';
import type { Verdict } from './report-targets.ts';

/** What `nines sweep` prints with `--format json`, and `sweep` resolves to. */
export interface SweepReport {
  readonly nines: 1;
  readonly kind: 'sweep';
  /** The model as it is where nothing is varied. */
  readonly model: ModelIdentity;
  /** Over all points. `partial`: points are missing, or one was ended early. */
  readonly run: RunFigures;
  /** What decides where each point's run ends. Where all of it is the same again, a sweep can be continued. */
  readonly asked: SweepWishes;
  /** The parameters that are varied, the last one fastest. */
  readonly vary: readonly string[];
  /** All values of each, in their order: SI numbers, or the text of a distribution. With `solved`, the two ends. */
  readonly values: Readonly<Record<string, readonly (number | string)[]>>;
  /** The SI unit of each as the language writes it, empty for a plain number; null where a value is a distribution. */
  readonly units: Readonly<Record<string, string | null>>;
  /**
   * Those that are there, in the order of the grid; with `solved`, every value that was tried, from one end to the
   * other.
   */
  readonly points: readonly SweepPoint[];
  /** Of `--solve`. */
  readonly solved?: SolvedFigures;
}

export interface SweepWishes {
  /** Years of each point; with a precision, or with `--solve`, the most that one may take. */
  readonly years: number;
  readonly precision: number | null;
  /** The assertion of `--solve`. */
  readonly solve: string | null;
}

export interface SweepPoint {
  /** What is varied: SI numbers, or the text of a distribution. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** As of a run of its own, from the same history as all others. */
  readonly report: Report;
  /**
   * Of a finished point: SHA-256 of all that is the same on every machine, so that nobody goes on from other figures.
   */
  readonly checksum?: string;
}

/** Where an assertion begins to fail, or to hold, between the two ends of a range. */
export interface SolvedFigures {
  readonly parameter: string;
  readonly assertion: string;
  /** At the range's first and last value. Where both are met, or both missed, there is nothing to find between them. */
  readonly ends: readonly [Verdict, Verdict];
  /** The last value at which the whole interval is on the right side of the goal; null where none was found. */
  readonly met: number | null;
  /** The first value at which all of it is on the wrong one. */
  readonly missed: number | null;
  /** Values between the two at which the interval held the goal to the end. */
  readonly undecided: readonly number[];
}
