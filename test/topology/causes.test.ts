import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cutSets, importance, singlePoints } from '../../src/analysis/structure/index.ts';
import { parseModel } from '../../src/model/index.ts';
import { causesOfElement, elementsOfCause, marksOf } from '../../src/topology/causes.ts';
import { sceneOf } from '../../src/topology/elements.ts';

const model = parseModel(`
nines: 1
name: marks
domains: { r: { kind: region, failures: { outage: { mtbf: 5 years, mttr: 2 h } }, domains: { za: { kind: zone, failures: { outage: { mtbf: 1 year, mttr: 1 h } } }, zb: { kind: zone } } } }
components: { app: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } } }
services:
  web: { component: app, replicas: 2, across: zone, needs: [db] }
  db: { component: app, in: za }
shocks: { release: { mtbf: 60 days, mttr: 10 min, hits: [web] } }
entry: web
`);
const { elements } = sceneOf(model);
const keys = (cause: string) => elementsOfCause(cause, model, elements).map(({ kind, name }) => `${kind} ${name}`);

describe('a cause of the structure', () => {
  test('is a domain, a member, all members, or what a shock hits', () => {
    expect(keys('za')).toEqual(['domain za']);
    expect(keys('web[1]')).toEqual(['member web[1]']);
    expect(keys('db')).toEqual(['member db[0]']);
    expect(keys('web[any]')).toEqual(['member web[0]', 'member web[1]']);
    expect(keys('release')).toEqual(['service web']);
    expect(keys('nobody')).toEqual([]);
  });

  test('is found from its element again', () => {
    const element = (name: string) => elements.find((each) => each.name === name && each.kind !== 'link')!;
    expect(causesOfElement(element('za'), model)).toEqual(['za']);
    expect(causesOfElement(element('db[0]'), model)).toContain('db');
    expect(causesOfElement(element('web'), model)).toEqual(['release']);
  });

  test('in any model of the gallery has a place, and so has what is important', () => {
    for (const name of ['web-shop', 'two-region-web-shop', 'patroni', 'everything-forgotten', 'kubernetes-deployment', 'dr/warm-standby', 'dr/active-active']) {
      const each = parseModel(readFileSync(join(import.meta.dirname, `../../models/${name}.yaml`), 'utf8'));
      const scene = sceneOf(each);
      const causes = [...singlePoints(each).map(({ cause }) => cause), ...cutSets(each).flatMap((cut) => cut.causes), ...importance(each).map(({ element }) => element)];
      for (const cause of new Set(causes)) expect(elementsOfCause(cause, each, scene.elements).length, `${name}: ${cause}`).toBeGreaterThan(0);
    }
  });
});

describe('the marks', () => {
  test('tell single points from a cut set, and its parts apart', () => {
    const marks = marksOf(['r', 'za', 'db', 'release'], ['za', 'web[1]'], model, elements);
    const named = (set: Iterable<string>) => [...set].map((key) => elements.find((each) => each.key === key)!.name);
    expect(named(marks.single)).toEqual(['r', 'za', 'db[0]']);
    expect(named(marks.cut.keys())).toEqual(['za', 'web[1]']);
    expect([...marks.cut.values()]).toEqual([1, 2]);
    expect(marks.order).toBe(2);
  });
});
