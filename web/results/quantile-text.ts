import type { ServiceQuantiles } from '../../src/analysis/report.ts';
import { brief } from '../../src/report/digits.ts';

/** The p95 from which a tier comes; `for good` where data was lost with nothing to restore it from. */
export function quantileText({ count, p95 }: ServiceQuantiles): string {
  if (count === 0) return '–';
  return p95 === null ? 'for good' : brief(p95, null);
}
