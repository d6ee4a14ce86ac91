import type { TargetFigures } from '../analysis/report.ts';
import { plainText } from './text.ts';

/** `availability`, `RTO`, `RTO region`: what a target is called; of one by kind of disruption with that. */
export function targetName({ target, kind }: Pick<TargetFigures, 'target' | 'kind'>): string {
  const name = target === 'rto' || target === 'rpo' ? target.toUpperCase() : target;
  return kind === undefined ? name : `${name} ${plainText(kind)}`;
}

/** The same for files that are read by programs: `rto.region`. */
export function targetKey({ target, kind }: Pick<TargetFigures, 'target' | 'kind'>): string {
  return kind === undefined ? target : `${target}.${kind}`;
}
