import { alike } from '../../src/analysis/alike.ts';
import type { ParsedModel } from '../../src/model/index.ts';

/**
 * Whether two texts are of the same model: comments, blank lines, the order of keys and the way in which a value is
 * written make no other one, nor does what a parameter says of itself beside its value.
 */
export function sameModel(a: ParsedModel, b: ParsedModel): boolean {
  return alike(substance(a), substance(b));
}

function substance(model: ParsedModel): object {
  return { ...model, sha256: '', warnings: [], file: '', parameterMeanings: {} };
}
