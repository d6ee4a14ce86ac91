import type { RecoveryFigures, StageName } from '../analysis/report.ts';
import { stageSeconds } from '../analysis/stages.ts';
import { duration } from '../units/figure.ts';

const WORDS: Readonly<Record<StageName, string>> = {
  undetected: 'undetected',
  detect: 'detect',
  decide: 'decide',
  promote: 'promote',
  restore: 'restore',
  redirect: 'redirect',
  warmUp: 'warm up',
  overload: 'overload',
  rescheduling: 'rescheduling',
  hours: 'wait for hours',
  people: 'wait for people',
  parts: 'wait for parts',
  coordinator: 'wait for a coordinator',
  work: 'planned work',
  repair: 'repair',
};

/** A stage that takes less of the whole than this is left out. */
const WORTH_A_WORD = 0.005;

/** Where the time of a mean recovery goes, such as `detect 27 s`; empty where there was none to go anywhere. */
export function stageParts({
  mean,
  stages,
  stagesCi95,
}: Pick<RecoveryFigures, 'mean' | 'stages' | 'stagesCi95'>): string[] {
  if (stages === null || mean === null || mean === 0) return [];
  return (Object.keys(WORDS) as StageName[])
    .filter((stage) => stageSeconds(stages, stage) >= WORTH_A_WORD * mean)
    .map((stage) => `${WORDS[stage]} ${duration(stageSeconds(stages, stage), stagesCi95?.[stage] ?? null)}`);
}
