import { ask, askRequired, type Draft, type DraftService, hostIn, isQuorum, kindOf, nameOf } from './draft.ts';
import type { Tree } from './tree.ts';

const WORKLOADS = new Set(['Deployment', 'StatefulSet']);
const READ = new Set([...WORKLOADS, 'PodDisruptionBudget', 'Service']);
const ZONE = /^(topology\.kubernetes\.io|failure-domain\.beta\.kubernetes\.io)\/zone$/;

/** More than a cluster has (Considerations for large clusters: 150,000 pods). */
const MOST_PODS = 150_000;

/** One object of a file. */
interface Manifest {
  readonly kind: string;
  readonly object: Tree;
  readonly file: string;
}

/** What a disruption budget says is enough. */
interface Enough {
  readonly members: number;
  readonly from: string;
}

export const isKubernetes = (trees: readonly Tree[]): boolean =>
  trees.some((tree) => tree.at('apiVersion') !== undefined && tree.at('kind') !== undefined);

/** Deployments, StatefulSets, disruption budgets and Services, in this order however they stand in which files. */
export function readKubernetes(
  files: readonly { readonly trees: readonly Tree[]; readonly file: string }[],
  draft: Draft,
) {
  const all = files.flatMap(({ trees, file }) => trees.flatMap((tree) => manifestsIn(tree, file)));
  const of = (...kinds: string[]) => all.filter(({ kind }) => kinds.includes(kind));
  const workloads = of(...WORKLOADS).map((manifest) => ({ manifest, service: workload(manifest, draft) }));
  const services = workloads.map(({ service }) => service).filter((each) => each !== null);
  draft.services.push(...services);
  const enough = new Map(of('PodDisruptionBudget').flatMap((each) => budget(each, services, draft)));
  for (const service of services) {
    const members = membersOf(service);
    if (members > 1 && !service.settings.some(({ key }) => key === 'mode'))
      service.settings.push(askRequired(draft, { name: service.name, members, what: 'pods' }, enough.get(service)));
  }
  const hosts = new Map(of('Service').flatMap((each) => host(each, services, draft)));
  for (const { manifest, service } of workloads) if (service !== null) reach(manifest, service, hosts);
  for (const { kind, object, file } of all) {
    const what = `${kind} ${object.text('metadata.name') ?? 'without a name'}`;
    if (READ.has(kind)) leave(object, what, file, draft);
    else draft.left.push({ from: `${file}:${object.line}`, text: `${what}: its kind is not read` });
  }
}

function manifestsIn(tree: Tree, file: string): Manifest[] {
  tree.at('apiVersion');
  const kind = tree.text('kind') ?? 'no kind';
  if (kind !== 'List') return [{ kind, object: tree, file }];
  return (tree.at('items')?.entries() ?? []).flatMap(([, item]) => manifestsIn(item, file));
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

/** null: it has no pods, or not how many. */
function workload({ kind, object, file }: Manifest, draft: Draft): DraftService | null {
  const name = nameOf(object.text('metadata.name') ?? kind);
  const at = (tree: Tree | undefined) => `${file}:${tree?.line ?? object.line}`;
  const written = object.text('spec.replicas');
  const replicas = written === undefined ? 1 : Number(written);
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > MOST_PODS) {
    const why = replicas === 0 ? 'it has no pods' : 'not a number of pods';
    draft.left.push({ from: at(object.at('spec.replicas')), text: `${kind} ${name}: replicas ${written}: ${why}` });
    object.take();
    return null;
  }
  object.at('spec.selector')?.take();
  const container = object.at('spec.template.spec.containers.0');
  const image = container?.text('image') ?? '';
  const restarts = probeTimes(container?.at('livenessProbe'));
  const service: DraftService = {
    ...{ name, from: `${at(object)} (${kind})`, kind: kindOf(name, image), settings: [], needs: [] },
    labels: Object.fromEntries(labelsIn(object.at('spec.template.metadata.labels'))),
    ...(restarts === null
      ? {}
      : {
          crashOver: {
            key: 'mttr',
            value: `${restarts.interval * restarts.unhealthy} s`,
            from: `${at(container!.at('livenessProbe'))} livenessProbe, and a restart besides`,
          },
        }),
  };
  service.settings.push({
    key: 'replicas',
    value: String(replicas),
    from: `${at(object.at('spec.replicas'))} replicas${written === undefined ? ' is not there: 1' : ''}`,
  });
  const readiness = probeTimes(container?.at('readinessProbe'));
  if (isQuorum(replicas, name, image)) {
    service.settings.push({
      key: 'mode',
      value: 'quorum',
      from: `${at(container)} image: its members agree by majority`,
    });
    if (readiness !== null)
      draft.left.push({
        from: at(container!.at('readinessProbe')),
        text: `${name}: readinessProbe: a quorum notices by itself`,
      });
  } else if (readiness !== null) {
    const { interval, timeout, unhealthy, healthy } = readiness;
    const times = `interval: ${interval} s, timeout: ${timeout} s`;
    const value = `{ ${times}, unhealthy-threshold: ${unhealthy}, healthy-threshold: ${healthy} }`;
    service.settings.push({
      key: 'health-check',
      value,
      from: `${at(container!.at('readinessProbe'))} readinessProbe`,
    });
  }
  spread(object, service, at, draft);
  volume(object, service, at);
  return service;
}

