import { ask, type Draft, nameOf } from './draft.ts';
import type { Resource } from './resource.ts';
import { READ_FOR_TARGETS, targetsOf } from './targets.ts';
import type { Tree } from './tree.ts';

export const isPlan = (tree: Tree): boolean =>
  tree.at('format_version') !== undefined && tree.at('planned_values') !== undefined;

/**
 * A Terraform plan as `terraform show -json` prints it. Only the attributes that are named here are looked at, and
 * nothing else is kept or told of: plans hold secrets.
 */
export function readPlan(tree: Tree, file: string, draft: Draft): void {
  readResources(resourcesOf(tree.at('planned_values.root_module'), file), draft);
}

/** The resources of a plan, or of `.tf` files. */
export function readResources(all: readonly Resource[], draft: Draft): void {
  const of = (...types: string[]) => all.filter(({ type }) => types.includes(type));
  targetsOf(all, draft);
  failoverRecords(of('aws_route53_record'), of('aws_route53_health_check'), draft);
  for (const each of of('aws_db_instance')) database(each, draft);
  for (const { type, name, from } of all)
    if (!KNOWN.has(type)) draft.left.push({ from, text: `${type}.${name}: its type is not read` });
}

const KNOWN: ReadonlySet<string> = new Set([
  ...READ_FOR_TARGETS,
  ...['aws_route53_record', 'aws_route53_health_check', 'aws_db_instance'],
]);

function database({ name, from, values }: Resource, draft: Draft): void {
  const isPair = values.text('multi_az') === 'true';
  const size = values.number('allocated_storage');
  const settings = [{ key: 'replicas', value: isPair ? '2' : '1', from: `${from} multi_az` }];
  if (isPair) {
    const source = 'Amazon RDS user guide: typically 60 to 120 s';
    const question = `How long does a failover of ${name} take?`;
    const promote = ask(draft, `${name}_promote`, 'uniform(60 s, 120 s)', question, source);
    settings.push(
      { key: 'across', value: 'zone', from: `${from} multi_az` },
      { key: 'mode', value: 'active-passive', from: `${from} multi_az` },
      { key: 'replication', value: '{ mode: sync }', from: `${from} multi_az` },
      { key: 'failover', value: `{ promote: ${promote} }`, from: 'a question' },
    );
  }
  if (size !== undefined && size > 0)
    settings.push({ key: 'data', value: `{ size: ${size} GB }`, from: `${from} allocated_storage` });
  draft.services.push({ ...{ name: nameOf(name), from: `${from} (RDS)`, kind: 'database', needs: [] }, settings });
}

/** A pair of records, PRIMARY and SECONDARY, is one service that fails over by DNS. */
function failoverRecords(records: readonly Resource[], checks: readonly Resource[], draft: Draft): void {
  const pairs = new Map<string, Resource[]>();
  for (const record of records) {
    const type = record.values.text('failover_routing_policy.0.type');
    const name = nameOf(record.values.text('name') ?? record.name);
    if (type === undefined)
      draft.left.push({
        from: record.from,
        text: `record ${record.name}: no failover policy, so nothing fails over by it`,
      });
    else pairs.set(name, [...(pairs.get(name) ?? []), record]);
  }
  for (const [name, [first, ...others]] of pairs) {
    const check = checks.find((each) => isOf(each, first)) ?? checks.at(0);
    const ttl = first.values.number('ttl') ?? 60;
    const interval = check?.values.number('request_interval') ?? 30;
    const threshold = check?.values.number('failure_threshold') ?? 3;
    draft.services.push({
      ...{ name, from: `${first.from} (Route 53 failover)`, kind: 'server', needs: [] },
      settings: [
        { key: 'replicas', value: String(1 + others.length), from: `${first.from} its records` },
        { key: 'mode', value: 'active-passive', from: `${first.from} failover_routing_policy` },
        { key: 'standby', value: 'hot', from: 'an assumption: the secondary is ready' },
        {
          key: 'health-check',
          value: `{ interval: ${interval} s, unhealthy-threshold: ${threshold} }`,
          from: `${check?.from ?? first.from} request_interval ${interval}, failure_threshold ${threshold}`,
        },
        {
          key: 'failover',
          value: `{ promote: 0 s, redirect: { dns-ttl: ${ttl} s } }`,
          from: `${first.from} ttl ${ttl}`,
        },
      ],
    });
  }
}

/** In a file a record says which check is its own; a plan has an identifier that nothing else has yet. */
const isOf = (check: Resource, { values }: Resource) =>
  values.text('health_check_id')?.includes(`${check.type}.${check.name}.`) === true;

function resourcesOf(module: Tree | undefined, file: string): Resource[] {
  if (module === undefined) return [];
  const own = (module.at('resources')?.entries() ?? []).map(([, each]) => ({
    type: each.text('type') ?? '',
    name: `${each.text('name') ?? ''}`,
    from: `${file}:${each.line}`,
    values: each.at('values') ?? each,
  }));
  return [...own, ...(module.at('child_modules')?.entries() ?? []).flatMap(([, child]) => resourcesOf(child, file))];
}
