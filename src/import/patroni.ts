import { ask, type Draft, type DraftService, nameOf } from './draft.ts';
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
  tree.at('name');
  if (isOneMore(name, file, draft)) {
    draft.left.push({
      from: `${file}:${tree.line}`,
      text: `Patroni ${name}: of this member only that there is one more`,
    });
    return;
  }
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
  const isSync = /^(true|on|quorum)$/.test(settings.text('synchronous_mode') ?? '');
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
  draft.services.push(lockOf(tree, file, { store, storeName, hosts }, draft));
  leave(tree, `Patroni ${name}`, file, draft);
}

/** What keeps the leader's key. */
function lockOf(
  tree: Tree,
  file: string,
  { store, storeName, hosts }: { store: string | undefined; storeName: string; hosts: readonly string[] },
  draft: Draft,
): DraftService {
  const voters =
    hosts.length > 0
      ? String(hosts.length)
      : ask(draft, `${storeName}_members`, '3', `How many members does ${storeName} have?`, 'three, as etcd advises');
  return {
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
  };
}

/** Each member has a file of its own, with the scope of all: so many files, so many members. */
function isOneMore(name: string, file: string, draft: Draft): boolean {
  const found = draft.services.find((each) => each.name === name && each.from.endsWith(' (Patroni)'));
  if (found === undefined) return false;
  const at = found.settings.findIndex(({ key }) => key === 'replicas');
  const { value, from } = found.settings[at];
  const isFirst = !/^\d+$/.test(value);
  const files = isFirst ? found.from.replace(/:\d+ \(Patroni\)$/, '') : from;
  found.settings[at] = { key: 'replicas', value: isFirst ? '2' : String(Number(value) + 1), from: `${files}, ${file}` };
  const asked = draft.questions.findIndex(({ parameter }) => parameter === value);
  if (asked >= 0) draft.questions.splice(asked, 1);
  return true;
}

const hostsOf = (tree: Tree | undefined) => tree?.entries().map(([, each]) => String(each.scalar)) ?? [];
