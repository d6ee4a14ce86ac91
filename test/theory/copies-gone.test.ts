import { describe, expect, test } from 'vitest';
import { solveChain } from './chain.ts';
import { DAY, conduct, expectExact, expectQuantile, expectTells, HOUR, live } from './harness.ts';

const MINUTE = 60;
const NONE = { detect: 0, decide: 0, promote: 0, restore: 0, redirect: 0, warmUp: 0, repair: 0 };

test('without replication the former active alone is rebuilt: a standby that was repaired is ready at once', () => {
  // Per hour. The active, and the other: ready, down as a standby, down as a former active, or being rebuilt.
  const [fails, repaired, rebuilt] = [1 / 20, 1 / 5, 1 / 10];
  type Other = 'ready' | 'down' | 'former' | 'rebuilding';
  const chain = (isRebuiltAsStandby: boolean) =>
    solveChain<{ active: boolean; other: Other }>({ active: true, other: 'ready' }, ({ active, other }) => {
      // Nobody else could take over, so that the active is waited for.
      const down: (readonly [number, { active: boolean; other: Other }])[] = active ? [[fails, { active: false, other }]] : [[repaired, { active: true, other }]];
      switch (other) {
        case 'ready':
          return [[fails, { active: true, other: 'former' }], [fails, { active: true, other: isRebuiltAsStandby ? 'former' : 'down' }]];
        case 'down':
          // Whoever is repaired first serves; the other has been the active then.
          return [...down, [repaired, active ? { active, other: 'ready' } : { active: true, other: 'former' }]];
        case 'former':
          return [...down, [repaired, { active, other: 'rebuilding' }]];
        case 'rebuilding':
          return [...down, [rebuilt, active ? { active, other: 'ready' } : { active: true, other: 'former' }], [fails, { active, other: 'former' }]];
      }
    }).share(({ active }) => active);
  const { availability } = live(
    `components: { node: { failures: { crash: { mtbf: 20 h, mttr: exponential(5 h) } } } }
services: { db: { component: node, replicas: 2, mode: active-passive, failover: {}, rebuild: exponential(10 h) } }
entry: db`,
    { replications: 200, years: 5 },
  );
  expectExact(availability, chain(false));
  expectTells(availability, chain(false), (chain(false) - chain(true)) / (1 - chain(false)) / 3);
});

describe('all copies are gone', () => {
  const model = (order: string, decide: string) => `domains: { z1: { kind: zone }, z2: { kind: zone } }
components: { pg: {} }
services:
  db: { component: pg, replicas: 2, across: zone, mode: active-passive, replication: { mode: sync }, data: { size: 360 GB }, backup: { full: 1 day, restore-rate: 100 MB/s },
        failover: { detect: 40 s, decide: ${decide}, promote: 5 min, redirect: 7 s } }
experiments: { fire: { fail: [${order}], after: 10 min, for: 1 day, data: lost } }`;

  test('and the active is dead: the restore follows the promotion of whoever works again', () => {
    // The standby burns ten minutes before the active, and its zone is back ten minutes before that of the active.
    const { recoveryTime } = conduct(model('z2, z1', '200 s'), 'fire', 100);
    const wait = DAY - 10 * MINUTE - 240;
    expect(recoveryTime.stages).toEqual({ ...NONE, detect: 40, decide: 200, repair: wait, promote: 5 * MINUTE, restore: HOUR, redirect: 7 });
    expect([recoveryTime.p50, recoveryTime.max]).toEqual([240 + wait + 5 * MINUTE + HOUR + 7, 240 + wait + 5 * MINUTE + HOUR + 7]);
  });

  test('and the active works again: it restores where it is, and nobody is promoted', () => {
    // Somebody decides for an hour, in which the standby burns too.
    const { recoveryTime } = conduct(model('z1, z2', '1 h'), 'fire', 100);
    expect(recoveryTime.stages).toEqual({ ...NONE, detect: 40, decide: HOUR, repair: DAY - HOUR - 40, restore: HOUR });
    expect([recoveryTime.p50, recoveryTime.max]).toEqual([DAY + HOUR, DAY + HOUR]);
  });
});

test('a copy that burned counts from the first backup begun after its domain is back', () => {
  // The vault burns for an hour; the disk dies 19 hours after that. A full backup takes two hours to write.
  const { dataLoss, permanentLoss } = conduct(
    `domains: { east: { kind: region }, west: { kind: region } }
components: { pg: {} }
services: { db: { component: pg, in: east, data: { size: 360 GB }, backup: { full: 1 day, backup-rate: 50 MB/s, restore-rate: 100 MB/s, copies: [west] } } }
experiments: { burns: { fail: [west, east], after: 20 h, for: 1 h, data: lost } }`,
    'burns',
    8_000,
  );
  // Begun 2 to 19 hours before the disk dies: 17 of the day's 24 hours. (Finished after the vault is back: 19.)
  expectExact(permanentLoss, 7 / 24);
  expectQuantile(dataLoss.p50, dataLoss.count, 0.5, (x) => Math.min(17, Math.max(0, x / HOUR - 2)) / 24);
});