function spread(object: Tree, { name, settings }: DraftService, at: (tree?: Tree) => string, draft: Draft): void {
  for (const [, each] of object.at('spec.template.spec.topologySpreadConstraints')?.entries() ?? []) {
    const key = each.text('topologyKey') ?? '';
    if (ZONE.test(key)) settings.push({ key: 'across', value: 'zone', from: `${at(each)} topologySpreadConstraints` });
    else draft.left.push({ from: at(each), text: `${name}: spreading over ${key}: an import knows zones, no nodes` });
  }
  const apart = 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.0';
  const isSpread = settings.some(({ key }) => key === 'across');
  if (!isSpread && ZONE.test(object.text(`${apart}.topologyKey`) ?? ''))
    settings.push({ key: 'across', value: 'zone', from: `${at(object.at(apart))} podAntiAffinity` });
}

function volume(object: Tree, { settings }: DraftService, at: (tree?: Tree) => string): void {
  const size = object.text('spec.volumeClaimTemplates.0.spec.resources.requests.storage') ?? '';
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)$/.exec(size) ?? [];
  if (amount === undefined) return;
  const from = `${at(object.at('spec.volumeClaimTemplates.0'))} volumeClaimTemplates`;
  settings.push({ key: 'data', value: `{ size: ${amount} ${unit}B }`, from });
}

/** With what Kubernetes takes where nothing is said (Configure Liveness, Readiness and Startup Probes, 2024). */
function probeTimes(probe: Tree | undefined) {
  if (probe === undefined) return null;
  for (const [key] of probe.entries())
    if (/^(httpGet|tcpSocket|exec|grpc|initialDelaySeconds)$/.test(key)) probe.at(key)?.take();
  return {
    interval: probe.number('periodSeconds') ?? 10,
    timeout: probe.number('timeoutSeconds') ?? 1,
    unhealthy: probe.number('failureThreshold') ?? 3,
    healthy: probe.number('successThreshold') ?? 1,
  };
}

function budget({ object, file }: Manifest, services: readonly DraftService[], draft: Draft): [DraftService, Enough][] {
  const found = selected(object.at('spec.selector.matchLabels'), services);
  const key = object.at('spec.minAvailable') === undefined ? 'maxUnavailable' : 'minAvailable';
  const limit = object.text(`spec.${key}`) ?? 'nothing';
  const at = `${file}:${object.at(`spec.${key}`)?.line ?? object.line}`;
  const members = found === undefined ? 0 : membersOf(found);
  const of = found === undefined ? 'of a workload that is not in these files' : `of ${found.name}`;
  const free = spare(key, limit, members);
  if (found === undefined || !(free >= 1)) {
    const why = found === undefined ? '' : `: of ${members} none may be taken out, so planned work waits for ever`;
    draft.left.push({ from: at, text: `disruption budget ${of}, ${key}: ${limit}${why}` });
    return [];
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
  return [[found, { members: Math.max(1, members - free), from: `what the disruption budget at ${at} keeps` }]];
}

/** How many may be out; of a percentage Kubernetes takes the next whole number (Specifying a Disruption Budget). */
function spare(key: 'minAvailable' | 'maxUnavailable', limit: string, members: number): number {
  const count = Math.ceil(limit.endsWith('%') ? (Number(limit.slice(0, -1)) / 100) * members : Number(limit));
  return key === 'minAvailable' ? members - count : count;
}

const labelsIn = (tree: Tree | undefined) =>
  (tree?.take().entries() ?? []).map(([key, { scalar }]) => [key, String(scalar)] as const);

const membersOf = ({ settings }: DraftService) => Number(settings.find(({ key }) => key === 'replicas')!.value);

/** The workload whose pods have all these labels. */
function selected(selector: Tree | undefined, services: readonly DraftService[]): DraftService | undefined {
  const wanted = labelsIn(selector);
  return services.find(({ labels = {} }) => wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value));
}

/** A Service's name stands for the workload that it selects. */
function host({ object, file }: Manifest, services: readonly DraftService[], draft: Draft): [string, string][] {
  const found = selected(object.at('spec.selector'), services);
  const name = object.take().text('metadata.name') ?? 'without a name';
  if (found !== undefined) return [[name, found.name]];
  draft.left.push({ from: `${file}:${object.line}`, text: `Service ${name}: it selects no workload of these files` });
  return [];
}

/** Whom a workload's environment names by the address of a Service, it is taken to need. */
function reach({ object, file }: Manifest, { name, needs }: DraftService, hosts: ReadonlyMap<string, string>): void {
  const container = object.at('spec.template.spec.containers.0');
  const variables = container?.children.find(([key]) => key === 'env')?.[1].children ?? [];
  for (const [i, variable] of variables) {
    const text = (key: string) => String(variable.children.find(([each]) => each === key)?.[1].scalar ?? '');
    const address = hostIn(text('name'), text('value'));
    const found = address === null ? undefined : hosts.get(address);
    if (found === undefined || found === name) continue;
    container!.at(`env.${i}`)!.take();
    if (!needs.some((need) => need.name === found)) needs.push({ name: found, from: `${file}:${variable.line} env` });
  }
}
