import { checkModel } from './check.ts';
import { ModelError } from './diagnostic.ts';
import type { ParsedModel, ParseOptions } from './parsed.ts';

/** The model that a text describes, or a `ModelError` with everything that is wrong with it. */
export function parseModel(text: string, options: ParseOptions = {}): ParsedModel {
  const { model, diagnostics } = checkModel(text, options);
  if (model === null) throw new ModelError(options.file ?? 'model.yaml', diagnostics);
  return model;
}
