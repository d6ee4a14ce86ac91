import type { Report } from '../../src/analysis/report.ts';
import type { Model } from '../../src/model/model.ts';

/**
 * What one figure means, for somebody who asks «what does this mean?»; its name is in `titles.ts`. Plain text: it never
 * holds markup.
 */
export interface Explanation {
  /** The formula, or where there is none the definition, in words and signs. */
  readonly formula: string;
  /** The formula with the report's own numbers; null where the report has none for it. */
  readonly numbers?: (report: Report, model: Model | null) => string | null;
  /** What is looked up, the first column naming the row. */
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** What goes in. One or two sentences, as the two below. */
  readonly inputs: string;
  readonly assumes: string;
  /** Where the simulation differs from the bare arithmetic. */
  readonly differs: string;
}
