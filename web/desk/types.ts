import type { Report } from '../../src/analysis/report.ts';
import type { CutSet, SinglePoint } from '../../src/analysis/structure.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Model } from '../../src/model/model.ts';
import type { Life } from '../../src/run/life.ts';

/** A model's text as the desk read it. */
export interface Reading {
  readonly text: string;
  /** All errors and warnings, in the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
  /** null while there are errors. */
  readonly model: Model | null;
  /** For each parameter its SI unit as text (`s`, `USD/s`, `` for a plain number), null for a distribution. */
  readonly parameterUnits: Readonly<Record<string, string | null>>;
}

/** Structure of a model that has no errors. */
export interface Structure {
  readonly arithmetic: number;
  readonly singlePoints: readonly SinglePoint[];
  readonly cutSets: readonly CutSet[];
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

/**
 * What the page asks of its worker. The page never parses, simulates or reduces anything itself, so that no task of
 * the main thread is long. One run at a time: `start` ends the one before it.
 */
export interface Desk {
  read(text: string): Promise<Reading>;
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
  /** The report as the command line would write it. */
  csv(report: Report): Promise<string>;
  json(report: Report): Promise<string>;
}
