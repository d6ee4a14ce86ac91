import { describe, expect, test } from 'vitest';
import { at, BASE, clean, only, said, withService } from './helpers.ts';
import { EXAMPLE, RETRYING } from './example.ts';

/** Services that are only what they need, above one with members. */
const chain = (services: string, more = '') => `nines: 1\ncomponents: { c: }\nservices:\n${services}\n  leaf: { component: c }\n${more}`;

describe('a name', () => {
  test('of an unknown service is reported with the nearest', () => {
    const text = EXAMPLE.replace('needs: [db]', 'needs: [dbb]');
    expect(only(text)).toEqual({ severity: 'error', message: "unknown service 'dbb': did you mean 'db'?", ...at(text, 'dbb'), path: 'services.web.needs[0]', suggestion: 'db' });
    expect(only(EXAMPLE.replace('needs: [db]', 'needs: dbb')).path).toBe('services.web.needs');
    expect(only(EXAMPLE.replace('{ cache: 80% }', '{ cahce: 80% }'))).toMatchObject({ suggestion: 'cache', path: 'services.web.wants.cahce' });
    expect(only(EXAMPLE.replace('entry: web', 'entry: wbe'))).toMatchObject({ suggestion: 'web', path: 'entry' });
  });

  test('of an unknown component is reported with the nearest', () => {
    expect(only(EXAMPLE.replace('component: postgres', 'component: postgresql'))).toMatchObject({ message: "unknown component 'postgresql': did you mean 'postgres'?", path: 'services.db.component' });
    expect(only(withService('replicas: 3').replace('component: server', 'component: zebra'))).toMatchObject({ message: "unknown component 'zebra'", suggestion: null });
  });

  test('may stand alone where a list may stand', () => {
    expect(clean(RETRYING.replace('needs: [db]', 'needs: db')).services[0].needs).toEqual([2]);
  });

  test('that is listed twice counts once, with a warning', () => {
    const text = RETRYING.replace('needs: [db]', 'needs: [db, db]');
    expect(only(text)).toMatchObject({ severity: 'warning', message: "'db' is listed twice, and counts once: take the second out", path: 'services.web.needs[1]' });
  });

  test('of an object is unknown like any other', () => {
    expect(only(withService('replicas: 3, needs: [constructor]')).message).toBe("unknown service 'constructor'");
    expect(said(withService('replicas: 3, needs: [__proto__, toString]'))).toHaveLength(2);
  });

  test('needed and wanted is one or the other', () => {
    expect(only(EXAMPLE.replace('needs: [db]', 'needs: [db, cache]'))).toMatchObject({ path: 'services.web.wants.cache', message: "'cache' is both needed and wanted: it is one or the other" });
  });
});

describe('dependencies', () => {
  test('in a circle are one error, naming the circle', () => {
    const text = chain('  a: { needs: [b] }\n  b: { wants: { c: 50% } }\n  c: { needs: [leaf, a] }', 'entry: a');
    expect(only(text)).toMatchObject({ ...at(text, 'b] }'), path: 'services.a.needs[0]', message: 'services depend on each other in a circle: a → b → c → a' });
    expect(only(chain('  a: { needs: [a, leaf] }', 'entry: a')).message).toBe('services depend on each other in a circle: a → a');
  });

  test('in two circles are two errors', () => {
    expect(said(chain('  a: { needs: [b, c] }\n  b: { needs: [a] }\n  c: { needs: [d] }\n  d: { needs: [c, leaf] }', 'entry: a'))).toHaveLength(2);
  });

  test('that meet again are no circle', () => {
    expect(said(chain('  a: { needs: [b, c] }\n  b: { needs: [leaf] }\n  c: { needs: [leaf] }'))).toEqual([]);
  });

  test('may be a chain of a thousand', () => {
    const links = Array.from({ length: 1000 }, (_, i) => `  s${i}: { needs: [${i === 999 ? 'leaf' : `s${i + 1}`}] }`).join('\n');
    expect(said(chain(links))).toEqual([]);
  });

  test('may not be a chain of thousands, nor a circle of them', () => {
    const links = (last: string) => Array.from({ length: 1900 }, (_, i) => `  s${i}: { needs: [${i === 1899 ? last : `s${i + 1}`}] }`).join('\n');
    expect(only(chain(links('leaf')))).toMatchObject({ severity: 'error', path: 'services.s0', message: expect.stringMatching(/^the model is too large to run: its dependencies, written out, name 1,807,851 services .*, at most 1,000,000$/) });
    expect(only(chain(links('leaf, s0'))).message).toMatch(/in a circle/);
  });
});

