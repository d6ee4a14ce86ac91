import { describe, expect, test } from 'vitest';
import { applyActs } from '../../../src/edit/index.ts';
import { parseModel } from '../../../src/model/index.ts';
import { sceneOf } from '../../../src/topology/elements.ts';
import { routeDeeds } from '../../../web/inspector/deeds-network.ts';
import { dropOf } from '../../../web/topology/drop.ts';

const TEXT = `nines: 1
name: two regions   # kept
domains:
  east: { kind: region, domains: { e1: { kind: zone } } }
  west: { kind: region }
components: { c: { failures: { crash: { mtbf: 10 days, mttr: 1 h } } } }
services: { db: { component: c, replicas: 3, in: [e1, west, west], mode: quorum } }
`;
const done = (text: string, ...acts: Parameters<typeof applyActs>[1][number][]): string => {
  const outcome = applyActs(text, acts);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.text;
};
const drop = (text: string, from: string, onto: string) => {
  const model = parseModel(text);
  const { elements } = sceneOf(model);
  return dropOf(elements.find(({ name }) => name === from)!, elements.find(({ name }) => name === onto)!, model);
};
const route = (text: string, name: string) => {
  const model = parseModel(text);
  return { deeds: routeDeeds(sceneOf(model).routes.find((each) => each.name === name)!, model), model };
};

describe('a domain that is dropped on another', () => {
  test('is linked to it, the first link and each one after; not to what holds it, nor twice', () => {
    const first = drop(TEXT, 'east', 'west')!;
    expect(first.label).toBe('link east and west');
    const one = done(TEXT, first.act);
    expect(one).toContain('# kept');
    expect(parseModel(one).links.map(({ between }) => between)).toEqual([[0, 2]]);
    expect(drop(one, 'west', 'east')).toBeNull();
    expect(drop(one, 'east', 'e1')).toBeNull();
    const two = done(one, drop(one, 'e1', 'west')!.act);
    expect(parseModel(two).links.map(({ between }) => between)).toEqual([[0, 2], [1, 2]]);
  });

  test('has deeds of its own: a second link beside it, and the end of either', () => {
    const one = done(TEXT, drop(TEXT, 'east', 'west')!.act);
    const deed = (text: string, name: string) => done(text, ...route(text, 'east--west').deeds.find((each) => each.name === name)!.acts);
    const two = deed(one, 'A second link');
    expect(sceneOf(parseModel(two)).routes.map(({ links }) => links)).toEqual([[0, 1]]);
    expect(parseModel(deed(two, 'Remove the last link')).links).toHaveLength(1);
    expect(deed(one, 'Remove the link')).toBe(TEXT);
    // What is never cut can be; what cuts it in an experiment goes with it.
    const never = TEXT.replace('components:', 'links: [{ between: [west, east] }]\nexperiments: { part: { fail: east--west, for: 1 min } }\ncomponents:');
    const { deeds } = route(never, 'west--east');
    expect(deeds.map(({ name }) => name)).toEqual(['Let it be cut', 'A second link', 'Remove the link']);
    expect(parseModel(done(never, ...deeds[0].acts)).links[0].failures.map(({ name }) => name)).toEqual(['cut']);
    const gone = parseModel(done(never, ...deeds[2].acts));
    expect([gone.links, gone.experiments]).toEqual([[], []]);
  });
});
