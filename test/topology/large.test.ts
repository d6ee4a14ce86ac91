import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { elementsOfCause } from '../../src/topology/causes.ts';
import { detailsOf } from '../../src/topology/details.ts';
import { MOST_DRAWN } from '../../src/topology/drawn.ts';
import { sceneOf } from '../../src/topology/elements.ts';
import { hiddenElement } from '../../web/topology/hidden-element.ts';
import { layOut } from '../../src/topology/layout.ts';
import { membersOf } from '../../src/topology/members.ts';

const head = `nines: 1
domains: { a: { kind: zone }, b: { kind: zone }, c: { kind: zone } }
components: { node: { failures: { crash: { mtbf: 90 days, mttr: 4 h } } } }
`;
/** A chain: each service needs the next. */
const chain = parseModel(`${head}entry: s500\nservices: { ${Array.from({ length: 1_000 }, (_, i) => `s${i}: { component: node, replicas: 2, across: zone${i < 999 ? `, needs: [s${i + 1}]` : ''} }`).join(', ')} }\n`);
const fleet = parseModel(`${head}services: { web: { component: node, replicas: 100000, across: zone, required: 10 } }\n`);

describe('a graph of a thousand services', () => {
  const scene = sceneOf(chain);

  test('is drawn as those that the entry needs first; the others are counted and can be chosen all the same', () => {
    const names = scene.elements.flatMap((element) => (element.kind === 'service' ? [element.name] : []));
    expect(names).toEqual(Array.from({ length: MOST_DRAWN }, (_, i) => `s${500 + i}`));
    expect(scene.hidden.length).toBe(1_000 - MOST_DRAWN);
    const other = hiddenElement(chain, scene, { kind: 'service', name: 's7' });
    expect(detailsOf(other!, chain, null).title).toBe('s7');
    expect(hiddenElement(chain, scene, { kind: 'service', name: 's500' })).toBeUndefined();
  });

  test('has a place for all that is drawn, and no more of it than can be seen', () => {
    const layout = layOut(chain, scene, { width: 900 });
    for (const { key } of scene.elements) expect(layout.areas.has(key) || layout.links.has(key), key).toBe(true);
    expect(scene.elements.length).toBeLessThan(250);
  });
});

describe('a hundred thousand members', () => {
  test('are one glyph a zone, and each is found by its name', () => {
    const { elements } = sceneOf(fleet);
    const cells = elements.flatMap((element) => (element.kind === 'member' ? [element] : []));
    expect(cells.map(({ members }) => members.length)).toEqual([33_334, 33_333, 33_333]);
    const members = membersOf(fleet);
    expect(members.at(99_999)).toEqual({ name: 'web[99999]', service: 0, replica: 99_999, domain: 0 });
    expect(elementsOfCause('web[99998]', fleet, elements)).toEqual([cells[2]]);
    expect(elementsOfCause('web[any]', fleet, elements)).toEqual(cells);
    expect(elementsOfCause('web[100000]', fleet, elements)).toEqual([]);
  });
});
