/** The example of the language page, with the component `redis` that it leaves to the reader. */
export const EXAMPLE = `nines: 1                                   # version of the language
name: Web shop, three zones
description: A stateless tier over a Multi-AZ database.
currency: USD

parameters:                                # names that any value below may use; sliders, --set and sweeps change them
  zone_mtbf: 2 years
  web_replicas: 6

domains:                                   # what fails together: a tree, any depth, any kind
  eu-west-1:
    kind: region
    failures:
      outage: { mtbf: 8 years, mttr: 'lognormal(2 h, 9 h)' }
    domains:
      eu-west-1a: { kind: zone, failures: { outage: { mtbf: zone_mtbf, mttr: 'lognormal(45 min, 4 h)' } } }
      eu-west-1b: { kind: zone, failures: { outage: { mtbf: zone_mtbf, mttr: 'lognormal(45 min, 4 h)' } } }
      eu-west-1c: { kind: zone, failures: { outage: { mtbf: zone_mtbf, mttr: 'lognormal(45 min, 4 h)' } } }

components:                                # kinds of things that fail by themselves
  app-server:
    failures:
      crash:    { mtbf: 30 days, mttr: 90 s }
      hardware: { mtbf: 5 years, mttr: constant(10 min) }
    cost: 0.17 USD/h
  postgres:
    failures:
      crash: { mtbf: 120 days, mttr: 4 min }
      disk:  { mtbf: 6 years, mttr: 2 h, data: lost }
    cost: 0.52 USD/h
  redis:
    failures:
      crash: { mtbf: 60 days, mttr: 30 s }
    cost: 0.1 USD/h

services:                                  # members of one component under one redundancy mode, and what they need
  web:
    component: app-server
    replicas: web_replicas
    across: zone                           # spread over the zones below where the service is placed
    required: 4                            # k of n
    health-check: { interval: 10 s, unhealthy-threshold: 3, healthy-threshold: 2 }
    needs: [db]
    wants: { cache: 80% }                  # without the cache 80% of requests are still answered
  cache: { component: redis, replicas: 2, across: zone }
  db:
    component: postgres
    replicas: 2
    across: zone
    mode: active-passive
    standby: hot
    replication: { mode: sync }
    failover: { detect: 30 s, promote: 'uniform(15 s, 30 s)', redirect: 5 s, success: 99% }

entry: web                                 # the service whose availability is the system's
targets: { availability: 99.95%, rto: 15 min, rpo: 1 min, budget: 40000 USD/year }
losses:  { downtime: 20000 USD/h, data: 5000 USD/h }
simulation: { years: 10000, seed: 1, warm-up: 1 year }
`;

/** The same without the one warning that it has: requests to a failed server are sent to another one. */
export const RETRYING = EXAMPLE.replace('    needs: [db]', '    retry: true\n    needs: [db]');
