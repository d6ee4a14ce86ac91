import type { Explanation } from '../../src/analysis/report-explanation.ts';
import type { LimitReport } from '../../src/analysis/report-limit.ts';
import type { OptimizationReport } from '../../src/analysis/report-optimization.ts';
import type { ComparisonReport, ExperimentsReport, Report, SweepReport } from '../../src/analysis/report.ts';
import type { CutSet, ImportanceFigures, SinglePoint } from '../../src/analysis/structure/index.ts';
import type { Act, Outcome } from '../../src/edit/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Model } from '../../src/model/model.ts';
import type { ExperimentLife } from '../../src/run/experiment-life.ts';
import type { Life } from '../../src/run/life.ts';
import type { Moves } from '../../src/run/question-moves.ts';
import type { PatternReport } from '../../src/run/patterns-on.ts';
import type { Refusal } from '../../src/analysis/theorems.ts';

/** A model's text as the desk read it. */
export interface Reading {
  readonly text: string;
  /** All errors and warnings, in the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it may have warnings all the same, which have to be asked for. */
  readonly isTerse: boolean;
  /** null while there are errors. */
  readonly model: Model | null;
  /** For each parameter its SI unit as text (`s`, `USD/s`, `` for a plain number), null for a distribution. */
  readonly parameterUnits: Readonly<Record<string, string | null>>;
  /** The same as that of the text before while the model is: comments and blank lines change nothing. 0: none yet. */
  readonly edition: number;
}

/** Structure of a model that has no errors. */
export interface Structure {
  readonly singlePoints: readonly SinglePoint[];
  /** Minimal, the likeliest first; of a large model, which can have half a million, the first two hundred. */
  readonly cutSets: readonly CutSet[];
  /** [order − 1] how many there are of one, two and three. */
  readonly cutSetsByOrder: readonly number[];
  /** Most important first. */
  readonly importance: readonly ImportanceFigures[];
  /** What is not known of it, as something that it uses has not been thought about. */
  readonly refused: readonly Refusal[];
}

/** What a run says next. */
export interface Progress {
  readonly report: Report;
  /** 0 to 1. */
  readonly done: number;
  readonly state: 'running' | 'paused' | 'done';
  /** Sentences for people, such as a worker that died and was replaced. */
  readonly notices: readonly string[];
}

export interface RunRequest {
  readonly text: string;
  readonly seed?: string;
  readonly years?: number;
}

export interface LifeRequest extends RunRequest {
  /** Which year: this one, or the worst of so many from 0 on. */
  readonly year: { readonly replication: number } | { readonly worstOf: number };
}

/** What is to be broken: one of the model's own experiments, or what somebody chose on the page. */
export type ExperimentAsk =
  | { readonly experiment: string }
  | {
      /** As in a model's `fail` and `corrupt`: `us-east-1`, `db`, `db[1]`, `db.active`. */
      readonly fail?: readonly string[];
      readonly corrupt?: readonly string[];
      /** How long it stays failed; null: its own time to repair. */
      readonly forSeconds: number | null;
      readonly losesData: boolean;
    };

export interface ExperimentRequest {
  readonly text: string;
  /** Empty: the model's own seed. */
  readonly seed: string;
  readonly ask: ExperimentAsk;
}

interface ExperimentsOptions {
  /** Default: all of them. */
  readonly names?: readonly string[];
  readonly runs: number;
  readonly seed?: string;
}

/** What many runs of an experiment say next. */
export interface ExperimentProgress {
  /** Runs finished, of so many. */
  readonly done: number;
  readonly runs: number;
  /** null until there is one. */
  readonly report: ExperimentsReport | null;
  readonly isOver: boolean;
}

/** A question that takes many runs. `seed` empty, `years` 0: the model's own. */
export type StudyAsk =
  /** A comparison of two versions, beside one that somebody watches. */
  | {
      readonly kind: 'comparison' | 'difference';
      readonly texts: readonly string[];
      readonly seed: string;
      readonly years: number;
    }
  | {
      readonly kind: 'sweep';
      readonly text: string;
      readonly seed: string;
      readonly years: number;
      /** As `sweep` of the library takes it. */
      readonly vary: Readonly<Record<string, string | readonly string[]>>;
      /** What a stopped one had; it has to be of the same question. */
      readonly earlier: SweepReport | null;
    }
  /** The way from the arithmetic to what is simulated. */
  | { readonly kind: 'gap'; readonly text: string; readonly seed: string; readonly years: number }
  /** Each input varied by the factor, and the gap first. */
  | {
      readonly kind: 'tornado';
      readonly text: string;
      readonly seed: string;
      readonly years: number;
      readonly factor: number;
    }
  /** What the patterns that fit would do: of one service, or null: of all and the whole. */
  | {
      readonly kind: 'patterns';
      readonly text: string;
      readonly seed: string;
      readonly years: number;
      readonly chosen: string | null;
    }
  /** What fleets survive. */
  | { readonly kind: 'limits'; readonly text: string; readonly seed: string }
  | {
      readonly kind: 'solve';
      readonly text: string;
      readonly seed: string;
      readonly years: number;
      readonly vary: Readonly<Record<string, string>>;
      /** As `--solve`. */ readonly goal: string;
    }
  | {
      readonly kind: 'optimization';
      readonly text: string;
      readonly seed: string;
      /** The most that one candidate may take. */
      readonly years: number;
      readonly vary: Readonly<Record<string, readonly string[]>>;
      /** As `--subject-to`. */
      readonly goals: readonly string[];
    };

