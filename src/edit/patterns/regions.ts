import { MODES } from '../../model/modes.ts';
import type { Act, Fields } from '../act.ts';
import { domains, freshName } from '../find.ts';
import type { Pattern, WholePattern } from './pattern.ts';
import { around, has, isStateful, reachedBy, regions, zoneKind, type Sketch } from './sketch.ts';

/** The one region in which all of the system stands; null: there is none, or it stands in several. */
function onlyRegion(sketch: Sketch): number | null {
  const { model } = sketch;
  if (model.services.some(({ sites }) => sites !== null)) return null;
  const members = [...reachedBy(sketch, model.entry)].flatMap((service) => model.services[service].placement);
  const all = regions(sketch);
  const used = new Set(members.map((place) => (place < 0 ? -1 : (around(sketch, place).at(-1) ?? -1))));
  used.delete(-1);
  // Nobody placed it, and there is one region.
  if (used.size === 0) return all.length === 1 ? all[0] : null;
  const [only] = used;
  return used.size === 1 && all.includes(only) ? only : null;
}

/** The whole system in its region and in a copy of it, by one of the published strategies. */
function inTwoRegions(sketch: Sketch, strategy: string, stateless: Fields): readonly Act[] {
  const { model, plain } = sketch;
  const region = onlyRegion(sketch);
  if (region === null) return [];
  const entry = model.services[model.entry].written;
  const first = model.domains[region].name;
  const other = regions(sketch).find((domain) => domain !== region);
  const taken = new Set(domains(plain).map(({ name }) => name));
  const second = other === undefined ? freshName(taken, first) : model.domains[other].name;
  const names = new Set(sketch.services.map(({ name }) => name));
  let as = `${entry}-in-two-regions`;
  while (names.has(as)) as = freshName(names, as);
  const kind = zoneKind(sketch);
  const reached = new Set([...reachedBy(sketch, model.entry)].map((service) => model.services[service].written));
  const placed = sketch.services.filter(
    (service) => reached.has(service.name) && has(service, 'in') && service.as.placement.length > 0,
  );
  return [
    ...(other === undefined ? [{ act: 'duplicate', thing: { what: 'domain', name: first }, as: second } as const] : []),
    // What says where it stands would stay there alone.
    ...placed.flatMap((service): Act[] => [
      { act: 'place', service: service.name, in: [] },
      ...(has(service, 'across') || kind === null
        ? []
        : [{ act: 'spread', service: service.name, across: kind } as const]),
    ]),
    { act: 'sites', of: entry, as, sites: [first, second], value: holdsData(sketch) ? { strategy } : stateless },
  ];
}

/** Something that has to be replicated is among what is asked for. */
function holdsData(sketch: Sketch): boolean {
  const reached = reachedBy(sketch, sketch.model.entry);
  return sketch.services.some(
    (service) => reached.has(sketch.model.services.indexOf(service.as)) && isStateful(sketch, service),
  );
}

/** What the strategy fills in, without replication, as there is nothing to lose. */
const WARM: Fields = {
  mode: 'active-passive',
  standby: 'warm',
  failover: { detect: '90 s', decide: 'lognormal(3 min, 7 min)', promote: '4 min', redirect: { 'dns-ttl': '60 s' } },
};

const isOnePlace = (sketch: Sketch): boolean => onlyRegion(sketch) !== null;

/** The published strategies for disaster recovery: AWS, Disaster Recovery of Workloads on AWS, 2021. */
export const OF_REGIONS: readonly WholePattern[] = [
  {
    id: 'pilot-light',
    title: 'Pilot light in a second region',
    line: 'The data is there, the servers are switched off: back in tens of minutes, for little more than the data.',
    fitsWhole: (sketch) => isOnePlace(sketch) && holdsData(sketch),
    actsWhole: (sketch) => inTwoRegions(sketch, 'pilot-light', {}),
  },
  {
    id: 'warm-standby',
    title: 'Warm standby in a second region',
    line: 'A second region runs at half the size and is switched to by a person: back in 5 to 15 minutes.',
    fitsWhole: isOnePlace,
    actsWhole: (sketch) => inTwoRegions(sketch, 'warm-standby', WARM),
  },
  {
    id: 'active-active-regions',
    title: 'Active-active regions',
    line: 'Two regions serve all the time: the loss of one is hardly noticed, and costs twice.',
    fitsWhole: isOnePlace,
    actsWhole: (sketch) => inTwoRegions(sketch, 'active-active', {}),
  },
];

export const OF_SITES: readonly Pattern[] = [
  {
    id: 'another-region',
    title: 'One more region',
    line: 'The same service in one region more: that many may be lost, and one is left.',
    // Where all serve, one region more is one more that fails: clients notice more often, each time less of them.
    fits: (sketch, { as }) =>
      as.sites !== null &&
      !MODES[as.mode].spreads &&
      as.placement.every((place) => sketch.model.domains[place]?.parent === -1),
    acts: (sketch, on) => {
      const { model, plain } = sketch;
      const standing = on.as.placement.map((place) => model.domains[place].name);
      const free = regions(sketch)
        .map((domain) => model.domains[domain].name)
        .find((name) => !standing.includes(name));
      const last = standing[standing.length - 1];
      const as = free ?? freshName(new Set(domains(plain).map(({ name }) => name)), last);
      return [
        ...(free === undefined ? [{ act: 'duplicate', thing: { what: 'domain', name: last }, as } as const] : []),
        { act: 'set', path: ['services', on.name, 'sites'], value: [...standing, as] },
      ];
    },
  },
];
