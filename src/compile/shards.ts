import type { Domain, Model, Service, Shards } from '../model/model.ts';
import { packRows } from './csr.ts';
import type { Program } from './program.ts';

/** Of a large fleet only so many members are looked at for the next copy. */
const LOOK_AHEAD = 1_000;

/** Who holds the shards of services that have any. @param firstMember [service] */
export function compileShards({ services, domains }: Model, firstMember: readonly number[]) {
  const isSharded = services.some(({ shards }) => shards !== null);
  const members = isSharded ? firstMember[services.length] : 0;
  const counts = new Int32Array(members);
  const holders: number[][] = Array.from({ length: members }, () => []);
  const held: number[][] = Array.from({ length: members }, () => []);
  services.forEach(({ placement, shards }, service) => {
    if (shards === null) return;
    const first = firstMember[service];
    holdersOf(placement, shards, domains).forEach((row, i) => {
      counts[first + i] = Math.ceil((shards.count - i) / placement.length);
      holders[first + i] = row.map((member) => first + member);
      for (const member of row) held[first + member].push(first + i);
    });
  });
  const holderRows = packRows(holders);
  const heldRows = packRows(held);
  return {
    shardCount: counts,
    shardHolderOffsets: holderRows.offsets,
    shardHolders: holderRows.list,
    heldOffsets: heldRows.offsets,
    held: heldRows.list,
    serviceShards: Int32Array.from(services, ({ shards }) => shards?.count ?? 0),
  } satisfies Partial<Program>;
}

/**
 * Shard by shard round robin along the members: the first copy of shard i lies on member i, and each further one on the
 * next that shares the fewest domains with those that have one (as Cassandra's NetworkTopologyStrategy walks its ring).
 * Beyond as many shards as members they are the same again.
 * @returns [shard] its holders, by their numbers in the service, first copy first
 */
export function holdersOf(
  placement: Service['placement'],
  { count, copies }: Shards,
  domains: readonly Pick<Domain, 'parent'>[],
): number[][] {
  const members = placement.length;
  const around = placement.map((domain) => {
    const all = new Set<number>();
    for (let d = domain; d >= 0; d = domains[d].parent) all.add(d);
    return all;
  });
  const everywhere = [...(around[0] ?? [])].filter((d) => around.every((each) => each.has(d))).length;
  const sharedBy = (a: number, b: number) => [...around[a]].filter((d) => around[b].has(d)).length;
  return Array.from({ length: Math.min(members, count) }, (_, shard) => {
    const row = [shard];
    while (row.length < copies) {
      let best = -1;
      let fewest = Infinity;
      // None shares less than what all members have around them.
      for (let i = 1; i < members && i <= LOOK_AHEAD + copies && fewest > everywhere * row.length; i++) {
        const next = (shard + i) % members;
        if (row.includes(next)) continue;
        const shared = row.reduce((sum, holder) => sum + sharedBy(holder, next), 0);
        if (shared >= fewest) continue;
        [best, fewest] = [next, shared];
      }
      row.push(best);
    }
    return row;
  });
}
