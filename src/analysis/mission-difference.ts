import { verdictOn } from './differences.ts';
import { apart } from './estimates.ts';
import type { DifferenceFigures, Report } from './report.ts';

/**
 * In the reliability of two missions of one length; nothing where only one has a mission, or another length. Each is of
 * runs of its own, so that the interval is that of two proportions (Zou & Donner 2008, eq. 5, with the limits of
 * Clopper & Pearson); what the models share can only make it wider than it need be.
 */
export function missionDifference(
  { mission: first }: Pick<Report, 'mission'>,
  { mission: second }: Pick<Report, 'mission'>,
): Pick<DifferenceFigures, 'reliability'> {
  if (first === undefined || second === undefined || first.seconds !== second.seconds) return {};
  const difference = apart(first.reliability, second.reliability);
  return { reliability: { ...difference, varianceRemoved: null, verdict: verdictOn('availability', difference) } };
}
