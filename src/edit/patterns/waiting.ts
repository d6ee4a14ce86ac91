import { MODES } from '../../model/modes.ts';
import { mean } from '../../random/moments.ts';
import type { Act, Path } from '../act.ts';
import type { Pattern } from './pattern.ts';
import { isOfMembers, type Written } from './sketch.ts';

/** Shorter is not worth a pattern, in seconds. */
const QUICK = 10;
/** How long a canary is watched, in seconds. */
const BAKE = 600;

const key = (on: Written, ...path: readonly string[]): Path => ['services', on.name, ...path];

/** Seconds from a failed check to the last that it takes. */
function checking({ as: { healthCheck } }: Written): number {
  return healthCheck === null ? 0 : healthCheck.intervalSeconds * healthCheck.unhealthyThreshold;
}

/** Patterns that make a recovery wait for less. */
export const OF_WAITING: readonly Pattern[] = [
  {
    id: 'retry-and-health-check',
    title: 'Retry, and a quicker health check',
    line: 'A request that meets a dead member goes to the next one; every 10 s is asked who is alive.',
    fits: (_, on) =>
      isOfMembers(on) &&
      MODES[on.as.mode].spreads &&
      on.as.placement.length > 1 &&
      on.as.healthCheck !== null &&
      (!on.as.retry || checking(on) > 3 * QUICK),
    acts: (_, on) => [
      { act: 'set', path: key(on, 'health-check', 'interval'), value: '10 s' },
      { act: 'set', path: key(on, 'health-check', 'healthy-threshold'), value: 2 },
      { act: 'set', path: key(on, 'retry'), value: true },
    ],
  },
  {
    id: 'degraded-instead-of-down',
    title: 'Degraded instead of down',
    line: 'With fewer members than required it answers what they can, and sheds the rest.',
    fits: (_, on) =>
      isOfMembers(on) && MODES[on.as.mode].spreads && on.as.required > 1 && on.as.belowRequired === 'down',
    acts: (_, on) => [{ act: 'set', path: key(on, 'below-required'), value: 'degraded' }],
  },
  {
    id: 'faster-detection',
    title: 'Notice sooner',
    line: 'A dead active is noticed after 10 s: every second of it is one of each failover.',
    fits: (_, { as: { failover } }) => failover !== null && failover.detect !== null && mean(failover.detect) > QUICK,
    acts: (_, on): Act[] => [{ act: 'set', path: key(on, 'failover', 'detect'), value: '10 s' }],
  },
  {
    id: 'automated-failover',
    title: 'Failover without a person',
    line: 'Nobody is woken to decide: what has been rehearsed happens by itself.',
    // Not between sites: a move there takes longer than most of what takes one down, which is over before a person has
    // decided; by itself each would be answered by a move (worse in every model of the gallery that has two regions).
    fits: (_, { as: { failover, sites } }) => sites === null && failover !== null && mean(failover.decide) > QUICK,
    // Written as 0 s, since a strategy would fill in a person.
    acts: (_, on) => [{ act: 'set', path: key(on, 'failover', 'decide'), value: '0 s' }],
  },
  {
    id: 'shorter-dns',
    title: 'DNS that is forgotten sooner',
    line: 'Answers live for 10 s: clients move over that much sooner.',
    fits: (_, { as: { failover } }) => failover?.redirect.kind === 'dns' && failover.redirect.ttlSeconds > QUICK,
    acts: (_, on) => [{ act: 'set', path: key(on, 'failover', 'redirect'), value: { 'dns-ttl': '10 s' } }],
  },
  {
    id: 'canary',
    title: 'A canary before each deploy',
    line: 'One member has a change first, for 10 min: nine bad ones of ten are found there, and harm nobody.',
    fits: (_, { as: { deploy, placement, required } }) =>
      deploy !== null && deploy.canary === null && placement.length > required && mean(deploy.every) > BAKE,
    acts: (_, on) => [
      { act: 'set', path: key(on, 'deploy', 'canary'), value: { members: 1, bake: '10 min', catches: '90%' } },
    ],
  },
  {
    id: 'disruption-budget',
    title: 'A disruption budget',
    line: 'Planned work waits while one more away would be one too many, for whatever reason others are.',
    fits: (_, { as: { maintenance, mode, placement, required } }) =>
      maintenance !== null &&
      MODES[mode].spreads &&
      placement.length > required &&
      maintenance.mostOut > placement.length - required,
    // The words of a pod disruption budget: how many have to be left. Whichever of the two stands there goes.
    acts: (_, on) => [
      { act: 'clear', path: key(on, 'maintenance', 'max-unavailable') },
      { act: 'set', path: key(on, 'maintenance', 'min-available'), value: on.as.required },
    ],
  },
];
