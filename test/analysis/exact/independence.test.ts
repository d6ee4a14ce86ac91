import { describe, expect, test } from 'vitest';
import { independentAvailability } from '../../../src/analysis/exact/independence.ts';
import { parseModel } from '../../../src/model/index.ts';

const HEAD = `nines: 1
components:
  c: { failures: { crash: { mtbf: 9 h, mttr: 1 h } } }
  slow: { restart: 90 s, failures: { crash: { mtbf: 9 h, mttr: 1 h } } }
  disk: { failures: { disk: { mtbf: 9 h, mttr: 1 h, data: lost } } }
  solid:
domains: { z: { kind: zone, failures: { out: { mtbf: 99 h, mttr: 1 h } } }, y: { kind: zone } }
services:
`;
const of = (services: string, more = '') => independentAvailability(parseModel(`${HEAD}${services}\n${more}`));
const reason = (...args: Parameters<typeof of>) => (of(...args) as { reason: string }).reason;
const passive = (failover: string, more = '') => `  db: { component: c, replicas: 2, mode: active-passive, failover: { ${failover} }${more} }`;

describe('an availability is exact', () => {
  test('by the means alone, whatever the distributions', () => {
    const pair = (times: string) => independentAvailability(parseModel(`nines: 1\ncomponents: { w: { failures: { out: { ${times} } } } }\nservices: { db: { component: w, replicas: 2 } }`));
    const exact = { value: expect.closeTo(0.99, 14) };
    expect(pair('mtbf: 9 h, mttr: 1 h')).toMatchObject(exact);
    expect(pair("mtbf: 'weibull(2, 9 h)', mttr: 'uniform(0 h, 2 h)'")).toMatchObject(exact);
    expect(pair('mtbf: constant(9 h), mttr: constant(1 h)')).toMatchObject(exact);
  });

  test('of an active-passive pair that takes no time, of a quorum, and of what stands in a domain', () => {
    expect(of(passive('detect: 0 s'))).toMatchObject({ value: expect.closeTo(0.99, 14) });
    expect(of('  db: { component: c, replicas: 3, mode: quorum }')).toMatchObject({ value: expect.closeTo(1 - 0.028, 14) });
    expect(of('  db: { component: c, in: z }')).toMatchObject({ value: expect.closeTo(0.9 * 0.99, 14) });
  });

  test('whatever goes on in what the entry does not depend on', () => {
    expect(of(`  web: { component: c }\n${passive('detect: 30 s')}`, 'entry: web')).toMatchObject({ value: expect.closeTo(0.9, 14) });
  });
});

describe('what stands against it is named', () => {
  test.each([
    ['db takes 30 s to detect that its active is gone', passive('detect: 30 s, promote: 5 s')],
    ['db takes 1 min on average to decide on a failover', passive("detect: 30 s, decide: 'uniform(0 s, 2 min)'")],
    ['db takes 25 s on average to detect that its active is gone', passive('promote: 5 s', ', health-check: { interval: 10 s }')],
    ['db takes 5 s to promote a standby', passive('promote: 5 s, redirect: 1 s')],
    ['db takes up to 1 min to redirect its clients', passive('promote: 5 s, redirect: { dns-ttl: 60 s }')],
    ['a promotion in db fails with a chance of 1%', passive('success: 99%')],
    ['db takes 10 min to rebuild a member before it may be promoted', passive('rebuild: 10 min')],
    ['db takes 20 s to move back to its first member', passive('failback: { takes: 20 s }')],
    ['a standby of db that has missed synchronous writes is not promoted before it has caught up', passive('detect: 0 s', ', replication: { mode: sync }')],
    ['a standby of db that is behind by more than 5 min is not promoted', passive('max-lag: 5 min', ', replication: { mode: async }')],
    ['db stops while it has no replica to write to', '  db: { component: c, mode: active-passive, replication: { mode: sync, strict: true } }'],
    ['db takes 5 s to elect a leader', '  db: { component: c, replicas: 3, mode: quorum, elect: 5 s }'],
    ['db takes 25 s on average to notice that a member is gone', '  db: { component: c, replicas: 3, health-check: { interval: 10 s, healthy-threshold: 1 } }'],
    ['db takes 1.5 min to restart when its domain is back', '  db: { component: slow, in: z }'],
    ['db has members that a failure leaves without data, and they wait for those that have them', '  db: { component: disk, replicas: 2, mode: active-passive }'],
    ['db is down while its data are restored after a failure that destroys them', '  db: { component: disk, backup: { full: 1 day, restore-rate: 1 MB/s }, data: { size: 1 GB } }'],
    ['a standby of db is restored from a backup before it takes over', '  db: { component: c, replicas: 2, mode: active-passive, backup: { full: 1 day }, data: { size: 1 GB } }'],
  ])('%s', (text, services) => {
    expect(reason(services)).toBe(text);
  });

  test('a site that answers some of its requests', () => {
    const services = (wanted: string) => `  shop: { of: web, sites: [z, y], mode: active-passive }\n  web: { component: c, wants: { cache: ${wanted} } }\n  cache: { component: c }`;
    expect(reason(services('97%'), 'entry: shop')).toBe('a site that works may answer some of its requests only, and how many depends on which site serves');
    expect(of(services('80%'), 'entry: shop')).toHaveProperty('value');
  });

  test('a history that begins with everything new', () => {
    expect(reason('  db: { component: c }', 'simulation: { warm-up: 0 s }')).toContain('warm-up');
  });

  test('a restart matters only where a domain can fail, an election only where a member can', () => {
    expect(of('  db: { component: slow, in: y }')).toHaveProperty('value');
    expect(of('  db: { component: solid, replicas: 3, mode: quorum, elect: 5 s }')).toMatchObject({ value: 1 });
  });
});
