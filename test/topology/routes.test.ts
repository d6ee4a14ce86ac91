import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { elementsOfCause, marksOf } from '../../src/topology/causes.ts';
import { detailsOf } from '../../src/topology/details.ts';
import { sceneOf } from '../../src/topology/elements.ts';
import { layOut } from '../../src/topology/layout.ts';
import { shownOf } from '../../src/topology/state.ts';

const cut = 'failures: { cut: { mtbf: 180 days, mttr: 5 min } }';
const model = parseModel(`
nines: 1
name: three regions
domains:
  east: { kind: region, domains: { e1: { kind: zone }, e2: { kind: zone } } }
  west: { kind: region }
  north: { kind: region }
links:
  - { between: [east, west], ${cut} }
  - { between: [west, north], ${cut} }
  - { between: [north, east], ${cut} }
  - { between: [west, east], ${cut} }
  - { between: [e1, e2] }
components: { c: { failures: { crash: { mtbf: 10 days, mttr: 1 h } } } }
services: { db: { component: c, replicas: 3, in: [e1, west, north], mode: quorum } }
`);
const scene = sceneOf(model);

describe('links between places', () => {
  test('are one line for all between the same two, named as causes and experiments name them', () => {
    expect(scene.routes.map(({ name, links }) => [name, links])).toEqual([['east--west', [0, 3]], ['west--north', [1]], ['north--east', [2]], ['e1--e2', [4]]]);
    expect(scene.elements.filter(({ kind }) => kind === 'route').map(({ name }) => name)).toEqual(scene.routes.map(({ name }) => name));
    expect(elementsOfCause('north--east', model, scene.elements).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['route north--east']);
    expect([...marksOf(['west--north'], ['east--west', 'db[0]'], model, scene.elements).single]).toEqual(['route:west--north']);
  });

  test.each([320, 700, 1280])('run right of all boxes, none on another, from an end to the other, at %i px', (width) => {
    const layout = layOut(model, scene, { width });
    const right = Math.max(...[...layout.areas.values()].map((area) => area.x + area.width));
    const lines = scene.routes.map((route) => ({ ...layout.links.get(`route:${route.name}`)!, route }));
    for (const { x, y, path, route } of lines) {
      expect(x).toBeGreaterThan(right);
      expect(x).toBeLessThan(layout.width);
      const ends = route.ends.map(({ domain }) => layout.areas.get(`domain:${domain}`)!);
      const [, from, to] = /^M[\d.]+,([\d.]+).*V[\d.]+Q[\d.,]+ [\d.]+,([\d.]+)H[\d.]+$/.exec(path)!.map(Number);
      expect(y).toBe((from + to) / 2);
      for (const { y: top, height } of ends) expect([from, to].some((at) => at >= top && at <= top + height)).toBe(true);
    }
    // Where two run at the same distance one ends before the other begins.
    const spans = lines.map(({ x, path }) => ({ x, ys: [...path.matchAll(/[ V]([\d.]+)(?=Q)|,([\d.]+)H/g)].map(([, a, b]) => Number(a ?? b)) }));
    spans.forEach((a, i) => spans.slice(i + 1).forEach((b) => {
      if (a.x === b.x) expect(Math.max(...a.ys) <= Math.min(...b.ys) || Math.max(...b.ys) <= Math.min(...a.ys)).toBe(true);
    }));
    // Room is taken only where there are links.
    const without = parseModel(readFileSync(new URL('../../models/web-shop.yaml', import.meta.url), 'utf8'));
    expect(sceneOf(without).routes).toEqual([]);
  });

  test('are cut while all between the same two are, and say what makes them so', () => {
    const rest = { time: 0, membersUp: [true, true, true], domainsUp: model.domains.map(() => true), answers: [1], active: [0] };
    const cutAt = (...down: number[]) => {
      const shown = shownOf(model, { ...rest, linksUp: model.links.map((_, i) => !down.includes(i)) });
      return scene.routes.filter(({ links }) => shown.isCut(links)).map(({ name }) => name);
    };
    expect([cutAt(), cutAt(0), cutAt(0, 3), cutAt(1, 4)]).toEqual([[], [], ['east--west'], ['west--north', 'e1--e2']]);
    const details = detailsOf(scene.elements.find(({ name }) => name === 'east--west')!, model, null);
    expect([details.subtitle, details.failures.map(({ cause }) => cause)]).toEqual([
      'Link, 2 of them: cut while all are. While it is cut its ends do not reach each other, and neither is down',
      ['east--west/cut', 'east--west/cut'],
    ]);
    expect(details.figures).toEqual([['Members on both sides', 'db']]);
  });
});
