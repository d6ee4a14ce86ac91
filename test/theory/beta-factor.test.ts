import { describe, test } from 'vitest';
import { solveChain } from './chain.ts';
import { expectExact, expectTells, live } from './harness.ts';

/** Strikes an hour, repairs an hour, and the chance to be struck. */
const STRIKE = 1 / 500;
const REPAIR = 1 / 20;
const OWN = 10 / 310;

describe('a shock whose victims are repaired each by itself (the beta factor of IEC 61508)', () => {
  for (const probability of [1, 0.4])
    test(`is the chain of its victims, each struck with ${probability * 100}%, times what fails by itself`, () => {
      // Who is struck; a strike while somebody is still being repaired strikes the others.
      const struck = solveChain<readonly boolean[]>([false, false, false], (now) => [
        ...now.flatMap((is, i) => (is ? [[REPAIR, now.map((each, j) => (j === i ? false : each))] as const] : [])),
        ...Array.from({ length: 8 }, (_, who) => {
          const hit = now.map((_, i) => (who & (1 << i)) !== 0);
          const chance = hit.reduce((p, is) => p * (is ? probability : 1 - probability), 1);
          return [STRIKE * chance, now.map((is, i) => is || hit[i])] as const;
        }).filter(([rate]) => rate > 0),
      ]);
      // Down where fewer than two of three are up; each is down by itself with the chance 10 / 310 besides.
      let down = 0;
      for (const state of struck.states) {
        const up = state.map((is) => (is ? 0 : 1 - OWN));
        const none = up.reduce((p, a) => p * (1 - a), 1);
        const one = up.reduce((sum, a, i) => sum + up.reduce((p, b, j) => p * (j === i ? a : 1 - b), 1), 0);
        down += struck.share((s) => s === state) * (none + one);
      }
      const { availability } = live(
        `components: { c: { failures: { crash: { mtbf: 300 h, mttr: 10 h } } } }
services: { s: { component: c, replicas: 3, required: 2 } }
shocks: { common: { mtbf: 500 h, mttr: 20 h, hits: [s], probability: ${probability * 100}%, repair: each } }`,
        { replications: 60, years: 30 },
      );
      expectExact(availability, 1 - down);
      expectTells(availability, 1 - down, 0.03);
    });
});
