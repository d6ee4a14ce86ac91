import type { TargetFigures } from '../../src/analysis/report.ts';

const NAMES = { availability: 'Availability', rto: 'RTO', rpo: 'RPO', budget: 'Budget' } as const;

/** How a target is called: `RTO`, `RTO region`. */
export function targetTitle({ target, kind }: TargetFigures): string {
  return kind === undefined ? NAMES[target] : `${NAMES[target]} ${kind}`;
}
