import { parseModel } from '../../../src/model/index.ts';

/** A shop whose database fails over, in two zones. */
export const SHOP = `
nines: 1
name: shop
domains: { r: { kind: region, domains: { za: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: constant(2 h) } } }, zb: { kind: zone } } } }
components:
  app: { failures: { crash: { mtbf: 30 days, mttr: 90 s } } }
  pg: { failures: { crash: { mtbf: 120 days, mttr: constant(1 h) } } }
services:
  web: { component: app, replicas: 4, across: zone, required: 1, needs: [db] }
  db: { component: pg, replicas: 2, across: zone, mode: active-passive, replication: { mode: async, lag: 2 s },
        failover: { detect: 30 s, decide: 1 min, promote: 20 s, redirect: 5 s } }
  q: { component: app, replicas: 3, in: r, mode: quorum, elect: 5 s }
entry: web
targets: { rto: 15 min, rpo: 10 s }
simulation: { years: 100, seed: 7 }
experiments:
  lose-a-zone: { fail: za, for: 2 h }
  two-at-once: { fail: [za, db.active], after: 10 min }
`;

/** The same stack in two regions. */
export const SITES = `
nines: 1
name: sites
domains:
  east: { kind: region, failures: { outage: { mtbf: 8 years, mttr: 2 h } }, domains: { ea: { kind: zone }, eb: { kind: zone } } }
  west: { kind: region, domains: { wa: { kind: zone }, wb: { kind: zone } } }
components: { app: { failures: { crash: { mtbf: 30 days, mttr: 90 s } } }, pg: { failures: { crash: { mtbf: 120 days, mttr: 1 h } } } }
services:
  shop: { of: stack, sites: [east, west], mode: active-passive, replication: { mode: async, lag: 5 s }, failover: { detect: 90 s, promote: 4 min }, needs: [dns] }
  stack: { needs: [web, db] }
  web: { component: app, replicas: 4, across: zone, needs: [db], wants: { mail: 90% } }
  db: { component: pg, replicas: 2, across: zone, mode: active-passive, failover: { promote: 20 s } }
  mail: { component: app, in: west }
  dns: { component: app }
entry: shop
simulation: { years: 100, seed: 1 }
`;

export const shop = parseModel(SHOP);
export const sites = parseModel(SITES);
