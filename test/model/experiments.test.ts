import { describe, expect, test } from 'vitest';
import { experimentOf, parseModel, type Experiment, type Model } from '../../src/model/index.ts';
import { resolveTarget } from './target.ts';
import { BASE, clean, only, said, SITED, withSites } from './helpers.ts';

const PASSIVE = withSites('of: stack, sites: [eu, us], mode: active-passive, replication: { mode: async }, failover: { failback: auto }');
const DOMAINS = { eu: 0, 'eu-a': 1, us: 3 };
const exponential = (mean: number) => ({ kind: 'exponential', mean });
const constant = (value: number) => ({ kind: 'constant', value });
const asking = (keys: string, text = SITED): string => `${text}experiments: { x: { ${keys} } }\n`;
const experiment = (keys: string, text = SITED): Experiment => clean(asking(keys, text)).experiments[0];
const target = (text: string, of: Model, what: 'fail' | 'corrupt' = 'fail') => resolveTarget(of, text, what);

describe('an experiment', () => {
  test('strikes a domain, a member, whoever is active, all members, and data', () => {
    const model = clean(PASSIVE);
    const index = (name: string): number => model.services.findIndex((service) => service.name === name);
    const dbs = [index('db@eu'), index('db@us')];
    expect(target('eu-a', model)).toEqual({ kind: 'domain', text: 'eu-a', domain: DOMAINS['eu-a'] });
    expect(target('db', model)).toEqual({ kind: 'service', text: 'db', services: dbs });
    expect(target('db@us', model)).toEqual({ kind: 'service', text: 'db@us', services: [dbs[1]] });
    expect(target('db.active', model)).toEqual({ kind: 'active', text: 'db.active', services: dbs });
    expect(target('db@us.active', model)).toEqual({ kind: 'active', text: 'db@us.active', services: [dbs[1]] });
    expect(target('db[1]', model)).toEqual({ kind: 'member', text: 'db[1]', services: dbs, replica: 1 });
    expect(target('web@us[0]', model)).toEqual({ kind: 'member', text: 'web@us[0]', services: [index('web@us')], replica: 0 });
    expect(target('shop[us]', model)).toEqual({ kind: 'domain', text: 'shop[us]', domain: DOMAINS.us });
    expect(target('shop[0]', model)).toEqual({ kind: 'domain', text: 'shop[0]', domain: DOMAINS.eu });
    expect(target('shop.active', model)).toEqual({ kind: 'active', text: 'shop.active', services: [0] });
    expect(target('db', model, 'corrupt')).toEqual({ kind: 'corrupt', text: 'db', services: dbs });
    expect(target('eu-a', model, 'corrupt')).toBeNull();
  });

  test('strikes the domain where a service has the same name', () => {
    const model = parseModel('nines: 1\ndomains: { db: }\ncomponents: { c: }\nservices: { db: { component: c, in: db } }\n');
    expect(target('db', model)).toMatchObject({ kind: 'domain' });
    expect(target('db', model, 'corrupt')).toMatchObject({ kind: 'corrupt' });
  });

  test('lasts as long as it says, or as the first failure mode of what it strikes does', () => {
    expect(experiment('fail: eu').steps).toEqual([{ target: { kind: 'domain', text: 'eu', domain: 0 }, delaySeconds: 0, down: exponential(4 * 3600), losesData: false }]);
    expect(experiment('fail: eu, for: 1 day').steps[0].down).toEqual(constant(86_400));
    expect(experiment("fail: eu, for: 'lognormal(2 h, 9 h)', data: lost").steps[0]).toMatchObject({ down: { kind: 'lognormal' }, losesData: true });
    expect(experiment('fail: [db.active, web, shop.active]', PASSIVE).steps.map(({ down }) => down)).toEqual([exponential(180), exponential(300), exponential(4 * 3600)]);
    expect(only(asking('fail: [eu, us-a]'))).toMatchObject({ path: 'experiments.x.fail[1]', message: "'us-a' has no failure mode from which to take how long it lasts: say it, as in 'for: 2 h'" });
  });

  test('strikes at once, or one thing after the other, data last', () => {
    expect(experiment('fail: [eu, db.active], corrupt: db, after: 10 min').steps.map(({ target: { text, kind }, delaySeconds, down }) => [text, kind, delaySeconds, down.kind])).toEqual([
      ['eu', 'domain', 0, 'exponential'], ['db.active', 'active', 600, 'exponential'], ['db', 'corrupt', 1200, 'constant'],
    ]);
    expect(experiment('fail: [eu, us]').steps.map(({ delaySeconds }) => delaySeconds)).toEqual([0, 0]);
    expect(experiment('corrupt: [db, web]').steps.map(({ target: { kind }, losesData }) => [kind, losesData])).toEqual([['corrupt', false], ['corrupt', false]]);
  });

  test('on something unknown is an error with the nearest', () => {
    for (const [keys, path, message] of [
      ['fail: eu-aa', 'fail', "unknown domain or service 'eu-aa': did you mean 'eu-a'?"],
      ['fail: [eu, db.actve]', 'fail[1]', "unknown domain or service 'db.actve': did you mean 'db.active'?"],
      ['fail: web.active', 'fail', "every member of 'web' serves, so there is no one active: strike one of them, as in 'web[0]'"],
      ['fail: shop.active', 'fail', "every member of 'shop' serves, so there is no one active: strike one of them, as in 'shop[eu]'"],
      ['fail: "web[2]"', 'fail', "'web' has no member '2': its 2 members are 'web[0]' to 'web[1]'"],
      ['fail: "shop[uss]"', 'fail', "'shop' has no site 'uss': did you mean 'shop[us]'?"],
      ['fail: stack', 'fail', "'stack' has no members that could fail"],
      ['fail: stack.active', 'fail', "'stack' has no members that could fail"],
      ['corrupt: stack', 'corrupt', "'stack' has no members whose data could be corrupted"],
      ['corrupt: bd', 'corrupt', "unknown service 'bd': did you mean 'db'?"],
      ['corrupt: eu-a', 'corrupt', "'eu-a' is a domain: 'fail' strikes it, with 'data: lost' where its data goes as well; 'corrupt' names services"],
      ['fail: true', 'fail', "needs what is to fail, such as 'eu-west-1a' or 'db.active', got true"],
      ['for: 2 h', '', "an experiment needs something that happens: 'fail' or 'corrupt', as in 'fail: eu-west-1a'"],
      ['fail: []', '', "an experiment needs something that happens: 'fail' or 'corrupt', as in 'fail: eu-west-1a'"],
    ] as const) {
      expect(only(asking(keys))).toMatchObject({ severity: 'error', path: `experiments.x${path === '' ? '' : '.'}${path}`, message });
    }
    expect(only(asking('fial: eu')).message).toBe("unknown key 'fial' in an experiment: did you mean 'fail'?");
  });

  test('is left alone while the services that it strikes are wrong', () => {
    expect(only(asking('fail: [eu, dbb.active]').replace('needs: [web, db]', 'needs: [web, dbx]')).path).toBe('services.stack.needs[1]');
  });

  test('that nobody will notice is suspicious, as is what it says in vain', () => {
    const text = asking('fail: [spare, spare-zone, eu], for: 1 h', SITED.replace('services:', 'services:\n  spare: { component: server, in: spare-zone }').replace('domains:', 'domains:\n  spare-zone:').replace(/$/, 'entry: shop\n'));
    expect(said(text).filter((line) => line.includes('experiments'))).toEqual([
      expect.stringMatching(/experiments.x.fail\[0\]: 'spare' does not matter to 'shop', the entry: nobody will notice: fail what it needs$/),
      expect.stringMatching(/experiments.x.fail\[1\]: 'spare-zone' does not matter to 'shop', the entry: nobody will notice: fail what it needs$/),
    ]);
    expect(only(asking('fail: eu, after: 5 min')).message).toBe("'after' has no effect here: only one thing happens: leave it out");
    expect(said(asking('corrupt: db, for: 5 min, data: lost'))).toHaveLength(2);
  });

  test('is one of so many that they still can be run', () => {
    const text = asking(`fail: [${'eu,'.repeat(10_001)}]`);
    expect(only(text).message).toBe('the model is too large to run: its experiments strike more than 10000 times');
  });
});

