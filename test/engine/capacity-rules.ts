import type { Engine } from '../../src/engine/engine.ts';
import { MOVE } from '../../src/engine/state.ts';
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

/** Where sites have shares of all requests, no more is answered than reaches those that work. */
export function checkReaching({ program: p, state: s }: Engine, service: number, rotation: readonly number[], claim: Claim): void {
  if (p.siteRequests.length === 0 || p.serviceRetries[service] === 1 || p.memberCopy[p.serviceMembers[service]] < 0) return;
  const sum = (sites: readonly number[]) => sites.reduce((total, m) => total + p.siteRequests[m], 0);
  const works = rotation.filter((m) => s.holds[m] === 0);
  if (works.length === 0) claim(s.ownShare[service] === 0, () => `service ${service}: nobody works, and nothing is answered`);
  else if (sum(rotation) > 0) claim(s.ownShare[service] <= sum(works) / sum(rotation) + 1e-9, () => `service ${service} answers no more than reaches its sites`);
}

/** Who stands too much, and who has crashed. */
export function checkLoads(e: Engine, claim: Claim): void {
  const { program: p, state: s } = e;
  if (!e.hasLoad) return;
  claim(e.traffic === (p.trafficFrom.length === 0 ? 1 : shareAt(p, e.now)), () => `the traffic is ${e.traffic}`);
  for (let service = 0; service < p.counts.services; service++) {
    if (p.loadWorth[service] === 0) continue;
    const work = p.loadWorth[service] * e.traffic;
    const most = s.healthy[service] * p.loadAbove[service];
    const bearers = p.serviceRetries[service] === 1 ? s.healthy[service] : s.rotation[service];
    if (p.crashDraw[service] < 0) claim(s.ownShare[service] <= Math.max(0, most / work) + 1e-9, () => `service ${service} answers no more than it carries`);
    else {
      const isMuch = s.healthy[service] > 0 && work > bearers * p.loadAbove[service] * (1 + 1e-9);
      claim((s.isOverloaded[service] === 1) === isMuch, () => `service ${service} knows that it has too much to do`);
      for (let m = p.serviceMembers[service]; m < p.serviceMembers[service + 1]; m++) {
        const stands = isMuch && s.holds[m] === 0 && s.inRotation[m] === 1;
        claim(isDue(e, e.slots.overload + m) === (stands || s.crashed[m] === 1), () => `member ${m} stands an overload, or is down by one`);
      }
    }
  }
}

function shareAt({ trafficFrom, trafficShare }: Engine['program'], now: number): number {
  const time = ((now % 86_400) + 86_400) % 86_400;
  const steps = [...trafficFrom].map((from, i) => ({ from, share: trafficShare[i] }));
  return (steps.filter(({ from }) => from <= time).at(-1) ?? steps.at(-1)!).share;
}

/** Who is where, and may be there. */
export function checkMoves(e: Engine, claim: Claim): void {
  const { program: p, state: s } = e;
  if (!e.hasMoves) return;
  const isUp = (domain: number): boolean => domain < 0 || (s.domainDown[domain] === 0 && isUp(p.domainParent[domain]));
  const around = (domain: number): number[] => (domain < 0 ? [] : [domain, ...around(p.domainParent[domain])]);
  const guests = new Int32Array(p.counts.domains);
  let looking = 0;
  for (let m = 0; m < p.counts.members; m++) {
    const place = s.movedTo[m];
    const stage = s.moveStage[m];
    if (p.moveAfterDraw[p.memberService[m]] < 0) {
      claim(place < 0 && stage === MOVE.home, () => `member ${m} moves, and its service has not said so`);
      continue;
    }
    const home = around(p.memberDomain[m]);
    if (place >= 0) for (const domain of around(place)) if (!home.includes(domain)) guests[domain]++;
    const isAtHome = s.blocked[m] === 0 && s.restarting[m] === 0;
    claim(place < 0 || (p.domainKind[place] === p.domainKind[home[0]] && place !== home[0]), () => `member ${m} is in a domain of another kind`);
    claim(stage !== MOVE.home || place < 0, () => `member ${m} is at home and elsewhere`);
    claim(stage === MOVE.home || !isAtHome, () => `member ${m} is at home, and has not stopped elsewhere`);
    claim(s.blocked[m] === 0 || stage !== MOVE.home, () => `member ${m}: its home is down, and it goes nowhere`);
    const isThere = stage === MOVE.starts || stage === MOVE.away;
    claim(isThere === (place >= 0 && isUp(place)), () => `member ${m}: stage ${stage} in ${place}`);
    claim((s.isHomeless[m] === 0) === (isAtHome || stage === MOVE.away), () => `member ${m} works nowhere: ${s.isHomeless[m]}`);
    claim(isDue(e, e.slots.move + m) === (stage === MOVE.waits || stage === MOVE.starts), () => `member ${m}: stage ${stage} and its timer`);
    if (stage === MOVE.looks) looking++;
  }
  claim(e.movesWaiting === looking, () => `${e.movesWaiting} members look for a domain, counted ${looking}`);
  guests.forEach((count, domain) => {
    claim(s.guests[domain] === count, () => `domain ${domain} has ${s.guests[domain]} members from elsewhere, counted ${count}`);
    claim(count <= p.domainRoom[domain], () => `domain ${domain} takes ${count} members more than its own`);
  });
}
