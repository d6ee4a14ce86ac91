import type { Report } from '../analysis/report.ts';
import { formatDuration } from '../units/index.ts';
import { formatRate } from './rate.ts';

/** `6.1 times a year, 25.3 s each on average`: how often it goes down; null: that cannot be calculated. */
export function exactIncidents({ incidents: { exact } }: Report): string | null {
  if (exact === undefined || exact.meanSeconds === null) return null;
  return `${formatRate(exact.perYear)}, ${formatDuration(exact.meanSeconds)} each on average`;
}

/** How often data is lost for good, where that can be calculated; else null. */
export function exactLosses({ dataLoss: { exact } }: Report): string | null {
  return exact === undefined ? null : `Exactly, data is lost for good ${formatRate(exact.permanentPerYear)}.`;
}
