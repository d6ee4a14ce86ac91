/** One thing wrong, or suspicious, in a model. Lines and columns count from 1. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Keys from the root, e.g. `services.web.needs[0]`; empty for the whole document. */
  readonly path: string;
  /** The nearest right thing, ready to be typed in its place; null where there is none. */
  readonly suggestion: string | null;
}

/** Thrown by `parseModel`: the model has errors, all of which are in `diagnostics`. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  constructor(
    readonly file: string,
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super(
      diagnostics
        .filter((d) => d.severity === 'error')
        .map((d) => `${file}:${d.line}:${d.column}: ${d.message}`)
        .join('\n'),
    );
  }
}
