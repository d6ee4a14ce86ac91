import { describe, expect, test } from 'vitest';
import { losesForGood } from '../../src/analysis/last-copies.ts';
import { parseModel } from '../../src/index.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { simulateOn } from '../../src/run/simulate-on.ts';

/** A server whose disk dies every month, in a room that burns every other month. */
const model = (db: string, { room = 'data: lost', disk = 'data: lost', more = '' } = {}) =>
  parseModel(`
nines: 1
domains:
  site: { kind: region, domains: { a: { kind: room, failures: { fire: { mtbf: 60 days, mttr: 2 days, ${room} } } }, b: { kind: room, failures: { dark: { mtbf: 60 days, mttr: 2 days } } } } }
  vault: { kind: region, failures: { dark: { mtbf: 60 days, mttr: 2 days } } }
components: { server: { failures: { disk: { mtbf: 30 days, mttr: 1 day, ${disk} } } } }
services: { db: { component: server, data: { size: 1 GB, change-rate: 1 GB/day }, ${db} } }
${more}
simulation: { years: 400, seed: 1, warm-up: 1 year }
`);
const KEPT = { disk: 'data: kept' };
const NONE = { room: 'data: kept', disk: 'data: kept' };
const FAILOVER = 'mode: active-passive, failover: { detect: 1 min, decide: 1 min, promote: 1 min }';

/** What keeps data, and whether they can be lost for good all the same. */
const CASES: readonly (readonly [what: string, model: ReturnType<typeof model>, isLost: boolean])[] = [
  ['one disk without a backup', model('in: a'), true],
  ['one disk where nothing destroys', model('in: a', NONE), false],
  ['a backup outside all domains', model('in: a, backup: { full: 1 day }'), false],
  ['a backup in the room that burns', model('in: a, backup: { full: 1 day, copies: [a] }'), true],
  ['backups in the room that burns and in another', model('in: a, backup: { full: 1 day, copies: [a, b] }'), false],
  ['a backup in a place that is only down at times', model('in: a, backup: { full: 1 day, copies: [vault] }'), false],
  ['a backup of which half do not restore, three kept', model('in: a, backup: { full: 1 day, retention: 3 days, restorable: 50% }'), true],
  ['one of which half do not restore, a hundred kept', model('in: a, backup: { full: 1 day, retention: 100 days, restorable: 50% }'), false],
  ['one of which half do not restore, tried every week', model('in: a, backup: { full: 1 day, retention: 30 days, restorable: 50%, drill: 7 days }'), false],
  ['a standby in the same fire', model(`in: a, replicas: 2, ${FAILOVER}, replication: { mode: async, lag: 1 s }`, KEPT), true],
  ['a standby out of the fire', model(`in: site, across: room, replicas: 2, ${FAILOVER}, replication: { mode: async, lag: 1 s }`, KEPT), false],
  ['two disks that may die together', model(`in: site, across: room, replicas: 2, ${FAILOVER}, replication: { mode: async, lag: 1 s }`), true],
  ['a majority in the fire', model('in: site, across: room, replicas: 3, mode: quorum', KEPT), true],
  ['a shock that wipes all copies', model('in: b', { ...KEPT, more: 'shocks: { wipe: { mtbf: 60 days, mttr: 1 h, hits: db, data: lost } }' }), true],
];

describe('data that can be lost for good', () => {
  test.each(CASES)('%s: as the simulation finds', async (_, system, isLost) => {
    expect(losesForGood(system)).toBe(isLost ? 'db' : null);
    const { dataLoss } = await simulateOn(createInProcessRunner, system, { workers: 0 });
    expect(dataLoss.permanentPerYear.mean > 0).toBe(isLost);
  });

  test('on the day of commissioning there is no backup yet', () => {
    const first = model('in: a, backup: { full: 1 day }');
    expect(losesForGood({ ...first, simulation: { ...first.simulation, warmUpSeconds: 0 } })).toBe('db');
  });

  test('by a word that nobody has thought about there is in doubt', () => {
    const safe = model('in: a', NONE);
    expect(losesForGood({ ...safe, words: [...safe.words, 'failure mode.made-up'] })).toBe('db');
  });
});
