import type { RareValues, Report } from '../../analysis/report.ts';
import { duration, formatNumber, part, percentUp, SECONDS_PER_YEAR } from '../../units/index.ts';
import { knownOf } from '../../units/figure.ts';
import { lossText } from '../loss.ts';
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
  const figures = [
    `By strikes on copies of states, which meet what is rare: ${percentUp(mean)}, ${down} down a year${often}. ` +
      `Its standard error is ${part(relativeStandardError)}.${TRUST[verdict]}`,
  ];
  const times = timesOf(rare);
  if (times.length > 0) figures.push(`Of these copies: ${times.join('; ')}.`);
  return [...figures, 'All other figures are of the plain years alone.'];
}

/** What they say of incidents and losses one by one, as clauses. */
function timesOf({ recoveryTime, losses, cost }: RareValues): string[] {
  const clauses = [];
  if (recoveryTime !== null && recoveryTime.p95 !== null)
    clauses.push(
      `95 of 100 incidents are over within ${duration(recoveryTime.p95, knownOf(recoveryTime.quantileCi95.p95))}`,
    );
  const loss = losses?.dataLoss?.p95 ?? 0;
  if (losses !== null && loss !== 0)
    clauses.push(`as many lose no more than ${lossText(loss, losses.dataLoss!.quantileCi95.p95, duration)}`);
  if (losses !== null && losses.permanentPerYear.mean > 0)
    clauses.push(`data is lost for good ${formatRate(losses.permanentPerYear.mean)}`);
  if (cost.downtime.mean > 0) clauses.push(`downtime costs ${formatNumber(cost.downtime.mean, 3)} a year`);
  return clauses;
}
