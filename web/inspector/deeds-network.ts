import type { Act } from '../../src/edit/index.ts';
import type { Model } from '../../src/model/model.ts';
import type { Route } from '../../src/topology/routes.ts';
import { CUTS } from '../topology/join.ts';
import type { Deed } from './deed.ts';

/** What can be done to the network between two places: a second link, what is missing of the first, none. */
export function routeDeeds({ name, links }: Route, model: Model): readonly Deed[] {
  const [first] = links;
  const between = model.links[first].between.map((domain) => model.domains[domain].name);
  const isLast = links.length === 1;
  // Experiments that cut it have nothing left to cut.
  const cutters = model.experiments.filter(({ steps }) =>
    steps.some(({ target }) => target.kind === 'link' && target.links.includes(first)),
  );
  const isNever = model.links[first].failures.length === 0;
  return [
    ...(isNever
      ? [
          {
            ...{ name: 'Let it be cut', label: `let ${name} be cut` },
            acts: [{ act: 'set', path: ['links', first, 'failures'], value: CUTS }],
          } as const,
        ]
      : []),
    {
      ...{ name: 'A second link', label: `add a second link ${name}` },
      acts: [{ act: 'set', path: ['links', model.links.length], value: { between, failures: CUTS } }],
    },
    {
      ...{ name: isLast ? 'Remove the link' : 'Remove the last link', label: `remove a link ${name}` },
      acts: [
        ...(isLast
          ? cutters.map((each): Act => ({ act: 'remove', thing: { what: 'experiment', name: each.name } }))
          : []),
        { act: 'clear', path: model.links.length > 1 ? ['links', links[links.length - 1]] : ['links'] },
      ],
      ...(isLast ? { then: null } : {}),
    },
  ];
}
