import { ask, type Draft, type DraftService, nameOf } from './draft.ts';
import type { Resource } from './resource.ts';
import type { Tree } from './tree.ts';

/** What receives requests and asks its targets whether they are well. */
const FRONTS = ['aws_lb_target_group', 'aws_alb_target_group', 'aws_elb'];
/** What runs in some number. */
const POOLS = ['aws_autoscaling_group', 'aws_ecs_service', 'aws_instance'];
/** What says which pool stands behind which front. */
const LINKS = [
  'aws_autoscaling_attachment',
  'aws_lb_target_group_attachment',
  'aws_alb_target_group_attachment',
  'aws_elb_attachment',
];

export const READ_FOR_TARGETS = [...FRONTS, ...POOLS, ...LINKS];

/** Target groups and classic load balancers with what stands behind them, and what stands behind none. */
export function targetsOf(all: readonly Resource[], draft: Draft): void {
  const of = (types: readonly string[]) => all.filter(({ type }) => types.includes(type));
  const [fronts, pools, links] = [of(FRONTS), of(POOLS), of(LINKS)];
  const behind = new Map(fronts.map((front) => [front, pools.filter((pool) => isBehind(front, pool, links))]));
  const free = pools.filter((pool) => ![...behind.values()].flat().includes(pool));
  // A plan knows no addresses yet, so it does not say which is whose; with one of each there is no doubt.
  const [front] = fronts;
  const isPlain =
    fronts.length === 1 && behind.get(front)!.length === 0 && new Set(free.map(({ type }) => type)).size === 1;
  if (isPlain && (free.length === 1 || free[0].type === 'aws_instance')) behind.set(front, free.splice(0));
  for (const [each, found] of behind) draft.services.push(served(each, found, draft));
  for (const pool of free) draft.services.push(alone(pool, draft));
}

function isBehind(front: Resource, pool: Resource, links: readonly Resource[]): boolean {
  const names = (tree: Tree | undefined, { type, name }: Resource) =>
    tree !== undefined && textsIn(tree).some((text) => new RegExp(`\\b${type}\\.${name}(?![\\w-])`).test(text));
  const own = ['target_group_arns', 'load_balancers', 'load_balancer'].map((key) => pool.values.at(key));
  if (own.some((tree) => names(tree, front)) || names(front.values.at('instances'), pool)) return true;
  return links.some(({ values }) => names(values, front) && names(values, pool));
}

const textsIn = (tree: Tree): string[] =>
  tree.scalar === null ? tree.entries().flatMap(([, each]) => textsIn(each)) : [String(tree.scalar)];

/** How many a pool runs, and where that stands; null: nobody says. */
function sizeOf({ type, values, from }: Resource): { readonly count: number; readonly from: string } | null {
  const keys = {
    aws_autoscaling_group: ['desired_capacity', 'min_size'],
    aws_ecs_service: ['desired_count'],
    aws_instance: ['count'],
  };
  for (const key of keys[type as keyof typeof keys]) {
    const count = values.number(key);
    if (count !== undefined && Number.isInteger(count) && count > 0) return { count, from: `${from} ${key}` };
  }
  const isOne =
    type !== 'aws_autoscaling_group' && keys[type as keyof typeof keys].every((key) => values.at(key) === undefined);
  return isOne ? { count: 1, from: `${from} one, as it does not say how many` } : null;
}

function members(name: string, pools: readonly Resource[], what: string, draft: Draft) {
  const sizes = pools.map(sizeOf);
  const known = sizes.filter((each) => each !== null);
  if (known.length > 0 && known.length === sizes.length) {
    const count = known.reduce((sum, each) => sum + each.count, 0);
    return { key: 'replicas', value: String(count), from: [...new Set(known.map(({ from }) => from))].join(', ') };
  }
  const value = ask(draft, `${name}_members`, '2', `How many ${what} does ${name} have?`, 'a guess: two');
  return { key: 'replicas', value, from: 'a question' };
}

function required(name: string, what: string, draft: Draft) {
  const value = ask(draft, `${name}_required`, '1', `How many of ${name}'s ${what} carry the load?`, 'a guess: one');
  return { key: 'required', value, from: 'a question' };
}

const SPREAD = { key: 'across', value: 'zone', from: 'an assumption: its targets stand in several zones' };

function served({ type, name, from, values }: Resource, pools: readonly Resource[], draft: Draft): DraftService {
  const check = values.at('health_check.0');
  const get = (key: string, otherwise: number) => check?.number(key) ?? otherwise;
  // Where nothing is said Terraform takes 3 and 3, and without such a block AWS what it takes by itself.
  const unsaid = type === 'aws_elb' ? { healthy: 10, unhealthy: 2 } : { healthy: 5, unhealthy: 2 };
  const usual = check === undefined ? unsaid : { healthy: 3, unhealthy: 3 };
  const times = `interval: ${get('interval', 30)} s, timeout: ${get('timeout', 5)} s`;
  const thresholds =
    `unhealthy-threshold: ${get('unhealthy_threshold', usual.unhealthy)}, ` +
    `healthy-threshold: ${get('healthy_threshold', usual.healthy)}`;
  const delay = values.number('deregistration_delay');
  if (delay !== undefined)
    draft.left.push({
      from,
      text: `${name}: deregistration_delay ${delay} s: of planned work, which a plan does not know`,
    });
  return {
    ...{ name: nameOf(name), from: `${from} (${type === 'aws_elb' ? 'load balancer' : 'target group'})` },
    ...{ kind: 'server', needs: [] },
    settings: [
      members(name, pools, 'targets', draft),
      required(name, 'targets', draft),
      SPREAD,
      { key: 'health-check', value: `{ ${times}, ${thresholds} }`, from: `${from} health_check` },
    ],
  };
}

function alone(pool: Resource, draft: Draft): DraftService {
  const { type, name, from } = pool;
  const what = type === 'aws_ecs_service' ? 'tasks' : 'instances';
  const replicas = members(name, [pool], what, draft);
  const isOne = replicas.value === '1';
  return {
    ...{ name: nameOf(name), from: `${from} (${type})`, kind: 'server', needs: [] },
    settings: [replicas, ...(isOne ? [] : [required(name, what, draft), SPREAD])],
  };
}
