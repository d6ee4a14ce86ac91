import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { simulate } from '../../src/run/simulate.ts';
import { detailsOf, domainDowntime } from '../../src/topology/details.ts';
import { sceneOf } from '../../src/topology/elements.ts';
import { dayAndTime } from '../../web/topology/moment-time.ts';
import { shownOf } from '../../src/topology/state.ts';
import { briefly, timeWords } from '../../src/topology/words.ts';

const model = parseModel(`
nines: 1
name: words
domains: { z: { kind: zone, failures: { outage: { mtbf: 40 days, mttr: 'lognormal(2 h, 9 h)' } } } }
components: { pg: { failures: { disk: { mtbf: 20 days, mttr: 2 h, data: lost } } } }
shocks: { deploy: { mtbf: 90 days, mttr: 1 h, hits: [db] } }
services:
  db: { component: pg, replicas: 3, in: [z], mode: active-passive, needs: [q], failover: { detect: 30 s, promote: 'uniform(20 s, 40 s)', failback: auto }, replication: { mode: sync } }
  q: { component: pg, replicas: 3, in: [z], mode: quorum }
entry: db
`);
const scene = sceneOf(model);
const element = (name: string) => scene.elements.find((one) => one.name === name)!;

describe('what is said about what is chosen', () => {
  test('a service: its figures, its failures with what they cost, its settings', async () => {
    const report = await simulate(model, { years: 200, workers: 0 });
    const details = detailsOf(element('db'), model, report);
    expect(details.subtitle).toBe('Active-passive: one active, 2 standing by; the entry');
    expect(details.figures.map(([name]) => name)).toEqual(['Available', 'Down a year']);
    expect(details.failures.map(({ cause }) => cause)).toEqual(['db/disk', 'deploy']);
    expect(details.failures[0].figures).toEqual(report.incidents.byCause.find(({ cause }) => cause === 'db/disk'));
    expect(Object.fromEntries(details.settings)).toMatchObject({ Detect: '30 s', Promote: '20 s to 40 s', Needs: 'q', Replication: 'sync' });
    expect(domainDowntime(model, 0, report)).toBe(report.incidents.byCause.find(({ cause }) => cause === 'z/outage')!.downtimePerYear);
  });

  test('a service with data: how much, and how it is backed up', () => {
    const kept = parseModel(`
nines: 1
name: kept
components: { pg: { failures: { disk: { mtbf: 20 days, mttr: 2 h, data: lost } } } }
services: { db: { component: pg, data: { size: 500 GB }, backup: { full: { every: 1 week }, log-shipping: 5 min, retention: 30 days, restore-rate: 100 MB/s } } }
entry: db
`);
    const { settings } = detailsOf(sceneOf(kept).elements.find(({ kind }) => kind === 'service')!, kept, null);
    expect(Object.fromEntries(settings)).toMatchObject({ Data: '500 GB', Backups: 'full every 7 days, log every 5 min, kept 30 days' });
  });

  test('a load, what becomes of too much, and who steps down', () => {
    const loaded = parseModel(`nines: 1
components: { app: { restart: 2 min }, etcd: {} }
services:
  web: { component: app, replicas: 4, load: 300%, overload: { above: 120%, then: crash, after: 5 min }, needs: [db] }
  db: { component: app, replicas: 2, mode: active-passive, failover: { promote: 10 s, needs: [etcd], demote-after: 30 s } }
  etcd: { component: etcd, replicas: 3, mode: quorum }
entry: web
`);
    const settings = (name: string) => Object.fromEntries(detailsOf(sceneOf(loaded).elements.find((each) => each.kind === 'service' && each.name === name)!, loaded, null).settings);
    expect(settings('web')).toMatchObject({ Load: '300% of a member; above 120% each crashes after 5 min', 'Each carries in the busiest hour': '75%' });
    expect(settings('db')).toMatchObject({ 'Failover needs': 'etcd', 'Steps down': 'without what failovers need, after 30 s' });
  });

  test('a domain, a member and a link, without a report', () => {
    expect(detailsOf(element('z'), model, null)).toMatchObject({ subtitle: 'zone', figures: [['Members inside', '6']] });
    expect(detailsOf(element('q[1]'), model, null)).toMatchObject({ title: 'q[1]', subtitle: 'Member of q', figures: [['Where', 'z']] });
    expect(detailsOf(element('db → q'), model, null)).toMatchObject({ title: 'db needs q', subtitle: 'Without q, db answers nothing' });
  });
});

describe('what is shown', () => {
  test('at rest all works, and the first member is active or leads', () => {
    const shown = shownOf(model, null);
    expect([0, 1, 3, 4].map((member) => shown.role(member))).toEqual(['active', 'standby', 'leader', 'follower']);
    expect(shown.service(0)).toBe('up');
  });

  test('at a moment what was then, and nothing of a moment of another model', () => {
    const moment = { time: 5, membersUp: [false, true, true, true, true, true], domainsUp: [false], answers: [0, 1], active: [1, 4] };
    const shown = shownOf(model, moment);
    expect([shown.memberUp(0), shown.domainUp(0), shown.role(1), shown.role(4), shown.service(0)]).toEqual([false, false, 'active', 'leader', 'down']);
    expect(shownOf(model, { ...moment, membersUp: [false] }).isMoment).toBe(false);
  });
});

describe('times in words', () => {
  test('say what varies', () => {
    expect(timeWords({ kind: 'lognormal', median: 7200, p95: 32_400 })).toBe('median 2 h, 95% within 9 h');
    expect(timeWords({ kind: 'exponential', mean: 90 })).toBe('1.5 min on average');
  });

  test('are short on the drawing', () => {
    expect([387, 1590, 0.0853, 54_600, 86_400, 3_456_000, 0].map(briefly)).toEqual(['6.5 min', '27 min', '85 ms', '15 h', '1 day', '40 days', '0 ms']);
  });

  test('number days from 1', () => {
    expect([dayAndTime(0), dayAndTime(86_400 * 120 + 15_153.9)]).toEqual(['day 1, 00:00:00', 'day 121, 04:12:33']);
  });
});
