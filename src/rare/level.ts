import { byMode, type Program } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import { QUORUM, STAGE } from '../engine/state.ts';

/** How a redundancy mode counts, and what else is to be as usual. */
interface Distance {
  /** Members that could serve, in a service that has all of them. */
  all(p: Program, service: number): number;
  /** How many of these there are now; only failures, and roles that move, make them fewer. */
  ready(e: Engine, service: number): number;
  /** Nothing is under way. */
  isSettled(e: Engine, service: number): boolean;
}

const members = ({ serviceMembers }: Program, service: number): number =>
  serviceMembers[service + 1] - serviceMembers[service];
const counts: Distance = {
  all: members,
  ready: ({ state }, service) => state.healthy[service],
  isSettled: () => true,
};

/** [MODE] */
const DISTANCES = byMode<Distance>({
  none: counts,
  activeActive: counts,
  activePassive: {
    all: members,
    // Who works and need not be rebuilt before.
    ready({ program: { serviceMembers }, state: { holds, stale } }, service) {
      let count = 0;
      for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
        if (holds[m] === 0 && stale[m] === 0) count++;
      return count;
    },
    // One that fails back is not where it usually is while another member than its first is active.
    isSettled: ({ program: { failback, serviceMembers }, state: { active, stage } }, service) =>
      stage[service] === STAGE.serving && (failback[service] === 0 || active[service] === serviceMembers[service]),
  },
  sharded: counts,
  quorum: { ...counts, isSettled: ({ state }, service) => state.stage[service] === QUORUM.serving },
});

/**
 * How far a service is from its failure: how many of its members that could serve can be lost until it is down, and one
 * more; 0: nobody can.
 */
export function levelOf(e: Engine, service: number): number {
  const { serviceMode, serviceRequired } = e.program;
  return Math.max(0, DISTANCES[serviceMode[service]].ready(e, service) - serviceRequired[service] + 1);
}

/** The distance with all members there. */
export function fullLevel(p: Program, service: number): number {
  return DISTANCES[p.serviceMode[service]].all(p, service) - p.serviceRequired[service] + 1;
}

/**
 * Whether the service is where it usually is: as far from its failure as `quiet` says, answering all, nothing under
 * way. Only failures take it out of there.
 */
export function isQuiet(e: Engine, service: number, quiet: number): boolean {
  return (
    levelOf(e, service) >= quiet &&
    e.state.ownShare[service] === 1 &&
    DISTANCES[e.program.serviceMode[service]].isSettled(e, service)
  );
}

/** Members of the service that work. */
export function workingOf({ program, state }: Engine, service: number): number {
  if (program.serviceOnlyCounts[service] === 1) return state.healthy[service];
  let count = 0;
  for (let m = program.serviceMembers[service]; m < program.serviceMembers[service + 1]; m++)
    if (state.holds[m] === 0) count++;
  return count;
}

/** Whether the entry is down. */
export function isEntryDown({ program, state }: Engine): boolean {
  return state.answer[program.entry] < program.downBelow;
}
