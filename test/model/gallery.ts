import { readdirSync, readFileSync } from 'node:fs';
import { EXAMPLE } from './example.ts';

/** A model that says everything that the language can say, most of it in an unusual way. */
export const EVERYTHING = `nines: 1
name: 'Everything: "at once"'
description: |
  Two lines,
  one model.
currency: EUR
parameters:
  base: 20 min
  repair: lognormal(base, 4 * base)
  third: 1 / 3
  speed: 200 MB/s
  none: 0
domains:
  eu:
    kind: region
    failures: { outage: { availability: 99.99%, mttr: 'gamma(2, 3 h)' } }
    domains:
      eu-a: { kind: zone, failures: { power: { mtbf: 'weibull(1.5, 3 years)', mttr: repair, data: lost } } }
      eu-b: { kind: zone, domains: { rack: { kind: rack } } }
  "us east": { kind: region }
components:
  server:
    failures: { crash: { mtbf: 30 days, mttr: 'empirical(1 min, base, 2 h)' }, bug: { mtbf: constant(1 week), mttr: constant(0) } }
    restart: uniform(10 s, 1 min 30 s)
    cost: 100 EUR/month
  free:
shocks:
  deploy: { mtbf: 1 week, mttr: 'triangular(1 min, 5 min, 20 min)', hits: [web, db], probability: third, data: lost }
services:
  front: { in: [eu, us east], needs: [web, dns], wants: { cache: third } }
  web:
    component: server
    replicas: 7
    across: zone
    in: eu
    required: 5
    below-required: degraded
    retry: true
    slow-start: 20 s
    health-check: { interval: 10 s, timeout: 2 s, unhealthy-threshold: 2, healthy-threshold: 4 }
    needs: db
  dns: { component: free, in: [] }
  cache: { component: server, replicas: 3, mode: quorum, elect: 'uniform(5 s, 15 s)', required: 3 }
  db:
    component: server
    replicas: 3
    mode: active-passive
    standby: cold
    running-cost: 12.5%
    health-check: { interval: 5 s }
    replication: { mode: async, lag: 'lognormal(1 s, 20 s)', max-lag: 1 day / 7, rebuild: repair }
    failover:
      decide: exponential(5 min)
      redirect: { dns-ttl: 60 s }
      success: 2 / 3
      retry: 1 h
    failback: { after: 1 h, takes: 30 s }
    false-positive: { mtbf: 1 year }
entry: front
targets: { availability: 1 - 1e-5, rto: 15 min, budget: 123.45 EUR/week }
losses: { downtime: 20000 EUR/h }
sla: { error-rate: 1% }
simulation: { years: 500, seed: review-7, warm-up: 0 }
`;

/** Everything that can be said of sites, data, backups, money and experiments. */
export const DISASTERS = `nines: 1
currency: EUR
parameters: { disk: 500 GB, change: 20 GB/day }
domains:
  eu:
    kind: region
    cost: 100 EUR/month
    failures: { outage: { mtbf: 8 years, mttr: 'lognormal(2 h, 9 h)' }, flood: { mtbf: 900 years, mttr: 30 days, data: lost } }
    domains: { eu-a: { kind: zone }, eu-b: { kind: zone } }
  us: { kind: region, failures: { outage: { mtbf: 8 years, mttr: 5 h } }, domains: { us-a: { kind: zone, domains: { rack: { kind: rack } } }, us-b: { kind: zone } } }
  vault: { cost: 1 / 3 EUR/h }
components:
  server: { failures: { crash: { mtbf: 30 days, mttr: 5 min } }, cost: 0.1 EUR/h }
  postgres: { failures: { crash: { mtbf: 120 days, mttr: 4 min }, volume: { mtbf: 50 years, mttr: 2 h, data: lost } } }
shocks:
  drop: { mtbf: 10 years, mttr: 1 h, hits: [db, web], data: lost }
services:
  all: { needs: [shop, batch, office], wants: { search: 90% }, cost: 7 EUR/week }
  shop:
    of: stack
    sites: [us, eu]
    mode: active-passive
    standby: warm
    running-cost: { web: 33%, db: 100% }
    health-check: { interval: 10 s }
    replication: { mode: async, lag: 'lognormal(1 s, 20 s)', transfer-cost: 0.02 EUR/GB, max-lag: 5 min }
    failover: { decide: 'lognormal(5 min, 20 min)', redirect: { dns-ttl: 60 s }, success: 95% }
    failback: { after: 1 day, takes: 2 min }
    needs: dns
  stack: { needs: [cells, db, auth] }
  cells: { of: web, sites: zone, strategy: active-active, below-required: degraded, required: 2 }
  web: { component: server, replicas: 2, slow-start: 20 s }
  db:
    component: postgres
    replicas: 3
    across: zone
    mode: active-passive
    replication: { mode: sync }
    data: { size: disk, change-rate: change, cost: 0.08 EUR/GB/month }
    backup: { full: { every: 1 week }, differential: 1 day, incremental: { every: 1 h }, log-shipping: 5 min, retention: 5 weeks, backup-rate: 300 MB/s, restore-rate: 1 GB / 7 s, replay-rate: 50 MB/s, provision: 'uniform(5 min, 15 min)', copies: [vault, eu], restorable: 98%, drill: 90 days, cost: 0.023 EUR/GB/month, transfer-cost: 0.02 EUR/GB }
  auth: { component: server, in: eu, needs: users }
  users: { component: postgres, replicas: 3, mode: quorum, data: { size: 3 GiB } }
  dns: { component: server, replicas: 2 }
  batch: { of: job, sites: [eu, vault], strategy: backup-restore, failover: { decide: 0 s } }
  job: { component: server }
  search: { of: index, sites: region, strategy: pilot-light }
  index: { component: server, replicas: 3, replication: { mode: async, lag: 2 s }, data: { size: 1 TB }, backup: { full: 1 day, restore-rate: 1 GB/s, restorable: third } }
  office: { in: us, needs: web }
entry: all
experiments:
  lose-region: { fail: eu, for: 1 day }
  kill-primary: { fail: db.active }
  cells: { fail: cells, for: 'uniform(1 min, 5 min)' }
  several: { fail: [eu, db.active, 'web[1]', 'web@us@us-b[0]', 'shop[eu]', shop.active, users, 'db@eu'], corrupt: [db, index], after: 10 min, data: lost }
  drop-table: { corrupt: db }
`.replace('parameters: {', 'parameters: { third: 1 / 3,');

/** The models of the gallery, the language page's example, and one that says everything. */
export function gallery(): (readonly [name: string, text: string])[] {
  const folder = new URL('../../models/', import.meta.url);
  const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((file) => file.endsWith('.yaml') && !file.startsWith('ci'));
  return [...files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const), ['the example', EXAMPLE], ['everything', EVERYTHING], ['disasters', DISASTERS]];
}
