import type { Diagnostic } from './diagnostic.ts';
import type { Model } from './model.ts';
import type { Doubt } from './ranges.ts';

/** What a parameter says of itself beside its value. */
export interface ParameterMeaning {
  /** Ours to choose, or the world's; null: it does not say. */
  readonly is: 'decision' | 'assumption' | null;
  /** Where it may lie, in SI units; null: it does not say. What is set from outside may lie elsewhere. */
  readonly from: number | null;
  readonly to: number | null;
}

/** A model together with what its text was and what is suspicious about it. */
export interface ParsedModel extends Model {
  readonly file: string;
  readonly warnings: readonly Diagnostic[];
  /**
   * The SI unit of each parameter as the language writes it (`s`, `B`, `USD/s`, `` for a plain number), so that
   * a number in `parameters` can be given back in `set`: `${value} ${unit}`. Distributions have `null`.
   */
  readonly parameterUnits: Readonly<Record<string, string | null>>;
  /** Of the parameters that say what they are, or where they may lie. */
  readonly parameterMeanings: Readonly<Record<string, ParameterMeaning>>;
  /** Of the parameters that are one number that nobody knows, in the order written; in `parameters` is the median. */
  readonly doubts: Readonly<Record<string, Doubt>>;
}

export interface ParseOptions {
  /** For messages; the model's name is taken from it where the model has none. */
  readonly file?: string;
  /** Parameters to replace: plain numbers, or texts with units or expressions (`45 s`). */
  readonly set?: Readonly<Record<string, number | string>>;
}