describe('an experiment that is asked for from outside', () => {
  const model = clean(PASSIVE);

  test('is filled in like one in the model', () => {
    const inside = experiment('fail: [eu, db.active], corrupt: db, after: 10 min, data: lost', PASSIVE);
    expect(experimentOf(model, { name: 'x', fail: ['eu', 'db.active'], corrupt: ['db'], afterSeconds: 600, losesData: true })).toEqual(inside);
    expect(experimentOf(model, { name: 'x', fail: ['us-a'], for: { kind: 'constant', value: 60 } })?.steps[0]).toMatchObject({ down: constant(60), delaySeconds: 0 });
  });

  test('is none where it strikes nothing, something unknown, or for nobody knows how long', () => {
    expect(experimentOf(model, { name: 'x' })).toBeNull();
    expect(experimentOf(model, { name: 'x', fail: ['eu', 'nowhere'] })).toBeNull();
    expect(experimentOf(model, { name: 'x', fail: ['us-a'] })).toBeNull();
  });

  test('has a name that names nothing of an object', () => {
    expect(['constructor', '__proto__', 'toString', '[0]', '.active', ''].map((text) => resolveTarget(model, text, 'fail'))).toEqual([null, null, null, null, null, null]);
  });
});

test('a model without experiments has none', () => {
  expect(clean(BASE).experiments).toEqual([]);
  const text = `${BASE}experiments:\n  a: { fail: web }\n  a: { fail: web }\n`;
  expect(only(text)).toMatchObject({ message: "'a' is given twice (first in line 7)" });
});
