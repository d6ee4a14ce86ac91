import type { Act } from '../act.ts';
import { freshName } from '../find.ts';
import { at, valueOf, type Plain } from '../plain.ts';
import type { Pattern } from './pattern.ts';
import { isOfMembers, type Sketch, type Written } from './sketch.ts';

/** What it needs, as it is written: a list, or the one of it. */
function needsOf({ keys }: Written): readonly Plain[] {
  const needs = at(keys, ['needs']) ?? [];
  return Array.isArray(needs) ? needs : [needs];
}

/** Who cannot do without it. */
function needing({ services }: Sketch, { name }: Written): readonly Written[] {
  return services.filter((other) => needsOf(other).includes(name));
}

/** Patterns of what stands outside of all that is ours. */
export const OF_PROVIDERS: readonly Pattern[] = [
  {
    id: 'any-of-two-providers',
    title: 'A second provider, either of which will do',
    line: 'A contract with another one, and a switch: it is missed only while both are out.',
    fits: (sketch, on) =>
      isOfMembers(on) && on.as.placement.length === 1 && on.as.placement[0] < 0 && needing(sketch, on).length > 0,
    acts(sketch, on): Act[] {
      const as = freshName(new Set(sketch.services.map(({ name }) => name)), on.name);
      return [
        { act: 'duplicate', thing: { what: 'service', name: on.name }, as },
        ...needing(sketch, on).map((other): Act => ({
          ...{ act: 'set', path: ['services', other.name, 'needs'] },
          value: needsOf(other).map((need) => (need === on.name ? { 'any-of': [on.name, as] } : valueOf(need))),
        })),
      ];
    },
  },
];
