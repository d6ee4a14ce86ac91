import type { TargetFigures } from './report.ts';

/** The target that is one figure for all kinds of disruption; undefined: the model states none. */
export function targetOf<T extends Pick<TargetFigures, 'target' | 'kind'>>(
  targets: readonly T[],
  target: T['target'],
): T | undefined {
  return targets.find((each) => each.target === target && each.kind === undefined);
}
