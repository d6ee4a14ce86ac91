import { ask, type Draft, type DraftService, nameOf } from './draft.ts';
import type { Tree } from './tree.ts';

const WORKLOADS = new Set(['Deployment', 'StatefulSet']);
const ZONE = /^(topology\.kubernetes\.io|failure-domain\.beta\.kubernetes\.io)\/zone$/;

/** Deployments, StatefulSets and disruption budgets, in this order however they stand in the file. */
export function readKubernetes(documents: readonly Tree[], file: string, draft: Draft): void {
  const objects = documents.flatMap((each) =>
    each.text('kind') === 'List'
      ? (each
          .at('items')
          ?.entries()
          .map(([, item]) => item) ?? [])
      : [each],
  );
  for (const object of objects) {
    object.at('apiVersion');
    const kind = object.text('kind') ?? '';
    if (WORKLOADS.has(kind)) draft.services.push(workload(object, kind, file, draft));
  }
  for (const object of objects) {
    const kind = object.text('kind') ?? 'no kind';
    const name = object.text('metadata.name') ?? 'without a name';
    const from = `${file}:${object.line}`;
    if (kind === 'PodDisruptionBudget') budget(object, file, draft);
    else if (!WORKLOADS.has(kind)) {
      draft.left.push({ from, text: `${kind} ${name}: its kind is not read` });
      continue;
    }
    leave(object, `${kind} ${name}`, file, draft);
  }
}

/** Says which keys of an object were not read. */
export function leave(object: Tree, what: string, file: string, draft: Draft): void {
  const unread = object.unread();
  if (unread.length === 0) return;
  const names = unread.map(({ path, line }) => `${path} (line ${line})`);
  const more = names.length > 12 ? `, and ${names.length - 12} more` : '';
  draft.left.push({
    from: `${file}:${unread[0].line}`,
    text: `${what}: not read: ${names.slice(0, 12).join(', ')}${more}`,
  });
}

function workload(object: Tree, kind: string, file: string, draft: Draft): DraftService {
  const name = nameOf(object.text('metadata.name') ?? kind);
  const at = (tree: Tree | undefined) => `${file}:${tree?.line ?? object.line}`;
  const replicas = object.number('spec.replicas');
  const labels = Object.fromEntries(
    (object.at('spec.template.metadata.labels') ?? object).entries().map(([key, { scalar }]) => [key, String(scalar)]),
  );
  const container = object.at('spec.template.spec.containers.0');
  const [readiness, liveness] = [container?.at('readinessProbe'), container?.at('livenessProbe')];
  const restarts = liveness === undefined ? undefined : probeTimes(liveness);
  const service: DraftService = {
    ...{ name, from: `${at(object)} (${kind})`, kind: 'server', settings: [], needs: [], labels },
    ...(restarts === undefined
      ? {}
      : {
          crashOver: {
            key: 'mttr',
            value: `${restarts.interval * restarts.unhealthy} s`,
            from: `${at(liveness)} livenessProbe, and a restart besides`,
          },
        }),
  };
  const { settings } = service;
  settings.push({
    key: 'replicas',
    value: String(replicas ?? 1),
    from: `${at(object.at('spec.replicas'))} replicas${replicas === undefined ? ' is not there: 1' : ''}`,
  });
  if (readiness !== undefined) {
    const { interval, timeout, unhealthy, healthy } = probeTimes(readiness);
    const times = `interval: ${interval} s, timeout: ${timeout} s`;
    const check = `{ ${times}, unhealthy-threshold: ${unhealthy}, healthy-threshold: ${healthy} }`;
    settings.push({ key: 'health-check', value: check, from: `${at(readiness)} readinessProbe` });
  }
  for (const [, spread] of object.at('spec.template.spec.topologySpreadConstraints')?.entries() ?? []) {
    const key = spread.text('topologyKey') ?? '';
    if (ZONE.test(key))
      settings.push({ key: 'across', value: 'zone', from: `${at(spread)} topologySpreadConstraints` });
    else draft.left.push({ from: at(spread), text: `${name}: spreading over ${key}: an import knows zones, no nodes` });
  }
  const apart = 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.0';
  const isSpread = settings.some(({ key }) => key === 'across');
  if (!isSpread && ZONE.test(object.text(`${apart}.topologyKey`) ?? ''))
    settings.push({ key: 'across', value: 'zone', from: `${at(object.at(apart))} podAntiAffinity` });
  const size = object.text('spec.volumeClaimTemplates.0.spec.resources.requests.storage');
  const bytes = size === undefined ? null : /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)$/.exec(size);
  if (bytes !== null)
    settings.push({
      key: 'data',
      value: `{ size: ${bytes[1]} ${bytes[2].replace('k', 'k')}B }`,
      from: `${at(object.at('spec.volumeClaimTemplates.0'))} volumeClaimTemplates`,
    });
  if ((replicas ?? 1) > 1) {
    const need = ask(
      draft,
      `${name}_required`,
      String(Math.max(1, Math.ceil((replicas ?? 1) * 0.75))),
      `How many of ${name}'s ${replicas} pods carry the load?`,
      'a guess: three quarters',
    );
    settings.push({ key: 'required', value: need, from: 'a question' });
  }
  return service;
}

