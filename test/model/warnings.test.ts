import { describe, expect, test } from 'vitest';
import { checkModel } from '../../src/model/index.ts';
import { at, BASE, clean, only, said, withFailure, withService } from './helpers.ts';
import { EXAMPLE, RETRYING } from './example.ts';

const PASSIVE = 'replicas: 2, mode: active-passive';

describe('a warning', () => {
  test('does not keep the model from being read', () => {
    const text = EXAMPLE.replace('entry: web', 'entry: db');
    expect(said(text).every((line) => line.startsWith('warning'))).toBe(true);
    expect(said(text).length).toBeGreaterThan(0);
  });

  test('is given for a service that does not matter to the entry', () => {
    const text = `${BASE}  spare: { component: server }\nentry: web\n`;
    expect(only(text)).toEqual({
      severity: 'warning', ...at(text, 'spare'), path: 'services.spare', suggestion: null,
      message: "service 'spare' does not matter: 'web', the entry, needs it neither directly nor through others: name it in the 'needs' of one that does, or take it out",
    });
  });

  test('is given for a domain that nothing uses, the outermost only', () => {
    const text = RETRYING.replace('components:', '  us-east-1: { kind: region, domains: { us-east-1a: { kind: cell } } }\ncomponents:');
    expect(only(text)).toMatchObject({ severity: 'warning', ...at(text, 'us-east-1'), path: 'domains.us-east-1', message: "nothing is placed in region 'us-east-1': place a service there, or take it out" });
    expect(only(RETRYING.replace('replicas: web_replicas', 'replicas: 2 + 0 * web_replicas').replace('required: 4', 'required: 1')).message).toBe("nothing is placed in zone 'eu-west-1c': place a service there, or take it out");
  });

  test('becomes an error where a promotion that can fail is tried again in no time', () => {
    const text = withService(`${PASSIVE}, failover: { success: 50%, retry: 0 s }`);
    expect(only(text)).toMatchObject({ severity: 'error', path: 'services.web.failover.retry', message: "a promotion that can fail needs a 'retry' above 0: it would be tried again in no time for ever" });
    expect(said(withService(`${PASSIVE}, failover: { retry: 0 s }`))).toEqual([]);
  });

  test('is given for a component that no service is made of', () => {
    expect(only(BASE.replace('services:', '  spare:\nservices:'))).toMatchObject({ severity: 'warning', path: 'components.spare', message: "no service is made of component 'spare': name it as the 'component' of one, or take it out" });
  });

  test('is given for synchronous replication between regions', () => {
    const text = `nines: 1\ncomponents: { c: }\ndomains: { eu: { kind: region, domains: { eu-a: { kind: zone } } }, us: { kind: region, domains: { us-a: { kind: zone } } } }
services: { db: { component: c, ${PASSIVE}, across: zone, replication: { mode: sync } } }`;
    expect(only(text)).toMatchObject({ severity: 'warning', path: 'services.db.replication', message: 'synchronous replication between regions (eu, us): every write waits for the other one: \'mode: async\' does not wait, and loses what is on its way' });
    expect(said(text.replace('mode: sync', 'mode: async'))).toEqual([]);
  });

  test.each([
    ['active-passive with one replica', withService('replicas: 1, mode: active-passive'), 'services.web', 'active-passive with one replica: there is no standby: \'replicas: 2\' adds one'],
    ['a health check every 0 s', withService('replicas: 2, health-check: { interval: 0 s }'), 'services.web.health-check.interval', 'a health check every 0 s finds every failure at once: say how often it looks, as in \'interval: 10 s\', or leave \'health-check\' out'],
    ['a failover that never succeeds', withService(`${PASSIVE}, failover: { success: 0 }`), 'services.web.failover.success', 'with success 0 no failover ever succeeds: give the share that does, as in \'success: 95%\', or leave it out where all do'],
    ['more time down than up', withFailure('mtbf: 1 h, mttr: 1 day'), 'components.server.failures.crash', 'down longer than up: the mtbf (1 h) is below the mttr (1 day): see whether they, or their units, are swapped'],
    ['an even quorum', withService('mode: quorum, replicas: 4'), 'services.web.replicas', 'a quorum of 4 survives no more failures than one of 3: an even number of replicas is wasted: make it 5, or 3'],
    ['a quorum without a majority', withService('mode: quorum, replicas: 5, required: 2'), 'services.web.required', 'required: 2 of 5 is no majority: two halves could both serve: ask for 3 or more'],
    ['a service that is nothing', BASE.replace('component: server, replicas: 3', 'in: []').replace(/components:[^]*?services/, 'services'), 'services.web', "a service with neither 'component' nor 'needs' never fails: say what it is made of, or what it needs"],
    ['replication that feeds no standby', withService('replicas: 3, mode: quorum, replication: { mode: sync }'), 'services.web.replication', "'replication' has no effect here: it feeds the standbys of an active-passive service, this one is quorum: leave it out"],
    ['a health check of a quorum', withService('replicas: 3, mode: quorum, health-check: { interval: 5 s }'), 'services.web.health-check', "'health-check' has no effect here: a quorum notices by itself, which takes `elect`: leave it out"],
    ['a lag where there is none', withService(`${PASSIVE}, replication: { mode: sync, lag: 5 s }`), 'services.web.replication.lag', "'lag' has no effect here: with synchronous replication a standby that is behind is not promoted: leave it out"],
  ])('is given for %s', (_, text, path, message) => {
    expect(only(text)).toMatchObject({ severity: 'warning', path, message });
  });

  test('says what to do about it, whatever it warns of', () => {
    const spread = `nines: 1\ncomponents: { c: , unused: }\nparameters: { p: 1 }\ndomains: { eu: { kind: region }, us: { kind: region }, ap: { kind: region } }
services: { db: { component: c, replicas: 2, mode: active-passive, in: [eu, us], replication: { mode: sync, lag: 1 s } }, spare: { component: c } }
entry: db\nsla: { error-rate: 100% }\nexperiments: { x: { fail: spare, for: 1 h } }`;
    const model = checkModel(spread).diagnostics;
    expect(model.map(({ severity }) => severity)).toEqual(Array<string>(8).fill('warning'));
    // A fault, a colon, and the way out of it.
    for (const { message } of model) expect(message).toMatch(/: [^:]*(take|name|write|place|say|leave|fail|mode: async|error-rate)/);
  });

  test('is not given for what nobody uses while there are errors', () => {
    expect(only(EXAMPLE.replace('needs: [db]', 'needs: [dbb]')).severity).toBe('error');
  });

  test('is missing from the base of these tests', () => {
    clean(BASE);
  });
});