describe('the entry', () => {
  test('may be left out where one service exists, or only one that nothing needs', () => {
    expect(clean(BASE).entry).toBe(0);
    expect(clean(chain('  b: { needs: [leaf] }\n  a: { needs: [b] }')).entry).toBe(1);
  });

  test('has to be given where several could be meant', () => {
    expect(only(chain('  a: { needs: [leaf] }\n  b: { needs: [leaf] }'))).toMatchObject({
      severity: 'error', line: 1, column: 1, path: '', message: "'entry' is missing: several services could be meant ('a', 'b')", suggestion: 'entry: a',
    });
  });
});

describe('an error', () => {
  test('causes no others: the entry, the size and the places that depend on it are left alone', () => {
    expect(only(chain('  a: { needs: [laef] }')).suggestion).toBe('leaf');
    expect(only(chain('  a: { needs: [b] }\n  b: { needs: [a, leaf] }')).message).toMatch(/in a circle/);
    expect(only(withService('replicas: 900').replace('5 min', '5')).suggestion).toBe('5 s');
    expect(only(EXAMPLE.replace('web_replicas: 6', 'web_replicas: 6 +')).path).toBe('parameters.web_replicas');
    expect(only(EXAMPLE.replace('kind: region', 'kind: [region]')).path).toBe('domains.eu-west-1.kind');
    expect(only(EXAMPLE.replace("promote: 'uniform(15 s, 30 s)'", 'promote: uniform(15 s, 30 s)')).path).toBe('services.db.failover.promote');
  });
});

describe('a model too large to run', () => {
  test('has too many members', () => {
    expect(only(withService('replicas: 1000001'))).toMatchObject({ message: 'the model is too large to run: 1000001 members, at most 1000000', path: 'services.web' });
    expect(said(withService('replicas: 1000000'))).toEqual([]);
    expect(only(withService('replicas: 1e15')).message).toMatch(/too large to run/);
  });

  test('fails too often', () => {
    expect(only(BASE.replace('30 days', '1 us').replace('5 min', '1 us')).message).toMatch(/^the model is too large to run: about [\d,]+ failures a year, with every member that a shock strikes and every retry, at most 100,000,000$/);
  });
});

describe('what a failover needs', () => {
  const db = (failover: string, more = '', rest = '') => `nines: 1\ncomponents: { c: { failures: { out: { mtbf: 1 year, mttr: 1 h } } } }\nservices:\n  db: { component: c, replicas: 2, mode: active-passive, failover: { ${failover} }${more} }\n  etcd: { component: c, replicas: 3, mode: quorum${rest} }\nentry: db`;

  test('is a service, with the nearest name', () => {
    expect(only(db('needs: [etc]')).message).toMatch(/^unknown service 'etc': did you mean 'etcd'/);
  });

  test('is not what it coordinates, nor needs that', () => {
    expect(only(db('needs: [db]').replace(/\n {2}etcd.*\n/, '\n'))).toMatchObject({ severity: 'error', message: expect.stringMatching(/in a circle/) });
    expect(said(db('needs: [etcd]', '', ', needs: [db]'))).toContainEqual(expect.stringMatching(/^error .*in a circle/));
  });

  test('has to be there for an active to step down without it, and is said once', () => {
    expect(said(db('demote-after: 30 s', ', needs: [etcd]'))).toEqual([expect.stringMatching(/^error .*'demote-after' needs 'needs' beside it/)]);
    expect(said(db('needs: [etcd]', ', needs: [etcd]'))).toEqual([expect.stringMatching(/^warning .*without 'etcd' the service is down anyway/)]);
  });
});
