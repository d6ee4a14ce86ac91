import { describe, expect, test } from 'vitest';
import { expandModel, parseModel } from '../../src/model/index.ts';
import { holdersOf } from '../../src/compile/shards.ts';
import { said } from './helpers.ts';

const log = (keys: string, replicas = 9): string =>
  `nines: 1\ndomains: { r: { kind: region, domains: { a: { kind: zone }, b: { kind: zone }, c: { kind: zone } } } }
components: { broker: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } } }
services: { log: { component: broker, replicas: ${replicas}, across: zone, mode: sharded, ${keys} } }\n`;

describe('a service of shards', () => {
  test('has as many as members, one copy each and nobody leading unless it says otherwise', () => {
    const [service] = parseModel(log('elect: 0 s, leader: true')).services;
    expect(service).toMatchObject({ mode: 'sharded', required: 1, shards: { count: 9, copies: 1, lead: true } });
    expect(parseModel(log('shards: 120, copies: 3, required: 2')).services[0]).toMatchObject({ required: 2, shards: { count: 120, copies: 3, lead: false } });
  });

  test('is printed with everything that it does not say', () => {
    const text = expandModel(log('copies: 3, leader: true'), {});
    expect(text).toMatch(/mode: sharded[^]*shards: 9[^]*copies: 3[^]*leader: true[^]*elect: /);
    expect(parseModel(text).services).toEqual(parseModel(log('copies: 3, leader: true')).services);
  });

  test.each([
    ['copies: 10', "copies: 10 is above replicas: 9, and a member holds one copy of a shard at most"],
    ['copies: 2, required: 3', 'required: 3 is above copies: 2, so no shard could ever be answered: it counts copies of each shard, not members'],
    ['copies: 3, elect: 5 s', "'elect' is what a shard's leader takes: add 'leader: true', or leave 'elect' out"],
    ['copies: 2, data: { size: 1 GB, change-rate: 0 GB/day }, backup: { full: 1 day, copies: [r] }', "'backup' is not built for 'mode: sharded' yet: what its members lose is lost for good; leave it out"],
    ['shards: 3, copies: 2', 'with so few shards (3) 5 of its members hold none, and do nothing'],
    ['copies: 3, below-required: degraded', "'below-required' belongs to mode active-active, this service is sharded"],
    ['copies: 3, health-check: { interval: 5 s }', "'health-check' has no effect here: whoever asks for a shard knows who of those that hold it works: leave it out"],
  ])('that says %s is told so', (keys, message) => {
    expect(said(log(keys)).map((line) => line.replace(/^.*?: /, ''))).toContain(message);
  });

  test('has members, and no sites', () => {
    const text = log('copies: 3').replace('entry', '').replace('services: {', 'services: { all: { of: log, sites: zone, mode: sharded },');
    expect(said(text).join('\n')).toMatch(/'mode: sharded' belongs to a service with a 'component'/);
  });

  test('meant by the words of the field is suggested', () => {
    expect(said(log('replication-factor: 3')).join('\n')).toMatch(/'copies'/);
  });
});

describe('copies of a shard', () => {
  const zones = [{ parent: -1 }, { parent: 0 }, { parent: 0 }, { parent: 0 }];
  const shards = { count: 10, copies: 3, lead: false };

  test('lie round robin along the members, in as many zones as there are', () => {
    expect(holdersOf([1, 2, 3, 1, 2, 3, 1, 2, 3], { ...shards, count: 4 }, zones)).toEqual([[0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5]]);
  });

  test('skip a member whose zone has one, where the members do not come out even', () => {
    // The last of ten stands in the first zone, and so does the one after it, the first.
    expect(holdersOf([1, 2, 3, 1, 2, 3, 1, 2, 3, 1], shards, zones)[8]).toEqual([8, 9, 1]);
    expect(holdersOf([1, 2, 3, 1, 2, 3, 1, 2, 3, 1], shards, zones)[9]).toEqual([9, 1, 2]);
  });

  test('share zones evenly where there are fewer of them', () => {
    expect(holdersOf([1, 2, 1, 2, 1, 2], shards, zones)[0]).toEqual([0, 1, 2]);
    expect(holdersOf([1, 1, 1, 2], { ...shards, copies: 2 }, zones)[0]).toEqual([0, 3]);
  });

  test('are on different members', () => {
    for (const holders of holdersOf([-1, -1, -1, -1], { ...shards, copies: 4 }, [])) expect(new Set(holders).size).toBe(4);
  });
});
