import { byMode } from '../../compile/program.ts';
import type { Engine } from '../engine.ts';
import { activeActive } from './active-active.ts';
import { activePassive } from './active-passive.ts';
import { type Mode, nothing } from './mode.ts';
import { quorum } from './quorum.ts';
import { sharded } from './sharded.ts';

/** [MODE] A mode without its row here does not compile. */
const MODES: readonly Mode[] = byMode<Mode>({
  none: {
    memberStops: nothing,
    memberStarts: nothing,
    memberNoticed: nothing,
    memberTimer: nothing,
    stageEnds: nothing,
    failbackDue: nothing,
    falseAlarm: nothing,
    copyLost: nothing,
    dataLost: nothing,
    refreshShare: nothing,
    looksAgain: nothing,
    backupsGone: nothing,
  },
  activeActive,
  activePassive,
  quorum,
  sharded,
});

export function modeOf({ program }: Engine, service: number): Mode {
  return MODES[program.serviceMode[service]];
}