export type StudyReport =
  ComparisonReport | OptimizationReport | SweepReport | Explanation | LimitReport | PatternReport;

/** What a study says next. */
export interface StudyNews {
  /** null until there is one. */
  readonly report: StudyReport | null;
  readonly isOver: boolean;
  /** Why it ended without one, in a sentence; empty: it did not. */
  readonly problem: string;
  /** Sentences for people. */
  readonly notices: readonly string[];
}

/**
 * What the page asks of its worker. The page never parses, simulates or reduces anything itself, so that no task of
 * the main thread is long. One run at a time: `start` ends the one before it.
 */
export interface Desk {
  /** Answers as soon as it listens. */
  ping(): Promise<void>;
  read(text: string): Promise<Reading>;
  /** What is wrong with a text, and what it has to be warned of. */
  diagnostics(text: string): Promise<readonly Diagnostic[]>;
  /** Several changes of a model as one; a text that changed meanwhile is the caller's to see to. */
  act(text: string, acts: readonly Act[]): Promise<Outcome>;
  /** What the text leaves unsaid as well: values by their paths joined by line breaks; empty for one with errors. */
  expanded(text: string): Promise<Readonly<Record<string, string>>>;
  structure(text: string): Promise<Structure>;
  /** Starts a run and resolves with its number, or null if the text has errors. */
  start(request: RunRequest): Promise<number | null>;
  /** The next news of that run; null once another run has taken its place or it is over and all was told. */
  next(run: number): Promise<Progress | null>;
  pause(run: number): Promise<void>;
  resume(run: number): Promise<void>;
  /** A whole run without news, for comparisons; null if the text has errors. */
  whole(request: RunRequest): Promise<Report | null>;
  life(request: LifeRequest): Promise<Life | null>;
  /** One run of an experiment, event by event; null if the text has errors, or nothing in it can be broken so. */
  experimentLife(request: ExperimentRequest & { readonly run: number }): Promise<ExperimentLife | null>;
  /** Starts many runs and resolves with their number; null as for `experimentLife`. The one before it ends. */
  startExperiment(request: ExperimentRequest & { readonly runs: number }): Promise<number | null>;
  /** The next news of those; null once others have taken their place or they are over and all was told. */
  nextExperiment(number: number): Promise<ExperimentProgress | null>;
  stopExperiment(number: number): Promise<void>;
  /** The experiments of a text, many times each; rejects if it has errors. */
  /** What each of a draft's parameters does to the seconds down a year; null: it cannot be tried. */
  moves(text: string, parameters: readonly string[]): Promise<(Moves | null)[]>;
  conductExperiments(
    text: string,
    set: Readonly<Record<string, number | string>>,
    options: ExperimentsOptions,
  ): Promise<ExperimentsReport>;
  /** Starts a study and resolves with its number. The one of its kind before it ends. */
  startStudy(ask: StudyAsk): Promise<number>;
  /** The next news of it; null once another of its kind has taken its place or it is over and all was told. */
  nextStudy(number: number): Promise<StudyNews | null>;
  /** What is finished counts. */
  stopStudy(number: number): Promise<void>;
  /** Ends it for good. */
  dropStudy(number: number): Promise<void>;
  /** A sweep as the command line would write it. */
  studyFile(report: SweepReport, format: 'csv' | 'json'): Promise<string>;
  /** The report as the command line would write it. */
  csv(report: Report): Promise<string>;
  json(report: Report): Promise<string>;
  /**
   * The report as one HTML file.
   * @param of the text that it is a report of, and what its file is called, so that `nines verify` can run it again;
   *   null: the text is another by now
   */
  html(report: Report, of: { readonly text: string; readonly file: string } | null): Promise<string>;
}
