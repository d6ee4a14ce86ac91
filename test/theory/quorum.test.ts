import { test } from 'vitest';
import { solveChain } from './chain.ts';
import { expectExact, expectTells, live } from './harness.ts';

test('a quorum that loses its leader serves again after an election: the chain of three members', () => {
  const fail = 1 / 240;
  const repair = 1 / 24;
  const elect = 1 / 2;
  interface Members {
    readonly leader: boolean;
    /** Members up beside the leader. */
    readonly others: number;
  }
  const solved = solveChain<Members>({ leader: true, others: 2 }, ({ leader, others }) => {
    const up = others + (leader ? 1 : 0);
    const moves: [number, Members][] = [];
    if (leader) moves.push([fail, { leader: false, others }]);
    if (others > 0) moves.push([others * fail, { leader, others: others - 1 }]);
    if (up < 3) moves.push([(3 - up) * repair, { leader, others: others + 1 }]);
    // Only a majority elects; a leader that outlives the loss of the majority leads on.
    if (!leader && up >= 2) moves.push([elect, { leader: true, others: others - 1 }]);
    return moves;
  });
  const { availability, incidents } = live(
    `components: { etcd: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }
services: { etcd: { component: etcd, replicas: 3, mode: quorum, elect: exponential(2 h) } }
entry: etcd`,
    { replications: 500, years: 10 },
  );
  const serves = (s: Members) => s.leader && s.others >= 1;
  const exact = solved.share(serves);
  expectExact(availability, exact);
  expectTells(availability, exact, 0.02);
  expectExact(incidents.perYear, solved.entries((s) => !serves(s)) * 8766);
});
