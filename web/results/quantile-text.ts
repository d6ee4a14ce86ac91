import type { Loss, ServiceQuantiles } from '../../src/analysis/report.ts';
import { lossText } from '../../src/report/loss.ts';
import { duration } from '../../src/units/figure.ts';

/** The p95 from which a tier comes; `for good` where data was lost with nothing to restore it from. */
export function quantileText({ p95 }: ServiceQuantiles<Loss>): string {
  return p95 === null ? '–' : lossText(p95, null, duration);
}
