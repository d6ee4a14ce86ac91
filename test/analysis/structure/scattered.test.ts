import { expect, test } from 'vitest';
import { cutSets, cutSetsByOrder, importance, singlePoints } from '../../../src/analysis/structure/index.ts';
import { parseModel } from '../../../src/model/index.ts';

const [SERVICES, ZONES] = [40, 30];

/** Each service needs the next one and has three replicas, two of them required, in three zones of its own choice. */
function zonesOf(service: number): number[] {
  const rank = (zone: number) => ((zone + 1) * (zone + 5) * (service + 3) * 7919) % 10007;
  return Array.from({ length: ZONES }, (_, zone) => zone)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 3);
}

const model = parseModel(`nines: 1
name: scattered
domains:
${Array.from({ length: ZONES }, (_, zone) => `  z${zone}: { kind: zone, failures: { out: { mtbf: 1 year, mttr: 1 h } } }`).join('\n')}
components:
  node: { failures: { crash: { mtbf: 30 days, mttr: 1 h } } }
services:
${Array.from({ length: SERVICES }, (_, i) => {
  const needs = i + 1 < SERVICES ? `needs: [s${i + 1}], ` : '';
  const zones = zonesOf(i).map((zone) => `z${zone}`);
  return `  s${i}: { component: node, replicas: 3, required: 2, ${needs}in: [${zones.join(', ')}], across: zone }`;
}).join('\n')}
entry: s0
`);

test('forty services over zones that each shares with others are too much for a diagram, and have all their pairs', () => {
  const pairs = new Set<string>();
  for (let service = 0; service < SERVICES; service++) {
    const zones = zonesOf(service);
    expect(new Set(zones).size).toBe(3);
    for (const [a, b] of [[0, 1], [0, 2], [1, 2]]) pairs.add([zones[a], zones[b]].sort((x, y) => x - y).join());
  }
  expect(importance(model)).toEqual([]);
  expect(singlePoints(model)).toEqual([]);
  // Of each service two replicas, or one and the zone of another; and two zones in which some service has replicas.
  expect(cutSetsByOrder(model)).toEqual([0, SERVICES * (3 + 6) + pairs.size]);
  expect(cutSets(model).every(({ causes }) => causes.length === 2)).toBe(true);
});
