import { describe, expect, test } from 'vitest';
import { markovAvailability } from '../../../src/analysis/exact/markov.ts';
import { parseModel } from '../../../src/model/index.ts';
import { solveChain } from '../../theory/chain.ts';
import { atLeastOf } from '../../theory/harness.ts';
import { COVERAGE, DETECT, FAIL, pairChain, PROMOTE, REPAIR } from '../../theory/pair.ts';

const chainOf = (text: string) => markovAvailability(parseModel(`nines: 1\nname: chain\n${text}`));

function solved(text: string): { readonly value: number; readonly states: number } {
  const result = chainOf(text);
  if ('reason' in result) throw new Error(result.reason);
  return result;
}

function reasonOf(text: string): string {
  const result = chainOf(text);
  return 'reason' in result ? result.reason : `solved: ${result.value}`;
}

const UNIT = 'components: { db: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } } }';
const STAGES = 'detect: exponential(2 h), promote: exponential(3 h), redirect: exponential(1 h)';
const pairOf = (failover: string, more = '') => `${UNIT}
services: { db: { component: db, replicas: 2, mode: active-passive, failover: { ${failover} }${more} } }
entry: db`;

describe('a model whose times are exponential is its hand-solved chain', () => {
  test('one unit', () => {
    expect(solved(`${UNIT}\nservices: { db: { component: db } }\nentry: db`)).toMatchObject({ value: expect.closeTo(10 / 11, 14) as number, states: 2 });
  });

  for (const [title, success, coverage] of [['always works', '100%', 1], ['fails three times in ten', '70%', COVERAGE]] as const) {
    test(`a pair with a failover that ${title}`, () => {
      const { value } = solved(pairOf(`${STAGES}, retry: exponential(6 h), success: ${success}`));
      expect(value).toBeCloseTo(pairChain(coverage).share((s) => s.stage === 'serving'), 13);
    });
  }

  test('a pair whose old active is rebuilt before it may be promoted', () => {
    const REBUILD = 1 / 12;
    interface Pair { readonly active: boolean; readonly standby: 'down' | 'stale' | 'ready'; readonly standbyStale: boolean; readonly stage: 'serving' | 'detecting' | 'promoting' | 'waiting' }
    const chain = solveChain<Pair>({ active: true, standby: 'ready', standbyStale: false, stage: 'serving' }, ({ active, standby, standbyStale, stage }) => {
      const moves: [number, Pair][] = [];
      const choose = (ready: boolean): Pair['stage'] => (ready ? 'promoting' : 'waiting');
      if (active) moves.push([FAIL, { active: false, standby, standbyStale, stage: stage === 'serving' ? 'detecting' : stage }]);
      else moves.push([REPAIR, { active: true, standby, standbyStale, stage: stage === 'promoting' ? stage : 'serving' }]);
      if (standby === 'down') {
        const back = standbyStale ? 'stale' : 'ready';
        moves.push([REPAIR, { active, standby: back, standbyStale, stage: stage === 'waiting' ? choose(back === 'ready') : stage }]);
      } else {
        const after = stage === 'promoting' ? (active ? 'serving' : 'waiting') : stage;
        moves.push([FAIL, { active, standby: 'down', standbyStale, stage: after }]);
      }
      if (standby === 'stale') moves.push([REBUILD, { active, standby: 'ready', standbyStale: false, stage: stage === 'waiting' ? 'promoting' : stage }]);
      if (stage === 'detecting') moves.push([DETECT, { active, standby, standbyStale, stage: choose(standby === 'ready') }]);
      // Roles change; the former active is stale, up or down.
      if (stage === 'promoting') moves.push([PROMOTE, { active: true, standby: active ? 'stale' : 'down', standbyStale: true, stage: 'serving' }]);
      return moves;
    });
    const { value } = solved(pairOf('detect: exponential(2 h), promote: exponential(3 h), rebuild: exponential(12 h)'));
    expect(value).toBeCloseTo(chain.share((s) => s.stage === 'serving'), 13);
  });

  test('a pair with failovers that nobody needed, and nothing that fails', () => {
    // Serving for 100 h on average, then 3 h of promotion and 1 h of redirection.
    const { value } = solved(`components: { db: {} }
services: { db: { component: db, replicas: 2, mode: active-passive, failover: { promote: exponential(3 h), redirect: exponential(1 h), false-positive: { mtbf: 100 h } } } }
entry: db`);
    expect(value).toBeCloseTo(100 / 104, 13);
  });

  test('a pair that fails back', () => {
    // Only the zone of the first fails. Down: detection and promotion, or the zone if it is back before; then the switch home.
    const { value } = solved(`domains: { z: { kind: zone, failures: { outage: { mtbf: 240 h, mttr: 24 h } } }, y: { kind: zone } }
components: { db: {} }
services: { db: { component: db, replicas: 2, across: zone, mode: active-passive, failover: { detect: exponential(2 h), promote: exponential(3 h), failback: { after: exponential(6 h), takes: exponential(1 h) } } } }
entry: db`);
    type State = 'home' | 'detecting' | 'promoting' | 'promoting, back' | 'away' | 'away, back' | 'switching' | 'switching back';
    const chain = solveChain<State>('home', (state) => {
      switch (state) {
        case 'home': return [[FAIL, 'detecting']];
        case 'detecting': return [[DETECT, 'promoting'], [REPAIR, 'home']];
        case 'promoting': return [[PROMOTE, 'away'], [REPAIR, 'promoting, back']];
        case 'promoting, back': return [[PROMOTE, 'away, back'], [FAIL, 'promoting']];
        case 'away': return [[REPAIR, 'away, back']];
        case 'away, back': return [[1 / 6, 'switching'], [FAIL, 'away']];
        // If its target falls in it, the switch is over, and the active that is alive simply serves.
        default: return [[1, 'home'], [FAIL, 'away']];
      }
    });
    expect(value).toBeCloseTo(chain.share((s) => s === 'home' || s.startsWith('away')), 13);
  });

  test('a quorum that elects', () => {
    const ELECT = 1 / 5;
    const { value } = solved(`${UNIT}
services: { db: { component: db, replicas: 3, mode: quorum, elect: exponential(5 h) } }
entry: db`);
    interface Quorum { readonly up: number; readonly leads: boolean }
    const chain = solveChain<Quorum>({ up: 3, leads: true }, ({ up, leads }) => {
      const moves: [number, Quorum][] = [];
      if (leads) moves.push([FAIL, { up: up - 1, leads: false }]);
      if (up > (leads ? 1 : 0)) moves.push([FAIL * (leads ? up - 1 : up), { up: up - 1, leads }]);
      if (up < 3) moves.push([REPAIR * (3 - up), { up: up + 1, leads }]);
      if (up >= 2 && !leads) moves.push([ELECT, { up, leads: true }]);
      return moves;
    });
    expect(value).toBeCloseTo(chain.share((s) => s.up >= 2 && s.leads), 13);
  });

  test('a unit that restarts when its zone is back', () => {
    // Its own crashes go on in the dark; the zone may fail again in the restart.
    const RESTART = 1 / 2;
    const { value } = solved(`domains: { z: { kind: zone, failures: { outage: { mtbf: 240 h, mttr: 24 h } } } }
components: { db: { failures: { crash: { mtbf: 240 h, mttr: 24 h } }, restart: exponential(2 h) } }
services: { db: { component: db, in: z } }
entry: db`);
    // Zone: up, down, restarting; independent of the crashes.
    const chain = solveChain<string>('up', (s) => (s === 'up' ? [[FAIL, 'down']] : s === 'down' ? [[REPAIR, 'restarts']] : [[RESTART, 'up'], [FAIL, 'down']]));
    expect(value).toBeCloseTo(chain.share((s) => s === 'up') * (10 / 11), 13);
  });

  test('members that are taken back slowly', () => {
    const { value } = solved(`${UNIT}\nservices: { db: { component: db, slow-start: exponential(12 h) } }\nentry: db`);
    expect(value).toBeCloseTo(240 / (240 + 24 + 12 + (12 / 240) * 24), 13);
  });

  test('a strict synchronous pair serves only while both are up', () => {
    const { value } = solved(`${UNIT}
services: { db: { component: db, replicas: 2, mode: active-passive, replication: { mode: sync, strict: true } } }
entry: db`);
    expect(value).toBeCloseTo((10 / 11) ** 2, 13);
  });

  test('a shock that strikes each of two with a chance of its own', () => {
    const { value } = solved(`components: { db: {} }
shocks: { bad: { mtbf: 90 h, mttr: 10 h, hits: db, probability: 40% } }
services: { db: { component: db, replicas: 2 } }
entry: db`);
    expect(value).toBeCloseTo(1 - 0.1 * 0.4 ** 2, 13);
  });

  test('two sites, of which one stands by', () => {
    const { value } = solved(`domains: { a: { kind: region }, b: { kind: region } }
${UNIT}
services:
  s: { of: db, sites: [a, b], mode: active-passive, failover: { ${STAGES}, retry: exponential(6 h), success: 70% } }
  db: { component: db }
entry: s`);
    expect(value).toBeCloseTo(pairChain(COVERAGE).share((s) => s.stage === 'serving'), 13);
  });
});

