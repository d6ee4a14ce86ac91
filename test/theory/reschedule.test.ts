import { describe, expect, test } from 'vitest';
import { solveChain } from './chain.ts';
import { expectExact, expectTells, HOUR, live } from './harness.ts';

const ZONE = (name: string, more: string) => `      ${name}: { kind: zone, ${more} }`;
const FAILS = 'failures: { outage: { mtbf: 400 h, mttr: 4 h } }';
/** A pod in the first of three zones, which alone fails. */
const POD = (room: string, reschedule: string, restart = '0 s') => `domains:
  region:
    kind: region
    domains:
${[ZONE('a', FAILS), ZONE('b', `room: ${room}`), ZONE('c', `room: ${room}`)].join('\n')}
components: { pod: { restart: ${restart} } }
services: { web: { component: pod, in: region, across: zone, reschedule: { ${reschedule} } } }`;

describe('a single pod whose zone goes, as a renewal process', () => {
  const lives = { replications: 60, years: 10 };
  /** Hours of a cycle of the zone; of its outages the mean, the toleration and the boot together, the restart. */
  const [cycle, mean, moves, restart] = [404, 4, 1.5, 0.5];
  const down = restart + mean * (1 - Math.exp(-(moves - restart) / mean));

  test('is down until it has been started elsewhere, or its zone is back: E min(R + restart, after + start)', () => {
    const { availability, incidents, recoveryTime } = live(POD('unlimited', 'after: 1 h, start: 30 min', '30 min'), lives);
    expectExact(availability, 1 - down / cycle);
    expectTells(availability, 1 - down / cycle, 0.03);
    expect(incidents.byCause).toMatchObject([{ cause: 'a/outage' }]);
    // From an outage shorter than the toleration it restarts; of others all is rescheduling.
    const { rescheduling = 0, warmUp, repair } = recoveryTime.stages!;
    expect(rescheduling + warmUp + repair).toBeCloseTo(recoveryTime.mean!, 3);
    expect(warmUp).toBeGreaterThan(0);
    expect(rescheduling).toBeGreaterThan(warmUp);
    expect(repair).toBe(0);
  });

  test('waits for its zone where no other has room: E (R + restart)', () => {
    const { availability, recoveryTime } = live(POD('0', 'after: 1 h, start: 30 min', '30 min'), lives);
    expectExact(availability, 1 - (mean + restart) / cycle);
    expectTells(availability, 1 - (mean + restart) / cycle, 0.03);
    expect(recoveryTime.stages!.repair).toBeGreaterThan(HOUR);
  });

  test('goes back without an interruption: it is started there before it stops here', () => {
    const { availability } = live(POD('unlimited', 'after: 0 s, start: 30 min'), lives);
    // Started within the outage, or back with it.
    expectExact(availability, 1 - (mean * (1 - Math.exp(-0.5 / mean))) / cycle);
  });
});

test('of two pods one finds the room that there is for one', () => {
  const { availability } = live(
    `domains: { a: { kind: zone, failures: { outage: { mtbf: 400 h, mttr: constant(5 h) } } }, b: { kind: zone, room: 1 } }
components: { pod: {} }
services: { web: { component: pod, replicas: 2, in: a, below-required: degraded, required: 2, reschedule: { after: 1 h, start: 1 h } } }`,
    { replications: 60, years: 10 },
  );
  expectExact(availability.requests, 1 - (2 + 3 / 2) / 405);
  expectExact(availability.out, 2 / 405);
});

