import { MISSION, MISSION_STEPS } from '../observe/mission-figures.ts';
import type { Tally } from '../observe/tally.ts';
import { meanInterval, proportionInterval } from '../statistics/intervals.ts';
import { momentsCount, momentsMean, momentsVariance } from '../statistics/moments.ts';
import type { MissionFigures } from './report.ts';

/** What a mission's runs came to: at least one of them. */
export function missionFigures(
  { mission, missionFirst, missionCauses }: Tally,
  causes: readonly string[],
  seconds: number,
  followedSeconds: number,
): MissionFigures {
  const runs = mission[MISSION.runs];
  const moments: number[] = [];
  const reliability: number[] = [];
  let failed = 0;
  for (let step = 0; step <= MISSION_STEPS; step++) {
    failed += mission[step];
    moments.push((seconds * step) / MISSION_STEPS);
    reliability.push((runs - failed) / runs);
  }
  const mean = momentsMean(missionFirst, 0);
  const count = momentsCount(missionFirst, 0);
  const [low, high] = count > 1 ? meanInterval(mean, momentsVariance(missionFirst, 0), count) : [0, Infinity];
  const isKnown = mission[MISSION.unseen] === 0;
  return {
    ...{ seconds, runs, followedSeconds },
    reliability: { mean: (runs - failed) / runs, ci95: proportionInterval(runs - failed, runs) },
    meanSecondsToFirstIncident: {
      mean: isKnown ? mean : null,
      ci95: [Math.max(0, low), isKnown && high < Infinity ? high : null],
    },
    firstCauses: causes
      .map((cause, i) => ({
        cause,
        share: missionCauses[i] / failed,
        ci95: proportionInterval(missionCauses[i], failed),
      }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share || (a.cause < b.cause ? -1 : 1)),
    curve: { seconds: moments, reliability },
  };
}