/** With what Kubernetes takes where nothing is said (Configure Liveness, Readiness and Startup Probes, 2024). */
function probeTimes(probe: Tree) {
  for (const [key] of probe.entries())
    if (/^(httpGet|tcpSocket|exec|grpc|initialDelaySeconds)$/.test(key)) probe.at(key);
  return {
    interval: probe.number('periodSeconds') ?? 10,
    timeout: probe.number('timeoutSeconds') ?? 1,
    unhealthy: probe.number('failureThreshold') ?? 3,
    healthy: probe.number('successThreshold') ?? 1,
  };
}

function budget(object: Tree, file: string, draft: Draft): void {
  const wanted = object.at('spec.selector.matchLabels')?.entries() ?? [];
  const found = draft.services.find(
    ({ labels = {} }) => wanted.length > 0 && wanted.every(([key, { scalar }]) => labels[key] === String(scalar)),
  );
  const key = object.at('spec.minAvailable') === undefined ? 'maxUnavailable' : 'minAvailable';
  const limit = object.text(`spec.${key}`) ?? 'nothing';
  const at = `${file}:${object.at(`spec.${key}`)?.line ?? object.line}`;
  const members = Number(found?.settings.find((each) => each.key === 'replicas')?.value);
  const of = found === undefined ? 'of a workload that is not in these files' : `of ${found.name}`;
  if (found === undefined || !(spare(key, limit, members) >= 1)) {
    const why = found === undefined ? '' : `: of ${members} none may be taken out, so planned work waits for ever`;
    draft.left.push({ from: at, text: `disruption budget ${of}, ${key}: ${limit}${why}` });
    return;
  }
  const asked = (name: string, value: string, text: string, source: string) =>
    ask(draft, `${found.name}_${name}`, value, text, source);
  const every = asked(
    'drained_every',
    '30 days',
    `How often is every node of ${found.name} drained (upgrades)?`,
    'a guess: monthly',
  );
  const takes = asked('moved_in', '1 min', `How long until a drained pod of ${found.name} works elsewhere?`, 'a guess');
  const word = key === 'minAvailable' ? 'min-available' : 'max-unavailable';
  found.settings.push({
    key: 'maintenance',
    value: `{ every: ${every}, takes: ${takes}, ${word}: ${limit} }`,
    from: `${at} disruption budget`,
  });
}

/** How many may be out; of a percentage Kubernetes takes the next whole number (Specifying a Disruption Budget). */
function spare(key: 'minAvailable' | 'maxUnavailable', limit: string, members: number): number {
  const count = Math.ceil(limit.endsWith('%') ? (Number(limit.slice(0, -1)) / 100) * members : Number(limit));
  return key === 'minAvailable' ? members - count : count;
}
