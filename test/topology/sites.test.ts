import { describe, expect, test } from 'vitest';
import { type Model, parseModel } from '../../src/model/index.ts';
import { simulateLife } from '../../src/run/simulate-life.ts';
import { detailsOf } from '../../src/topology/details.ts';
import { sceneOf } from '../../src/topology/elements.ts';
import {  layOut } from '../../src/topology/layout.ts';
import type { Area } from '../../src/topology/area.ts';
import { columnsOf } from '../../src/topology/order.ts';
import { membersOf } from '../../src/topology/members.ts';
import { type Place, siteOf } from '../../src/topology/places.ts';
import { passiveKeys, siteRole } from '../../src/topology/sites.ts';
import { shownOf } from '../../src/topology/state.ts';
import { modeCaption, modeWords } from '../../src/topology/words.ts';
import { sites as model } from '../web/drill/models.ts';

const scene = sceneOf(model);
const index = (name: string, of: Model = model) => of.services.findIndex((service) => service.name === name);
const places = (all: readonly Place[]): Place[] => all.flatMap((place) => [place, ...places(place.children)]);
const place = (name: string) => places(scene.places).find((one) => one.name === name)!;
const memberNames = Array.from({ length: membersOf(model).count }, (_, i) => membersOf(model).at(i).name);
const member = (name: string) => memberNames.indexOf(name);

describe('sites on the topology', () => {
  test('have the copies of services in them, the others stand above', () => {
    expect(scene.order.map((i) => model.services[i].name)).toEqual(['shop', 'dns', 'mail']);
    expect(place('east').copies.map((i) => model.services[i].name)).toEqual(['stack@east', 'web@east', 'db@east']);
    expect(place('ea').copies).toEqual([]);
    expect(siteOf(model, index('db@west'))).toBe(model.domains.findIndex(({ name }) => name === 'west'));
    expect(siteOf(model, index('shop'))).toBe(-1);
  });

  test('share a column for the copies of a service, right of the service that works on them', () => {
    const { column, count } = columnsOf(model);
    expect(column[index('web@east')]).toBe(column[index('web@west')]);
    expect(column[index('shop')]).toBeLessThan(column[index('stack@east')]);
    expect(column[index('web@east')]).toBeLessThan(column[index('db@east')]);
    expect(count).toBe(6);
  });

  test('name their members as the events of a life do', () => {
    const { names } = simulateLife(model, { replication: 0 });
    expect(memberNames).toEqual(names.members);
    expect(names.members).toContain('shop[west]');
  });

  test('are active or standing by, and what stands by is dimmed but for what all share', () => {
    const atRest = shownOf(model, null);
    expect([place('east'), place('west'), place('ea')].map((one) => siteRole(model, one, atRest))).toEqual(['active', 'standby', null]);
    const passive = passiveKeys(model, scene.places, atRest);
    expect(passive.has(`service:${index('db@west')}`)).toBe(true);
    expect(passive.has(`service:${index('db@east')}`)).toBe(false);
    expect(passive.has(`member:${member('web@west[0]')}`)).toBe(true);
    expect(['mail[0]', 'shop[west]', 'web@east[0]'].some((name) => passive.has(`member:${member(name)}`))).toBe(false);
  });

  test('change places with the active one', () => {
    const active = model.services.map(() => -1);
    active[index('shop')] = member('shop[west]');
    const moment = { time: 5, membersUp: memberNames.map(() => true), domainsUp: model.domains.map(() => true), answers: model.services.map(() => 1), active, stages: model.services.map((_, i) => (i === index('shop') ? 'redirecting' : 'serving')) };
    const shown = shownOf(model, moment);
    expect([place('east'), place('west')].map((one) => siteRole(model, one, shown))).toEqual(['standby', 'active']);
    expect([shown.stage(index('shop')), shown.stage(index('db@west'))]).toEqual(['redirecting', null]);
  });

  test('say what they are', () => {
    const shop = model.services[index('shop')];
    expect([modeCaption(shop), modeWords(shop)]).toEqual(['1 + 1 standby', 'Active-passive: one active site, 1 standing by']);
    const details = (name: string) => detailsOf(scene.elements.find((one) => one.name === name)!, model, null);
    expect(details('shop[west]')).toMatchObject({ title: 'shop[west]', subtitle: 'Site of shop', figures: [['Where', 'west']] });
    expect(details('web@west').subtitle).toBe('Copy of web in west. Active-active: 4 members, 1 required');
  });

  test('which all serve, serve', () => {
    const all = parseModel('nines: 1\nname: x\ndomains: { a: { kind: region }, b: { kind: region } }\ncomponents: { c: { failures: { crash: { mtbf: 9 days, mttr: 1 h } } } }\nservices:\n  s: { of: web, sites: [a, b] }\n  web: { component: c }\nentry: s');
    const shown = shownOf(all, null);
    expect(sceneOf(all).places.map((one) => siteRole(all, one, shown))).toEqual(['serving', 'serving']);
    expect(passiveKeys(all, sceneOf(all).places, shown).size).toBe(0);
    const lost = shownOf(all, { time: 1, membersUp: [false, true, false, true], domainsUp: [false, true], answers: [1, 0, 1], active: [-1, -1, -1] });
    expect(sceneOf(all).places.map((one) => siteRole(all, one, lost))).toEqual(['out', 'serving']);
  });
});

describe('the layout of sites', () => {
  const contains = (outer: Area, inner: Area) => inner.x >= outer.x - 0.01 && inner.y >= outer.y - 0.01 && inner.x + inner.width <= outer.x + outer.width + 0.01 && inner.y + inner.height <= outer.y + outer.height + 0.01;
  const overlap = (a: Area, b: Area) => a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

  test.each([320, 360, 420, 560, 840, 1280])('puts copies within their site and on nothing else, at %i px', (width) => {
    for (const isCoarse of [false, true]) {
      const layout = layOut(model, scene, { width, isCoarse });
      const area = (key: string) => layout.areas.get(key)!;
      for (const { domain, copies, children, cells } of places(scene.places)) {
        if (domain < 0) continue;
        const box = area(`domain:${domain}`);
        const inside = [
          ...copies.map((service) => area(`service:${service}`)),
          ...cells.flatMap((cell) => cell.members.map((one) => area(`member:${one}`))),
          ...children.map((child) => area(`domain:${child.domain}`)),
        ];
        for (const one of inside) expect(contains(box, one)).toBe(true);
        inside.forEach((a, i) => inside.slice(i + 1).forEach((b) => expect(overlap(a, b)).toBe(false)));
      }
      expect(scene.elements.every(({ key }) => layout.areas.has(key) || layout.links.has(key))).toBe(true);
      if (layout.isStacked) for (const { x } of layout.links.values()) expect(x).toBeLessThan(width);
      expect([...layout.links.values()].every(({ path }) => !path.includes('NaN'))).toBe(true);
    }
  });
});