test('a pod between two zones that both fail: home, elsewhere and nowhere as a solved chain', () => {
  const [fails, mends, after, restart] = [1 / 60, 1 / 9, 1 / 2, 1 / 3];
  interface Pod {
    readonly a: boolean;
    readonly b: boolean;
    /** It is started at home, as its zone is back. */
    readonly returns: boolean;
    readonly stage: 'home' | 'waits' | 'looks' | 'starts' | 'away';
    /** It has been started in b, or was to be. */
    readonly there: boolean;
  }
  const settle = (pod: Pod): Pod => (pod.stage === 'looks' && pod.b && !pod.there ? { ...pod, stage: 'starts', there: true } : pod);
  const solved = solveChain<Pod>({ a: true, b: true, returns: false, stage: 'home', there: false }, (pod) => {
    const moves: [number, Pod][] = [];
    const move = (rate: number, to: Partial<Pod>) => moves.push([rate, settle({ ...pod, ...to })]);
    const { a, b, returns, stage, there } = pod;
    if (a) move(fails, { a: false, returns: false, stage: stage === 'home' ? 'waits' : stage });
    else move(mends, there ? { a: true, returns: true } : { a: true, returns: true, stage: 'home' });
    if (b) move(fails, { b: false, stage: there ? 'waits' : stage });
    else move(mends, { b: true, stage: there ? 'starts' : stage });
    // Whoever goes back from a place where it works takes the time of a start, which this model makes that of a restart.
    if (returns) move(restart, { returns: false, stage: 'home', there: false });
    if (stage === 'waits') move(after, { stage: 'looks' });
    // What restarts in b does so as slowly.
    if (stage === 'starts') move(restart, { stage: 'away' });
    return moves;
  });
  const { availability, incidents } = live(
    `domains:
  a: { kind: zone, failures: { outage: { mtbf: 60 h, mttr: 9 h } } }
  b: { kind: zone, failures: { outage: { mtbf: 60 h, mttr: 9 h } } }
components: { pod: { restart: exponential(3 h) } }
services: { web: { component: pod, in: a, reschedule: { after: exponential(2 h), start: exponential(3 h) } } }`,
    { replications: 100, years: 4 },
  );
  const serves = ({ a, returns, stage }: Pod) => stage === 'away' || (a && !returns);
  expectExact(availability, solved.share(serves));
  expectTells(availability, solved.share(serves), 0.02);
  expectExact(incidents.perYear, solved.entries((pod) => !serves(pod)) * 8766);
});

test("while most of a zone's nodes are down, and not all, nobody is moved: as Kubernetes' node controller stops, by a solved chain", () => {
  const [fails, mends] = [1 / 30, 1 / 10];
  interface Nodes {
    readonly own: boolean;
    /** Of the two others of the zone. */
    readonly others: number;
    readonly away: boolean;
  }
  const settle = (nodes: Nodes): Nodes => {
    const down = (nodes.own ? 0 : 1) + 2 - nodes.others;
    return { ...nodes, away: !nodes.own && (nodes.away || down < 2 || down === 3) };
  };
  const solved = solveChain<Nodes>({ own: true, others: 2, away: false }, (nodes) => {
    const { own, others } = nodes;
    const moves: [number, Nodes][] = [[own ? fails : mends, settle({ ...nodes, own: !own })]];
    if (others > 0) moves.push([others * fails, settle({ ...nodes, others: others - 1 })]);
    if (others < 2) moves.push([(2 - others) * mends, settle({ ...nodes, others: others + 1 })]);
    return moves;
  });
  const node = 'failures: { dies: { mtbf: 30 h, mttr: 10 h } }';
  const { availability, incidents } = live(
    `domains:
  a: { kind: zone, domains: { a1: { kind: node, ${node} }, a2: { kind: node, room: 0, ${node} }, a3: { kind: node, room: 0, ${node} } } }
  b: { kind: zone, domains: { b1: { kind: node } } }
components: { pod: {} }
services: { web: { component: pod, across: node, reschedule: { after: 0 s, halts-at: 55% } } }`,
    { replications: 60, years: 4 },
  );
  const serves = ({ own, away }: Nodes) => own || away;
  expectExact(availability, solved.share(serves));
  expectTells(availability, solved.share(serves), 0.02);
  expectExact(incidents.perYear, solved.entries((nodes) => !serves(nodes)) * 8766);
});
