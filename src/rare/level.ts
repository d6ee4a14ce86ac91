import { byMode, type Program, REPLICATION } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import { MOVE, QUORUM, STAGE } from '../engine/state.ts';

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
const copiesOf = ({ shardHolderOffsets }: Program, shard: number): number =>
  shardHolderOffsets[shard + 1] - shardHolderOffsets[shard];
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
    // Who works, has the data and need not be rebuilt before.
    ready({ hasLatent, program, state: { hasData, holds, stale, unnoticed } }, service) {
      const { serviceMembers, standbysEmpty } = program;
      const isEmpty = standbysEmpty[service] === 1;
      let count = 0;
      for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
        if (holds[m] > 0 || stale[m] === 1 || (hasData[m] === 0 && !isEmpty)) continue;
        if (!hasLatent || unnoticed[m] === 0) count++;
      }
      return count;
    },
    // One that fails back is not where it usually is while another member than its first is active; nor is one of whose
    // standbys some do not follow.
    isSettled: ({ program, state: { active, connected, stage } }, service) =>
      stage[service] === STAGE.serving &&
      (program.failback[service] === 0 || active[service] === program.serviceMembers[service]) &&
      (program.replicationMode[service] === REPLICATION.none ||
        !connected.subarray(program.serviceMembers[service], program.serviceMembers[service + 1]).includes(0)),
  },
  sharded: {
    all: (p, service) => copiesOf(p, p.serviceMembers[service]),
    // Working copies of the shard that has the fewest.
    ready({ program, state: { shardLost } }, service) {
      let fewest = Infinity;
      for (let m = program.serviceMembers[service]; m < program.serviceMembers[service + 1]; m++) {
        const copies = copiesOf(program, m);
        if (copies > 0) fewest = Math.min(fewest, copies - shardLost[m]);
      }
      return fewest;
    },
    isSettled: () => true,
  },
  quorum: { ...counts, isSettled: ({ state }, service) => state.stage[service] === QUORUM.serving },
});

/** All that has a distance of its own: services, and behind them the routes of the network, which links are to. */
export function places({ counts, routeLinks }: Program): number {
  return counts.services + routeLinks.length;
}

/**
 * How far a service is from its failure: how many of its members that could serve can be lost until it is down, and one
 * more; 0: nobody can. A route's is how many of its links are there.
 */
export function levelOf(e: Engine, service: number): number {
  const { counts, routeLinks, serviceMode, serviceRequired } = e.program;
  if (service >= counts.services) {
    const route = service - counts.services;
    return routeLinks[route] - e.state.routeDown[route];
  }
  return Math.max(0, DISTANCES[serviceMode[service]].ready(e, service) - serviceRequired[service] + 1);
}

/** The distance with all members there. */
export function fullLevel(p: Program, service: number): number {
  if (service >= p.counts.services) return p.routeLinks[service - p.counts.services];
  return DISTANCES[p.serviceMode[service]].all(p, service) - p.serviceRequired[service] + 1;
}

/**
 * Whether the service is where it usually is: as far from its failure as `quiet` says, answering all, nothing under
 * way, everybody at home. Only failures take it out of there.
 */
export function isQuiet(e: Engine, service: number, quiet: number): boolean {
  if (levelOf(e, service) < quiet) return false;
  if (service >= e.program.counts.services) return true;
  return (
    e.state.ownShare[service] === 1 &&
    DISTANCES[e.program.serviceMode[service]].isSettled(e, service) &&
    (!e.hasMoves || areAtHome(e, service))
  );
}

function areAtHome({ program: { serviceMembers }, state: { moveStage } }: Engine, service: number): boolean {
  for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
    if (moveStage[m] !== MOVE.home) return false;
  return true;
}

/** Whether the entry is down. */
export function isEntryDown({ program, state }: Engine): boolean {
  return state.answer[program.entry] < program.downBelow;
}
