import { describe, expect, test } from 'vitest';
import { at, only } from './helpers.ts';

const MODEL = `nines: 1
domains: { za: { kind: zone, failures: { out: { mtbf: 2 years, mttr: 2 h } } }, zb: { kind: zone } }
components: { server: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } }, disk: }
shocks: { bad-deploy: { mtbf: 30 days, mttr: 20 min, hits: web } }
services:
  web: { component: server, replicas: 2, across: zone, needs: [db] }
  db: { component: disk, replicas: 2, across: zone, mode: active-passive }
entry: web
experiments: { x: { fail: za } }
`;

const after = (what: string, instead: string) => only(MODEL.replace(what, instead));

describe('who names a thing of another kind is told what it is', () => {
  test('where an experiment fails a shock, and what can be failed', () => {
    const text = MODEL.replace('fail: za', 'fail: bad-deploy');
    expect(only(text)).toMatchObject({ ...at(text, 'bad-deploy } }'), path: 'experiments.x.fail', suggestion: 'web' });
    expect(only(text).message).toBe("'bad-deploy' is a shock: an experiment fails domains, services, members or whoever is active; fail what the shock hits (write 'web')");
  });

  test.each([
    ['fail: za', 'fail: server', "'server' is a component", 'web'], ['fail: za', 'fail: zone', "'zone' is a kind of domain", 'za'],
    ['fail: za', 'fail: out', "'out' is a failure mode", 'za'], ['fail: za', 'fail: za/out', "'za/out' is a failure mode", 'za'], ['fail: za', 'fail: crash', "'crash' is a failure mode", 'web'],
    ['fail: za', 'fail: db.primary', "'db.primary' names no member", 'db.active'], ['fail: za', 'fail: db.standby', "'db.standby' names no member", 'db[1]'],
    ['fail: za', 'corrupt: za', "'za' is a domain: 'fail' strikes it", null],
    ['hits: web', 'hits: server', "'server' is a component", 'web'],
    ['hits: web', 'hits: all', "'all' is no service", '[web, db]'], ['hits: web', 'hits: [db.active]', "'db.active' is a member", 'db'],
    ['needs: [db]', 'needs: [za]', "'za' is a domain (zone): 'in: za' places a service there", null], ['needs: [db]', 'needs: disk', "'disk' is a component", 'db'],
    ['needs: [db]', 'needs: bad-deploy', "'bad-deploy' is a shock", null],
    ['component: server', 'component: db', "'db' is a service: it is made of 'disk'", 'disk'], ['component: server', 'component: za', "'za' is a domain", null],
    ['across: zone, needs', 'in: zone, needs', "'zone' is a kind of domain: 'across: zone' spreads over all of them", '[za, zb]'],
    ['across: zone, needs', 'in: db, needs', "'db' is a service", null], ['across: zone, needs', 'across: za, needs', "'za' is a domain: 'across' names a kind of them", 'zone'],
    ['active-passive }', 'active-passive, data: { size: 1 GB }, backup: { full: 1 day, restore-rate: 1 GB/s, copies: 2 } }', "'copies' names domains rather than counting them", null],
    ['active-passive }', 'active-passive, data: { size: 1 GB }, backup: { full: 1 day, restore-rate: 1 GB/s, copies: zone } }', "'zone' is a kind of domain", '[za, zb]'],
    ['entry: web', 'entry: server', "'server' is a component", 'web'],
  ] as const)('%s, as %s', (what, instead, message, suggestion) => {
    const found = after(what, instead);
    expect(found.message.startsWith(message), found.message).toBe(true);
    expect(found.suggestion).toBe(suggestion);
  });

  test('several names in one text are a list', () => {
    expect(after('across: zone, needs', "in: 'za, zb', needs").suggestion).toBe('[za, zb]');
  });
});
