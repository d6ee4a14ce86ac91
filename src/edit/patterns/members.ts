import { MODES } from '../../model/modes.ts';
import type { Act } from '../act.ts';
import type { Pattern } from './pattern.ts';
import { isOfMembers, isStateful, placesOf, zoneOf, type Sketch, type Written } from './sketch.ts';
import { spreadOver, zonesBeside } from './zones.ts';

function replicas(on: Written, count: number): Act {
  return { act: 'replicas', service: on.name, count };
}

function members({ as }: Written): number {
  return as.placement.length;
}

/** All its members stand in one zone. */
function isInOneZone(sketch: Sketch, on: Written): boolean {
  const zones = new Set(placesOf(on).map((place) => zoneOf(sketch, place)));
  return zones.size === 1 && !zones.has(-1);
}

const spreads = ({ as }: Written): boolean => MODES[as.mode].spreads;
const standsBy = ({ as }: Written): boolean => MODES[as.mode].standsBy;

/** Patterns that change how many members a service has, and where they stand. */
export const OF_MEMBERS: readonly Pattern[] = [
  {
    id: 'second-member',
    title: 'A second one',
    line: 'Two of what there is one of: whatever fails by itself, the other one goes on.',
    fits: (sketch, on) =>
      isOfMembers(on) && spreads(on) && members(on) === 1 && !isStateful(sketch, on) && !isInOneZone(sketch, on),
    acts: (_, on) => [replicas(on, 2)],
  },
  {
    id: 'second-zone',
    title: 'A second zone',
    line: 'Members in two zones instead of one: the outage of a zone takes half of them.',
    fits: (sketch, on) => isOfMembers(on) && spreads(on) && isInOneZone(sketch, on) && !isStateful(sketch, on),
    acts: (sketch, on) => [...spreadOver(sketch, on, 2), ...(members(on) === 1 ? [replicas(on, 2)] : [])],
  },
  {
    id: 'multi-az-database',
    title: 'Multi-AZ database',
    line: 'A synchronous standby in another zone that is promoted by itself, as RDS and Cloud SQL sell it.',
    fits: (sketch, on) => isOfMembers(on) && spreads(on) && members(on) === 1 && isStateful(sketch, on),
    acts: (sketch, on) => [
      ...spreadOver(sketch, on, 2),
      replicas(on, 2),
      { act: 'mode', service: on.name, mode: 'active-passive' },
      { act: 'part', service: on.name, part: 'replication', value: { mode: 'sync' } },
      {
        act: 'part',
        service: on.name,
        part: 'failover',
        // AWS, RDS User Guide, Failing over, 2024: typically 60–120 s, its clusters under 35 s; between them.
        value: { detect: '30 s', promote: 'uniform(15 s, 30 s)', redirect: '5 s', success: '99%' },
      },
    ],
  },
  {
    id: 'read-replica',
    title: 'One more replica',
    line: 'Another standby, which may answer reads: a failover still finds one while the first is away.',
    fits: (_, on) => isOfMembers(on) && standsBy(on) && on.as.replication !== null && members(on) < 4,
    acts: (_, on) => [replicas(on, members(on) + 1)],
  },
  {
    id: 'three-zones',
    title: 'Spread over three zones',
    line: 'A third zone, with a member in it: two of three are left when one goes.',
    fits: (sketch, on) =>
      isOfMembers(on) && members(on) >= 2 && new Set(placesOf(on).map((place) => zoneOf(sketch, place))).size === 2,
    acts: (sketch, on) => [...spreadOver(sketch, on, 3), ...(members(on) < 3 ? [replicas(on, 3)] : [])],
  },
  {
    id: 'quorum-of-three',
    title: 'Quorum of three',
    line: 'Three members agree by majority and elect a leader: no failover to decide, nothing lost.',
    fits: (sketch, on) =>
      isOfMembers(on) &&
      standsBy(on) &&
      isStateful(sketch, on) &&
      [0, 3].includes(Math.min(3, zonesBeside(sketch, on))),
    acts: (_, on) => [
      ...(members(on) % 2 === 1 && members(on) >= 3 ? [] : [replicas(on, Math.max(3, members(on) + 1))]),
      { act: 'part', service: on.name, part: 'replication', value: null },
      { act: 'mode', service: on.name, mode: 'quorum' },
      // Raft implementations as they come: elections are over within seconds.
      { act: 'set', path: ['services', on.name, 'elect'], value: 'uniform(5 s, 15 s)' },
    ],
  },
  {
    id: 'one-to-spare',
    title: 'One more than needed',
    line: 'N + 1 becomes N + 2: one more may be away before there are too few.',
    fits: (_, on) => isOfMembers(on) && spreads(on) && on.as.required > 1,
    acts: (_, on) => [replicas(on, members(on) + 1)],
  },
];
