import type { Pattern, WholePattern } from './pattern.ts';
import type { Sketch } from './sketch.ts';

/** Teams of one person whom anything asks first: where one is at work, the next waits. */
function alone({ model: { teams, components, domains, shocks, services } }: Sketch): string[] {
  const modes = [...[...components, ...domains].flatMap(({ failures }) => failures), ...shocks];
  const asked = new Set([
    ...modes.map(({ work }) => work?.team),
    ...services.flatMap(({ failover, deploy }) => [failover?.decidedBy, deploy?.work?.team]),
  ]);
  return teams.flatMap(({ name, people }, i) => (people === 1 && asked.has(i) ? [name] : []));
}

/** Patterns of who repairs and decides. */
export const OF_PEOPLE: readonly WholePattern[] = [
  {
    id: 'second-on-call',
    title: 'A second person on call',
    line: 'What fails while the one is at work, or asleep, is seen to by the other.',
    fitsWhole: (sketch) => alone(sketch).length > 0,
    actsWhole: (sketch) => alone(sketch).map((name) => ({ act: 'set', path: ['teams', name, 'people'], value: 2 })),
  },
];

/** Patterns of what repairs take. */
export const OF_PARTS: readonly Pattern[] = [
  {
    id: 'spare-on-the-shelf',
    title: 'A spare on the shelf',
    line: 'The part is there before it is needed: the first repair does not wait for an order.',
    fits: ({ model }, { as: { component } }) =>
      component >= 0 &&
      model.components[component].spares?.stock === 0 &&
      model.components[component].failures.some(({ work }) => work?.needsSpare === true),
    acts: ({ model }, { as: { component } }) => [
      { act: 'set', path: ['components', model.components[component].name, 'spares', 'stock'], value: 1 },
    ],
  },
];
