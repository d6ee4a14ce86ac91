import { askRequired, type Draft, type DraftService, hostIn, isQuorum, kindOf, nameOf } from './draft.ts';
import { leave } from './kubernetes.ts';
import type { Tree } from './tree.ts';

export function isCompose(tree: Tree): boolean {
  const services = tree.at('services')?.entries() ?? [];
  return services.some(([, each]) => each.at('image') !== undefined || each.at('build') !== undefined);
}

/** A service as written, or several of one image that are numbered: `etcd1`, `etcd2`, `etcd3`. */
interface Group {
  readonly name: string;
  readonly members: readonly (readonly [string, Tree])[];
}

/** A docker-compose file: replicas, health checks and who depends on whom. */
export function readCompose(tree: Tree, file: string, draft: Draft): void {
  const groups = groupsOf(tree.at('services')!.entries());
  const groupOf = new Map(groups.flatMap(({ name, members }) => members.map(([written]) => [written, name] as const)));
  for (const group of groups) draft.services.push(serviceOf(group, groupOf, file, draft));
  for (const key of ['version', 'name']) tree.at(key);
  leave(tree, 'compose file', file, draft);
}

function groupsOf(services: readonly (readonly [string, Tree])[]): Group[] {
  const groups = new Map<string, [string, Tree][]>();
  for (const [written, service] of services) {
    const stem = written.replace(/[-_]?\d+$/, '');
    const what = `${stem} ${service.text('image') ?? service.text('build.context') ?? service.text('build') ?? ''}`;
    const key = stem === '' || stem === written ? written : what;
    groups.set(key, [...(groups.get(key) ?? []), [written, service]]);
  }
  return [...groups.values()].map((members) => {
    const [[written]] = members;
    return { name: nameOf(members.length === 1 ? written : written.replace(/[-_]?\d+$/, '')), members };
  });
}

function serviceOf({ name, members }: Group, groupOf: ReadonlyMap<string, string>, file: string, draft: Draft) {
  const [[, service]] = members;
  const image = service.text('image') ?? '';
  const at = (path: string) => `${file}:${service.at(path)?.line ?? service.line} ${path}`;
  const count = service.at('deploy.replicas') === undefined ? 'scale' : 'deploy.replicas';
  const written = service.number(count);
  const replicas = members.length > 1 ? members.length : (written ?? 1);
  const from =
    members.length > 1
      ? `${file}:${service.line} ${members.map(([each]) => each).join(', ')}: an assumption: members of one`
      : `${at(count)}${written === undefined ? ' is not there: 1' : ''}`;
  const found: DraftService = {
    ...{ name, from: `${file}:${service.line} (compose)`, kind: kindOf(name, image), needs: [] },
    settings: [{ key: 'replicas', value: String(replicas), from }],
  };
  const check = service.at('healthcheck');
  if (check !== undefined && check.text('disable') !== 'true') {
    check.at('test')?.take();
    const interval = seconds(check.text('interval')) ?? 30;
    const timeout = seconds(check.text('timeout')) ?? 30;
    const retries = check.number('retries') ?? 3;
    const value = `{ interval: ${interval} s, timeout: ${timeout} s, unhealthy-threshold: ${retries} }`;
    found.settings.push({ key: 'health-check', value, from: at('healthcheck') });
  }
  if (isQuorum(replicas, name, image))
    found.settings.push({ key: 'mode', value: 'quorum', from: `${at('image')}: its members agree by majority` });
  else if (replicas > 1) found.settings.push(askRequired(draft, { name, members: replicas, what: 'containers' }));
  for (const [, each] of members) needs(each, found, groupOf, file);
  return found;
}

/** By `depends_on`, by `links`, and by what an environment variable gives as an address. */
function needs(service: Tree, { name, needs }: DraftService, groupOf: ReadonlyMap<string, string>, file: string): void {
  const push = (written: string | null, line: number, how: string): boolean => {
    const found = written === null ? undefined : groupOf.get(written);
    if (found === undefined || found === name) return false;
    if (!needs.some((need) => need.name === found)) needs.push({ name: found, from: `${file}:${line} ${how}` });
    return true;
  };
  for (const [key, each] of service.at('depends_on')?.take().entries() ?? [])
    push(each.scalar === null ? key : String(each.scalar), each.line, 'depends_on');
  for (const [, each] of service.at('links')?.take().entries() ?? [])
    push(String(each.scalar).replace(/:.*/, ''), each.line, 'links');
  const variables = service.children.find(([key]) => key === 'environment')?.[1].children ?? [];
  for (const [key, each] of variables) {
    const text = String(each.scalar ?? '');
    const [, variable = key, value = text] = /^\d+$/.test(key) ? (/^([^=]*)=(.*)$/.exec(text) ?? []) : [];
    if (push(hostIn(variable, value), each.line, `environment ${variable}`)) service.at('environment')!.at(key)!.take();
  }
}

/** `1m30s` as Docker writes a time. */
function seconds(text: string | undefined): number | undefined {
  const parts = [...(text ?? '').matchAll(/(\d+(?:\.\d+)?)(us|ms|h|m|s)/g)];
  if (parts.length === 0) return undefined;
  const size: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001, us: 1e-6 };
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * size[unit], 0);
}
