import { describe, expect, test } from 'vitest';
import { experimentOf } from '../../../src/model/index.ts';
import { resolveTarget } from '../../model/target.ts';
import { simulateExperimentLife } from '../../../src/run/experiment-life.ts';
import { durationOf } from '../../../web/drill/duration.ts';
import { allTargets, targetsOf } from '../../../web/drill/targets.ts';
import { askWords, experimentWords } from '../../../web/drill/words.ts';
import { sceneOf } from '../../../src/topology/elements.ts';
import { shop, sites } from './models.ts';

const element = (model: typeof shop, name: string) => sceneOf(model).elements.find((one) => one.name === name)!;
const texts = (model: typeof shop, name: string) => targetsOf(element(model, name), model).map(({ what, text }) => `${what} ${text}`);

describe('what can be broken', () => {
  test('of a service: who is active, all of them, the data', () => {
    expect(texts(shop, 'db')).toEqual(['fail db.active', 'fail db', 'corrupt db']);
    expect(texts(shop, 'q')).toEqual(['fail q.active', 'fail q']);
    expect(texts(shop, 'web')).toEqual(['fail web']);
  });

  test('of a domain, a member, a link', () => {
    expect(texts(shop, 'za')).toEqual(['fail za']);
    expect(texts(shop, 'db[1]')).toEqual(['fail db[1]']);
    expect(texts(shop, 'web → db')).toEqual([]);
  });

  test('of sites: the active one, one of them, a copy in one', () => {
    expect(texts(sites, 'shop').slice(0, 2)).toEqual(['fail shop.active', 'fail shop']);
    expect(texts(sites, 'shop[west]')).toEqual(['fail shop[west]']);
    expect(texts(sites, 'db@east')).toEqual(['fail db@east.active', 'fail db@east']);
    expect(texts(sites, 'web@west[2]')).toEqual(['fail web@west[2]']);
    expect(texts(sites, 'stack@east')).toEqual([]);
  });

  test.each([['shop', shop], ['sites', sites]])('is what the model can break: %s', (_, model) => {
    for (const { text, what, repair } of allTargets(model).flatMap(({ targets }) => targets)) {
      expect(resolveTarget(model, text, what), text).not.toBeNull();
      // What has no time of its own is the same here and there.
      if (what === 'fail') expect(experimentOf(model, { name: 'x', fail: [text] })?.steps[0].down ?? null).toEqual(repair);
    }
  });

  test.each([['shop', shop], ['sites', sites]])('can be watched: %s', (_, model) => {
    for (const { text, what, repair } of allTargets(model).flatMap(({ targets }) => targets)) {
      const drill = experimentOf(model, { name: 'x', [what]: [text], for: repair ?? { kind: 'constant', value: 60 } })!;
      const { events, length } = simulateExperimentLife(model, drill);
      expect(events.every(({ time }, i) => time >= (events[i - 1]?.time ?? 0) && time <= length), text).toBe(true);
    }
  });

  test('is named once, by groups', () => {
    const groups = allTargets(sites);
    expect(groups.map(({ group }) => group)).toEqual(['Roles and services', 'Domains', 'Members']);
    const keys = groups.flatMap(({ targets }) => targets.map(({ text, what, label }) => `${what} ${text} ${label}`));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('in words', () => {
  test('what is done', () => {
    expect(askWords({ fail: ['db.active'], forSeconds: null, losesData: false }, shop)).toBe('fail db.active for 1 h');
    expect(askWords({ fail: ['za'], forSeconds: 86_400, losesData: true }, shop)).toBe('fail za for 1 day, its data lost');
    expect(askWords({ corrupt: ['db'], forSeconds: null, losesData: false }, shop)).toBe('drop the data of db');
    expect(askWords({ experiment: 'lose-a-zone' }, shop)).toBe('lose-a-zone');
    expect(experimentWords(shop, 'two-at-once')).toBe('fail za for 2 h; after 10 min fail db.active for 1 h');
  });
});

describe('a time as it is typed', () => {
  test('needs a unit of time', () => {
    expect(['90 min', '2 days', '0.5 h', ' 1 week '].map(durationOf)).toEqual([5400, 172_800, 1800, 604_800]);
    expect(['90', '', '5 GB', '-1 h', '0 s', 'soon', '1 h + 1 h'].map(durationOf)).toEqual([null, null, null, null, null, null, null]);
  });
});
