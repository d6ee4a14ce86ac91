import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/import/import.ts';
import { checkModel } from '../../src/model/index.ts';

const imported = (file: string, text: string) => {
  const { imported: found, problems } = importFiles([{ file, text }]);
  if (found === null) throw new Error(JSON.stringify(problems));
  const { model, diagnostics } = checkModel(found.model);
  if (model === null) throw new Error(`${JSON.stringify(diagnostics)}\n${found.model}`);
  return { ...found, parsed: model };
};

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web-app }
spec:
  replicas: 4
  template:
    metadata: { labels: { app: web } }
    spec:
      topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: topology.kubernetes.io/zone }
      containers:
        - name: web
          image: web:1
          env: [{ name: TOKEN, value: s3cret }]
          livenessProbe: { httpGet: { path: /health }, periodSeconds: 10, failureThreshold: 3 }
          readinessProbe: { httpGet: { path: /ready }, periodSeconds: 5, failureThreshold: 2, timeoutSeconds: 3 }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { minAvailable: 75%, selector: { matchLabels: { app: web } } }
---
apiVersion: v1
kind: Secret
metadata: { name: keys }
data: { password: aHVudGVyMg== }
`;

describe('Kubernetes', () => {
  const { model, questions, left, parsed } = imported('app.yaml', DEPLOYMENT);

  it('gives replicas, probes and spread as they stand, each with its place', () => {
    expect(model).toContain('    replicas: 4  # from app.yaml:5 replicas');
    expect(model).toContain('{ interval: 5 s, timeout: 3 s, unhealthy-threshold: 2, healthy-threshold: 1 }  # from app.yaml:16 readinessProbe');
    expect(model).toContain('    across: zone  # from app.yaml:10 topologySpreadConstraints');
    expect(parsed.services[parsed.entry]).toMatchObject({ name: 'web-app', placement: { length: 4 } });
    expect(questions.find(({ parameter }) => parameter === 'web_app_mttr')!.value).toBe('30 s');
  });

  it('takes a disruption budget of 75% for what planned work keeps to, and asks how often there is any', () => {
    expect(model).toContain('maintenance: { every: web_app_drained_every, takes: web_app_moved_in, min-available: 75% }  # from app.yaml:21 disruption budget');
    expect(parsed.services[parsed.entry].maintenance).toMatchObject({ everySeconds: 30 * 86_400 });
    expect(questions.map(({ parameter }) => parameter)).toEqual(expect.arrayContaining(['web_app_drained_every', 'web_app_moved_in']));
    const { left: refused, model: without } = imported('app.yaml', DEPLOYMENT.replace('75%', '80%'));
    expect(refused.map(({ text }) => text)).toContain('disruption budget of web-app, minAvailable: 80%: of 4 none may be taken out, so planned work waits for ever');
    expect(without).not.toContain('maintenance');
  });

  it('spreads over zones by required anti-affinity as well', () => {
    const affinity = 'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: topology.kubernetes.io/zone }] } }';
    const { model: apart } = imported('app.yaml', DEPLOYMENT.replace(/topologySpreadConstraints:\n.*/, affinity));
    expect(apart).toContain('    across: zone  # from app.yaml:9 podAntiAffinity');
  });

  it('says what is not in the model: a kind that is not read, keys by name and no value of any', () => {
    const said = left.map(({ from, text }) => `${from}: ${text}`);
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringContaining('app.yaml:23: Secret keys: its kind is not read'),
        expect.stringContaining('containers.0.env (line 14)'),
      ]),
    );
    expect(JSON.stringify({ model, questions, left })).not.toMatch(/s3cret|aHVudGVyMg/);
  });
});

it('a Patroni file with ttl 30 and loop_wait 10 detects within U(20 s, 30 s), needs etcd and is demoted after the ttl', () => {
  const { model, parsed } = imported(
    'patroni.yml',
    'scope: batman\nname: pg0\netcd3: { hosts: [10.0.0.1:2379, 10.0.0.2:2379, 10.0.0.3:2379] }\nbootstrap:\n  dcs: { ttl: 30, loop_wait: 10, retry_timeout: 10, maximum_lag_on_failover: 1048576 }\npostgresql: { authentication: { superuser: { password: zalando } } }\n',
  );
  expect(model).toContain("failover: { detect: 'uniform(20 s, 30 s)', promote: batman_promote, needs: [etcd], demote-after: 30 s }  # from patroni.yml:5 ttl 30, loop_wait 10");
  expect(parsed.services.map(({ name, mode, placement }) => [name, mode, placement.length])).toEqual([
    ['batman', 'active-passive', 2],
    ['etcd', 'quorum', 3],
  ]);
  expect(model).not.toContain('zalando');
});

it('docker-compose gives replicas, checks and who needs whom', () => {
  const { model, parsed } = imported(
    'compose.yml',
    'services:\n  web:\n    image: nginx\n    depends_on: [db]\n    deploy: { replicas: 3 }\n    healthcheck: { test: curl, interval: 1m30s, timeout: 10s, retries: 3 }\n  db:\n    image: postgres:16\n    environment: { POSTGRES_PASSWORD: hush }\n',
  );
  expect(model).toContain('health-check: { interval: 90 s, timeout: 10 s, unhealthy-threshold: 3 }  # from compose.yml:6 healthcheck');
  expect(model).toContain('needs: [db]');
  expect(parsed.services[parsed.entry].name).toBe('web');
  expect(model).not.toContain('hush');
});

it('HAProxy gives backends with their servers, inter, fall and rise, and says what it did not read', () => {
  const { model, left } = imported(
    'haproxy.cfg',
    'defaults\n  timeout connect 5s\nfrontend www\n  bind *:80\n  default_backend app\nbackend app\n  default-server inter 3s fall 4 rise 2\n  server a 10.0.0.1:80 check\n  server b 10.0.0.2:80 check\n  server c 10.0.0.3:80 check\n',
  );
  expect(model).toContain('health-check: { interval: 3 s, unhealthy-threshold: 4, healthy-threshold: 2 }  # from haproxy.cfg:6 inter, fall, rise');
  expect(model).toContain('    replicas: 3  # from haproxy.cfg:6 its servers');
  expect(left[0].text).toContain('timeout (line 2)');
});

describe('a Terraform plan', () => {
  const resource = (type: string, name: string, values: object) => ({ address: `${type}.${name}`, type, name, values });
  const plan = JSON.stringify(
    {
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            resource('aws_route53_health_check', 'primary', { request_interval: 10, failure_threshold: 3, fqdn: 'x.example.org' }),
            resource('aws_route53_record', 'one', { name: 'www.example.org', ttl: 60, failover_routing_policy: [{ type: 'PRIMARY' }] }),
            resource('aws_route53_record', 'two', { name: 'www.example.org', ttl: 60, failover_routing_policy: [{ type: 'SECONDARY' }] }),
            resource('aws_db_instance', 'main', { multi_az: true, allocated_storage: 100, password: 'hunter2', username: 'admin' }),
          ],
          child_modules: [
            {
              resources: [
                resource('aws_lb_target_group', 'app', {
                  deregistration_delay: '300',
                  health_check: [{ interval: 30, timeout: 5, healthy_threshold: 2, unhealthy_threshold: 3 }],
                }),
                resource('aws_s3_bucket', 'logs', { bucket: 'very-secret-name' }),
              ],
            },
          ],
        },
      },
    },
    null,
    2,
  );
  const { model, left, parsed } = imported('plan.json', plan);

  it('gives Route 53 failover of 10 s × 3 and 60 s, a target group and a Multi-AZ database as they stand', () => {
    expect(model).toContain('health-check: { interval: 10 s, unhealthy-threshold: 3 }');
    expect(model).toContain('failover: { promote: 0 s, redirect: { dns-ttl: 60 s } }');
    expect(model).toContain('health-check: { interval: 30 s, timeout: 5 s, unhealthy-threshold: 3, healthy-threshold: 2 }');
    expect(parsed.services.find(({ name }) => name === 'main')).toMatchObject({ mode: 'active-passive', placement: { length: 2 } });
  });

  it('looks at the attributes that it names and keeps nothing else, as plans hold secrets', () => {
    expect(JSON.stringify({ model, left })).not.toMatch(/hunter2|admin|very-secret-name/);
    expect(left.map(({ text }) => text)).toContain('aws_s3_bucket.logs: its type is not read');
  });
});

describe('what cannot be imported', () => {
  it.each([
    ['main.tf', 'resource "x" "y" {}', 1, 'terraform show -json'],
    ['notes.yaml', 'hello: world', 1, 'Expected is Kubernetes manifests'],
    ['broken.yaml', 'a: 1\nb: [1, 2\nc: 3', 3, ''],
    ['empty.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }', 1, 'nothing in it is a service'],
  ])('%s is refused with its line and what was expected', (file, text, line, expected) => {
    const { imported: found, problems } = importFiles([{ file, text }]);
    expect(found).toBeNull();
    expect(problems[0].file).toBe(file);
    expect(Math.abs(problems[0].line - line)).toBeLessThanOrEqual(1);
    expect(problems[0].message).toContain(expected);
  });
});
