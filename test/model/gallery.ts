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

/** The models of the gallery, the language page's example, and one that says everything. */
export function gallery(): (readonly [name: string, text: string])[] {
  const folder = new URL('../../models/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return [...files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const), ['the example', EXAMPLE], ['everything', EVERYTHING]];
}
