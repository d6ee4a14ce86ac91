import { ask, type Draft, nameOf } from './draft.ts';
import { leave } from './kubernetes.ts';
import type { Tree } from './tree.ts';

const STORES = ['etcd3', 'etcd', 'consul', 'zookeeper', 'raft'] as const;

export function isPatroni(tree: Tree): boolean {
  return tree.at('bootstrap.dcs') !== undefined || (tree.at('ttl') !== undefined && tree.at('loop_wait') !== undefined);
}

/**
 * A Patroni file, with its documentation's defaults (ttl 30 s, loop_wait 10 s, maximum_lag_on_failover 1 MiB). The
 * leader's key was renewed up to a loop before it died, and expires a ttl after that: U(ttl − loop_wait, ttl).
 */
export function readPatroni(tree: Tree, file: string, draft: Draft): void {
  const settings = tree.at('bootstrap.dcs') ?? tree;
  const name = nameOf(tree.text('scope') ?? 'db');
  const at = (key: string) => `${file}:${settings.at(key)?.line ?? settings.line} ${key}`;
  const ttl = settings.number('ttl') ?? 30;
  const loop = settings.number('loop_wait') ?? 10;
  settings.at('retry_timeout');
  const store = STORES.find((each) => tree.at(each) !== undefined);
  const storeName = store === 'etcd3' ? 'etcd' : (store ?? 'etcd');
  const hosts =
    store === undefined ? [] : (tree.text(`${store}.hosts`)?.split(',') ?? hostsOf(tree.at(`${store}.hosts`)));
  const members = ask(draft, `${name}_members`, '2', `How many members does ${name} have?`, 'a guess: two');
  const promote = ask(
    draft,
    `${name}_promote`,
    '10 s',
    `How long does a promotion of ${name} take?`,
    'a guess, of the order of a loop',
  );
  const lag = settings.number('maximum_lag_on_failover') ?? 1_048_576;
  const rate = ask(draft, `${name}_wal_rate`, '100 kB/s', `How fast is ${name} written to?`, 'a guess');
  const isSync = settings.text('synchronous_mode') === 'true';
  const typical = ask(draft, `${name}_lag`, '1 s', `How far behind is a standby of ${name} usually?`, 'a guess');
  draft.services.push({
    ...{ name, from: `${file}:${tree.line} (Patroni)`, kind: 'database', needs: [] },
    settings: [
      { key: 'replicas', value: members, from: 'a question' },
      { key: 'across', value: 'zone', from: 'an assumption: a member in each zone' },
      { key: 'mode', value: 'active-passive', from: `${file}:${tree.line}` },
      { key: 'standby', value: 'hot', from: `${file}:${tree.line}` },
      {
        key: 'replication',
        value: isSync ? '{ mode: sync }' : `{ mode: async, lag: ${typical}, max-lag: ${lag} B / ${rate} }`,
        from: isSync ? at('synchronous_mode') : `${at('maximum_lag_on_failover')}: ${lag} bytes`,
      },
      {
        key: 'failover',
        value:
          `{ detect: 'uniform(${Math.max(0, ttl - loop)} s, ${ttl} s)', promote: ${promote}, ` +
          `needs: [${storeName}], demote-after: ${ttl} s }`,
        from: `${at('ttl')} ${ttl}, loop_wait ${loop}`,
      },
    ],
  });
  const voters =
    hosts.length > 0
      ? String(hosts.length)
      : ask(draft, `${storeName}_members`, '3', `How many members does ${storeName} have?`, 'three, as etcd advises');
  draft.services.push({
    ...{
      name: storeName,
      from: `${file}:${tree.at(store ?? '')?.line ?? tree.line} (${storeName})`,
      kind: 'lock',
      needs: [],
    },
    settings: [
      {
        key: 'replicas',
        value: voters,
        from: hosts.length > 0 ? `${file}:${tree.at(store!)!.line} hosts` : 'a question',
      },
      { key: 'across', value: 'zone', from: 'an assumption: a member in each zone' },
      { key: 'mode', value: 'quorum', from: `${file}:${tree.line}` },
    ],
  });
  leave(tree, `Patroni ${name}`, file, draft);
}

const hostsOf = (tree: Tree | undefined) => tree?.entries().map(([, each]) => String(each.scalar)) ?? [];
