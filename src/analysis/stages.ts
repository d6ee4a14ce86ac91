import { PHASE } from '../observe/names.ts';
import type { StageName, Stages } from './report.ts';

/** In the order in which a recovery goes through them. */
export const STAGE_NAMES: readonly StageName[] = [
  'detect',
  'decide',
  'promote',
  'restore',
  'redirect',
  'warmUp',
  'hours',
  'people',
  'parts',
  'repair',
];

/** @param seconds [PHASE] */
export function stagesOf(seconds: Float64Array): Stages {
  return Object.fromEntries(STAGE_NAMES.map((stage) => [stage, seconds[PHASE[stage]]])) as Record<StageName, number>;
}
