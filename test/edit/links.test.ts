import { describe, expect, test } from 'vitest';
import { type Act, applyActs } from '../../src/edit/index.ts';
import { parseModel } from '../../src/model/index.ts';

const TEXT = `nines: 1
domains:
  east: { kind: coast }
  west: { kind: coast, domains: { w1: { kind: zone } } }
  cloud: { kind: coast }
links:
  - { between: [east, west] }   # the one that was cut
  - { between: [w1, cloud] }
  - { between: [cloud, west] }
components: { c: {} }
services: { db: { component: c, replicas: 2, in: [east, cloud] } }
experiments:
  cut: { fail: east--west, for: 43 s }
  lose: { fail: cloud, for: 1 h }
`;
const done = (acts: readonly Act[], text = TEXT) => {
  const outcome = applyActs(text, acts);
  if ('refused' in outcome) throw new Error(outcome.refused);
  const { links, domains, experiments } = parseModel(outcome.text);
  return { ...outcome, links: links.map(({ between }) => between.map((i) => domains[i].name).join('--')), experiments: experiments.map(({ name, steps }) => `${name}: ${steps[0].target.text}`) };
};

describe('links', () => {
  test('go with the domain at either end, and what cuts them goes too', () => {
    const { says, links, experiments } = done([{ act: 'remove', thing: { what: 'domain', name: 'west' } }]);
    expect([links, experiments]).toEqual([[], ['lose: cloud']]);
    expect(says).toContain('the link to east');
    expect(done([{ act: 'remove', thing: { what: 'domain', name: 'w1' } }]).links).toEqual(['east--west', 'cloud--west']);
  });

  test('and what names them by their ends follow a new name', () => {
    const { text, links, experiments } = done([{ act: 'rename', thing: { what: 'domain', name: 'west' }, to: 'far' }]);
    expect([links, experiments]).toEqual([['east--far', 'w1--cloud', 'cloud--far'], ['cut: east--far', 'lose: cloud']]);
    expect(text).toContain('# the one that was cut');
    expect(done([{ act: 'rename', thing: { what: 'domain', name: 'east' }, to: 'near' }]).experiments).toEqual(['cut: near--west', 'lose: cloud']);
  });
});
