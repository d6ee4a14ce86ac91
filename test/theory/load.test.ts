import { test } from 'vitest';
import { solveChain } from './chain.ts';
import { expectExact, expectTells, live } from './harness.ts';

/** Chance that so many of n are up. */
function binomial(n: number, up: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways *= (n - i) / (i + 1);
  return ways * up ** k * (1 - up) ** (n - k);
}

test('what is asked by the hour is answered by those who carry it: k of n with k by the hour, in closed form', () => {
  const [replicas, up] = [5, 0.8];
  // Of four members' worth: two for eight hours of the day, four for twelve, three for four.
  const hours = [[8, 2], [12, 4], [4, 3]] as const;
  const { availability } = live(
    `components: { server: { failures: { crash: { mtbf: 8 h, mttr: constant(2 h) } } } }
services: { web: { component: server, replicas: ${replicas}, load: 400% } }
traffic: { daily: { 00:00: 50%, 08:00: 100%, 20:00: 75% } }
entry: web`,
    { replications: 100, years: 1 },
  );
  const mean = (of: (healthy: number, work: number) => number) =>
    hours.reduce((sum, [length, work]) => sum + (length / 24) * Array.from({ length: replicas + 1 }, (_, k) => binomial(replicas, up, k) * of(k, work)).reduce((a, b) => a + b), 0);
  const requests = mean((healthy, work) => Math.min(1, healthy / work));
  expectExact(availability.requests, requests);
  expectTells(availability.requests, requests, 0.03);
  expectExact(availability, mean((healthy, work) => (healthy >= work ? 1 : 0)));
});

test('three servers that crash under what one of them leaves behind: the cascade as a solved chain', () => {
  const [fails, repaired, crashes, back] = [1 / 100, 1 / 10, 1 / 4, 1 / 2];
  interface Servers {
    readonly up: number;
    /** Crashed under the load; broken; both at once. */
    readonly crashed: number;
    readonly broken: number;
    readonly both: number;
  }
  const solved = solveChain<Servers>({ up: 3, crashed: 0, broken: 0, both: 0 }, ({ up, crashed, broken, both }) => {
    const moves: [number, Servers][] = [];
    const move = (rate: number, to: Partial<Servers>) => {
      if (rate > 0) moves.push([rate, { up, crashed, broken, both, ...to }]);
    };
    move(up * fails, { up: up - 1, broken: broken + 1 });
    move(crashed * fails, { crashed: crashed - 1, both: both + 1 });
    move(broken * repaired, { broken: broken - 1, up: up + 1 });
    move(both * repaired, { both: both - 1, crashed: crashed + 1 });
    // Two members' worth and a half: two of them have too much, and so has one.
    if (up < 3) move(up * crashes, { up: up - 1, crashed: crashed + 1 });
    move(crashed * back, { crashed: crashed - 1, up: up + 1 });
    move(both * back, { both: both - 1, broken: broken + 1 });
    return moves;
  });
  const { availability, incidents } = live(
    `components: { server: { failures: { crash: { mtbf: 100 h, mttr: 10 h } }, restart: exponential(2 h) } }
services: { web: { component: server, replicas: 3, required: 2, load: 250%, overload: { then: crash, after: exponential(4 h) } } }
entry: web`,
    { replications: 300, years: 2 },
  );
  const serves = ({ up }: Servers) => up >= 2;
  expectExact(availability, solved.share(serves));
  expectTells(availability, solved.share(serves), 0.03);
  expectExact(incidents.perYear, solved.entries((s) => !serves(s)) * 8766);
});
