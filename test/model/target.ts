import { Targets } from '../../src/model/experiments/target.ts';
import type { Model, Target } from '../../src/model/model.ts';
import { nearest } from '../../src/units/index.ts';

/** What the text of a target stands for in a model; null where it stands for nothing that can be struck so. */
export function resolveTarget(model: Model, text: string, what: 'fail' | 'corrupt'): Target | null {
  const found = new Targets(model, nearest).find(text, what);
  return 'kind' in found ? found : null;
}