describe('alike is counted, not told apart', () => {
  test('k of n members are n + 1 states', () => {
    for (const [n, k] of [[1, 1], [6, 4], [40, 36]]) {
      const { value, states } = solved(`${UNIT}\nservices: { db: { component: db, replicas: ${n}, required: ${k} } }\nentry: db`);
      expect(states).toBe(n + 1);
      expect(value).toBeCloseTo(atLeastOf(k, n, 10 / 11), 12);
    }
  });

  test('three zones of two members are the ways to choose three of six, in no order', () => {
    const zone = 'failures: { outage: { mtbf: 90 h, mttr: 10 h } }';
    const { value, states } = solved(`domains: { a: { kind: zone, ${zone} }, b: { kind: zone, ${zone} }, c: { kind: zone, ${zone} } }
${UNIT}
services: { db: { component: db, replicas: 6, across: zone, required: 3 } }
entry: db`);
    // A zone: up or down, and 0, 1 or 2 members of it.
    expect(states).toBe((6 * 7 * 8) / 6);
    const zoneUp = [1 / 121, 20 / 121, 100 / 121].map((p, up) => 0.9 * p + (up === 0 ? 0.1 : 0));
    let enough = 0;
    for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) for (let c = 0; c < 3; c++) if (a + b + c >= 3) enough += zoneUp[a] * zoneUp[b] * zoneUp[c];
    expect(value).toBeCloseTo(enough, 13);
  });

  test('only what the entry depends on counts', () => {
    const { states } = solved(`components: { db: { failures: { crash: { mtbf: 240 h, mttr: 24 h } } }, other: { failures: { crash: { mtbf: 240 h, mttr: constant(1 h) } } } }
services: { db: { component: db, wants: { cache: 97% } }, cache: { component: other }, unused: { component: other, needs: [db] } }
entry: db`);
    expect(states).toBe(2);
  });
});

