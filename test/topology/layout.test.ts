import { describe, expect, test } from 'vitest';
import { type Model, parseModel } from '../../src/model/index.ts';
import { sceneOf } from '../../src/topology/elements.ts';
import { fit } from '../../src/topology/fit.ts';
import {  layOut } from '../../src/topology/layout.ts';
import type { Area } from '../../src/topology/area.ts';
import { nextStop } from '../../web/topology/navigate.ts';
import { serviceOrder } from '../../src/topology/order.ts';
import { type Place, placesOf } from '../../src/topology/places.ts';
import { randomModel } from '../engine/random-model.ts';

const shop = (webs = 6, zones = 3, extra = '') => parseModel(`
nines: 1
name: shop
domains: { r: { kind: region, domains: { ${Array.from({ length: zones }, (_, i) => `z${i}: { kind: zone }`).join(', ')} } } }
components: { c: { failures: { crash: { mtbf: 10 days, mttr: 1 h } } } }
services:
  db: { component: c, replicas: 2, across: zone, mode: active-passive, failover: { promote: 1 min } }
  web: { component: c, replicas: ${webs}, across: zone, needs: [db], wants: { cache: 80% } }
  cache: { component: c, replicas: 1 }
${extra}
entry: web
`);
const names = (model: Model) => serviceOrder(model).map((i) => model.services[i].name);
const contains = (outer: Area, inner: Area) =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width + 0.01 && inner.y + inner.height <= outer.y + outer.height + 0.01;
const overlap = (a: Area, b: Area) => a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

describe('the order of services', () => {
  test('puts each left of what it needs or wants, else as written', () => {
    expect(names(shop())).toEqual(['web', 'db', 'cache']);
    expect(names(shop(6, 3, '  zoo: { component: c }'))).toEqual(['web', 'zoo', 'db', 'cache']);
  });
});

describe('the layout', () => {
  const models = [shop(), shop(40, 3), ...Array.from({ length: 40 }, (_, i) => parseModel(randomModel(i)))];

  test.each([320, 360, 420, 700, 1280])('holds every element within its domain, and none on another, at %i px', (width) => {
    for (const model of models) {
      for (const isCoarse of [false, true]) {
        const scene = sceneOf(model);
        const layout = layOut(model, scene, { width, isCoarse });
        const area = (key: string) => layout.areas.get(key)!;
        const members = scene.elements.filter((element) => element.kind === 'member');
        for (const member of members) {
          expect(contains(area(member.place.domain < 0 ? 'domain:-1' : `domain:${member.place.domain}`), area(member.key))).toBe(true);
        }
        members.forEach((a, i) => members.slice(i + 1).forEach((b) => expect(overlap(area(a.key), area(b.key)), `${a.key} ${b.key}`).toBe(false)));
        const visit = (place: Place) => place.children.forEach((child) => {
          expect(contains(area(`domain:${place.domain}`), area(`domain:${child.domain}`))).toBe(true);
          visit(child);
        });
        scene.places.forEach(visit);
        expect(scene.elements.every(({ key }) => layout.areas.has(key) || layout.links.has(key))).toBe(true);
        expect(new Set(scene.elements.map(({ key }) => key)).size).toBe(scene.elements.length);
        if (layout.isStacked) expect(layout.width).toBeLessThanOrEqual(width);
      }
    }
  });

  test('moves no member of another service when one gets another replica in its row', () => {
    const [before, after] = [shop(3), shop(4)].map((model) => layOut(model, sceneOf(model), { width: 900 }));
    const first = (layout: typeof before) => ['service:0', 'service:1', 'service:2', 'domain:0', 'domain:1', 'member:0', 'member:1', 'member:2'].map((key) => layout.areas.get(key));
    expect(first(after)).toEqual(first(before));
  });

  test('stacks services where columns would be too narrow, with touch targets of at least 24 px', () => {
    const layout = layOut(shop(6, 3, '  a: { component: c }\n  b: { component: c }'), sceneOf(shop(6, 3, '  a: { component: c }\n  b: { component: c }')), { width: 340, isCoarse: true });
    expect(layout.isStacked).toBe(true);
    for (const [key, { width, height }] of layout.areas) if (key.startsWith('member')) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });
});

describe('large models', () => {
  test('draw members of one service in one place as one', () => {
    const cells = placesOf(shop(90))[0].children.map((place) => place.cells.find((cell) => cell.members.length > 1)!);
    expect(cells.map((cell) => [cell.members.length, cell.isCollapsed])).toEqual([[30, true], [30, true], [30, true]]);
    expect(placesOf(shop(30))[0].children.every((place) => place.cells.every((cell) => !cell.isCollapsed))).toBe(true);
  });

  test('draw many alike domains as one, and lose no member', () => {
    const model = shop(5000, 500);
    const places = placesOf(model);
    expect(places[0].children.map(({ label, name }) => [label, name])).toEqual([['500 × zone', '500 × zone in r']]);
    expect(new Set(sceneOf(model).elements.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(sceneOf(model).elements.length);
    const count = (list: readonly Place[]): number => list.reduce((sum, place) => sum + place.cells.reduce((n, cell) => n + cell.members.length, 0) + count(place.children), 0);
    expect(count(places)).toBe(5003);
    expect(sceneOf(model).elements.length).toBeLessThan(60);
  });
});

describe('arrow keys', () => {
  const stops = [{ key: 'a', x: 0, y: 0 }, { key: 'b', x: 50, y: 0 }, { key: 'c', x: 52, y: 40 }, { key: 'd', x: 0, y: 80 }];

  test('follow the reading order sideways and the picture up and down', () => {
    expect(nextStop(stops, 'b', 'ArrowRight')).toBe('c');
    expect(nextStop(stops, 'c', 'ArrowLeft')).toBe('b');
    expect(nextStop(stops, 'b', 'ArrowDown')).toBe('c');
    expect(nextStop(stops, 'a', 'ArrowDown')).toBe('d');
    expect(nextStop(stops, 'c', 'ArrowUp')).toBe('b');
    expect([nextStop(stops, 'b', 'Home'), nextStop(stops, 'b', 'End')]).toEqual(['a', 'd']);
    expect([nextStop(stops, 'd', 'ArrowRight'), nextStop(stops, 'a', 'x')]).toEqual([null, null]);
  });
});

describe('text that fits', () => {
  test('is cut with an ellipsis where it must be', () => {
    expect(fit('db', 60, 13)).toBe('db');
    expect(fit('a very long name of a service', 60, 13)).toMatch(/^a very.*…$/);
    expect(fit('xxxx', 1, 13)).toBe('x…');
  });
});
