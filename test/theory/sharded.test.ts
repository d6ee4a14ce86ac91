import { expect, test } from 'vitest';
import { refusedBy } from '../../src/analysis/theorems.ts';
import { parseModel } from '../../src/model/index.ts';
import { solveChain } from './chain.ts';
import { expectExact, expectTells, live } from './harness.ts';

const BROKERS = 9;
const SHARDS = 12;
const UP = 0.8;

/** [shard] its three brokers: round robin along the brokers, which stand in three zones in turn. */
const HOLDERS = Array.from({ length: SHARDS }, (_, shard) => [0, 1, 2].map((copy) => (shard + copy) % BROKERS));

/** Every set of brokers that may be up, with its chance and the share of shards that have so many copies. */
function subsets(required: number): { readonly chance: number; readonly served: number }[] {
  return Array.from({ length: 1 << BROKERS }, (_, set) => {
    const isUp = (broker: number) => (set >> broker) & 1;
    const up = HOLDERS.map((holders) => holders.reduce((sum, broker) => sum + isUp(broker), 0));
    const working = Array.from({ length: BROKERS }, (_, broker) => isUp(broker)).reduce((a, b) => a + b);
    return { chance: UP ** working * (1 - UP) ** (BROKERS - working), served: up.filter((copies) => copies >= required).length / SHARDS };
  });
}

test.each([1, 2, 3])('a log of nine brokers answers the shards of which %i of three copies work: all 512 sets of brokers', (required) => {
  const { availability } = live(
    `domains: { r: { kind: region, domains: { a: { kind: zone }, b: { kind: zone }, c: { kind: zone } } } }
components: { broker: { failures: { crash: { mtbf: 8 h, mttr: constant(2 h) } } } }
services: { log: { component: broker, replicas: ${BROKERS}, across: zone, mode: sharded, shards: ${SHARDS}, copies: 3, required: ${required} } }
sla: { error-rate: 20% }
entry: log`,
    { replications: 100, years: 1 },
  );
  const sets = subsets(required);
  const sum = (of: (served: number) => number) => sets.reduce((total, { chance, served }) => total + chance * of(served), 0);
  const requests = sum((served) => served);
  expectExact(availability.requests, requests);
  expectTells(availability.requests, requests, 0.02);
  expectExact(availability, sum((served) => (served >= 0.8 ? 1 : 0)));
});

test('a shard of three copies, two of which must work, elects its leaders as a quorum of three does: the chain', () => {
  const [fail, repair, elect] = [1 / 240, 1 / 24, 1 / 2];
  const solved = solveChain<{ readonly leader: boolean; readonly others: number }>({ leader: true, others: 2 }, ({ leader, others }) => {
    const up = others + (leader ? 1 : 0);
    return [
      ...(leader ? [[fail, { leader: false, others }] as const] : []),
      ...(others > 0 ? [[others * fail, { leader, others: others - 1 }] as const] : []),
      ...(up < 3 ? [[(3 - up) * repair, { leader, others: others + 1 }] as const] : []),
      ...(!leader && up >= 2 ? [[elect, { leader: true, others: others - 1 }] as const] : []),
    ].map(([rate, to]): [number, typeof to] => [rate, to]);
  });
  const { availability, incidents } = live(
    `components: { broker: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }
services: { log: { component: broker, replicas: 3, mode: sharded, shards: 1, copies: 3, required: 2, leader: true, elect: exponential(2 h) } }
entry: log`,
    { replications: 300, years: 10 },
  );
  const serves = (s: { readonly leader: boolean; readonly others: number }) => s.leader && s.others >= 1;
  const exact = solved.share(serves);
  expectExact(availability, exact);
  expectTells(availability, exact, 0.03);
  expectExact(incidents.perYear, solved.entries((s) => !serves(s)) * 8766);
});

test('a shard is lost for good when its second disk breaks before the first is back, and a disk of another shard does it no harm', () => {
  const [fail, repair] = [1 / 240, 1 / 24];
  // Members 0 and 1 hold the one shard, member 2 none of it.
  const solved = solveChain<number>(0, (down) => [
    ...(down < 2 ? [[(2 - down) * fail, down + 1] as [number, number]] : []),
    ...(down > 0 ? [[down * repair, down - 1] as [number, number]] : []),
  ]);
  const { dataLoss } = live(
    `components: { node: { failures: { disk: { mtbf: 240 h, mttr: 24 h, data: lost } } } }
services: { store: { component: node, replicas: 3, mode: sharded, shards: 1, copies: 2, data: { size: 1 GB, change-rate: 0 GB/day } } }
entry: store`,
    { replications: 200, years: 10 },
  );
  expectExact(dataLoss.permanentPerYear, solved.share((down) => down === 1) * fail * 8766);
  expect(dataLoss.permanentPerYear.mean).toBeGreaterThan(0);
});

test.each(['mode: sharded, copies: 2', 'load: 200%'])('the structure counts members, whichever they are and whatever they carry: %s is refused by name', (keys) => {
  const model = parseModel(`nines: 1\ncomponents: { node: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }\nservices: { store: { component: node, replicas: 3, ${keys} } }\n`);
  for (const theorem of ['structure function', 'chances of cut sets, and importance', 'exact value by independence', 'exact value by a Markov chain'] as const)
    expect(refusedBy(model, theorem)).toMatch(/^it uses '(sharded|load)', for which this was not proved$/);
});