describe('what is no chain is said, by name', () => {
  const cases: Record<string, readonly [text: string, reason: string]> = {
    'a repair of another distribution': [`components: { db: { failures: { crash: { mtbf: 240 h, mttr: 'lognormal(2 h, 9 h)' } } } }\nservices: { s: { component: db } }\nentry: s`, "s/crash's mttr is lognormal, not exponential"],
    'a fixed stage': [pairOf('detect: 30 s'), "db's failover.detect is constant, not exponential"],
    'a health check': [`${UNIT}\nservices: { s: { component: db, health-check: { interval: 10 s } } }\nentry: s`, "s's health check takes a time that is not exponential"],
    'clients that move with their caches': [pairOf('redirect: { dns-ttl: 60 s }'), "db's clients move over within a fixed dns-ttl"],
    'a lag that has a limit': [pairOf('promote: exponential(1 min)', ', replication: { mode: async, lag: 1 s, max-lag: 1 min }'), "db's max-lag asks how long a standby was away"],
    'many members': [`${UNIT}\nservices: { s: { component: db, replicas: 10000 } }\nentry: s`, 'it has 10,000 members, too many for a chain'],
    'many states': [
      `domains: { z: { kind: zone, failures: { o: { mtbf: 9 days, mttr: 1 h } } } }\ncomponents: { db: { failures: { ${Array.from({ length: 12 }, (_, i) => `f${i}: { mtbf: 240 h, mttr: 24 h }`).join(', ')} } } }
services: { s: { component: db, replicas: 4, in: z } }\nentry: s`,
      'it has more than 20,000 states',
    ],
    'a restore': [
      `components: { db: { failures: { disk: { mtbf: 240 h, mttr: 24 h, data: lost } } } }\nservices: { s: { component: db, data: { size: 1 GB, change-rate: 0 GB/day }, backup: { full: 1 day } } }\nentry: s`,
      's is restored from a backup after it has lost its data',
    ],
  };
  for (const [title, [text, reason]] of Object.entries(cases)) test(title, () => expect(reasonOf(text)).toBe(reason));
});

test('a model that nothing can take down is up', () => {
  expect(solved('components: { db: {} }\nservices: { s: { component: db, replicas: 3 } }\nentry: s')).toMatchObject({ value: 1, states: 1 });
});
