import type { Model } from './model.ts';
import type { ParseOptions } from './parsed.ts';
import type { MapSource } from './tree.ts';

/** Values for parameters from outside: the command line, a slider, a sweep. */
export type SetValues = NonNullable<ParseOptions['set']>;

/** What a model was read from. */
export interface Origin {
  readonly source: MapSource;
  readonly sha256: string;
  readonly options: ParseOptions;
}

/** Not in the model: nothing that simulates it needs it, and a copy of a model has none. */
const origins = new WeakMap<Model, Origin>();

export function rememberOrigin(model: Model, origin: Origin): void {
  origins.set(model, origin);
}

export function originOf(model: Model): Origin | undefined {
  return origins.get(model);
}
