import { describe, expect, test } from 'vitest';
import { BASE, only, said, withFailure, withService } from './helpers.ts';
import { EXAMPLE } from './example.ts';
import { checkModel } from '../../src/model/index.ts';

describe('a key', () => {
  test('that is unknown is reported with the nearest right one, where it stands', () => {
    expect(only(withService('replica: 3'))).toMatchObject({
      message: "unknown key 'replica' in a service: did you mean 'replicas'?", suggestion: 'replicas', line: 5, column: 29, path: 'services.web.replica',
    });
    expect(only(withFailure('mtbf: 1 day, mttr: 1 s, dat: lost')).suggestion).toBe('data');
  });

  test('that belongs elsewhere is sent there', () => {
    expect(only(withService('replicas: 3, detect: 5 s')).message).toBe("unknown key 'detect' in a service: it belongs in a failover");
    expect(only(withService('replicas: 3, mtbf: 5 days')).message).toBe("unknown key 'mtbf' in a service: it belongs in a failure mode, as in 'failures: { outage: { mtbf: 30 days, mttr: 1 h } }' of a component");
  });

  test('that is misspelt is not reported as missing as well', () => {
    expect(only(withFailure('mtbf: 30 days, mttrr: 5 min')).suggestion).toBe('mttr');
    expect(only(withFailure('mtbff: 30 days, mttr: 5 min')).suggestion).toBe('mtbf');
    expect(only(EXAMPLE.replace('\ncomponents:', '\ncomponent:')).suggestion).toBe('components');
    expect(only(EXAMPLE.replace('\nservices:', '\nservces:')).suggestion).toBe('services');
    expect(only(EXAMPLE.replace('\ndomains:', '\ndomain:')).suggestion).toBe('domains');
    expect(only(EXAMPLE.replace('entry:', 'enty:')).suggestion).toBe('entry');
  });

  test('that is needed and missing is reported at its map', () => {
    expect(said(withFailure('mtbf: 30 days'))).toEqual(["error 3:32 components.server.failures.crash: 'mttr' is missing in this failure mode, as in 'mttr: 90 s'"]);
    expect(said(withFailure('mttr: 1 min'))).toEqual(["error 3:32 components.server.failures.crash: needs 'mtbf' (or 'availability') beside 'mttr', as in 'mtbf: 30 days'"]);
    expect(only(withService('health-check: {}')).message).toBe("'interval' is missing in this health check, as in 'interval: 10 s'");
    expect(only(withService('replicas: 2, mode: active-passive, replication: { lag: 5 s }')).message).toBe("'mode' is missing in this replication");
    expect(only(`${BASE}shocks: { s: { mtbf: 1 year, mttr: 1 h } }`).message).toBe("'hits' is missing in this shock, as in 'hits: [web, db]'");
    expect(said(withService('replicas: 2, mode: active-passive, failover: { false-positive: {}, redirect: { } }')).map((line) => line.split(': ').slice(1).join(': '))).toEqual([
      "'mtbf' is missing in this false positive, as in 'mtbf: 1 year'", "'dns-ttl' is missing in this redirection, as in 'dns-ttl: 60 s'",
    ]);
  });

  test('with a value of the wrong shape says what it needs', () => {
    expect(only(BASE.replace(/services:[^]*/, 'services: [web]')).message).toBe('needs a map from names to what each service is, got a list');
    expect(only(BASE.replace('{ component: server, replicas: 3 }', '5')).message).toBe('needs a map of the keys of a service, got the plain number 5');
    expect(only(withService('replicas: [3]'))).toMatchObject({ message: 'needs a whole number, 1 or more, got a list', suggestion: '3' });
    expect(only(withService('replicas: ')).message).toBe("'replicas' has no value");
    expect(only(withService('replicas: 3, needs: {a: 1}')).message).toBe("'needs' takes a list of services and no shares: what can be done without, and how much is answered then, is 'wants: { a: 1 }'");
    expect(only(withService('replicas: 3, wants: [a]')).message).toBe("needs a map from each service to the share of requests that is still answered without it, got a list: write '{ a: 80% }'");
    expect(only(withFailure('mtbf: [1 day], mttr: 1 s')).message).toBe("needs a time such as '30 s', '5 min', '4 h' or '2 days', got a list");
    expect(only(withService('replicas: 3, retry: yes'))).toMatchObject({ message: "needs true or false, got 'yes'", suggestion: 'true' });
    expect(only(withService('replicas: 3, component: true')).severity).toBe('error');
  });

  test('with one of a few words suggests the nearest', () => {
    expect(only(withService('replicas: 3, mode: active-pasive'))).toMatchObject({
      message: "needs one of 'active-active', 'active-passive', 'quorum', 'sharded', got 'active-pasive': did you mean 'active-passive'?", suggestion: 'active-passive',
    });
    expect(only(withFailure('mtbf: 1 day, mttr: 1 s, data: gone')).message).toBe("needs one of 'kept', 'lost', got 'gone': did you mean 'lost'?");
  });
});

describe('what a message quotes', () => {
  test('cannot hide or reorder anything', () => {
    const found = only(withService('replicas: 3, needs: ["db\\u202e\\u0007"]'));
    expect(found.message).toBe("unknown service 'db\\u202e\\u0007'");
    expect(JSON.stringify(checkModel(`${BASE}"a\\u202eb": 1\n`).diagnostics)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  test('is never as long as a hostile model makes it', () => {
    const long = 'x'.repeat(5000);
    for (const text of [withService(`needs: [${long}]`), withService(`${long}: 1`), `${BASE}entry: ${long}\n`, `${BASE}${long}: 1\n`, `${BASE}experiments: { x: { fail: ${long} } }\n`, withService(`mode: ${long}`)]) {
      for (const { message, suggestion } of checkModel(text).diagnostics) expect(message.length + (suggestion ?? '').length).toBeLessThan(1_300);
    }
    expect(only(withService(`needs: [${long}]`)).message.length).toBeLessThan(200);
  });
});
