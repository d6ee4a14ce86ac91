import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/import/import.ts';
import { withHcl } from '../../src/import/load-hcl.ts';
import { checkModel } from '../../src/model/index.ts';

/*
 * Patroni's own files, byte by byte; and what files of other well-known public repositories say, in their structure and
 * with their settings, written anew and without what an import does not look at.
 */

type PatroniFile = 'postgres0.yml' | 'postgres1.yml' | 'docker-compose.yml' | 'haproxy.cfg';
const patroni = (file: PatroniFile) => ({ file, text: readFileSync(new URL(`patroni/${file}`, import.meta.url), 'utf8') });

/** What each file has to come to: lines of the model, and what is said to be left out. */
function expectDraft(files: readonly { readonly file: string; readonly text: string }[], lines: readonly string[], left: readonly string[] = []) {
  const { imported, problems } = importFiles(files);
  expect(problems).toEqual([]);
  for (const line of lines) expect(imported!.model).toContain(line);
  const said = imported!.left.map(({ from, text }) => `${from}: ${text}`).join('\n');
  for (const each of left) expect(said).toContain(each);
  expect(checkModel(imported!.model).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return imported!;
}

describe("Patroni's own files import as they stand", () => {
  it('a member: ttl, loop_wait and lag, its store, and how many members nobody says', () => {
    const { questions, model } = expectDraft(
      [patroni('postgres0.yml')],
      ["detect: 'uniform(20 s, 30 s)', promote: batman_promote, needs: [etcd], demote-after: 30 s }  # from postgres0.yml:50 ttl 30, loop_wait 10", 'max-lag: 1048576 B / batman_wal_rate }  # from postgres0.yml:53'],
      ['bootstrap.initdb (line 82)'],
    );
    expect(questions.map(({ parameter }) => parameter)).toEqual(expect.arrayContaining(['batman_members', 'etcd_members']));
    expect(model).not.toMatch(/rep-pass|replicator|zalando/);
  });

  it('two members of one scope: one service of two', () => {
    const { questions } = expectDraft(
      [patroni('postgres0.yml'), patroni('postgres1.yml')],
      ['replicas: 2  # from postgres0.yml, postgres1.yml'],
      ['postgres1.yml:1: Patroni batman: of this member only that there is one more'],
    );
    expect(questions.map(({ parameter }) => parameter)).not.toContain('batman_members');
  });

  it('docker-compose with merge keys: what is numbered is members of one, and etcd a quorum', () => {
    expectDraft(
      [patroni('docker-compose.yml')],
      ['etcd:  # from docker-compose.yml:16 (compose)', 'mode: quorum', 'replicas: 3  # from docker-compose.yml:56 patroni1, patroni2, patroni3: an assumption', 'required: patroni_required'],
      ['services.etcd1.environment (line 19)'],
    );
  });

  it('HAProxy in front of them: inter, fall and rise, and each word that is not read', () => {
    expectDraft(
      [patroni('haproxy.cfg')],
      ['health-check: { interval: 3 s, unhealthy-threshold: 3, healthy-threshold: 2 }  # from haproxy.cfg:19', 'needs: [batman]  # from haproxy.cfg:19'],
      ['maxconn (line 2)', 'http-check (line 22)'],
    );
  });
});

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

/** brikis98/terraform-up-and-running-code, webserver-cluster (MIT): a group that says no capacity but its least. */
const CLUSTER = `resource "aws_autoscaling_group" "example" {
  launch_configuration = aws_launch_configuration.example.name
  target_group_arns    = [aws_lb_target_group.asg.arn]
  min_size             = 2
  max_size             = 10
}
resource "aws_lb_target_group" "asg" {
  name = var.alb_name
  health_check {
    interval            = 15
    timeout             = 3
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}
resource "aws_elb" "old" {
  health_check {
    healthy_threshold   = 2
    unhealthy_threshold = 2
    timeout             = 3
    interval            = 30
    target              = "HTTP:80/"
  }
}
resource "aws_ecs_service" "ghost" { desired_count = 3 }
resource "aws_launch_configuration" "example" { user_data = "hunter2" }
`;

describe('files with the structure and settings of public repositories', () => {
  it('manifests: whom the environment names by a Service is needed, in whichever file it stands', () => {
    const cart = BOUTIQUE.replace('name: server', 'name: server\n        image: shop/cart');
    const redis = BOUTIQUE.replaceAll('cartservice', 'redis-cart').replace('env: [{ name: REDIS_ADDR, value: "redis-cart:6379" }]', 'image: redis:alpine');
    expectDraft(
      [{ file: 'cartservice.yaml', text: cart }, { file: 'redis.yaml', text: redis }],
      ['replicas: 1  # from cartservice.yaml:1 replicas is not there: 1', 'health-check: { interval: 10 s, timeout: 1 s, unhealthy-threshold: 3, healthy-threshold: 1 }', 'needs: [redis-cart]  # from cartservice.yaml:13 env', 'entry: cartservice', 'redis_cart_mtbf: 120 days'],
      ['Deployment cartservice: not read: spec.template.spec.terminationGracePeriodSeconds (line 9)'],
    );
  });

  it('manifests of a ZooKeeper: a quorum, of which a budget lets one go at a time', () => {
    const pod = 'template: { metadata: { labels: { app: zk } }, spec: { containers: [{ image: "registry.k8s.io/zk:1" }] } }';
    const text = (image: string, replicas: number) =>
      `apiVersion: policy/v1\nkind: PodDisruptionBudget\nspec: { selector: { matchLabels: { app: zk } }, maxUnavailable: 1 }\n---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: zk }\nspec:\n  replicas: ${replicas}\n  ${pod.replace('zk:1', image)}\n`;
    const { model } = expectDraft([{ file: 'zk.yaml', text: text('zookeeper:3', 3) }], ['mode: quorum', 'max-unavailable: 1 }  # from zk.yaml:3 disruption budget']);
    expect(model).not.toContain('required');
    // What a budget keeps is what is asked first.
    expectDraft([{ file: 'zk.yaml', text: text('web', 4) }], ["zk_required: 3  # question 3: How many of zk's 4 pods carry the load? Default: what the disruption budget at zk.yaml:3 keeps."]);
    expectDraft([{ file: 'zk.yaml', text: text('web', 4) + '---\n' + text('web', 0).replaceAll('zk', 'off') }], [], ['StatefulSet off: replicas 0: it has no pods']);
  });

  it('docker-compose: some built, some images, nobody depends on another', () => {
    expectDraft([{ file: 'docker-compose.yml', text: VOTING }], ['system: { needs: [votes, result, worker, redis, db] }', 'db_mtbf: 120 days', 'votes_mtbf: 30 days']);
    const circle = 'services:\n  a: { image: x, depends_on: [b], environment: { DB_HOST: db } }\n  b: { image: x, links: [a] }\n  db: { image: postgres }\n';
    expectDraft([{ file: 'c.yml', text: circle }], ['needs: [b, db]  # from c.yml:2 depends_on, c.yml:2 environment DB_HOST'], ['c.yml:3 links: b needs a: a circle']);
  });

  it('Terraform files: who stands behind which balancer, by their references; what stands behind none is told of', async () => {
    const files = await withHcl([{ file: 'main.tf', text: CLUSTER }]);
    const { model } = expectDraft(
      files,
      ['asg:  # from main.tf:7 (target group)', 'replicas: 2  # from main.tf:1 min_size', 'health-check: { interval: 15 s, timeout: 3 s, unhealthy-threshold: 2, healthy-threshold: 2 }', 'old:  # from main.tf:16 (load balancer)', 'replicas: old_members', 'ghost:  # from main.tf:25 (aws_ecs_service)', 'replicas: 3  # from main.tf:25 desired_count'],
      ['main.tf:26: aws_launch_configuration.example: its type is not read'],
    );
    expect(model).not.toContain('hunter2');
  });
});

describe('files that are meant to do harm', () => {
  const [ten, names] = [Array.from({ length: 10 }), 'abcdefg'];
  const bomb = [...names].map((name, i) => `${name}: &${name} [${ten.map(() => (i === 0 ? '1' : `*${names[i - 1]}`)).join(', ')}]`).join('\n');
  it.each([
    ['aliases of aliases of aliases', `${bomb}\nservices: {}\n`, /repeat more than 20000 things/],
    ['an anchor inside itself', 'services: &s\n  web: { image: x, a: *s }\n', /nested more than 60 deep/],
    ['five thousand brackets', `services: { a: { image: x, z: ${'['.repeat(5000)}${']'.repeat(5000)} } }`, /nested more than 60 deep/],
    ['more services than anybody asks about', `services:\n${Array.from({ length: 1001 }, (_, i) => `  s${i}x: { image: x }`).join('\n')}`, /1001 services, and a draft is for 1000/],
  ])('are refused by name: %s', (_, text, message) => {
    const { imported, problems } = importFiles([{ file: 'x.yml', text }]);
    expect([imported, problems.length]).toEqual([null, 1]);
    expect(problems[0].message).toMatch(message);
  });

  it('write nothing into the model but what was checked, whatever they say', () => {
    const haproxy = 'backend a\n  server x 1.2.3.4:80 check fall 3} inter 5zz\n  server y 1.2.3.4:80 check\n';
    expectDraft([{ file: 'a\nb: c.cfg', text: haproxy }], ['interval: 2 s, unhealthy-threshold: 3, healthy-threshold: 2']);
    const pods = 'apiVersion: v1\nkind: Deployment\nmetadata: { name: "x }\\n y" }\nspec: { replicas: 2 }\n---\napiVersion: v1\nkind: Deployment\nspec: { replicas: 1e12 }\n';
    expectDraft([{ file: 'x.yml', text: pods }], ['x-y:  # from x.yml:1 (Deployment)'], ['replicas 1000000000000: not a number of pods']);
  });
});
