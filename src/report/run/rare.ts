import type { RareValues, Report } from '../../analysis/report.ts';
import { duration, part, percentUp, SECONDS_PER_YEAR } from '../../units/index.ts';
import { formatRate } from '../rate.ts';
import { plainText } from '../text.ts';

const TRUST = {
  interval: '',
  'two half-widths': ' Judge nothing by it that turns on less than two half-widths.',
  'order of magnitude': ' It is a lower bound: a few failures carry much of it.',
  none: ' It is not to be trusted.',
} as const satisfies Record<RareValues['verdict'], string>;

/** What strikes on copies of states come to, beside the plain run; none where nobody asked. */
export function rareSentences({ availability: { rare } }: Report): string[] {
  if (rare === undefined) return [];
  if ('refused' in rare) return [`No strikes on copies of states: ${plainText(rare.refused)}.`];
  const { unavailability, incidentsPerYear, meanSeconds, relativeStandardError, verdict } = rare;
  const { mean, ci95 } = unavailability;
  const down = duration(mean * SECONDS_PER_YEAR, [ci95[0] * SECONDS_PER_YEAR, ci95[1] * SECONDS_PER_YEAR]);
  const often =
    meanSeconds === null
      ? ''
      : `: ${formatRate(incidentsPerYear.mean)}, ${duration(meanSeconds.mean, meanSeconds.ci95)} each on average`;
  return [
    `By strikes on copies of states, which meet what is rare: ${percentUp(mean)}, ${down} down a year${often}. ` +
      `Its standard error is ${part(relativeStandardError)}.${TRUST[verdict]}`,
  ];
}
