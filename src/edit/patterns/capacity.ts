import { MODES } from '../../model/modes.ts';
import type { Act } from '../act.ts';
import { domains, freshName } from '../find.ts';
import { at } from '../plain.ts';
import type { Pattern, WholePattern } from './pattern.ts';
import { isOfMembers, isStateful, placesOf, zoneOf, type Sketch, type Written } from './sketch.ts';
import { spreadOver } from './zones.ts';

/** Members that the busiest hour takes with one zone gone, or one member where they stand in none; 0: no load. */
function neededAtPeak(sketch: Sketch, { as: { load, placement } }: Written): number {
  if (load === null) return 0;
  const peak =
    load.worth * Math.max(...sketch.model.traffic.map(({ share }) => share), sketch.model.traffic.length === 0 ? 1 : 0);
  const work = Math.ceil((peak / load.above) * (1 - 1e-9));
  const zones = new Set(placement.map((place) => zoneOf(sketch, place)));
  if (zones.has(-1)) return work + 1;
  // In one zone alone no number would do.
  if (zones.size < 2) return 0;
  let members = work;
  while (members - Math.ceil(members / zones.size) < work) members++;
  return members;
}

/** A quorum of an even number of votes outlives no more than with one fewer. */
const isEven = (on: Written): boolean =>
  isOfMembers(on) && MODES[on.as.mode].agrees && on.as.placement.length % 2 === 0;

/** Somebody's failover waits for it. */
const isCoordinator = ({ model }: Sketch, { as }: Written): boolean => {
  const own = model.services.indexOf(as);
  return model.services.some(({ coordinators }) => coordinators.includes(own));
};

/** One vote more, where none stands yet. */
function oneVoteMore(sketch: Sketch, on: Written): readonly Act[] {
  const { model, plain } = sketch;
  const count = on.as.placement.length;
  const more: Act = { act: 'replicas', service: on.name, count: count + 1 };
  const places = placesOf(on);
  const listed = at(on.keys, ['in']);
  if (at(on.keys, ['across']) !== undefined)
    return [...spreadOver(sketch, on, Math.min(count, places.length) + 1), more];
  if (!Array.isArray(listed) || listed.length > count || places.includes(-1)) return [more];
  const last = model.domains[places[places.length - 1]];
  const free = model.domains.find(
    ({ parent, kind }, i) => parent === last.parent && kind === last.kind && !places.includes(i),
  );
  const as = free?.name ?? freshName(new Set(domains(plain).map(({ name }) => name)), last.name);
  return [
    ...(free === undefined ? [{ act: 'duplicate', thing: { what: 'domain', name: last.name }, as } as const] : []),
    { act: 'set', path: ['services', on.name, 'in'], value: [...listed.map(String), as] },
    more,
  ];
}

/** Patterns that make what is left enough: to carry the busiest hour, or to be a majority. */
export const OF_CAPACITY: readonly Pattern[] = [
  {
    id: 'n-plus-1-at-the-peak',
    title: 'N + 1 at the peak',
    line: 'As many members as carry the busiest hour with a whole zone gone: nothing is shed, nothing cascades.',
    fits: (sketch, on) => isOfMembers(on) && on.as.placement.length < neededAtPeak(sketch, on),
    acts: (sketch, on) => [{ act: 'replicas', service: on.name, count: neededAtPeak(sketch, on) }],
  },
  {
    id: 'third-sentinel',
    title: 'A third sentinel, elsewhere',
    line: 'An odd number of those who must agree on a failover: two of three still do when one goes with its machine.',
    fits: (sketch, on) => isEven(on) && isCoordinator(sketch, on),
    acts: oneVoteMore,
  },
  {
    id: 'witness',
    title: 'A witness',
    line: 'One more vote, elsewhere: half of the members and the witness are a majority, and go on.',
    fits: (sketch, on) => isEven(on) && !isCoordinator(sketch, on),
    acts: oneVoteMore,
  },
  {
    id: 'reschedule',
    title: 'Evict and reschedule',
    line: 'What stands where all is dark is started elsewhere after some minutes: a zone may stay away for hours.',
    fits: (sketch, on) => {
      const { mode, replication, reschedule } = on.as;
      const isFree = isOfMembers(on) && !isStateful(sketch, on) && replication === null && reschedule === null;
      return isFree && MODES[mode].spreads && placesOf(on).length > 1 && !placesOf(on).includes(-1);
    },
    acts: (_, { name }) => [{ act: 'set', path: ['services', name, 'reschedule'], value: EVICTION }],
  },
];

/** Kubernetes, kube-controller-manager, 2025: 50 s of a node's grace period; Taints and Tolerations, 2024: 300 s. */
const EVICTION = { after: '350 s', start: '1 min' };

/** What joins places. */
export const OF_LINKS: readonly WholePattern[] = [
  {
    id: 'second-link',
    title: 'A second link',
    line: 'Another way between the same two places, cut by itself: what parted them seldom does so alone any more.',
    fitsWhole: ({ model }) => onlyLink(model) >= 0,
    actsWhole: ({ model }) => {
      const between = model.links[onlyLink(model)].between.map((domain) => model.domains[domain].name);
      const failures = { cut: { mtbf: '180 days', mttr: '5 min' } };
      return [{ act: 'set', path: ['links', model.links.length], value: { between, failures } }];
    },
  },
];

/** The first that is cut and has no other beside it; −1: none. */
function onlyLink({ links }: Sketch['model']): number {
  return links.findIndex(
    ({ between, failures }) =>
      failures.length > 0 && links.filter((other) => between.every((end) => other.between.includes(end))).length === 1,
  );
}
