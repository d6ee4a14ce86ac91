import type { Compiled } from '../compile/program.ts';
import { FLEET } from '../compile/program.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';
import { drawMean } from '../random/draw-table.ts';
import { momentsCount, momentsMax, momentsMean } from '../statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Estimate, TrustFigures, UnseenCause } from './report.ts';

/** One incident of more than this share of all downtime makes an order of magnitude of the figure. */
const LARGE_SHARE = 0.05;
/** Half of a 95% interval is so many standard errors. */
const STANDARD_ERRORS = 1.959963984540054;

/**
 * How far the downtime of a run can be believed: how exact it is, how much of it one incident makes, and what is known
 * to be missing from it.
 * @param down seconds a year
 */
export function trustFigures(tally: Tally, compiled: Compiled, down: Estimate): TrustFigures {
  const years = tally.counts[COUNT.years];
  const unseen = unseenCauses(tally, compiled, years);
  const isKnown = down.mean > 0 && tally.counts[COUNT.censored] === 0 && momentsCount(tally.recovery, 0) > 0;
  const largestShare = isKnown ? Math.min(1, momentsMax(tally.recovery, 0) / (down.mean * years)) : null;
  const [low, high] = down.ci95;
  return {
    relativeStandardError: down.mean > 0 ? (high - low) / 2 / STANDARD_ERRORS / down.mean : null,
    largestShare,
    lowerBound: unseen.length > 0 || (largestShare !== null && largestShare > LARGE_SHARE),
    unseen,
  };
}

/**
 * Causes that are known to strike and never did in these years. By renewal theory a clock that is repaired strikes once
 * in the mean of its times up and down (Cox 1962, eq. 4.1.3: the renewal rate in the steady state).
 * @returns the most expected first
 */
function unseenCauses(
  tally: Tally,
  { program: { fleets, draws, counts }, names }: Compiled,
  years: number,
): UnseenCause[] {
  const perYear = new Float64Array(counts.causes);
  for (let at = 0; at < fleets.length; at += FLEET.stride) {
    if (fleets[at + FLEET.clock] >= counts.ownClocks) continue;
    const cycle = drawMean(draws, fleets[at + FLEET.upDraw]) + drawMean(draws, fleets[at + FLEET.downDraw]);
    perYear[fleets[at + FLEET.cause]] += (fleets[at + FLEET.clocks] * SECONDS_PER_YEAR) / cycle;
  }
  return names.causes
    .map((cause, row) => ({
      cause,
      expected: perYear[row] * years,
      seen: momentsMean(tally.causeFailures, row) * years,
    }))
    .filter(({ expected, seen }) => expected > 0 && seen === 0)
    .sort((a, b) => b.expected - a.expected);
}
