import type { Engine } from '../../src/engine/engine.ts';
import { isDue } from '../../src/engine/heap.ts';

type Claim = (holds: boolean, what: string | (() => string)) => void;

/** Who leads which shard, whose copies are there, and what is answered of it. */
export function checkShards(e: Engine, service: number, members: readonly number[], claim: Claim): void {
  const { program: p, state: s } = e;
  let out = 0;
  for (const shard of members) {
    const copies = [...p.shardHolders.subarray(p.shardHolderOffsets[shard], p.shardHolderOffsets[shard + 1])];
    const name = `shard ${shard}`;
    const lost = copies.filter((m) => s.holds[m] > 0).length;
    claim(s.shardLost[shard] === lost, () => `${name}: ${s.shardLost[shard]} copies do not work, counted ${lost}`);
    claim(new Set(copies).size === copies.length, () => `${name}: its copies are on different members`);
    if (copies.length === 0) continue;
    const leader = s.shardLeader[shard];
    const enough = copies.length - lost >= p.serviceRequired[service];
    claim(leader < 0 || s.holds[copies[leader]] === 0, () => `${name}: its leader works`);
    claim(isDue(e, e.slots.member + shard) === (enough && leader < 0), () => `${name}: an election runs`);
    claim((s.shardStopped[shard] === 0) === (enough && leader >= 0), () => `${name} is answered or not`);
    if (s.shardStopped[shard] === 1) out += p.shardCount[shard];
    if (p.serviceHoldsData[service] === 0) continue;
    const empty = (m: number) => s.shardEmpty[p.shardHolderOffsets[shard] + copies.indexOf(m)] === 1;
    const atWork = copies.filter((m) => s.holds[m] === 0);
    claim(atWork.every(empty) || !atWork.some(empty), () => `${name}: of the copies that work some have data and do not heal the others`);
    claim(atWork.length === 0 || !copies.every(empty), () => `${name}: somebody works and nothing begins anew`);
  }
  claim(s.shardsOut[service] === out, () => `service ${service}: ${s.shardsOut[service]} shards are not answered, counted ${out}`);
  claim(s.ownShare[service] === (p.serviceShards[service] - out) / p.serviceShards[service], () => `service ${service}: its share`);
}
