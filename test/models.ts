/** Small models for tests of what is around the simulation. */

/** Fails often enough that a few hundred years say something; uses domains, a failover and asynchronous data. */
export const SHOP = `
nines: 1
name: Test shop
currency: USD
parameters: { web_replicas: 3 }
domains:
  a: { kind: zone, failures: { outage: { mtbf: 200 days, mttr: 'lognormal(45 min, 4 h)' } } }
  b: { kind: zone, failures: { outage: { mtbf: 200 days, mttr: 'lognormal(45 min, 4 h)' } } }
components:
  app: { failures: { crash: { mtbf: 30 days, mttr: 90 s } }, cost: 0.17 USD/h }
  database: { failures: { crash: { mtbf: 60 days, mttr: 4 min } }, cost: 0.52 USD/h }
services:
  web: { component: app, replicas: web_replicas, across: zone, required: 2, health-check: { interval: 10 s }, retry: true, needs: [db] }
  db:
    component: database
    replicas: 2
    across: zone
    mode: active-passive
    replication: { mode: async, lag: 'lognormal(1 s, 20 s)' }
    failover: { detect: 30 s, promote: 'uniform(15 s, 30 s)', redirect: 5 s, success: 90% }
entry: web
targets: { availability: 99.9%, rto: 15 min, rpo: 1 min, budget: 40000 USD/year }
losses: { downtime: 1000 USD/h, data: 5000 USD/h }
simulation: { years: 1000, seed: 7 }
`;

/** Most of its incidents are short: requests that fail until a dead server is noticed. `check` warns of it. */
export const FRAIL = SHOP.replace(' retry: true,', '');

/** One server, half of the time down: every assertion about it is quick to decide. */
export const COIN = `
nines: 1
name: Coin
components: { server: { failures: { crash: { mtbf: 1 day, mttr: 1 day } } } }
services: { server: { component: server } }
entry: server
simulation: { years: 100, seed: 1 }
`;

/** Two things wrong, in lines 4 and 6. */
export const BROKEN = `
nines: 1
name: Broken
components: { server: { failures: { crash: { mtbf: 1 dya, mttr: 1 day } } } }
services:
  web: { component: server, needs: [dbb] }
  db: { component: server }
entry: web
`;
