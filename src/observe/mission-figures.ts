import { momentsAdd } from '../statistics/moments.ts';
import { sumsAdd } from '../statistics/sums.ts';
import { figure } from './figure.ts';
import { MOMENTS, SUMS } from './kinds.ts';
import type { Rows } from './observation.ts';

/** Steps of the curve of reliability. */
export const MISSION_STEPS = 100;

/**
 * Rows of `mission`: [step from 0 on] runs whose first incident was by the end of that step of the mission and not
 * before (at step 0: at once); then runs; and runs that saw none as long as they were followed.
 */
export const MISSION = { runs: MISSION_STEPS + 1, unseen: MISSION_STEPS + 2, rows: MISSION_STEPS + 3 } as const;

const ifAsked =
  (rows: Rows): Rows =>
  (counts) =>
    counts.missions === 0 ? 0 : rows(counts);

export const MISSION_FIGURES = {
  /** [MISSION] */
  mission: figure(
    SUMS,
    ifAsked(() => MISSION.rows),
    {
      mission(store, { firstSeconds, missionSeconds }) {
        sumsAdd(store, MISSION.runs, 1);
        if (firstSeconds === Infinity) sumsAdd(store, MISSION.unseen, 1);
        if (firstSeconds <= missionSeconds)
          sumsAdd(store, Math.ceil((firstSeconds / missionSeconds) * MISSION_STEPS), 1);
      },
    },
  ),
  /** Seconds to the first incident, or as long as it was followed. */
  missionFirst: figure(
    MOMENTS,
    ifAsked(() => 1),
    { mission: (store, { firstSeconds, limitSeconds }) => momentsAdd(store, 0, Math.min(firstSeconds, limitSeconds)) },
  ),
  /** [cause] first incidents within the mission. */
  missionCauses: figure(
    SUMS,
    ifAsked((counts) => counts.causes),
    {
      mission(store, { firstSeconds, missionSeconds, cause }) {
        if (firstSeconds <= missionSeconds) sumsAdd(store, cause, 1);
      },
    },
  ),
} as const;
