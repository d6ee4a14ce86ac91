import { expect, test } from 'vitest';
import { cutSets, entryUnavailability } from '../../src/analysis/structure/index.ts';
import { parseModel } from '../../src/model/index.ts';

/** Members and data centres are down for so much of the time, independently of each other. */
const MEMBER = 0.02;
const CENTRE = 0.005;

/** A quorum with so many votes in each data centre. */
const model = (votes: readonly number[]) =>
  parseModel(`nines: 1
name: votes
domains: { ${votes.map((_, dc) => `dc${dc}: { kind: dc, failures: { out: { availability: ${1 - CENTRE}, mttr: 1 h } } }`).join(', ')} }
components: { etcd: { failures: { crash: { availability: ${1 - MEMBER}, mttr: 1 h } } } }
services: { etcd: { component: etcd, replicas: ${votes.reduce((a, b) => a + b)}, mode: quorum, in: [${votes.flatMap((count, dc) => new Array<string>(count).fill(`dc${dc}`)).join(', ')}] } }`);

/** By adding up all states of all members and data centres. */
function enumerate(votes: readonly number[]): { down: number; aloneFatal: string[] } {
  const homes = votes.flatMap((count, dc) => new Array<number>(count).fill(dc));
  const all = homes.length + votes.length;
  const isDown = (mask: number) => homes.filter((dc, i) => ((mask >> i) & 1) === 0 && ((mask >> (homes.length + dc)) & 1) === 0).length <= homes.length / 2;
  let down = 0;
  for (let mask = 0; mask < 1 << all; mask++) {
    if (!isDown(mask)) continue;
    let chance = 1;
    for (let i = 0; i < all; i++) {
      const share = i < homes.length ? MEMBER : CENTRE;
      chance *= (mask >> i) & 1 ? share : 1 - share;
    }
    down += chance;
  }
  return { down, aloneFatal: votes.flatMap((_, dc) => (isDown(1 << (homes.length + dc)) ? [`dc${dc}`] : [])) };
}

test.each([
  ['2 + 1: the first data centre is a single point', [2, 1], ['dc0']],
  ['2 + 2 + 1: none is', [2, 2, 1], []],
  ['3 + 3: half is no majority, so that each is', [3, 3], ['dc0', 'dc1']],
  ['3 + 3 with a witness elsewhere: none is', [3, 3, 1], []],
])('the majority of %s, and the unavailability is that of all states added up', (_, votes, fatal) => {
  const { down, aloneFatal } = enumerate(votes);
  expect(aloneFatal).toEqual(fatal);
  const read = model(votes);
  expect(entryUnavailability(read)! / down).toBeCloseTo(1, 10);
  expect(cutSets(read).flatMap(({ causes }) => (causes.length === 1 ? causes : []))).toEqual(fatal);
});
