import { byMode } from '../../compile/program.ts';
import type { Engine } from '../engine.ts';
import { activeActive } from './active-active.ts';
import { activePassive } from './active-passive.ts';
import { always, type Mode, nothing } from './mode.ts';
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
    mayTakeOut: always,
    takenOut: nothing,
    workEnds: nothing,
    refreshShare: nothing,
    looksAgain: nothing,
    sidesMove: nothing,
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

/** [MODE] Some member is active, or leads. */
const HAS_ROLES = byMode({ none: false, activeActive: false, activePassive: true, quorum: true, sharded: false });

export function hasRoles({ program: p }: Engine, service: number): boolean {
  return HAS_ROLES[p.serviceMode[service]];
}
