import { describe, expect, test } from 'vitest';
import { at, only, said } from './helpers.ts';

const zones = (letters: string, inner: (zone: string) => string = () => '') =>
  [...letters].map((z) => `z${z}: { kind: zone, failures: { out: { mtbf: 2 years, mttr: 2 h } }${inner(z)} }`).join(', ');
const COMPONENTS = 'components: { c: { failures: { f: { mtbf: 30 days, mttr: 5 min } } } }';

/** What is said, but for domains that are there to be left out. */
const placed = (text: string) => said(text).filter((line) => !/nothing is placed/.test(line));

describe('a health check without retry', () => {
  const model = (keys: string, more = '') => `nines: 1\n${COMPONENTS}\nservices: { web: { component: c, ${keys} } }\n${more}`;

  test('is warned of where one failed member takes more requests than may fail, with how often that is', () => {
    const text = model('replicas: 2, health-check: { interval: 10 s }');
    expect(only(text)).toMatchObject({
      severity: 'warning', path: 'services.web.health-check', ...at(text, '{ interval'),
      // Two members that fail every 30 days and 5 min: 2 × 365.25 / 30.003 = 24.3 a year.
      message: "until a failed member is noticed 1 of 2 requests fails, more than the error rate of 5%, so that each of about 24 failures a year is an incident: 'retry: true' sends such requests to another member",
    });
  });

  test('is left alone with retry, with so many members that the share is below the error rate, with another rate, without spare members', () => {
    expect(said(model('replicas: 2, retry: true, health-check: { interval: 10 s }'))).toEqual([]);
    expect(said(model('replicas: 20, health-check: { interval: 10 s }'))).toEqual([]);
    expect(said(model('replicas: 4, health-check: { interval: 10 s }', 'sla: { error-rate: 30% }\n'))).toEqual([]);
    expect(said(model('replicas: 2, required: 2, health-check: { interval: 10 s }'))).toEqual([]);
  });
});

describe('a spread', () => {
  const nodes = (letters: string) => zones(letters, (z) => `, domains: { n${z}1: { kind: node }, n${z}2: { kind: node }, n${z}3: { kind: node } }`);
  const model = (keys: string, letters = 'abc') => `nines: 1\ndomains: { ${nodes(letters)} }\n${COMPONENTS}\nservices: { web: { component: c, ${keys} } }\n`;

  test('that puts more into one domain than the service can lose is warned of where a better one exists', () => {
    expect(placed(model('replicas: 3, across: node, mode: quorum'))).toEqual(["warning 4:55 services.web.across: zone 'za' holds 3 of the 3 members, and the service can lose 1: 'across: zone' puts no more than 1 into one zone"]);
    expect(said(model('replicas: 2, across: node, mode: active-passive')).join()).toMatch(/zone 'za' holds 2 of the 2 members, and the service can lose 1/);
  });

  test('is left alone where it is the best there is, and where what was chosen is one domain', () => {
    expect(placed(model('replicas: 3, across: zone, mode: quorum'))).toEqual([]);
    // Five members over two zones: one of them always holds three, more than two.
    expect(placed(model('replicas: 5, across: zone, mode: quorum', 'ab'))).toEqual([]);
    expect(placed(model('replicas: 3, across: node, in: za, required: 2'))).toEqual([]);
  });

  test('of a service that everybody needs is warned of where it stands in one domain alone', () => {
    const text = (place: string) => `nines: 1\ndomains: { ${zones('abc')} }\n${COMPONENTS}\nservices:\n  api: { component: c, replicas: 3, across: zone, needs: [logs] }\n  logs: { component: c, replicas: 3, ${place}, required: 2 }\n`;
    expect(only(text('in: za'))).toMatchObject({
      path: 'services.logs.in',
      message: "'logs' stands in zone 'za' alone, whose failure takes 'api' down with it, which needs it and is spread over others: spread it as well, as in 'across: zone'",
    });
    expect(said(text('across: zone'))).toEqual([]);
  });
});

describe('an experiment', () => {
  const model = (keys: string, fail: string) =>
    `nines: 1\ndomains: { ${zones('ab')} }\n${COMPONENTS}\nservices: { db: { component: c, replicas: 2, across: zone, mode: active-passive, ${keys} } }\nexperiments: { x: { fail: ${fail} } }\n`;

  test('that strikes where the active began is warned of where roles wander', () => {
    expect(only(model('standby: hot', 'za'))).toMatchObject({ severity: 'warning', path: 'experiments.x.fail', suggestion: 'db.active', message: expect.stringMatching(/may have wandered away from 'za' .* 'failback: auto' .* 'db.active'/) });
    expect(only(model('standby: hot', '"db[0]"')).message).toMatch(/wandered/);
  });

  test('is left alone with a failback, and where it names who is active', () => {
    expect(said(model('failback: auto', 'za'))).toEqual([]);
    expect(said(model('standby: hot', 'db.active'))).toEqual([]);
    expect(said(model('standby: hot', 'zb'))).toEqual([]);
  });
});

test('a backup whose only copy goes down with the primary is warned of, with a domain elsewhere', () => {
  const model = (copies: string) => `nines: 1\ndomains: { r1: { kind: region, domains: { ${zones('ab')} } }, r2: { kind: region } }\n${COMPONENTS}
services: { db: { component: c, in: za, data: { size: 1 GB }, backup: { full: 1 day, restore-rate: 1 GB/s, copies: ${copies} } } }\n`;
  const warnings = (copies: string) => placed(model(copies));
  expect(warnings('[za]')).toEqual(["warning 4:116 services.db.backup.copies: a failure of zone 'za' takes the data and all its backups: keep a copy elsewhere, as in 'copies: [r2]'"]);
  expect(warnings('[za, r2]')).toEqual([]);
  expect(warnings('[zb]')).toEqual([]);
});

test('a quorum of four is warned of with the next odd number, and a service that stands where those who need it stand is not crowded', () => {
  const text = (n: number) => `nines: 1\n${COMPONENTS}\nservices: { etcd: { component: c, replicas: ${n}, mode: quorum } }\n`;
  expect(only(text(4))).toMatchObject({ severity: 'warning', path: 'services.etcd.replicas', suggestion: '5' });
  expect(said(text(5))).toEqual([]);
  const inherits = `nines: 1\ndomains: { r1: { kind: region, failures: { out: { mtbf: 8 years, mttr: 2 h } }, domains: { ${zones('ab')} } }, r2: { kind: region, domains: { zc: { kind: zone } } } }
${COMPONENTS}\nservices:\n  web: { component: c, replicas: 2, in: r1, across: zone, needs: [db] }\n  db: { component: c, replicas: 2, across: zone, mode: active-passive }\n`;
  expect(placed(inherits)).toEqual([]);
});
