import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/import/import.ts';
import { checkModel } from '../../src/model/index.ts';

/*
 * What files of well-known public repositories say, in their structure and with their settings; written anew, and
 * without what an import does not look at.
 */

/** GoogleCloudPlatform/microservices-demo, kubernetes-manifests/cartservice.yaml (Apache-2.0): no replicas, exec probes. */
const BOUTIQUE = `apiVersion: apps/v1
kind: Deployment
metadata: { name: cartservice }
spec:
  selector: { matchLabels: { app: cartservice } }
  template:
    metadata: { labels: { app: cartservice } }
    spec:
      terminationGracePeriodSeconds: 5
      containers:
      - name: server
        env: [{ name: REDIS_ADDR, value: "redis-cart:6379" }]
        readinessProbe: { initialDelaySeconds: 15, exec: { command: [probe] } }
        livenessProbe: { initialDelaySeconds: 15, periodSeconds: 10, exec: { command: [probe] } }
---
apiVersion: v1
kind: Service
metadata: { name: cartservice }
spec: { type: ClusterIP, selector: { app: cartservice } }
`;

/** patroni/patroni, postgres0.yml (MIT): one etcd host, settings below bootstrap.dcs, passwords elsewhere. */
const PATRONI = `scope: batman
name: postgresql0
restapi: { listen: "127.0.0.1:8008" }
etcd: { host: "127.0.0.1:2379" }
bootstrap:
  dcs:
    ttl: 30
    loop_wait: 10
    retry_timeout: 10
    maximum_lag_on_failover: 1048576
    postgresql: { use_pg_rewind: true }
postgresql:
  authentication: { replication: { username: replicator, password: rep-pass } }
`;

/** dockersamples/example-voting-app, docker-compose.yml (Apache-2.0): some built, some images, nobody depends on another. */
const VOTING = `version: "3"
services:
  votes: { build: ./vote, ports: ["5000:80"] }
  result: { build: ./result, ports: ["5001:80"] }
  worker: { build: { context: ./worker } }
  redis: { image: "redis:alpine", ports: ["6379"] }
  db: { image: "postgres:9.4", volumes: ["db-data:/var/lib/postgresql/data"] }
volumes: { db-data: }
`;

describe('files with the structure and settings of public repositories', () => {
  it.each([
    ['cartservice.yaml', BOUTIQUE, ['replicas: 1  # from cartservice.yaml:1 replicas is not there: 1', 'health-check: { interval: 10 s, timeout: 1 s, unhealthy-threshold: 3, healthy-threshold: 1 }']],
    ['postgres0.yml', PATRONI, ["detect: 'uniform(20 s, 30 s)'", 'needs: [etcd], demote-after: 30 s', 'max-lag: 1048576 B / batman_wal_rate']],
    ['docker-compose.yml', VOTING, ['system: { needs: [votes, result, worker, redis, db] }', 'db_mtbf: 120 days', 'votes_mtbf: 30 days']],
  ])('import as they stand: %s', (file, text, expected) => {
    const { imported, problems } = importFiles([{ file, text }]);
    expect(problems).toEqual([]);
    for (const part of expected) expect(imported!.model).toContain(part);
    expect(checkModel(imported!.model).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(JSON.stringify(imported)).not.toMatch(/rep-pass|redis-cart/);
    expect(imported!.left.length).toBeGreaterThan(0);
  });
});
