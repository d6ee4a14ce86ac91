import { PHASE } from '../observe/names.ts';
import type { PerStage, StageName, Stages, WaitName } from './report.ts';

/** In the order in which a recovery goes through them. */
export const STAGE_NAMES: readonly StageName[] = [
  'undetected',
  'detect',
  'decide',
  'promote',
  'restore',
  'redirect',
  'warmUp',
  'coordinator',
  'overload',
  'rescheduling',
  'hours',
  'people',
  'parts',
  'work',
  'repair',
];

const WAITS: ReadonlySet<StageName> = new Set<WaitName>([
  'undetected',
  'coordinator',
  'overload',
  'rescheduling',
  'hours',
  'people',
  'parts',
  'work',
]);

/** @param seconds [PHASE] */
export function stagesOf(seconds: Float64Array): Stages {
  return perStage(
    (row) => seconds[row],
    (row) => seconds[row],
  );
}

/** 0 where nobody waited so. */
export function stageSeconds(stages: Stages, stage: StageName): number {
  return stages[stage] ?? 0;
}

/** @param seconds how long a stage took: of waits, those that took no time are left out */
export function perStage<T>(seconds: (row: number) => number, figure: (row: number) => T): PerStage<T> {
  const there = STAGE_NAMES.filter((stage) => !WAITS.has(stage) || seconds(PHASE[stage]) > 0);
  return Object.fromEntries(there.map((stage) => [stage, figure(PHASE[stage])])) as PerStage<T>;
}
