import type { Model, Team } from '../model/model.ts';
import type { Tally } from '../observe/tally.ts';
import { coarseQuantile } from '../statistics/coarse.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { momentsCount, momentsEffectiveCount, momentsMean, momentsVariance } from '../statistics/moments.ts';
import { openShare } from '../units/hours.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { ofTime, scaled } from './estimates.ts';
import type { Estimate, TeamFigures } from './report.ts';

/** Who is how busy, and how long one waits for them. */
export function teamFigures({ teams }: Model, tally: Tally): TeamFigures[] {
  return teams.map((team, i) => ({
    name: team.name,
    people: team.people === Infinity ? null : team.people,
    busy: team.people === Infinity ? NEVER : busy(team, mean(tally.teamBusy, i)),
    waitSeconds: {
      count: momentsCount(tally.teamWait, i),
      mean: momentsCount(tally.teamWait, i) > 0 ? momentsMean(tally.teamWait, i) : null,
      p95: coarseQuantile(tally.teamWaits, i, 0.95),
    },
    nobodyFree: ofTime(scaled(mean(tally.teamNobodyFree, i), 1 / SECONDS_PER_YEAR)),
  }));
}

/** People without a limit are never all held. */
const NEVER: Estimate = { mean: 0, ci95: [0, 0] };

function busy(team: Team, perYear: Estimate): Estimate {
  return ofTime(scaled(perYear, 1 / (SECONDS_PER_YEAR * openShare(team.hours) * team.people)));
}

/** Of one value a history. */
function mean(moments: Float64Array, row: number): Estimate {
  const value = momentsMean(moments, row);
  const count = momentsEffectiveCount(moments, row);
  return { mean: value, ci95: count > 1 ? meanInterval(value, momentsVariance(moments, row), count) : [0, Infinity] };
}
