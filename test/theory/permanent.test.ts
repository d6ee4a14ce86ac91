import { describe, expect, test } from 'vitest';
import { exactly } from '../../src/analysis/exact/exact.ts';
import { parseModel } from '../../src/model/index.ts';
import { solveChain } from './chain.ts';
import { choose, expectExact, expectTells, live } from './harness.ts';

/** Per hour. Disks that fail with their data, and are replaced. */
const FAIL = 1 / 240;
const REPAIR = 1 / 24;
const REBUILD = 1 / 12;
const UP = REPAIR / (FAIL + REPAIR);
const DISK = 'components: { disk: { failures: { crash: { mtbf: 240 h, mttr: 24 h, data: lost } } } }';
const HOURS = 8766;

/** Losses a year without any sampling; null: they cannot be calculated. */
const calculated = (text: string) => exactly(parseModel(`nines: 1\nname: theory\n${text}`)).dataLoss?.permanentPerYear ?? null;

describe('copies that heal at once: a birth–death process, lost for good as the last one goes', () => {
  for (const copies of [2, 3]) {
    test(`active-active, ${copies} copies`, () => {
      const solved = solveChain(copies, (up) => {
        const moves: [number, number][] = [];
        if (up > 0) moves.push([up * FAIL, up - 1]);
        if (up < copies) moves.push([(copies - up) * REPAIR, up + 1]);
        return moves;
      });
      const text = `${DISK}\nservices: { store: { component: disk, replicas: ${copies} } }\nentry: store`;
      const { dataLoss } = live(text, { replications: copies === 2 ? 300 : 1_000, years: 10 });
      const exact = solved.entries((up) => up === 0) * HOURS;
      expectExact(dataLoss.permanentPerYear, exact);
      expect(calculated(text)! / exact).toBeCloseTo(1, 10);
    });
  }

  for (const members of [3, 5]) {
    test(`a quorum of ${members}: lost with the majority`, () => {
      const majority = (members + 1) / 2;
      const text = `${DISK}\nservices: { store: { component: disk, replicas: ${members}, mode: quorum } }\nentry: store`;
      const { dataLoss } = live(text, { replications: 500, years: 10 });
      // One of the last that make up a majority goes.
      const exact = choose(members, majority) * UP ** majority * (1 - UP) ** (members - majority) * majority * FAIL * HOURS;
      expectExact(dataLoss.permanentPerYear, exact);
      expect(calculated(text)! / exact).toBeCloseTo(1, 10);
    });
  }
});

describe('an active and standbys that copy its data anew: lost for good if it fails before one has them', () => {
  interface Disks {
    /** Standbys that have all the data; that are being rebuilt; members that are down. */
    readonly ready: number;
    readonly rebuilding: number;
    readonly down: number;
    /** Nobody is left. */
    readonly out: boolean;
  }
  const chain = (members: number) =>
    solveChain<Disks>({ ready: members - 1, rebuilding: 0, down: 0, out: false }, ({ ready, rebuilding, down, out }) => {
      if (out) return [[members * REPAIR, { ready: 0, rebuilding: 0, down: members - 1, out: false }]];
      const moves: [number, Disks][] = [];
      if (ready > 0) moves.push([(ready + 1) * FAIL, { ready: ready - 1, rebuilding, down: down + 1, out }]);
      // One of those being rebuilt begins anew with nothing, and so do the others.
      else if (rebuilding > 0) moves.push([FAIL, { ready: rebuilding - 1, rebuilding: 0, down: down + 1, out }]);
      else moves.push([FAIL, { ready, rebuilding, down, out: true }]);
      if (rebuilding > 0) {
        moves.push([rebuilding * FAIL, { ready, rebuilding: rebuilding - 1, down: down + 1, out }]);
        moves.push([rebuilding * REBUILD, { ready: ready + 1, rebuilding: rebuilding - 1, down, out }]);
      }
      if (down > 0) moves.push([down * REPAIR, { ready, rebuilding: rebuilding + 1, down: down - 1, out }]);
      return moves;
    });

  for (const replicas of [2, 3]) {
    for (const mode of ['sync', 'async']) {
      test(`${replicas} replicas, ${mode}`, () => {
        const solved = chain(replicas);
        const text = `${DISK}
services: { db: { component: disk, replicas: ${replicas}, mode: active-passive, replication: { mode: ${mode}${mode === 'async' ? ', lag: 10 s' : ''} }, failover: { rebuild: exponential(12 h) } } }
entry: db`;
        const { dataLoss, availability } = live(text, { replications: replicas === 2 ? 200 : 400, years: 10 });
        const losses = FAIL * solved.share(({ ready, out }) => ready === 0 && !out) * HOURS;
        expectExact(dataLoss.permanentPerYear, losses);
        // Which of three copies is the newest asks for how long each was away.
        if (replicas === 2) expect(calculated(text)! / losses).toBeCloseTo(1, 8);
        else expect(calculated(text)).toBeNull();
        const exact = 1 - solved.share(({ out }) => out);
        expectExact(availability, exact);
        expectTells(availability, exact, 0.1);
        // Beginning anew with nothing loses nothing more; a standby that is promoted has all but the lag.
        const lag = mode === 'async' ? 10 : 0;
        const perYear = FAIL * solved.share(({ ready, out }) => ready > 0 && !out) * HOURS * lag;
        if (lag > 0) expectExact(dataLoss.restorablePerYear, perYear);
        else expect(dataLoss.restorablePerYear.mean).toBe(0);
      });
    }
  }

  test('with backups instead nothing is lost for good, and all else is the same', () => {
    const solved = chain(2);
    const { dataLoss, availability } = live(
      `${DISK}
services: { db: { component: disk, replicas: 2, mode: active-passive, data: { size: 1 GB }, backup: { full: 1 h, restore-rate: 1000 TB/s }, replication: { mode: sync }, failover: { rebuild: exponential(12 h) } } }
entry: db`,
      { replications: 300, years: 10 },
    );
    expect(dataLoss.permanentPerYear.mean).toBe(0);
    expectExact(availability, 1 - solved.share(({ out }) => out));
    // Half an hour each time; a fraction in a thousand fails so soon after the last one that it is less.
    const losses = FAIL * solved.share(({ ready, out }) => ready === 0 && !out) * HOURS;
    expectExact(dataLoss.restorablePerYear, losses * 1800);
  });
});
