import type { Act } from '../act.ts';
import { domains, freshName } from '../find.ts';
import { at } from '../plain.ts';
import { below, has, zoneKind, zoneOf, type Sketch, type Written } from './sketch.ts';

/**
 * Acts that spread a service over at least so many zones: with copies of the zones that there are, where these are too
 * few. None for a service that stands in no zone.
 */
export function spreadOver(sketch: Sketch, on: Written, zones: number): readonly Act[] {
  const { model } = sketch;
  const home = zoneOf(sketch, on.as.placement[0]);
  const kind = zoneKind(sketch);
  if (home < 0 || kind === null) return [];
  const { parent } = model.domains[home];
  const beside = below(sketch, parent).filter((domain) => model.domains[domain].kind === kind);
  const taken = new Set(domains(sketch.plain).map(({ name }) => name));
  const acts: Act[] = [];
  let last = model.domains[beside[beside.length - 1]].name;
  for (let have = beside.length; have < zones; have++) {
    const as = freshName(taken, last);
    taken.add(as);
    acts.push({ act: 'duplicate', thing: { what: 'domain', name: last }, as });
    last = as;
  }
  if (at(on.keys, ['across']) === kind) return acts;
  const outer =
    parent < 0 ? [...beside.map((domain) => model.domains[domain].name), ...names(acts)] : [model.domains[parent].name];
  if (has(on, 'in')) acts.push({ act: 'place', service: on.name, in: outer });
  return [...acts, { act: 'spread', service: on.name, across: kind }];
}

function names(acts: readonly Act[]): string[] {
  return acts.flatMap((act) => (act.act === 'duplicate' && act.as !== undefined ? [act.as] : []));
}

/** How many zones there are beside the one in which a service stands, itself included. */
export function zonesBeside(sketch: Sketch, on: Written): number {
  const home = zoneOf(sketch, on.as.placement[0]);
  if (home < 0) return 0;
  const { parent, kind } = sketch.model.domains[home];
  return below(sketch, parent).filter((domain) => sketch.model.domains[domain].kind === kind).length;
}
